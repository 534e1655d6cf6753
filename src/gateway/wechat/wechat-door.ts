/** The Official Account's door: the platform's pushes, signature checked first, answered at once; what is said back goes by `wechat-sender.ts`. */
import express, { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { ErrorCode } from '../../domain/errors.js';
import type { Conversations } from '../../conversation/conversations.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import { MAX_TEXT } from '../../protocol/texts.js';
import type { Logger } from '../../telemetry/logger.js';
import { channelWords } from '../../wording/channels/words.js';
import type { ChannelIntake, ChannelPerson, Said } from '../channels/channel-intake.js';
import { choiceOf } from '../channels/plain-text.js';
import { sendProblem } from '../http/problem.js';
import { isSignature } from './wechat-crypto.js';
import type { WechatCipher } from './wechat-crypto.js';
import { pushOf } from './wechat-push.js';
import { MAX_XML_BYTES, readXml } from './wechat-xml.js';
import type { XmlFields } from './wechat-xml.js';

export interface WechatDoorDeps {
  readonly appId: string;
  /** The word agreed with the platform; what its signatures prove that it knows. */
  readonly token: string;
  /** Null: the platform pushes plain text. */
  readonly cipher: WechatCipher | null;
  readonly intake: ChannelIntake;
  readonly conversations: Pick<Conversations, 'messages'>;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A push older than this is somebody playing back what they overheard. */
const WINDOW_MS = 5 * 60_000;
/** What the platform takes as "got it". */
const GOT_IT = 'success';
const RECENT = 10;

interface Query {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly echostr: string;
  readonly msgSignature: string;
}

export function wechatDoor(deps: WechatDoorDeps): Router {
  const router = Router();
  router.get('/channels/wechat', signed(deps, (_request, query) => Promise.resolve(query.echostr)));
  router.post(
    '/channels/wechat',
    express.text({ type: () => true, limit: MAX_XML_BYTES }),
    signed(deps, async (request, query) => {
      const fields = readXml(typeof request.body === 'string' ? request.body : '');
      const plain = fields && opened(deps, fields, query);
      if (plain === null) return 'bad-request';
      if (plain === 'forged') return 'forbidden';
      return taken(deps, plain);
    }),
  );
  return router;
}

/** Answers with text, or with a coded problem. */
type Answer = string | ErrorCode;
const PROBLEMS: ReadonlySet<string> = new Set<ErrorCode>(['bad-request', 'forbidden', 'unavailable']);

function signed(deps: WechatDoorDeps, handle: (request: Request, query: Query) => Promise<Answer>): RequestHandler {
  return async (request, response) => {
    const query = queryOf(request);
    const answer = query === null ? 'bad-request' : !isFresh(query, deps) || !isFromPlatform(query, deps) ? 'forbidden' : await handle(request, query);
    if (PROBLEMS.has(answer)) sendProblem(request, response, refuse(answer as ErrorCode));
    else response.type('text/plain').send(answer);
  };
}

/** Each parameter once and as text; anything else is nobody we know. */
function queryOf(request: Request): Query | null {
  const params = new URL(request.originalUrl, 'http://door').searchParams;
  const names = [...params.keys()];
  if (new Set(names).size !== names.length || names.some((name) => /[[\]]/.test(name))) return null;
  const of = (name: string): string => params.get(name) ?? '';
  const query = { signature: of('signature'), timestamp: of('timestamp'), nonce: of('nonce'), echostr: of('echostr').slice(0, 512), msgSignature: of('msg_signature') };
  return query.signature === '' || query.timestamp === '' || query.nonce === '' ? null : query;
}

function isFresh({ timestamp }: Query, { clock }: WechatDoorDeps): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(clock.now() - Number(timestamp) * 1000) <= WINDOW_MS;
}

function isFromPlatform({ signature, timestamp, nonce }: Query, { token }: WechatDoorDeps): boolean {
  return isSignature(signature, [token, timestamp, nonce]);
}

/** What is encrypted is believed over what lies in plain sight beside it. */
function opened({ cipher, token, appId }: WechatDoorDeps, fields: XmlFields, query: Query): XmlFields | 'forged' | null {
  const sealed = fields['Encrypt'];
  if (sealed === undefined) return fields;
  if (!cipher || !isSignature(query.msgSignature, [token, query.timestamp, query.nonce, sealed])) return 'forged';
  const text = cipher.open(sealed, appId);
  return text === null ? 'forged' : readXml(text);
}

/** The platform waits five seconds and then asks again: it gets its answer as soon as the message is durable. */
async function taken(deps: WechatDoorDeps, fields: XmlFields): Promise<Answer> {
  const push = pushOf(fields, channelWords('zh-CN'));
  if (push.kind === 'unfit') return 'bad-request';
  if (push.kind === 'nothing' || !(await deps.rateLimit.take('chat.send', `wechat:${push.openId}`)).allowed) return GOT_IT;
  const person: ChannelPerson = { channel: 'wechat', externalId: push.openId, address: {}, locale: null };
  const said = { ...push.said, text: fitText(push.said.text) };
  if (said.text === '') return GOT_IT;
  const answer = await deps.intake.say(person, await withChoice(deps, person, said));
  if (!isRefusal(answer)) return GOT_IT;
  deps.logger.warn({ code: answer.refused }, 'a message from WeChat was not taken');
  return answer.refused === 'unavailable' ? 'unavailable' : GOT_IT;
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function fitText(text: string): string {
  return text.slice(0, MAX_TEXT).toWellFormed().replace(CONTROLS, '').trim();
}

/** 「1」 after a list of choices is the first of them. */
async function withChoice({ intake, conversations }: WechatDoorDeps, person: ChannelPerson, said: Said): Promise<Said> {
  if (said.action || !/^\D{0,2}\d\D{0,2}$/.test(said.text)) return said;
  const conversation = await intake.conversationOf(person);
  if (isRefusal(conversation)) return said;
  const button = choiceOf(said.text, await conversations.messages(conversation.id, { limit: RECENT }));
  if (!button) return said;
  return { ...said, text: button.label, action: { id: button.id, ...(button.value === undefined ? {} : { value: button.value }) } };
}
