/** A reply kept ready: shared by all or one agent's own; with a macro it also opens a case, tags and closes. */
import type { CaseKind } from './case.js';
import type { StaffId } from './ids.js';
import type { Localised } from './locale.js';

/** What is done after the words are sent. */
export interface Macro {
  readonly tags: readonly string[];
  /** The disposition the conversation is closed with; null leaves it open. */
  readonly disposition: string | null;
  /** The kind of the case that is opened; left out, none is. */
  readonly caseKind?: CaseKind | undefined;
}

export interface CannedReply {
  readonly id: string;
  /** Null for what everybody shares. */
  readonly ownerId: StaffId | null;
  readonly folder: string;
  readonly title: string;
  /** With variables such as `{{agent.name}}`; an empty language stands for the other one. */
  readonly text: Localised;
  readonly macro: Macro | null;
  readonly updatedAt: number;
}
