/** Stands in for the Bot Framework: signs Activities with keys of its own, hands out tokens, and takes replies by its rules. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { JWK } from 'jose';

export const BOT = { appId: '5f0e8c1d-bot', password: 'password-of-the-bot' };
export const ISSUER = 'https://api.botframework.test';

export interface Reply {
  readonly conversation: string;
  readonly type: string;
  readonly text: string;
  readonly name: string | undefined;
  readonly value: unknown;
  readonly activity: Record<string, unknown>;
  readonly id: string;
}

export interface Signing {
  readonly issuer?: string;
  readonly audience?: string;
  readonly serviceUrl?: string | null;
  readonly lifeSeconds?: number;
  readonly token?: string | null;
}

const MOST_BYTES = 100_000;
const CARDS = new Set(['application/vnd.microsoft.card.hero', 'application/vnd.microsoft.card.adaptive']);
type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

export class ConnectorStandIn {
  readonly replies: Reply[] = [];
  readonly tokensGiven: string[] = [];
  /** Whether words may be changed here; they can always be removed. */
  canUpdate = true;
  readonly changed: { readonly id: string; readonly conversation: string; readonly text: string | null }[] = [];
  /** The next so many calls are answered so instead. */
  trouble: { status: number; times: number; headers?: Record<string, string> } = { status: 0, times: 0 };
  url = '';
  readonly #files = new Map<string, Uint8Array>();
  readonly #conversations = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #keys: Keys | null = null;
  #stranger: Keys | null = null;
  #published: JWK = {};
  readonly #server = createServer((request, response) => void this.#answer(request, response));

  async start(): Promise<Record<string, string>> {
    this.#keys = await generateKeyPair('RS256');
    this.#stranger = await generateKeyPair('RS256');
    this.#published = { ...(await exportJWK(this.#keys.publicKey)), kid: 'one', use: 'sig', ...{ endorsements: ['msteams', 'directline', 'slack', 'sms', 'webchat'] } };
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    this.url = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return { BOT_APP_ID: BOT.appId, BOT_APP_PASSWORD: BOT.password, BOT_OPENID_METADATA: `${this.url}/metadata`, BOT_TOKEN_URL: `${this.url}/token` };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  file(name: string, content: Uint8Array): string {
    this.#files.set(`/files/${name}`, content);
    return `${this.url}/files/${name}`;
  }

  /** An Activity of this conversation as its channel would send it. */
  activity(conversation: string, over: Record<string, unknown>): Record<string, unknown> {
    lastId += 1;
    return {
      ...{ type: 'message', id: `act-${process.pid}-${lastId}`, timestamp: new Date().toISOString(), channelId: 'msteams', serviceUrl: `${this.url}/service/` },
      ...{ conversation: { id: conversation }, from: { id: `user-of-${conversation}`, name: 'U', role: 'user' }, recipient: { id: 'bot-1', name: 'Xiaojie' }, locale: 'zh-CN' },
      ...over,
    };
  }

  async say(product: string, conversation: string, text: string, over: Record<string, unknown> = {}): Promise<number> {
    return (await this.push(product, this.activity(conversation, { text, ...over }))).status;
  }

  async push(product: string, activity: unknown, signing: Signing = {}): Promise<{ status: number; body: Record<string, unknown> }> {
    const id = (activity as { conversation?: { id?: unknown } } | null)?.conversation?.id;
    if (typeof id === 'string') this.#conversations.add(id);
    const token = signing.token === undefined ? await this.sign(signing) : signing.token;
    const response = await fetch(`${product}/api/messages`, {
      ...{ method: 'POST', body: typeof activity === 'string' ? activity : JSON.stringify(activity) },
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    });
    return { status: response.status, body: (await response.json().catch(() => ({}))) as Record<string, unknown> };
  }

  sign({ issuer = ISSUER, audience = BOT.appId, serviceUrl = `${this.url}/service/`, lifeSeconds = 3600 }: Signing = {}, byStranger = false): Promise<string> {
    const keys = byStranger ? this.#stranger : this.#keys;
    if (!keys) throw new Error('not started');
    const now = Math.floor(Date.now() / 1000);
    const jwt = new SignJWT(serviceUrl === null ? {} : { serviceurl: serviceUrl }).setProtectedHeader({ alg: 'RS256', kid: 'one' });
    return jwt.setIssuer(issuer).setAudience(audience).setIssuedAt(now - 7200).setExpirationTime(now + lifeSeconds).sign(keys.privateKey);
  }

  of(conversation: string): Reply[] {
    return this.replies.filter((reply) => reply.conversation === conversation);
  }

  /** The first reply in this conversation that fits, now or later. */
  until(conversation: string, fits: (reply: Reply) => boolean): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing fitting was sent; sent so far: ${JSON.stringify(this.of(conversation).map(({ type, name, text }) => ({ type, name, text })).slice(-8))}`)), 40_000);
      const check = () => {
        const found = this.of(conversation).find(fits);
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const path = new URL(request.url ?? '/', 'http://stand-in').pathname;
    const file = this.#files.get(path);
    if (file) {
      response.end(file);
      return;
    }
    const { status, answer, headers = {} } = this.#handle(path, body, { authorization: request.headers.authorization, method: request.method ?? '' });
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(answer));
  }

  #handle(path: string, body: string, { authorization, method }: { authorization: string | undefined; method: string }): { status: number; answer: object; headers?: Record<string, string> } {
    if (path === '/metadata') return { status: 200, answer: { issuer: ISSUER, jwks_uri: `${this.url}/keys`, id_token_signing_alg_values_supported: ['RS256'] } };
    if (path === '/keys') return { status: 200, answer: { keys: [this.#published] } };
    if (path === '/token') return this.#token(new URLSearchParams(body));
    const [, conversation, told] = /^\/service\/v3\/conversations\/([^/]+)\/activities(?:\/([^/]+))?$/.exec(path) ?? [];
    if (conversation === undefined) return { status: 404, answer: {} };
    if (this.trouble.times > 0) {
      this.trouble.times -= 1;
      return { status: this.trouble.status, answer: {}, ...(this.trouble.headers ? { headers: this.trouble.headers } : {}) };
    }
    if (authorization !== `Bearer ${this.tokensGiven.at(-1)}`) return { status: 401, answer: {} };
    return told === undefined ? this.#take(decodeURIComponent(conversation), body) : this.#change(decodeURIComponent(conversation), { id: decodeURIComponent(told), method, body });
  }

  #change(conversation: string, { id, method, body }: { id: string; method: string; body: string }): { status: number; answer: object } {
    if (!this.of(conversation).some((reply) => reply.id === id)) return { status: 404, answer: {} };
    if (method === 'PUT' && !this.canUpdate) return { status: 405, answer: {} };
    const text = method === 'PUT' ? (JSON.parse(body) as { text: string }).text : null;
    this.changed.push({ id, conversation, text });
    for (const check of [...this.#waiting]) check();
    return { status: 200, answer: method === 'PUT' ? { id } : {} };
  }

  #token(form: URLSearchParams): { status: number; answer: object } {
    const isRight = form.get('grant_type') === 'client_credentials' && form.get('client_id') === BOT.appId && form.get('client_secret') === BOT.password && form.get('scope') !== null;
    if (!isRight) return { status: 400, answer: { error: 'invalid_client' } };
    const token = `token-${this.tokensGiven.length + 1}`;
    this.tokensGiven.push(token);
    return { status: 200, answer: { access_token: token, expires_in: 3600, token_type: 'Bearer' } };
  }

  #take(conversation: string, body: string): { status: number; answer: object } {
    if (!this.#conversations.has(conversation)) return { status: 404, answer: {} };
    if (Buffer.byteLength(body) > MOST_BYTES) return { status: 413, answer: {} };
    const activity = JSON.parse(body) as Record<string, unknown> & { conversation?: { id?: string }; from?: { id?: string }; recipient?: { id?: string }; attachments?: { contentType?: string; content?: { type?: string; version?: string } }[] };
    const isAddressed = activity.conversation?.id === conversation && activity.from?.id === 'bot-1' && activity.recipient?.id === `user-of-${conversation}`;
    const areCardsFit = (activity.attachments ?? []).every(({ contentType = '', content }) => !contentType.includes('adaptive') || (content?.type === 'AdaptiveCard' && content.version !== undefined));
    const areKnown = (activity.attachments ?? []).every(({ contentType = '' }) => CARDS.has(contentType) || contentType === 'application/json' || contentType.startsWith('image/') || contentType.startsWith('text/'));
    if (!isAddressed || !areCardsFit || !areKnown) return { status: 400, answer: { error: { code: 'BadSyntax' } } };
    const id = `reply-${this.replies.length + 1}`;
    this.replies.push({ id, conversation, activity, type: String(activity['type']), text: String(activity['text'] ?? ''), name: activity['name'] as string | undefined, value: activity['value'] });
    for (const check of [...this.#waiting]) check();
    return { status: 201, answer: { id } };
  }
}

let lastId = 0;

/** What the buttons on and beside this reply bring back when tapped, by their words. */
export function tapsOf({ activity }: Reply): Map<string, { text: string | undefined; value: unknown }> {
  const taps = new Map<string, { text: string | undefined; value: unknown }>();
  const { attachments = [], suggestedActions } = activity as { attachments?: { content?: { buttons?: Action[]; actions?: { title: string; data: unknown }[] } }[]; suggestedActions?: { actions: Action[] } };
  for (const { content } of attachments) {
    for (const { title, value, text, type } of content?.buttons ?? []) taps.set(title, type === 'imBack' ? { text: String(value), value: undefined } : { text, value });
    for (const { title, data } of content?.actions ?? []) taps.set(title, { text: undefined, value: data });
  }
  for (const { title, value, text } of suggestedActions?.actions ?? []) taps.set(title, { text, value });
  return taps;
}

interface Action {
  readonly type: string;
  readonly title: string;
  readonly text?: string;
  readonly value?: unknown;
}
