/** What is set about publishing content. */

export interface ContentSettings {
  /** What one editor asks to publish goes live only when another has agreed. */
  readonly needsSecondPerson: boolean;
  /** Past the gate publish admins alone. */
  readonly onlyAdminsOverride: boolean;
}

export const DEFAULT_CONTENT_SETTINGS: ContentSettings = { needsSecondPerson: false, onlyAdminsOverride: false };
