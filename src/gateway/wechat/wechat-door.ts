/** The Official Account's door: the platform's pushes, signature checked first, answered at once; what is said back goes by `wechat-sender.ts`. */
import express, { Router } from 'express';
import { isRefusal } from '../../domain/errors.js';
import type { Conversations } from '../../conversation/conversations.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { WechatPlatform } from '../../ports/wechat-platform.js';
import type { Logger } from '../../telemetry/logger.js';
import { channelWords } from '../../wording/channels/words.js';
import type { ChannelIntake, ChannelPerson, Said } from '../channels/channel-intake.js';
import { choiceOf, fitText } from '../channels/plain-text.js';
import { keepAttachment } from '../http/attachment-keeping.js';
import type { KeepingDeps } from '../http/attachment-keeping.js';
import { scoreIn, takeScore } from '../channels/survey.js';
import { signed } from './signed-request.js';
import type { PlatformQuery, PlatformReply, SignedBy } from './signed-request.js';
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
  readonly conversations: Pick<Conversations, 'messages' | 'receiveFile' | 'rate'>;
  readonly platform: WechatPlatform;
  readonly keeping: KeepingDeps;
  readonly rateLimit: RateLimit;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** What the platform takes as "got it". */
const GOT_IT = 'success';
const RECENT = 10;
/** Longer words are looked at no further. */
const MOST_OF_SCORE = 12;

export function wechatDoor(deps: WechatDoorDeps): Router {
  const router = Router();
  const by: SignedBy = { by: 'signature', clock: deps.clock, isFromPlatform: ({ signature, timestamp, nonce }) => isSignature(signature, [deps.token, timestamp, nonce]) };
  router.get('/channels/wechat', signed(by, (_request, query) => Promise.resolve(query.echostr)));
  router.post(
    '/channels/wechat',
    express.text({ type: () => true, limit: MAX_XML_BYTES }),
    signed(by, async (request, query) => {
      const fields = readXml(typeof request.body === 'string' ? request.body : '');
      const plain = fields && opened(deps, fields, query);
      if (plain === null) return 'bad-request';
      if (plain === 'forged') return 'forbidden';
      return taken(deps, plain);
    }),
  );
  return router;
}

/** What is encrypted is believed over what lies in plain sight beside it. */
function opened({ cipher, token, appId }: WechatDoorDeps, fields: XmlFields, query: PlatformQuery): XmlFields | 'forged' | null {
  const sealed = fields['Encrypt'];
  // With a key agreed everything comes sealed, in the compatible mode too: the signature in the address says nothing about a plain body.
  if (sealed === undefined) return cipher === null ? fields : 'forged';
  if (!cipher || !isSignature(query.msgSignature, [token, query.timestamp, query.nonce, sealed])) return 'forged';
  const text = cipher.open(sealed, appId);
  return text === null ? 'forged' : readXml(text);
}

/** The platform waits five seconds and then asks again: it gets its answer as soon as the message is durable. */
async function taken(deps: WechatDoorDeps, fields: XmlFields): Promise<PlatformReply> {
  const push = pushOf(fields, channelWords('zh-CN'));
  if (push.kind === 'unfit') return 'bad-request';
  if (push.kind === 'nothing' || !(await deps.rateLimit.take('chat.send', `wechat:${push.openId}`)).allowed) return GOT_IT;
  const person: ChannelPerson = { channel: 'wechat', externalId: push.openId, address: {}, locale: null };
  const said = { ...push.said, text: fitText(push.said.text) };
  if (said.text === '') return GOT_IT;
  const picture = push.mediaId === undefined ? null : await pictureTaken(deps, person, { id: said.id, mediaId: push.mediaId });
  if (picture === 'kept') return GOT_IT;
  if (await isRating(deps, person, said)) return GOT_IT;
  const answer = await deps.intake.say(person, await withChoice(deps, person, picture === null ? said : { ...said, wordless: picture }));
  if (!isRefusal(answer)) return GOT_IT;
  deps.logger.warn({ code: answer.refused }, 'a message from WeChat was not taken');
  return answer.refused === 'unavailable' ? 'unavailable' : GOT_IT;
}

/** The thanks are said beside the record, at most once. */
async function isRating({ intake, conversations, platform }: WechatDoorDeps, person: ChannelPerson, { id, text, action, wordless }: Said): Promise<boolean> {
  const conversation = action || wordless || text.length > MOST_OF_SCORE ? null : await intake.known(person);
  const score = conversation && (await scoreIn({ id, text }, conversation, conversations));
  if (conversation === null || score === null) return false;
  const thanks = await takeScore(conversations, conversation, { score, saidAs: id });
  if (isRefusal(thanks)) return false;
  if (thanks !== null) void platform.sendText(person.externalId, thanks);
  return true;
}

/** What does not come in time, or is no picture, is named in words. */
async function pictureTaken({ intake, conversations, platform, keeping }: WechatDoorDeps, person: ChannelPerson, { id, mediaId }: { id: string; mediaId: string }): Promise<'kept' | 'too-large' | 'not-received'> {
  const [fetched, conversation] = await Promise.all([platform.fetchFile(mediaId), intake.conversationOf(person)]);
  if (fetched.kind === 'too-large') return 'too-large';
  if (fetched.kind === 'gone' || isRefusal(conversation)) return 'not-received';
  const kept = await keepAttachment(keeping, { conversationId: conversation.id, by: { kind: 'subscriber' }, name: fetched.name || id, content: fetched.content });
  if (isRefusal(kept)) return 'not-received';
  return isRefusal(await conversations.receiveFile(conversation, { clientId: id, attachmentId: kept.id })) ? 'not-received' : 'kept';
}

/** 「1」 after a list of choices is the first of them. */
async function withChoice({ intake, conversations }: WechatDoorDeps, person: ChannelPerson, said: Said): Promise<Said> {
  if (said.action || said.wordless || !/^\D{0,2}\d\D{0,2}$/.test(said.text)) return said;
  const conversation = await intake.conversationOf(person);
  if (isRefusal(conversation)) return said;
  const button = choiceOf(said.text, await conversations.messages(conversation.id, { limit: RECENT }));
  if (!button) return said;
  return { ...said, text: button.label, action: { id: button.id, ...(button.value === undefined ? {} : { value: button.value }) } };
}
