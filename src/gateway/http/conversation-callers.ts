/** Who asks for what belongs to a conversation, and whether they may see it. */
import type { Request } from 'express';
import type { Conversation } from '../../domain/conversation.js';
import { refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { mayByRole, mayInConversation } from '../../identity/permissions.js';
import type { Actor } from '../../identity/permissions.js';
import { bearerOf } from './callers.js';
import type { HttpDeps } from './http-deps.js';

export type Caller = Actor | { readonly kind: 'subscriber'; readonly msisdn: string };

/** A resume token speaks for one conversation, a staff token for a person, a site token for a subscriber. */
export async function actorOf(deps: HttpDeps, request: Request): Promise<Caller | Refusal> {
  const token = bearerOf(request);
  if (token === null) return refuse('unauthenticated');
  const own = deps.resumeTokens.open(token);
  if (own !== null) return { kind: 'visitor', conversationId: own };
  const staff = await deps.signIn.whoIs(token);
  if (staff) return { kind: 'staff', staff };
  const msisdn = await deps.siteTokens.verify(token, deps.clock.now());
  return msisdn === null ? refuse('unauthenticated') : { kind: 'subscriber', msisdn };
}

export async function maySee(deps: HttpDeps, caller: Caller, conversation: Conversation): Promise<boolean> {
  if (caller.kind === 'subscriber') return conversation.identity?.msisdn === caller.msisdn;
  if (mayInConversation(caller, 'conversation.see', conversation)) return true;
  // A program is not let in by whom its person served, unless its key reaches conversations at all.
  return mayByRole(caller, 'desk.use') && caller.kind === 'staff' && deps.conversations.hasServed(caller.staff.id, conversation.id);
}
