/** How a subscriber found the service: the score, the reasons offered for it, and which service it is about. */

export const REASONS_OF_LOW = ['unsolved', 'slow', 'not-understood', 'manner', 'other'] as const;
export const REASONS_OF_HIGH = ['solved', 'fast', 'clear', 'kind', 'other'] as const;
export const RATING_REASONS = ['unsolved', 'slow', 'not-understood', 'manner', 'solved', 'fast', 'clear', 'kind', 'other'] as const;
export type RatingReason = (typeof RATING_REASONS)[number];

export interface Rating {
  readonly score: number;
  readonly comment: string;
  readonly at: number;
  /** Absent in what was stored before there were any, like `service`. */
  readonly reasons?: readonly RatingReason[];
  readonly service?: number;
  /** The channel's own id of what it came by: said again it is the same score. Absent on pages of our own. */
  readonly saidAs?: string;
}

/** A score up to this opens a follow-up. */
export const LOW_SCORE = 2;

/** Counts up with every change of hands; closing ends a service and begins no other. */
export function serviceOf({ epoch, state }: Served): number {
  return state === 'closed' ? epoch - 1 : epoch;
}

export function isRated(conversation: Served & { readonly rating: Rating | null }): boolean {
  const { rating } = conversation;
  return rating !== null && (rating.service ?? serviceOf(conversation)) === serviceOf(conversation);
}

interface Served {
  readonly epoch: number;
  readonly state: string;
}
