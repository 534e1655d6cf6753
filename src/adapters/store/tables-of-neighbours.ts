/** Tables of the programs around: their keys, and what they are told. */
import type { ColumnType } from 'kysely';

type Fixed<Value> = ColumnType<Value, Value, never>;

export interface TablesOfNeighbours {
  api_keys: { id: Fixed<string>; hash: Fixed<string>; created_at: Fixed<number>; revoked_at: number | null; last_used_at: number | null; body: string };
  webhooks: { id: Fixed<string>; created_at: Fixed<number>; body: string };
  happenings: { id: Fixed<string>; conversation_id: Fixed<string | null>; case_id: Fixed<string | null>; body: Fixed<string> };
  webhook_deliveries: {
    id: Fixed<string>; webhook_id: Fixed<string>; state: string; created_at: Fixed<number>; next_at: number; holder_until: number; attempts: number; body: Fixed<string>; outcome: string;
    conversation_id: Fixed<string | null>; case_id: Fixed<string | null>;
  };
}
