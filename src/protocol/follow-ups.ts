/** Follow-ups of low ratings on the wire: what supervisors see and may do over HTTP. */
import { z } from 'zod';
import { entryId, freeText, MAX_NOTE } from './texts.js';

export const ratingReason = z.enum(['unsolved', 'slow', 'not-understood', 'manner', 'solved', 'fast', 'clear', 'kind', 'other']);

const person = z.object({ staffId: z.string(), name: z.string() });

export const wireFollowUp = z.object({
  id: z.string(),
  conversationId: z.string(),
  openedAt: z.number(),
  score: z.int().min(1).max(5),
  reasons: z.array(ratingReason).readonly(),
  comment: z.string(),
  subscriber: z.string().nullable().describe('number, masked in the middle'),
  headline: z.string(),
  servedBy: person.nullable().describe('null when it was the assistant alone'),
  state: z.enum(['open', 'taken', 'done']),
  owner: person.nullable(),
  notes: z.array(z.object({ at: z.number(), by: z.string(), text: z.string() })).readonly(),
  doneAt: z.number().nullable(),
});
export type WireFollowUp = z.infer<typeof wireFollowUp>;

const MOST_LISTED = 200;
/** `state` is `due` (what is not done) unless said otherwise. */
export const followUpQuery = z.strictObject({
  state: z.enum(['due', 'open', 'taken', 'done', 'all']).default('due'),
  limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(100),
});

export const followUpHand = z.strictObject({ staffId: entryId });
export const followUpNote = z.strictObject({ text: freeText(MAX_NOTE) });
export const followUpList = z.object({ followUps: z.array(wireFollowUp).readonly() });
export const oneFollowUp = z.object({ followUp: wireFollowUp });
