/** The door of WeChat Customer Service: the platform only says that there is something, is answered at once, and `kf-puller.ts` fetches it. */
import express, { Router } from 'express';
import type { Clock } from '../../ports/clock.js';
import { isFitId } from '../channels/channel-intake.js';
import { signed } from '../wechat/signed-request.js';
import type { PlatformQuery, PlatformReply } from '../wechat/signed-request.js';
import { isSignature } from '../wechat/wechat-crypto.js';
import type { WechatCipher } from '../wechat/wechat-crypto.js';
import { MAX_XML_BYTES, readXml } from '../wechat/wechat-xml.js';

export interface KfDoorDeps {
  readonly corpId: string;
  /** The word agreed with the platform; what its signatures prove that it knows. */
  readonly token: string;
  readonly cipher: WechatCipher;
  readonly clock: Clock;
  readonly puller: { announce(account: string, token: string | null): Promise<void> };
}

const GOT_IT = 'success';
const EVENT = 'kf_msg_or_event';
const MAX_TOKEN = 128;

export function kfDoor(deps: KfDoorDeps): Router {
  const { clock } = deps;
  const router = Router();
  const knows = (query: PlatformQuery, sealed: string) => sealed !== '' && isSignature(query.msgSignature, [deps.token, query.timestamp, query.nonce, sealed]);
  router.get(
    '/channels/wechat-kf',
    signed({ by: 'msgSignature', clock, isFromPlatform: (query) => knows(query, query.echostr) }, (_request, query) => Promise.resolve(deps.cipher.open(query.echostr, deps.corpId) ?? 'forbidden')),
  );
  router.post(
    '/channels/wechat-kf',
    express.text({ type: () => true, limit: MAX_XML_BYTES }),
    // What is signed is the sealed text, so the shell around it is read first; it is small and can do nothing but be read.
    signed({ by: 'msgSignature', clock, isFromPlatform: () => true }, async (request, query) => {
      const fields = readXml(typeof request.body === 'string' ? request.body : '');
      if (!fields) return 'bad-request';
      const sealed = fields['Encrypt'] ?? '';
      const text = knows(query, sealed) ? deps.cipher.open(sealed, deps.corpId) : null;
      return text === null ? 'forbidden' : announced(deps, text);
    }),
  );
  return router;
}

async function announced({ corpId, puller }: KfDoorDeps, text: string): Promise<PlatformReply> {
  const event = readXml(text);
  if (!event) return 'bad-request';
  if (event['ToUserName'] !== corpId) return 'forbidden';
  if (event['MsgType'] !== 'event' || event['Event'] !== EVENT) return GOT_IT;
  const account = event['OpenKfId'] ?? '';
  if (!isFitId(account)) return 'bad-request';
  const token = event['Token'] ?? '';
  await puller.announce(account, token === '' || token.length > MAX_TOKEN ? null : token);
  return GOT_IT;
}
