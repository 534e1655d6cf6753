/** The subscriber says how it was: kept with the conversation, and a low score becomes a follow-up. */
import { errandOf } from '../domain/errand.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import { LOW_SCORE, isRated, serviceOf } from '../domain/rating.js';
import type { RatingReason } from '../domain/rating.js';
import { followUpOf } from './follow-ups.js';
import type { FollowUps } from './follow-ups.js';
import type { ConversationRoom } from './room.js';

export interface Rated {
  readonly score: number;
  readonly comment: string;
  readonly reasons: readonly RatingReason[];
  readonly saidAs?: string;
}

/** `again`: it came by what brought it before, and is kept already. */
export async function rate(room: ConversationRoom, followUps: FollowUps, { id, rated }: { readonly id: ConversationId; readonly rated: Rated }): Promise<null | 'again' | Refusal> {
  const at = room.clock.now();
  const changed = await room.record.change({
    id,
    step: (current) => {
      if (current.lastSeq === 0) return refuse('wrong-state', 'nothing to rate yet');
      if (rated.saidAs !== undefined && current.rating?.saidAs === rated.saidAs) return { conversation: current, additions: [], result: null };
      const conversation = { ...current, rating: { ...rated, at, service: serviceOf(current) } };
      const errand = errandOf(id, at, { kind: 'rating', followUp: followUpOf(conversation, conversation.rating), isLow: rated.score <= LOW_SCORE });
      return { conversation, additions: [], result: errand, beside: [{ kind: 'errand', errand }] };
    },
  });
  if (isRefusal(changed)) return changed;
  if ('duplicate' in changed || changed.result === null) return 'again';
  // Should it not come to that, it is found in the book.
  await followUps.run(changed.result);
  return null;
}

/** Once for each service: who rated it when the assistant said goodbye is not asked again at the end. */
export function askForRating({ bus }: ConversationRoom, conversation: Conversation): void {
  if (!isRated(conversation)) bus.publish({ type: 'survey.asked', conversationId: conversation.id });
}
