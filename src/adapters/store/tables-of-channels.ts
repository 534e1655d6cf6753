/** Tables of the outside channels. */
import type { ColumnType } from 'kysely';

export interface ChannelThreadTable {
  channel: ColumnType<string, string, never>;
  external_id: ColumnType<string, string, never>;
  conversation_id: string;
  address: string;
  delivered_seq: number;
  holder: string | null;
  lease_until: number;
  not_before: number;
}

export interface TablesOfChannels {
  shared_tokens: { name: ColumnType<string, string, never>; value: string | null; expires_at: number; fetching_until: number };
  channel_threads: ChannelThreadTable;
  told_places: { conversation_id: ColumnType<string, string, never>; place: string; told_at: number };
}
