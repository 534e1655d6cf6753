/** Calls WeChat Customer Service for an enterprise. */
import { z } from 'zod';
import type { Clock } from '../../ports/clock.js';
import type { SharedTokens } from '../../ports/shared-tokens.js';
import type { KfFile, KfOutgoing, KfPerson, KfSent, KfState, Later, Refused, WechatKfPlatform } from '../../ports/wechat-kf-platform.js';
import type { WechatFile } from '../../ports/wechat-platform.js';
import type { TroubleLog } from '../system/trouble-log.js';
import { askForToken, PlatformCalls } from './platform-calls.js';
import type { PlatformRequest } from './platform-calls.js';

export interface WechatKfApiSettings {
  readonly corpId: string;
  readonly secret: string;
  /** Without a slash at the end, e.g. `https://qyapi.weixin.qq.com`. */
  readonly apiUrl: string;
}

const answerSchema = z.looseObject({ errcode: z.number().default(0) });
const pageSchema = z.looseObject({ next_cursor: z.string().default(''), has_more: z.number().default(0), msg_list: z.array(z.unknown()).default([]) });
const sessionSchema = z.looseObject({ service_state: z.number().int().min(0).max(4), servicer_userid: z.string().optional() });
const movedSchema = z.looseObject({ msg_code: z.string().optional() });
const uploadedSchema = z.looseObject({ media_id: z.string().min(1) });

/** How many messages one page may have. */
const PAGE = 200;
const FILE_TIMEOUT_MS = 15_000;
/** Busy; called too often. */
const BUSY_CODES = new Set([-1, 45009, 45033, 6000]);
/** More than five messages for one of the customer's; more than 48 hours since. Either ends when the customer writes. */
const LIMIT_CODES = new Set([95001, 95002]);
/** The session has ended; its state does not allow to speak, or to move there. */
const SESSION_CODES = new Set([95013, 95016, 95018]);
const BUSY_MS = 5_000;
const LIMIT_MS = 600_000;

export class WechatKfApi implements WechatKfPlatform {
  readonly #calls: PlatformCalls;

  constructor({ settings: { corpId, secret, apiUrl }, tokens, clock, logger }: { settings: WechatKfApiSettings; tokens: SharedTokens; clock: Clock; logger: TroubleLog }) {
    const fetchToken = () => askForToken(`${apiUrl}/cgi-bin/gettoken?${new URLSearchParams({ corpid: corpId, corpsecret: secret }).toString()}`);
    this.#calls = new PlatformCalls({ name: `wechat-kf:${corpId}`, apiUrl, tokens, clock, logger, fetchToken });
  }

  async pull(account: string, { cursor, token }: { cursor: string; token: string | null }) {
    const body = { open_kfid: account, limit: PAGE, voice_format: 0, ...(cursor === '' ? {} : { cursor }), ...(token === null ? {} : { token }) };
    return this.#asked({ method: 'POST', path: '/cgi-bin/kf/sync_msg', body }, (answer) => {
      const page = pageSchema.parse(answer);
      return { kind: 'page' as const, cursor: page.next_cursor, hasMore: page.has_more === 1, messages: page.msg_list };
    });
  }

  async send({ account, userId }: KfPerson, message: KfOutgoing, id: string): Promise<KfSent> {
    return this.#sent('/cgi-bin/kf/send_msg', { touser: userId, open_kfid: account, msgid: id, ...bodyOf(message) });
  }

  async sendOnEvent(code: string, message: KfOutgoing, id: string): Promise<KfSent> {
    return this.#sent('/cgi-bin/kf/send_msg_on_event', { code, msgid: id, ...bodyOf(message) });
  }

  async session({ account, userId }: KfPerson) {
    const body = { open_kfid: account, external_userid: userId };
    return this.#asked({ method: 'POST', path: '/cgi-bin/kf/service_state/get', body }, (answer) => {
      const { service_state, servicer_userid } = sessionSchema.parse(answer);
      return { kind: 'session' as const, state: service_state as KfState, servicer: servicer_userid ?? null };
    });
  }

  async move({ account, userId }: KfPerson, to: 1 | 3 | 4, servicer?: string) {
    const body = { open_kfid: account, external_userid: userId, service_state: to, ...(servicer === undefined ? {} : { servicer_userid: servicer }) };
    return this.#asked({ method: 'POST', path: '/cgi-bin/kf/service_state/trans', body }, (answer) => ({ kind: 'moved' as const, code: movedSchema.parse(answer).msg_code ?? null }));
  }

  async fetchFile(mediaId: string): Promise<WechatFile> {
    return this.#calls.file(mediaId, FILE_TIMEOUT_MS);
  }

  async upload(type: 'image' | 'file', { name, mime, content }: KfFile) {
    const form = new FormData();
    form.append('media', new Blob([new Uint8Array(content)], { type: mime }), name);
    return this.#asked({ method: 'POST', path: '/cgi-bin/media/upload', query: { type }, body: form, timeoutMs: FILE_TIMEOUT_MS }, (answer) => ({ kind: 'uploaded' as const, mediaId: uploadedSchema.parse(answer).media_id }));
  }

  async #sent(path: string, body: object): Promise<KfSent> {
    const answer = await this.#asked({ method: 'POST', path, body }, () => ({ kind: 'sent' as const }));
    return answer.kind === 'refused' && SESSION_CODES.has(answer.code) ? { kind: 'not-ours', code: answer.code } : answer;
  }

  /** What goes wrong is an answer too. */
  async #asked<Good>(request: PlatformRequest, read: (answer: unknown) => Good): Promise<Good | Later | Refused> {
    try {
      const answer = await this.#calls.json(request);
      const { errcode: code } = answerSchema.parse(answer);
      if (code === 0) return read(answer);
      if (BUSY_CODES.has(code)) return { kind: 'later', afterMs: BUSY_MS, isAway: true, code };
      return LIMIT_CODES.has(code) ? { kind: 'later', afterMs: LIMIT_MS, code } : { kind: 'refused', code };
    } catch {
      return { kind: 'later', afterMs: BUSY_MS, isAway: true, code: null };
    }
  }
}

function bodyOf(message: KfOutgoing): object {
  switch (message.kind) {
    case 'text':
      return { msgtype: 'text', text: { content: message.text } };
    case 'menu':
      return { msgtype: 'msgmenu', msgmenu: { head_content: message.text, list: message.choices.map(({ id, label }) => ({ type: 'click', click: { id, content: label } })) } };
    case 'media':
      return { msgtype: message.type, [message.type]: { media_id: message.mediaId } };
  }
}
