/** Calls a channel's connector service: one Activity at a time, with a bounded wait and a token shared by all nodes. */
import { z } from 'zod';
import { ProductError, whyIn } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import type { SharedTokens } from '../../ports/shared-tokens.js';
import type { Logger } from '../../telemetry/logger.js';
import type { OutActivity } from './activity-of.js';
import type { BotAddress } from './bot-address.js';

export interface ConnectorAccess {
  readonly appId: string;
  readonly password: string;
  /** Where the token for our calls is fetched, by client credentials. */
  readonly tokenUrl: string;
  readonly scope: string;
}

export interface ConnectorParts {
  /** Null in the demo on loopback: then only loopback is called, and without a token. */
  readonly access: ConnectorAccess | null;
  readonly tokens: SharedTokens;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn'>;
}

export type ConnectorAnswer =
  /** Under `id`, where the channel gives one. */
  | { readonly kind: 'sent'; readonly id: string | null }
  | { readonly kind: 'later'; readonly afterMs: number; readonly isAway?: boolean }
  /** It does not take this Activity, or the conversation is gone. */
  | { readonly kind: 'never'; readonly status: number };

const sentSchema = z.looseObject({ id: z.string().max(1000) });
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/** Well within the lease of a delivery. */
const TIMEOUT_MS = 5_000;
const BUSY_MS = 5_000;
const LONGEST_WAIT_MS = 600_000;
const EARLY_MS = 300_000;
const ASK_AGAIN_MS = 200;
const ASK_TIMES = 20;

export class Connector {
  readonly #name: string;

  constructor(private readonly parts: ConnectorParts) {
    this.#name = `bot:${parts.access?.appId ?? ''}`;
  }

  async send(to: BotAddress, activity: OutActivity): Promise<ConnectorAnswer> {
    return this.#call('POST', to, { body: addressed(activity, to) });
  }

  /** In the place of what was sent under this id. */
  async update(to: BotAddress, id: string, activity: OutActivity): Promise<ConnectorAnswer> {
    return this.#call('PUT', to, { id, body: addressed({ ...activity, id }, to) });
  }

  async remove(to: BotAddress, id: string): Promise<ConnectorAnswer> {
    return this.#call('DELETE', to, { id });
  }

  async #call(method: 'POST' | 'PUT' | 'DELETE', to: BotAddress, { id, body }: { id?: string; body?: object }): Promise<ConnectorAnswer> {
    if (!this.mayCall(to.serviceUrl)) return { kind: 'never', status: 0 };
    const whole = `${to.serviceUrl.replace(/\/+$/, '')}/v3/conversations/${encodeURIComponent(to.conversation.id)}/activities`;
    try {
      return await this.#ask(id === undefined ? whole : `${whole}/${encodeURIComponent(id)}`, method, body);
    } catch {
      return { kind: 'later', afterMs: BUSY_MS, isAway: true };
    }
  }

  /** Without an id nobody vouches for an address: then nothing but this machine is called. */
  mayCall(serviceUrl: string): boolean {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, hostname } = new URL(serviceUrl);
    if (isLoopback(hostname)) return protocol === 'http:' || protocol === 'https:';
    return this.parts.access !== null && protocol === 'https:';
  }

  /** For fetching what lies on the channel's own host. */
  async headers(): Promise<Readonly<Record<string, string>>> {
    const token = await this.#token();
    return token === null ? {} : { authorization: `Bearer ${token}` };
  }

  async #ask(url: string, method: string, body: object | undefined): Promise<ConnectorAnswer> {
    for (let round = 0; ; round += 1) {
      const token = await this.#token();
      const response = await fetch(url, {
        ...{ method, redirect: 'error' as const, signal: AbortSignal.timeout(TIMEOUT_MS) },
        headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const { status } = response;
      if (response.ok) return { kind: 'sent', id: await idIn(response) };
      await response.body?.cancel();
      if (status === 401 && token !== null && round === 0) {
        await this.parts.tokens.forget(this.#name, token);
        continue;
      }
      if (status === 429 || status === 401 || status === 408 || status >= 500) return { kind: 'later', afterMs: pauseOf(response), isAway: status !== 429 };
      return { kind: 'never', status };
    }
  }

  async #token(): Promise<string | null> {
    const { access, tokens, clock } = this.parts;
    if (access === null) return null;
    for (let round = 0; round < ASK_TIMES; round += 1) {
      const known = await tokens.read(this.#name, clock.now());
      if (known !== null) return known;
      if (await tokens.mayFetch(this.#name, clock.now())) return this.#tokenFrom(access);
      await new Promise<void>((resolve) => clock.after(ASK_AGAIN_MS, resolve));
    }
    throw new ProductError('unavailable', 'no access token of the Bot Framework in time');
  }

  /** All that is to be said waits for it. */
  async #tokenFrom(access: ConnectorAccess): Promise<string> {
    try {
      return await this.#fetchToken(access);
    } catch (error) {
      this.parts.logger.warn({ why: whyIn(error) }, 'no access token of the Bot Framework');
      throw error;
    }
  }

  async #fetchToken({ appId, password, tokenUrl, scope }: ConnectorAccess): Promise<string> {
    const response = await fetch(tokenUrl, {
      ...{ method: 'POST', redirect: 'error' as const, signal: AbortSignal.timeout(TIMEOUT_MS) },
      body: new URLSearchParams({ grant_type: 'client_credentials', client_id: appId, client_secret: password, scope }),
    });
    if (!response.ok) throw new ProductError('unavailable', `the login of the Bot Framework answered ${response.status}`);
    const { access_token: value, expires_in } = tokenSchema.parse(await response.json());
    const { tokens, clock } = this.parts;
    await tokens.keep(this.#name, { value, expiresAt: clock.now() + Math.max(expires_in * 1000 - EARLY_MS, 1000) });
    return value;
  }
}

function addressed(activity: OutActivity, { serviceUrl, channelId, conversation, bot, user }: BotAddress): object {
  return { ...activity, serviceUrl, channelId, conversation, from: bot, recipient: user };
}

async function idIn(response: Response): Promise<string | null> {
  const answer: unknown = await response.json().catch(() => null);
  const id = sentSchema.safeParse(answer).data?.id ?? '';
  return id === '' ? null : id;
}

export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || hostname === '::1' || /^127(\.\d{1,3}){3}$/.test(hostname);
}

function pauseOf(response: Response): number {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds * 1000, LONGEST_WAIT_MS) : BUSY_MS;
}
