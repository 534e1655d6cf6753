/** Tables of the outside channels. */
import type { ColumnType, Generated } from 'kysely';

export interface ChannelThreadTable {
  channel: ColumnType<string, string, never>;
  external_id: ColumnType<string, string, never>;
  conversation_id: string;
  address: string;
  delivered_seq: number;
  /** Telling up to there was begun; whether it ended well is known only once `delivered_seq` has caught up. */
  begun_seq: number;
  holder: string | null;
  lease_until: number;
  not_before: number;
  /** How often telling failed since it last got on. */
  failures: Generated<number>;
}

export interface SyncCursorTable {
  account: ColumnType<string, string, never>;
  cursor: string;
  token: string | null;
  announced: number;
  fetched: number;
  holder: string | null;
  lease_until: number;
  not_before: number;
  since: ColumnType<number, number, never>;
}

export interface TablesOfChannels {
  told_words: { conversation_id: ColumnType<string, string, never>; seq: ColumnType<number, number, never>; outside_id: string; told_at: number; is_due: number; held_until: number };
  sync_cursors: SyncCursorTable;
  shared_tokens: { name: ColumnType<string, string, never>; value: string | null; expires_at: number; fetching_until: number };
  channel_threads: ChannelThreadTable;
  told_places: { conversation_id: ColumnType<string, string, never>; place: string; told_at: number };
}
