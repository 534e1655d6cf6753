/** Calls WeChat for an Official Account. */
import { z } from 'zod';
import type { Clock } from '../../ports/clock.js';
import type { SharedTokens } from '../../ports/shared-tokens.js';
import type { PlatformAnswer, WechatFile, WechatPlatform } from '../../ports/wechat-platform.js';
import type { TroubleLog } from '../system/trouble-log.js';
import { askForToken, PlatformCalls } from './platform-calls.js';

export interface WechatApiSettings {
  readonly appId: string;
  readonly appSecret: string;
  /** Without a slash at the end, e.g. `https://api.weixin.qq.com`. */
  readonly apiUrl: string;
}

export interface WechatApiParts {
  readonly settings: WechatApiSettings;
  readonly tokens: SharedTokens;
  readonly clock: Clock;
  readonly logger: TroubleLog;
}

const answerSchema = z.looseObject({ errcode: z.number().optional(), errmsg: z.string().optional() });

/** Busy; too many calls today. */
const BUSY_CODES = new Set([-1, 45009]);
/** More than five messages for one of the user's; more than 48 hours since. Either ends when the user writes. */
const LIMIT_CODES = new Set([45047, 45015]);
const BUSY_MS = 5_000;
const LIMIT_MS = 600_000;
const FILE_TIMEOUT_MS = 3_000;

export class WechatApi implements WechatPlatform {
  readonly #calls: PlatformCalls;

  constructor({ settings: { appId, appSecret, apiUrl }, tokens, clock, logger }: WechatApiParts) {
    const fetchToken = () => askForToken(`${apiUrl}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid: appId, secret: appSecret });
    this.#calls = new PlatformCalls({ name: `wechat:${appId}`, apiUrl, tokens, clock, logger, fetchToken });
  }

  async sendText(openId: string, text: string): Promise<PlatformAnswer> {
    try {
      const body = { touser: openId, msgtype: 'text', text: { content: text } };
      const answer = await this.#calls.json({ method: 'POST', path: '/cgi-bin/message/custom/send', body });
      const code = answerSchema.parse(answer).errcode ?? 0;
      if (code === 0) return { kind: 'sent' };
      if (BUSY_CODES.has(code)) return { kind: 'later', afterMs: BUSY_MS, isAway: true, code };
      return LIMIT_CODES.has(code) ? { kind: 'later', afterMs: LIMIT_MS, code } : { kind: 'never', code };
    } catch {
      return { kind: 'later', afterMs: BUSY_MS, isAway: true, code: null };
    }
  }

  async fetchFile(mediaId: string): Promise<WechatFile> {
    return this.#calls.file(mediaId, FILE_TIMEOUT_MS);
  }
}
