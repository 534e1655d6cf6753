/**
 * What supervisors' figures are made of.
 *
 * Promises: one digest for each conversation, never replaced by one of an older state. A day that was kept is answered until
 * something that counts on it has changed after `madeAt`; then it is null and has to be made anew. Times are epoch ms.
 */
import type { CaseCount, ConversationDigest, DayFigures } from '../domain/figures.js';
import type { ConversationId } from '../domain/ids.js';

export interface Spell {
  readonly from: number;
  readonly to: number;
}

export interface KeptDay {
  readonly timezone: string;
  readonly day: string;
  readonly span: Spell;
  readonly madeAt: number;
  readonly figures: DayFigures;
}

export interface Undigested {
  readonly ids: readonly ConversationId[];
  /** Where to go on; null at the end. */
  readonly after: ConversationId | null;
}

export interface Figures {
  /** Conversations that moved on since they were digested, found among the next `among` by id. */
  undigested(after: ConversationId | null, among: number): Promise<Undigested>;
  /** `touched`: the times at which what it counts for may have changed. */
  keepDigest(digest: ConversationDigest, touched: readonly number[], now: number): Promise<void>;
  /** `updatedAt` of the digest that is kept. */
  digestedAt(id: ConversationId): Promise<number | null>;
  /** Of conversations begun within the span. */
  digests(span: Spell): Promise<readonly ConversationDigest[]>;
  digestsOf(ids: readonly ConversationId[]): Promise<readonly ConversationDigest[]>;
  keptDays(timezone: string, days: readonly { readonly day: string; readonly span: Spell }[]): Promise<readonly KeptDay[]>;
  keepDay(day: KeptDay): Promise<void>;
  /** How long agents had conversations that they gave up within the span, in ms. */
  handlingTimes(span: Spell): Promise<readonly number[]>;
  /** Cases opened within the span, by kind and where they stand now. */
  cases(span: Spell): Promise<readonly CaseCount[]>;
  /** Promises that fell due within the span, by state. */
  promises(span: Spell): Promise<Readonly<Record<string, number>>>;
}
