/** The settings as they are in force on this node now; a change made on another node arrives within seconds. */
import type { SectionName, SettingSections } from '../domain/settings.js';

export interface SettingsInForce {
  /** Never waits. The same object until the section changes. */
  current<Name extends SectionName>(section: Name): SettingSections[Name];
}
