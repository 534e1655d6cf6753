/** Content as editors keep it: texts by path, one shared draft, and numbered revisions that never change. */
import type { StaffId } from './ids.js';

/** A file of `intents/` or `knowledge-base/`, in the very words it was written in, so that a round trip loses nothing. */
export interface ContentText {
  /** With forward slashes, e.g. `intents/balance_query.yaml`. */
  readonly path: string;
  readonly text: string;
}

export interface ContentAuthor {
  readonly staffId: StaffId;
  readonly name: string;
}

export interface DraftText extends ContentText {
  /** Raised by every change of this text; what was begun on an older one is not written over a newer. */
  readonly version: number;
  /** Null for what came from files. */
  readonly changedBy: ContentAuthor | null;
  readonly changedAt: number;
}

/** `text: null` takes the text out. `version`: the one that was read, null for a text that was not there; left out, whatever is there is replaced. */
export interface DraftChange {
  readonly path: string;
  readonly text: string | null;
  readonly version?: number | null;
}

export type RevisionOrigin = 'files' | 'draft' | 'restore';

export interface RevisionNote {
  readonly number: number;
  readonly origin: RevisionOrigin;
  readonly note: string;
  readonly at: number;
  readonly by: ContentAuthor | null;
  readonly restoredFrom: number | null;
  /** Why it was published although the gate said no. */
  readonly overrideReason: string | null;
  readonly approvedBy: ContentAuthor | null;
  /** The planned publication that it carries out. */
  readonly plan?: string;
}
