/** What a change of the record leaves to be done after it: kept with the change, until it is done. */
import type { FollowUp } from './follow-up.js';
import type { ConversationId } from './ids.js';

/** `rating`: the follow-up as it would be opened. `seq`: of the message in which something was promised, or with which "is it solved?" was answered. */
export type ErrandAbout =
  | { readonly kind: 'rating'; readonly followUp: FollowUp; readonly isLow: boolean }
  | { readonly kind: 'promises'; readonly seq: number }
  | { readonly kind: 'case-answer'; readonly seq: number };

export interface Errand {
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly about: ErrandAbout;
}

/** The same for whoever makes it, so that who did it can say so without having kept it. */
export function errandOf(conversationId: ConversationId, at: number, about: ErrandAbout): Errand {
  const name = about.kind === 'rating' ? `${about.followUp.id}:${at}` : `${conversationId}:${about.seq}`;
  return { id: `${about.kind}:${name}`, conversationId, at, about };
}
