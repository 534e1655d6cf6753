/** The stored settings by section: what each holds, and what holds until somebody changes it. */
import { DEFAULT_HOURS } from './business-hours.js';
import type { HoursSettings } from './business-hours.js';
import { CASE_RULES } from './case-rules.js';
import type { CaseRules } from './case-rules.js';
import { DEFAULT_CONTENT_SETTINGS } from './content-settings.js';
import type { ContentSettings } from './content-settings.js';
import { DEFAULT_DIALOGUE_SETTINGS } from './dialogue-settings.js';
import type { DialogueSettings } from './dialogue-settings.js';
import { DEFAULT_LINE_SETTINGS } from './line-settings.js';
import type { LineSettings } from './line-settings.js';

/** A new section is one entry here and one in `DEFAULT_SETTINGS`, with its schema in `protocol/settings.ts` and its words in `wording/settings`. */
export interface SettingSections {
  readonly line: LineSettings;
  readonly hours: HoursSettings;
  readonly cases: CaseRules;
  readonly dialogue: DialogueSettings;
  readonly content: ContentSettings;
}
export type SectionName = keyof SettingSections;

export const DEFAULT_SETTINGS: SettingSections = { line: DEFAULT_LINE_SETTINGS, hours: DEFAULT_HOURS, cases: CASE_RULES, dialogue: DEFAULT_DIALOGUE_SETTINGS, content: DEFAULT_CONTENT_SETTINGS };
export const SECTION_NAMES = Object.keys(DEFAULT_SETTINGS) as readonly SectionName[];
