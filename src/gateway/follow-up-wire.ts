/** Follow-ups of low ratings to the wire. */
import type { FollowUp } from '../domain/follow-up.js';
import type { WireFollowUp } from '../protocol/follow-ups.js';
import { masked } from './wire.js';

export function toWireFollowUp({ rating, msisdn, notes, ...one }: FollowUp): WireFollowUp {
  return {
    ...one,
    ...{ score: rating.score, comment: rating.comment, reasons: rating.reasons ?? [] },
    subscriber: msisdn === null ? null : masked(msisdn),
    notes: notes.map(({ at, by, text }) => ({ at, by: by.name, text })),
  };
}
