/** Calls WeChat: one access token for all nodes, fetched again when the platform says that it is no longer good. */
import { z } from 'zod';
import { ProductError } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import type { SharedTokens } from '../../ports/shared-tokens.js';
import type { PlatformAnswer, WechatPlatform } from '../../ports/wechat-platform.js';

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
}

const answerSchema = z.looseObject({ errcode: z.number().optional(), errmsg: z.string().optional() });
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

const TIMEOUT_MS = 5_000;
/** The token is given up this long before the platform does. */
const EARLY_MS = 300_000;
const ASK_AGAIN_MS = 200;
const ASK_TIMES = 50;
/** The token is wrong, or ran out: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html */
const TOKEN_CODES = new Set([40001, 40014, 42001]);
/** Busy; too many calls today. */
const BUSY_CODES = new Set([-1, 45009]);
/** More than five messages for one of the user's; more than 48 hours since. Either ends when the user writes. */
const LIMIT_CODES = new Set([45047, 45015]);
const BUSY_MS = 5_000;
const LIMIT_MS = 600_000;

export class WechatApi implements WechatPlatform {
  readonly #name: string;

  constructor(private readonly parts: WechatApiParts) {
    this.#name = `wechat:${parts.settings.appId}`;
  }

  async sendText(openId: string, text: string): Promise<PlatformAnswer> {
    try {
      const code = await this.#call('/cgi-bin/message/custom/send', { touser: openId, msgtype: 'text', text: { content: text } });
      if (code === 0) return { kind: 'sent' };
      if (BUSY_CODES.has(code)) return { kind: 'later', afterMs: BUSY_MS, code };
      return LIMIT_CODES.has(code) ? { kind: 'later', afterMs: LIMIT_MS, code } : { kind: 'never', code };
    } catch {
      return { kind: 'later', afterMs: BUSY_MS, code: null };
    }
  }

  /** The platform's code; tried once more with a new token when the old one was no longer good. */
  async #call(path: string, body: object): Promise<number> {
    for (let round = 0; ; round += 1) {
      const token = await this.#token();
      const answer = await post(`${this.parts.settings.apiUrl}${path}?access_token=${encodeURIComponent(token)}`, body);
      const code = answerSchema.parse(answer).errcode ?? 0;
      if (!TOKEN_CODES.has(code) || round > 0) return code;
      await this.parts.tokens.forget(this.#name, token);
    }
  }

  async #token(): Promise<string> {
    const { tokens, clock } = this.parts;
    for (let round = 0; round < ASK_TIMES; round += 1) {
      const known = await tokens.read(this.#name, clock.now());
      if (known !== null) return known;
      if (await tokens.mayFetch(this.#name, clock.now())) return this.#fetchToken();
      await new Promise<void>((resolve) => clock.after(ASK_AGAIN_MS, resolve));
    }
    throw new ProductError('unavailable', 'no access token of WeChat in time');
  }

  async #fetchToken(): Promise<string> {
    const { settings, tokens, clock } = this.parts;
    const { appId, appSecret, apiUrl } = settings;
    const answer = await post(`${apiUrl}/cgi-bin/stable_token`, { grant_type: 'client_credential', appid: appId, secret: appSecret });
    const { access_token, expires_in } = tokenSchema.parse(answer);
    await tokens.keep(this.#name, { value: access_token, expiresAt: clock.now() + Math.max(expires_in * 1000 - EARLY_MS, 1000) });
    return access_token;
  }
}

async function post(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, {
    ...{ method: 'POST', redirect: 'error' as const, headers: { 'content-type': 'application/json' } },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new ProductError('unavailable', `WeChat answered ${response.status}`);
  return response.json();
}
