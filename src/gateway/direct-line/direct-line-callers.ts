/** Who calls on Direct Line: whoever has the secret, or whoever has a token for one conversation. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Conversations } from '../../conversation/conversations.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { DirectLineGrant, DirectLineTokens } from '../../identity/direct-line-token.js';
import { conversationId } from '../../domain/ids.js';
import type { Clock } from '../../ports/clock.js';
import { bearerOf } from '../http/callers.js';

export interface CallerDeps {
  readonly secret: string | null;
  readonly tokens: DirectLineTokens;
  readonly conversations: Pick<Conversations, 'find'>;
  readonly clock: Clock;
}

export type DirectLineCaller = { readonly kind: 'secret' } | { readonly kind: 'token'; readonly grant: DirectLineGrant };

/** What is no longer good is `forbidden`: clients of Direct Line take that for a token that ran out. */
export async function callerOf({ secret, tokens, clock }: CallerDeps, request: Request): Promise<DirectLineCaller | Refusal> {
  const bearer = bearerOf(request);
  // In the demo on loopback nobody is asked for a secret.
  if (bearer === null) return secret === null && request.headers.authorization === undefined ? { kind: 'secret' } : refuse('unauthenticated');
  if (secret !== null && isSame(bearer, secret)) return { kind: 'secret' };
  const grant = await tokens.open(bearer, clock.now());
  return grant ? { kind: 'token', grant } : refuse('forbidden', 'the token is not, or no longer, good');
}

/** For the conversation of the path. Who has the secret may act in every conversation of Direct Line, and in no other. */
export async function grantFor(deps: CallerDeps, request: Request): Promise<DirectLineGrant | Refusal> {
  const caller = await callerOf(deps, request);
  if (isRefusal(caller)) return caller;
  const id = String(request.params['id']);
  if (caller.kind === 'token') return caller.grant.conversationId === id ? caller.grant : refuse('forbidden', 'the token is for another conversation');
  if (deps.secret === null) return refuse('unauthenticated');
  const conversation = await deps.conversations.find(conversationId(id));
  return conversation?.channel === 'direct-line' ? { conversationId: conversation.id, user: 'user', locale: conversation.locale } : refuse('not-found');
}

function isSame(given: string, secret: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(secret));
}
