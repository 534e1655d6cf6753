/** Stands in for WeChat: signs pushes as it does, hands out tokens, and takes customer-service messages by its own rules. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf, WechatCipher } from '../../src/gateway/wechat/wechat-crypto.js';

export const ACCOUNT = { appId: 'wx5823bf96d3bd56c7', appSecret: 'secret-of-the-account', token: 'agreedWord', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };

const GRANTED = 5;
const MOST_BYTES = 2048;

export interface PushOptions {
  readonly timestamp?: number;
  readonly signature?: string;
  readonly mode?: 'plain' | 'aes' | 'compatible';
  readonly query?: string;
}

export class WechatStandIn {
  readonly sent: { readonly to: string; readonly text: string }[] = [];
  readonly tokensGiven: string[] = [];
  isAway = false;
  /** How pushes go out that do not say it themselves. */
  mode: NonNullable<PushOptions['mode']> = 'compatible';
  readonly #media = new Map<string, { mime: string; content: Buffer }>();
  /** Codes it refused words with, and to whom. */
  readonly refused: { readonly to: string; readonly code: number }[] = [];
  readonly #left = new Map<string, number>();
  readonly #tooLate = new Set<string>();
  readonly #waiting = new Set<() => void>();
  readonly #server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
    request.on('end', () => {
      if (this.isAway) {
        response.statusCode = 502;
        response.end();
        return;
      }
      const url = new URL(request.url ?? '/', 'http://wechat');
      const media = url.pathname === '/cgi-bin/media/get' ? this.#media.get(url.searchParams.get('media_id') ?? '') : undefined;
      if (media && url.searchParams.get('access_token') === this.tokensGiven.at(-1)) {
        response.setHeader('content-type', media.mime);
        response.end(media.content);
        return;
      }
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(this.#answer(url, JSON.parse(body || '{}') as Record<string, unknown>)));
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** What a user sent, to be fetched by its media id. */
  file(mime: string, content: Buffer): string {
    const id = `media-${this.#media.size + 1}`;
    this.#media.set(id, { mime, content });
    return id;
  }

  /** 48 hours since the user's last words: no answer is taken until there are new ones. */
  twoDaysPass(user: string): void {
    this.#tooLate.add(user);
  }

  /** Pushes to the product; the user may then be answered five times within 48 hours. */
  async push(url: string, fields: Readonly<Record<string, string>>, options: PushOptions = {}): Promise<{ status: number; text: string }> {
    if (fields['FromUserName'] !== undefined) {
      this.#left.set(fields['FromUserName'], GRANTED);
      this.#tooLate.delete(fields['FromUserName']);
    }
    const xml = xmlOf(fields);
    const { mode = this.mode } = options;
    return this.pushRaw(url, mode === 'plain' ? xml : this.#sealed(xml, mode, fields), options);
  }

  async pushRaw(url: string, body: string, { timestamp = Math.floor(Date.now() / 1000), signature, query }: PushOptions = {}): Promise<{ status: number; text: string }> {
    const nonce = 'n0nce';
    const sealed = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1];
    const params = new URLSearchParams({ signature: signature ?? signatureOf([ACCOUNT.token, String(timestamp), nonce]), timestamp: String(timestamp), nonce });
    if (sealed !== undefined) {
      params.set('encrypt_type', 'aes');
      params.set('msg_signature', signatureOf([ACCOUNT.token, String(timestamp), nonce, sealed]));
    }
    const response = await fetch(`${url}/channels/wechat?${query ?? params.toString()}`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body });
    return { status: response.status, text: await response.text() };
  }

  /** The first message to this user that fits, now or later. */
  until(fits: (text: string) => boolean, to: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing fitting was sent; sent so far: ${JSON.stringify(this.sent.slice(-6))}`)), 25_000);
      const check = () => {
        const found = this.sent.find((one) => one.to === to && fits(one.text));
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found.text);
      };
      this.#waiting.add(check);
      check();
    });
  }

  #answer(url: URL, body: Record<string, unknown>): object {
    if (url.pathname === '/cgi-bin/stable_token') {
      if (body['appid'] !== ACCOUNT.appId || body['secret'] !== ACCOUNT.appSecret) return { errcode: 40001, errmsg: 'invalid credential' };
      const token = `token-${this.tokensGiven.length + 1}`;
      this.tokensGiven.push(token);
      return { access_token: token, expires_in: 7200 };
    }
    if (url.pathname !== '/cgi-bin/message/custom/send') return { errcode: 404, errmsg: 'no such call' };
    if (url.searchParams.get('access_token') !== this.tokensGiven.at(-1)) return { errcode: 42001, errmsg: 'access_token expired' };
    return this.#take(String(body['touser']), String((body['text'] as { content?: unknown }).content));
  }

  #take(to: string, text: string): object {
    const left = this.#left.get(to) ?? 0;
    if (Buffer.byteLength(text) > MOST_BYTES) return { errcode: 45002, errmsg: 'content size out of limit' };
    if (this.#tooLate.has(to)) return this.#refuse(to, 45015, 'response out of time limit');
    if (left === 0) return this.#refuse(to, 45047, 'out of response count limit');
    this.#left.set(to, left - 1);
    this.sent.push({ to, text });
    for (const check of [...this.#waiting]) check();
    return { errcode: 0, errmsg: 'ok' };
  }

  #refuse(to: string, code: number, errmsg: string): object {
    this.refused.push({ to, code });
    return { errcode: code, errmsg };
  }

  #sealed(xml: string, mode: 'aes' | 'compatible', fields: Readonly<Record<string, string>>): string {
    const sealed = new WechatCipher(ACCOUNT.aesKey).seal(xml, ACCOUNT.appId);
    return xmlOf({ ...(mode === 'compatible' ? fields : { ToUserName: fields['ToUserName'] ?? '' }), Encrypt: sealed });
  }
}

function xmlOf(fields: Readonly<Record<string, string>>): string {
  return `<xml>${Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`).join('')}</xml>`;
}

let lastId = 24_000_000_000;

/** A text of this user, with an id of its own. */
export function textOf(from: string, content: string): Readonly<Record<string, string>> {
  lastId += 1;
  return { ToUserName: 'gh_jiebang', FromUserName: from, CreateTime: String(Math.floor(Date.now() / 1000)), MsgType: 'text', Content: content, MsgId: String(lastId) };
}
