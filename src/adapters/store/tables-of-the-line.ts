/** The tables of stored settings, as the queries see them. */
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

export interface LineTables {
  settings_sections: SettingsSectionTable;
  settings_history: SettingsHistoryTable;
}
