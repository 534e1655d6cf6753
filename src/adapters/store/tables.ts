/** The tables as the queries see them: times in epoch milliseconds, booleans as 0 and 1, the rest of a thing as JSON text. */
import type { ColumnType, Generated } from 'kysely';
import type { TablesOfNeighbours } from './tables-of-neighbours.js';
import type { TablesOfChannels } from './tables-of-channels.js';
import type { LineTables } from './tables-of-the-line.js';
import type { TablesOfInsights } from './tables-of-insights.js';
import type { TablesOfKnowledge } from './tables-of-knowledge.js';

/** Written once, never changed. */
type Fixed<T> = ColumnType<T, T, never>;

/** `body` is the conversation but for its counters, `last_seq` to `updated_at`; the other columns are what is searched by. */
export interface ConversationTable {
  id: Fixed<string>;
  visitor_id: Fixed<string>;
  created_at: Fixed<number>;
  msisdn: string | null;
  state: string;
  priority: number | null;
  waiting_since: number | null;
  owner_id: string | null;
  offer_expires_at: number | null;
  last_seq: number;
  subscriber_seq: number;
  handled_seq: number;
  updated_at: number;
  body: string;
}

/** `body` is what the draft said; place, time and ids are columns only. */
export interface MessageTable {
  conversation_id: Fixed<string>;
  seq: Fixed<number>;
  id: Fixed<string>;
  client_id: Fixed<string | null>;
  at: Fixed<number>;
  speaker: Fixed<string>;
  /** Changed only where it is erased. */
  body: string;
}

/** Conversations where an acknowledged message waits for its turn, since when. */
export interface TurnDueTable {
  conversation_id: Fixed<string>;
  since: Fixed<number>;
}

export interface StaffNoteTable {
  id: Fixed<string>;
  conversation_id: Fixed<string>;
  at: Fixed<number>;
  body: Fixed<string>;
}

export interface ServiceTable {
  conversation_id: Fixed<string>;
  staff_id: Fixed<string>;
  started_at: Fixed<number>;
  ended_at: Fixed<number>;
  skill_group: Fixed<string>;
}

export interface StaffTable {
  id: Fixed<string>;
  email: string;
  /** Lower case: what makes an address unique. */
  email_key: string;
  name: string;
  role: string;
  skill_groups: string;
  languages: string;
  is_active: number;
  password_hash: string | null;
  failures: number;
  locked_until: number | null;
}

export interface StaffSessionTable {
  token_hash: Fixed<string>;
  staff_id: Fixed<string>;
  created_at: Fixed<number>;
  expires_at: Fixed<number>;
  seen_at: number | null;
  device: Fixed<string | null>;
  address: Fixed<string | null>;
}

export interface PresenceTable {
  staff_id: Fixed<string>;
  status: string;
  capacity: number;
  lease_until: number;
  is_connected: number;
  idle_since: number;
  lapses: number;
  wrap_up_until: number;
}

export interface OneTimeCodeTable {
  key: Fixed<string>;
  msisdn: string;
  code_hash: string;
  sent_at: number;
  expires_at: number;
  tries_left: number;
}

export interface CodeSendingTable {
  msisdn: Fixed<string>;
  sent_at: Fixed<number>;
}

export interface OrderTable {
  key: Fixed<string>;
  msisdn: Fixed<string>;
  at: Fixed<number>;
  body: Fixed<string>;
}

/** `due_at` is the next deadline that runs; `body` is the case whole. */
export interface CaseTable {
  id: Fixed<string>;
  number: Fixed<string>;
  source: Fixed<string>;
  kind: string;
  stage: string;
  msisdn: string | null;
  visitor_id: string | null;
  conversation_id: string | null;
  owner_id: string | null;
  handler_id: string | null;
  due_at: number | null;
  alerted: number;
  /** When a refund that is approved and not paid is next tried; null where there is none. */
  pay_at: Generated<number | null>;
  pay_tries: Generated<number>;
  created_at: Fixed<number>;
  updated_at: number;
  version: number;
  body: string;
}

export interface CaseNewsTable {
  case_id: Fixed<string>;
  version: Fixed<number>;
  conversation_id: Fixed<string>;
  news: Fixed<string>;
  entries: Fixed<number>;
  at: Fixed<number>;
  next_at: Generated<number>;
  tries: Generated<number>;
}

export interface AlertTable {
  id: Fixed<string>;
  at: Fixed<number>;
  conversation_id: Fixed<string | null>;
  case_id: Fixed<string | null>;
  due_at: Fixed<number | null>;
  body: Fixed<string>;
}

export interface ErrandTable {
  id: Fixed<string>;
  kind: Fixed<string>;
  conversation_id: Fixed<string>;
  at: Fixed<number>;
  body: Fixed<string>;
  next_at: Generated<number>;
  tries: Generated<number>;
}

export interface CaseNumberTable {
  day: Fixed<string>;
  last: number;
}

export interface PromiseTable {
  id: Fixed<string>;
  case_id: string | null;
  conversation_id: Fixed<string>;
  msisdn: string | null;
  state: string;
  due_at: number;
  is_near_told: number;
  version: number;
  body: string;
}

export interface ServerSecretTable {
  name: Fixed<string>;
  secret: Fixed<string>;
}

export interface AuditEntryTable {
  id: Fixed<string>;
  at: Fixed<number>;
  staff_id: Fixed<string | null>;
  act: Fixed<string>;
  conversation_id: Fixed<string | null>;
  body: Fixed<string>;
}

/** `content` is the file itself: filled only where the files are kept in the database. */
export interface AttachmentTable {
  id: Fixed<string>;
  conversation_id: Fixed<string>;
  at: Fixed<number>;
  body: Fixed<string>;
  content: Fixed<Buffer>;
}

/** `owner_id` is null for what everybody shares. */
export interface CannedReplyTable {
  id: Fixed<string>;
  owner_id: string | null;
  at: number;
  body: string;
}

export interface FollowUpTable {
  id: Fixed<string>;
  conversation_id: Fixed<string>;
  opened_at: Fixed<number>;
  state: string;
  version: number;
  body: string;
}

/** Tokens in and out together. */
export interface ModelDayTable {
  day: Fixed<string>;
  tokens: number;
}

export interface ModelCostTable {
  conversation_id: Fixed<string>;
  purpose: Fixed<string>;
  calls: number;
  input_tokens: number;
  output_tokens: number;
  ms: number;
  cost_micros: number;
}

export interface TablesOfContent {
  content_texts: { hash: Fixed<string>; text: Fixed<string> };
  content_plans: { id: Fixed<string>; state: string; asked_at: Fixed<number>; due_at: number | null; lease_until: number; body: string; texts: Fixed<string> };
  content_editing: { staff_id: Fixed<string>; tab: Fixed<string>; path: string; name: string; seen_at: number };
  content_draft: { path: Fixed<string>; hash: string; version: number; changed_by: string | null; changed_at: number };
  /** The last version of each text that is not there any more. */
  content_taken_out: { path: Fixed<string>; version: number };
  /** `texts` is path to hash; `body` the note on it. */
  content_revisions: { number: Fixed<number>; body: Fixed<string>; texts: Fixed<string> };
}

export interface Tables extends TablesOfKnowledge, LineTables, TablesOfContent, TablesOfChannels, TablesOfInsights, TablesOfNeighbours {
  conversations: ConversationTable;
  messages: MessageTable;
  turns_due: TurnDueTable;
  staff_notes: StaffNoteTable;
  services: ServiceTable;
  staff: StaffTable;
  staff_sessions: StaffSessionTable;
  presence: PresenceTable;
  one_time_codes: OneTimeCodeTable;
  code_sendings: CodeSendingTable;
  orders: OrderTable;
  cases: CaseTable;
  case_numbers: CaseNumberTable;
  case_news: CaseNewsTable;
  alerts: AlertTable;
  errands: ErrandTable;
  promises: PromiseTable;
  server_secrets: ServerSecretTable;
  audit_entries: AuditEntryTable;
  attachments: AttachmentTable;
  canned_replies: CannedReplyTable;
  follow_ups: FollowUpTable;
  model_days: ModelDayTable;
  model_costs: ModelCostTable;
}
