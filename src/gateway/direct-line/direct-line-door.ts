/** Direct Line 3.0 over HTTP: tokens for one conversation each, what is said into it and what was said in it. */
import express, { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId } from '../../domain/ids.js';
import { DIRECT_LINE_TOKEN_SECONDS } from '../../identity/direct-line-token.js';
import type { DirectLineGrant, DirectLineTokens } from '../../identity/direct-line-token.js';
import type { ResumeTokens } from '../../identity/resume-token.js';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import { directLineActivity, directLineOpening, watermark } from '../../protocol/direct-line.js';
import type { Watermark } from '../../protocol/direct-line.js';
import { localeOf } from '../bot-framework/spoken.js';
import { allowOrigins } from '../http/allowed-origins.js';
import { answering } from '../http/problem.js';
import { activityId, watermarkOf } from './activity-sets.js';
import type { ActivitySets } from './activity-sets.js';
import { callerOf, grantFor } from './direct-line-callers.js';
import type { DirectLineIntake } from './direct-line-intake.js';
import { uploadOf } from './direct-line-upload.js';

export interface DirectLineDeps {
  /** Null only in the demo on loopback: then tokens are given to everybody. */
  readonly secret: string | null;
  readonly tokens: DirectLineTokens;
  readonly resumeTokens: ResumeTokens;
  readonly conversations: Conversations;
  readonly intake: DirectLineIntake;
  readonly sets: ActivitySets;
  readonly rateLimit: RateLimit;
  readonly allowedOrigins: readonly string[];
  readonly clock: Clock;
  readonly ids: Ids;
}

const MOST_BYTES = '256kb';
const AT = '/v3/directline';

export function directLineDoor(deps: DirectLineDeps): Router {
  const router = Router();
  const one = `${AT}/conversations/:id`;
  router.use(AT, allowOrigins(deps.allowedOrigins, ['x-ms-bot-agent', 'x-requested-with']), unkept);
  router.post(`${AT}/tokens/generate`, limited(deps), json(), answering((request) => generate(deps, request)));
  router.post(`${AT}/tokens/refresh`, limited(deps), answering((request) => refresh(deps, request)));
  router.post(`${AT}/conversations`, limited(deps), json(), answering((request, response) => begin(deps, request, response)));
  router.get(one, answering((request) => reconnect(deps, request)));
  router.get(`${one}/activities`, answering((request) => told(deps, request)));
  router.post(`${one}/activities`, json(), answering((request) => said(deps, request)));
  router.post(`${one}/upload`, answering((request, response) => uploaded(deps, request, response)));
  return router;
}

const json = (): RequestHandler => express.json({ limit: MOST_BYTES });

const unkept: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

/** Tokens are cheap to ask for, by address: an office behind one router must still get in. */
function limited({ rateLimit }: DirectLineDeps): RequestHandler {
  return async (request, response, next) => {
    const { allowed } = await rateLimit.take('chat.connect', `dl:${request.ip ?? ''}`);
    if (allowed) next();
    else await answering(() => Promise.resolve(refuse('rate-limited')))(request, response, next);
  };
}

async function generate(deps: DirectLineDeps, request: Request): Promise<object | Refusal> {
  const caller = await callerOf(deps, request);
  if (isRefusal(caller)) return caller;
  // A token opens what it was made for and makes nothing new.
  if (caller.kind === 'token') return refuse('forbidden');
  const grant = newGrant(deps, request);
  return isRefusal(grant) ? grant : tokenAnswer(deps, grant);
}

async function refresh(deps: DirectLineDeps, request: Request): Promise<object | Refusal> {
  const caller = await callerOf(deps, request);
  if (isRefusal(caller)) return caller;
  return caller.kind === 'token' ? tokenAnswer(deps, caller.grant) : refuse('forbidden', 'only a token is renewed');
}

/** The conversation of the token, as often as it is asked for: a page that is loaded again goes on where it was. */
async function begin(deps: DirectLineDeps, request: Request, response: Response): Promise<object | Refusal> {
  const caller = await callerOf(deps, request);
  if (isRefusal(caller)) return caller;
  const fresh = newGrant(deps, request);
  if (isRefusal(fresh)) return fresh;
  const grant = caller.kind === 'token' ? { ...caller.grant, locale: caller.grant.locale ?? fresh.locale } : fresh;
  response.status((await deps.conversations.find(grant.conversationId)) ? 200 : 201);
  return streamAnswer(deps, request, { grant, after: null });
}

async function reconnect(deps: DirectLineDeps, request: Request): Promise<object | Refusal> {
  const grant = await grantFor(deps, request);
  if (isRefusal(grant)) return grant;
  const after = watermark.safeParse(request.query['watermark']);
  return after.success ? streamAnswer(deps, request, { grant, after: after.data }) : refuse('bad-request', 'watermark');
}

async function told(deps: DirectLineDeps, request: Request): Promise<object | Refusal> {
  const grant = await grantFor(deps, request);
  if (isRefusal(grant)) return grant;
  if (!(await deps.rateLimit.take('chat.read', grant.conversationId)).allowed) return refuse('rate-limited');
  const after = watermark.safeParse(request.query['watermark']);
  if (!after.success) return refuse('bad-request', 'watermark');
  const conversation = await openedBy(deps, grant);
  if (isRefusal(conversation)) return conversation;
  return deps.sets.asked(conversation, after.data, { user: grant.user, origin: originOf(request) });
}

async function said(deps: DirectLineDeps, request: Request): Promise<object | Refusal> {
  const grant = await grantFor(deps, request);
  if (isRefusal(grant)) return grant;
  const parsed = directLineActivity.safeParse(request.body);
  if (!parsed.success) return refuse('bad-request', 'not an Activity');
  return spoken(deps, grant, { activity: parsed.data, files: [] });
}

async function uploaded(deps: DirectLineDeps, request: Request, response: Response): Promise<object | Refusal> {
  const grant = await grantFor(deps, request);
  if (isRefusal(grant)) return grant;
  if (!(await deps.rateLimit.take('attachment.upload', grant.conversationId)).allowed) return refuse('rate-limited');
  const upload = await uploadOf(request, response);
  return isRefusal(upload) ? upload : spoken(deps, grant, upload);
}

async function spoken(deps: DirectLineDeps, grant: DirectLineGrant, given: Parameters<DirectLineIntake['take']>[1]): Promise<object | Refusal> {
  if (deps.conversations.isStopping) return refuse('unavailable');
  if (!(await deps.rateLimit.take('chat.send', grant.conversationId)).allowed) return refuse('rate-limited');
  const conversation = await openedBy(deps, { ...grant, locale: localeOf(given.activity.locale) ?? grant.locale });
  if (isRefusal(conversation)) return conversation;
  const seq = await deps.intake.take(conversation, given);
  return isRefusal(seq) ? seq : { id: activityId(grant.conversationId, seq) };
}

/** As stored, or as it will be stored with its first message. */
export async function openedBy({ conversations, resumeTokens }: Pick<DirectLineDeps, 'conversations' | 'resumeTokens'>, { conversationId: id, locale }: DirectLineGrant): Promise<Conversation | Refusal> {
  const opened = await conversations.open({ resumeToken: resumeTokens.issue(id), msisdn: null, locale, channel: 'direct-line' });
  return isRefusal(opened) ? opened : opened.conversation;
}

function newGrant({ ids }: DirectLineDeps, request: Request): DirectLineGrant | Refusal {
  const parsed = directLineOpening.safeParse(request.body ?? {});
  if (!parsed.success) return refuse('bad-request');
  const { user, locale } = parsed.data;
  return { conversationId: conversationId(ids.next()), user: user?.id ?? `dl_${ids.next()}`, locale: localeOf(locale) };
}

async function tokenAnswer({ tokens, clock }: DirectLineDeps, grant: DirectLineGrant): Promise<{ conversationId: string; token: string; expires_in: number }> {
  return { conversationId: grant.conversationId, token: await tokens.issue(grant, clock.now()), expires_in: DIRECT_LINE_TOKEN_SECONDS };
}

async function streamAnswer(deps: DirectLineDeps, request: Request, { grant, after }: { grant: DirectLineGrant; after: Watermark | null }): Promise<object> {
  const answer = await tokenAnswer(deps, grant);
  const query = new URLSearchParams({ t: answer.token, ...(after === null ? {} : { watermark: watermarkOf(after) }) });
  return { ...answer, streamUrl: `${originOf(request).replace(/^http/, 'ws')}${AT}/conversations/${grant.conversationId}/stream?${query.toString()}` };
}

export function originOf(request: Pick<Request, 'protocol' | 'headers'>): string {
  return `${request.protocol}://${request.headers.host ?? ''}`;
}
