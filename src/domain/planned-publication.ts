/** A publication that waits: for a second person, for its time, or for both. What is in it is fixed when it is asked for. */
import type { ContentAuthor } from './content.js';

export const PLAN_STATES = ['awaiting', 'scheduled', 'published', 'failed', 'cancelled'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export interface PlannedPublication {
  readonly id: string;
  readonly state: PlanState;
  readonly note: string;
  readonly by: ContentAuthor;
  readonly askedAt: number;
  /** Epoch ms; null: as soon as it is approved. */
  readonly at: number | null;
  /** The revision that was in force when it was asked for: what it changes is what differs from that. */
  readonly base: number;
  readonly overrideReason: string | null;
  readonly approvedBy: ContentAuthor | null;
  /** What came of it. */
  readonly revision: number | null;
  /** `gate`, `conflict`, `nothing`, or the code of another refusal. */
  readonly failure: string | null;
  readonly endedAt: number | null;
}

export interface EditorAtWork {
  readonly path: string;
  readonly who: ContentAuthor;
  /** Epoch ms of the last sign of life there. */
  readonly seenAt: number;
}
