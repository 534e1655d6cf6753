/** Where content is kept: the shared draft and the revisions. What was published is never changed; a change of the draft is refused over a newer one. */
import type { AuditEntry } from '../domain/audit.js';
import type { ContentAuthor, ContentText, DraftChange, DraftText, RevisionNote } from '../domain/content.js';

export interface DraftEdit {
  readonly changes: readonly DraftChange[];
  /** Null for files. */
  readonly by: ContentAuthor | null;
  /** Epoch ms. */
  readonly at: number;
  /** Of the act, kept with it, here and below. */
  readonly audit?: readonly AuditEntry[];
}

/** The texts that were newer than what the editor had read; nothing was changed. */
export interface DraftConflict {
  readonly conflicts: readonly string[];
}

export interface Publication {
  readonly revision: RevisionNote;
  readonly texts: readonly ContentText[];
  /** Paths whose draft becomes the published text unless somebody changed it since; the rest of the draft stays as it is. */
  readonly draft?: DraftEdit;
  readonly audit?: readonly AuditEntry[];
}

export interface ContentStore {
  /** In the order of the paths. */
  draft(): Promise<readonly DraftText[]>;
  /** All changes or none. */
  editDraft(edit: DraftEdit): Promise<'changed' | DraftConflict>;
  /** Newest first, without their texts. */
  revisions(): Promise<readonly RevisionNote[]>;
  /** Zero when nothing was ever published. */
  latestNumber(): Promise<number>;
  /** In the order of the paths; null when there is no such revision. */
  textsOf(number: number): Promise<readonly ContentText[] | null>;
  /** `taken` when a revision of this number is there already: somebody else published first, and nothing was changed. */
  publish(publication: Publication): Promise<'published' | 'taken'>;
}
