/** The tables of the line and of stored settings, as the queries see them. */
import type { ColumnType } from 'kysely';

/** Written once, never changed. */
type Fixed<T> = ColumnType<T, T, never>;

export interface SettingsSectionTable {
  section: Fixed<string>;
  version: number;
  body: string;
  changed_at: number;
  changed_by: string;
}

/** Every value a section ever had: who set it, when. */
export interface SettingsHistoryTable {
  section: Fixed<string>;
  version: Fixed<number>;
  body: Fixed<string>;
  changed_at: Fixed<number>;
  changed_by: Fixed<string>;
}

export interface HandoffTable {
  id: Fixed<string>;
  conversation_id: Fixed<string>;
  asked_at: Fixed<number>;
  reason: Fixed<string>;
  skill_group: Fixed<string>;
  priority: Fixed<number>;
  first_position: number | null;
  first_low: number | null;
  first_likely: number | null;
  first_high: number | null;
  ended_at: number | null;
  ending: string | null;
  detail: string | null;
  ended_by: string | null;
}

export interface LineTables {
  handoffs: HandoffTable;
  settings_sections: SettingsSectionTable;
  settings_history: SettingsHistoryTable;
}
