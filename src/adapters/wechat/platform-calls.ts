/** Calls a platform of WeChat with its access token: one for all nodes, fetched again when the platform says that it is no longer good. */
import { z } from 'zod';
import { wholeFile } from '../../domain/attachment.js';
import { ProductError, whyIn } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import type { SharedTokens } from '../../ports/shared-tokens.js';
import type { WechatFile } from '../../ports/wechat-platform.js';
import type { TroubleLog } from '../system/trouble-log.js';

export interface PlatformCallsParts {
  /** What the token is kept under, e.g. `wechat:wx58…`. */
  readonly name: string;
  /** Without a slash at the end, e.g. `https://api.weixin.qq.com`. */
  readonly apiUrl: string;
  readonly tokens: SharedTokens;
  readonly clock: Clock;
  readonly logger: TroubleLog;
  /** Asks the platform for a new token. */
  fetchToken(): Promise<unknown>;
}

const codeSchema = z.looseObject({ errcode: z.number().optional() });
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

export const TIMEOUT_MS = 5_000;
/** The token is given up this long before the platform does. */
const EARLY_MS = 300_000;
const ASK_AGAIN_MS = 200;
const ASK_TIMES = 50;
/** The token is wrong, or ran out: https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html */
const TOKEN_CODES = new Set([40001, 40014, 42001]);

/** What is sent: JSON, a form with a file, or nothing at all. */
export interface PlatformRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object | FormData;
  readonly timeoutMs?: number;
}

export class PlatformCalls {
  constructor(private readonly parts: PlatformCallsParts) {}

  /** The answer as JSON, whatever its code; tried once more with a new token when the old one was no longer good. */
  async json(request: PlatformRequest): Promise<unknown> {
    for (let round = 0; ; round += 1) {
      const { answer, token } = await this.#call(request);
      const given: unknown = await answer.json();
      if (!isTokenRefused(given)) return given;
      await this.parts.tokens.forget(this.parts.name, token);
      // Says nothing of what was asked: it is asked again later.
      if (round > 0) throw new ProductError('unavailable', 'WeChat takes no access token that it gave');
    }
  }

  /** What somebody sent, as far as it is kept; what goes wrong is an answer too. */
  async file(mediaId: string, timeoutMs: number): Promise<WechatFile> {
    try {
      const { answer } = await this.#call({ method: 'GET', path: '/cgi-bin/media/get', query: { media_id: mediaId }, timeoutMs });
      const mime = answer.headers.get('content-type')?.split(';')[0]?.trim() ?? '';
      // What goes wrong is told as JSON in the place of the file.
      const isFile = mime !== 'application/json' && mime !== 'text/plain';
      if (!isFile) await answer.body?.cancel();
      const content = isFile ? await wholeFile(answer.body) : new Uint8Array();
      if (content === null) return { kind: 'too-large' };
      return content.byteLength === 0 ? { kind: 'gone' } : { kind: 'file', name: nameIn(answer.headers.get('content-disposition')) ?? '', mime, content };
    } catch {
      return { kind: 'gone' };
    }
  }

  async #call({ method, path, query, body, timeoutMs }: PlatformRequest): Promise<{ answer: Response; token: string }> {
    const token = await this.#token();
    const params = new URLSearchParams({ access_token: token, ...query });
    const isForm = body instanceof FormData;
    const answer = await fetch(`${this.parts.apiUrl}${path}?${params.toString()}`, {
      ...{ method, redirect: 'error' as const, signal: AbortSignal.timeout(timeoutMs ?? TIMEOUT_MS) },
      ...(body === undefined ? {} : isForm ? { body } : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new ProductError('unavailable', `WeChat answered ${answer.status}`);
    }
    return { answer, token };
  }

  async #token(): Promise<string> {
    const { tokens, clock, name } = this.parts;
    for (let round = 0; round < ASK_TIMES; round += 1) {
      const known = await tokens.read(name, clock.now());
      if (known !== null) return known;
      if (await tokens.mayFetch(name, clock.now())) return this.#fetchToken();
      await new Promise<void>((resolve) => clock.after(ASK_AGAIN_MS, resolve));
    }
    throw new ProductError('unavailable', 'no access token of WeChat in time');
  }

  async #fetchToken(): Promise<string> {
    const { tokens, clock, name, logger } = this.parts;
    try {
      const { access_token, expires_in } = tokenIn(await this.parts.fetchToken());
      await tokens.keep(name, { value: access_token, expiresAt: clock.now() + Math.max(expires_in * 1000 - EARLY_MS, 1000) });
      return access_token;
    } catch (error) {
      // All that is to be said waits for it. What an error says of the address holds the secret.
      logger.warn({ platform: name, why: whyIn(error) }, 'no access token of WeChat');
      throw error;
    }
  }
}

function tokenIn(given: unknown): z.output<typeof tokenSchema> {
  const code = codeSchema.safeParse(given).data?.errcode ?? 0;
  if (code !== 0) throw new ProductError('unavailable', `WeChat answered code ${code}`);
  return tokenSchema.parse(given);
}

function nameIn(disposition: string | null): string | null {
  const encoded = /filename\*=(?:utf-8|UTF-8)''([^;]+)/.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return null;
    }
  }
  return /filename="?([^";]+)"?/.exec(disposition ?? '')?.[1] ?? null;
}

function isTokenRefused(given: unknown): boolean {
  const code = codeSchema.safeParse(given).data?.errcode;
  return code !== undefined && TOKEN_CODES.has(code);
}

/** Before there is a token. */
export async function askForToken(url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    ...{ redirect: 'error' as const, signal: AbortSignal.timeout(TIMEOUT_MS) },
    ...(body === undefined ? { method: 'GET' } : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new ProductError('unavailable', `WeChat answered ${response.status}`);
  return response.json();
}
