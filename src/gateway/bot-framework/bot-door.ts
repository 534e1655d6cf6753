/** The Bot Framework's door: Activities of any channel, the caller's token checked first; what is said back goes by `bot-sender.ts`. */
import express, { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import type { Conversations } from '../../conversation/conversations.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { BotTokens, ChannelProof } from '../../identity/bot-token.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import { incomingActivity } from '../../protocol/bot-framework.js';
import type { IncomingActivity } from '../../protocol/bot-framework.js';
import type { Logger } from '../../telemetry/logger.js';
import { bearerOf } from '../http/callers.js';
import { sendProblem } from '../http/problem.js';
import type { BotIntake } from './bot-intake.js';
import type { Connector } from './connector.js';

export interface BotDoorDeps {
  /** Null in the demo on loopback only: nobody is asked who they are, and nobody but this machine is answered. */
  readonly tokens: BotTokens | null;
  readonly connector: Connector;
  readonly intake: BotIntake;
  readonly conversations: Pick<Conversations, 'isStopping'>;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** An Activity with a few quoted cards in it stays far below. */
const MOST_BYTES = '256kb';

export function botDoor(deps: BotDoorDeps): Router {
  const router = Router();
  router.post('/api/messages', authenticated(deps), express.json({ limit: MOST_BYTES }), async (request, response) => {
    const parsed = incomingActivity.safeParse(request.body);
    const refusal = parsed.success ? await taken(deps, parsed.data, response.locals['proof'] as ChannelProof | null) : refuse('bad-request', 'not an Activity');
    if (refusal) sendProblem(request, response, refusal);
    else response.json({});
  });
  return router;
}

/** Before anything else, and before a byte of the body is read. */
function authenticated({ tokens, clock }: BotDoorDeps): RequestHandler {
  return async (request: Request, response: Response, next) => {
    if (tokens === null) {
      response.locals['proof'] = null;
      next();
      return;
    }
    const token = bearerOf(request);
    const proof = token === null ? null : await tokens.verify(token, clock.now());
    if (proof === null) {
      sendProblem(request, response, refuse('unauthenticated'));
      return;
    }
    response.locals['proof'] = proof;
    next();
  };
}

async function taken({ connector, intake, rateLimit, conversations, logger }: BotDoorDeps, activity: IncomingActivity, proof: ChannelProof | null): Promise<Refusal | null> {
  if (proof && !isProven(activity, proof)) return refuse('forbidden', 'the token is for another channel or service');
  if (!connector.mayCall(activity.serviceUrl)) return refuse('forbidden', 'this service is not answered');
  if (conversations.isStopping) return refuse('unavailable');
  if (!(await rateLimit.take('chat.send', `bot:${activity.channelId}|${activity.conversation.id}`)).allowed) return refuse('rate-limited');
  const result = await intake.take(activity);
  if (isRefusal(result)) {
    logger.warn({ code: result.refused, channelId: activity.channelId, type: activity.type }, 'an Activity was not taken');
    return result;
  }
  return null;
}

/** The token names the service it comes from, and its key the channels it speaks for. */
function isProven({ serviceUrl, channelId }: IncomingActivity, proof: ChannelProof): boolean {
  const bare = (url: string): string => url.replace(/\/+$/, '').toLowerCase();
  if (proof.serviceUrl === null || bare(proof.serviceUrl) !== bare(serviceUrl)) return false;
  return proof.channels === null || proof.channels.includes(channelId);
}
