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

/** `body` is the group whole. */
export interface FindingTable {
  id: Fixed<string>;
  kind: Fixed<string>;
  locale: Fixed<string>;
  state: string;
  last_at: number;
  version: number;
  body: string;
}

export interface FindingItemTable {
  source: Fixed<string>;
  finding_id: string;
  conversation_id: Fixed<string>;
  at: Fixed<number>;
  why: Fixed<string>;
  area: Fixed<string | null>;
  body: string;
}

export interface OutageNoticeTable {
  id: Fixed<string>;
  started_at: Fixed<number>;
  ended_at: number | null;
  tells: number;
  version: number;
  body: string;
}

export interface NoticeReachTable {
  notice_id: Fixed<string>;
  conversation_id: Fixed<string>;
  how: Fixed<string>;
  at: Fixed<number>;
  told_at: number | null;
}

export interface TablesOfInsights {
  outage_notices: OutageNoticeTable;
  notice_reaches: NoticeReachTable;
  findings: FindingTable;
  finding_items: FindingItemTable;
  conversation_digests: ConversationDigestTable;
  figure_days: FigureDayTable;
  /** `hour` counts from the epoch. */
  figure_hours: { hour: Fixed<number>; changed_at: number };
}
