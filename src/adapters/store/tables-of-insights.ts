/** The tables of the insights: digests, days and hours of figures. */
import type { ColumnType } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

export interface ConversationDigestTable {
  conversation_id: Fixed<string>;
  created_at: Fixed<number>;
  updated_at: number;
  body: string;
}

export interface FigureDayTable {
  timezone: Fixed<string>;
  day: Fixed<string>;
  starts_at: number;
  ends_at: number;
  made_at: number;
  body: string;
}

export interface TablesOfInsights {
  conversation_digests: ConversationDigestTable;
  figure_days: FigureDayTable;
  /** `hour` counts from the epoch. */
  figure_hours: { hour: Fixed<number>; changed_at: number };
}
