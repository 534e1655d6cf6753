/** Stands in for WeChat Customer Service: announces under signature and seal, tells what was written page by page, and keeps its own rules. */
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { signatureOf, WechatCipher } from '../../src/gateway/wechat/wechat-crypto.js';
import { until } from './until.js';

export const CORP = { corpId: 'ww9d1f3c5b7a2e4680', secret: 'secret-of-the-service', token: 'agreedWordKf', aesKey: 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopq' };
export const SERVICE = 'wkJiebangService00000000000000001';

const GRANTED = 5;
const MOST_BYTES = 2048;
const MOST_IMAGE_BYTES = 2 * 1024 * 1024;
const PAGE = 3;
/** Where a session may be moved by a call, from where it is. */
const MOVES: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 3, 4], 1: [2, 3, 4], 2: [3, 4], 3: [3, 4], 4: [] };

export interface KfSentMessage {
  readonly to: string;
  readonly type: string;
  /** Words and, below them, the labels of a menu. */
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly content: string }[];
  readonly media: Buffer | null;
  readonly id: string;
}

interface Session {
  state: number;
  servicer: string;
  left: number;
  isTooLate: boolean;
}

type Fields = Record<string, unknown>;
interface Answer {
  readonly errcode: number;
  readonly [key: string]: unknown;
}

export class WechatKfStandIn {
  readonly sent: KfSentMessage[] = [];
  /** Every move that was asked for and done: `1→3 zhangsan`. */
  readonly moves: string[] = [];
  readonly refused: { readonly path: string; readonly code: number; readonly user: string }[] = [];
  readonly tokensGiven: string[] = [];
  readonly servicers = new Set(['zhangsan', 'lisi']);
  isAway = false;
  /** Where announcements go. */
  url = '';
  readonly #entries: Fields[] = [];
  readonly #sessions = new Map<string, Session>();
  readonly #codes = new Map<string, string>();
  readonly #media = new Map<string, { name: string; mime: string; content: Buffer }>();
  readonly #syncTokens = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #count = 0;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  async start(): Promise<Readonly<Record<string, string>>> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    const api = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return { WECHAT_KF_CORP_ID: CORP.corpId, WECHAT_KF_SECRET: CORP.secret, WECHAT_KF_TOKEN: CORP.token, WECHAT_KF_AES_KEY: CORP.aesKey, WECHAT_KF_API_URL: api };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** 48 hours since the customer's last words: no answer is taken until there are new ones. */
  twoDaysPass(user: string): void {
    this.sessionOf(user).isTooLate = true;
  }

  /** A customer writes: the session begins if none is open, and five answers are granted. Resolves with the entry's id. */
  async say(user: string, content: string, menuId?: string): Promise<string> {
    return this.write(user, { msgtype: 'text', text: { content, ...(menuId === undefined ? {} : { menu_id: menuId }) } });
  }

  async write(user: string, entry: Fields): Promise<string> {
    const id = this.put(user, entry);
    await this.announce();
    return id;
  }

  /** Without announcing it. */
  put(user: string, entry: Fields): string {
    const session = this.sessionOf(user);
    session.left = GRANTED;
    session.isTooLate = false;
    if (session.state === 4) Object.assign(session, { state: 0, servicer: '' });
    return this.#add({ open_kfid: SERVICE, external_userid: user, origin: 3, ...entry });
  }

  /** A servicer writes in WeCom. */
  async servicerSays(user: string, servicer: string, content: string): Promise<void> {
    Object.assign(this.sessionOf(user), { state: 3, servicer });
    this.#add({ open_kfid: SERVICE, external_userid: user, origin: 5, servicer_userid: servicer, msgtype: 'text', text: { content } });
    await this.announce();
  }

  /** Something happened: what people in WeCom do with a session, an arrival, a failure. */
  async happen(user: string, event: Fields): Promise<void> {
    const session = this.sessionOf(user);
    if (event['event_type'] === 'session_status_change') Object.assign(session, event['change_type'] === 3 ? { state: 4, servicer: '' } : { state: 3, servicer: String(event['new_servicer_userid']) });
    this.#add({ origin: 4, msgtype: 'event', event: { open_kfid: SERVICE, external_userid: user, ...event } });
    await this.announce();
  }

  /** A code by which one message may be sent, once. */
  codeFor(user: string): string {
    const code = `code-${(this.#count += 1)}`;
    this.#codes.set(code, user);
    return code;
  }

  file(name: string, mime: string, content: Buffer): string {
    const id = `media-${(this.#count += 1)}`;
    this.#media.set(id, { name, mime, content });
    return id;
  }

  sessionOf(user: string): Session {
    const known = this.#sessions.get(user) ?? { state: 4, servicer: '', left: 0, isTooLate: false };
    this.#sessions.set(user, known);
    return known;
  }

  async announce(over: Partial<Record<'account' | 'corpId' | 'event' | 'token', string>> = {}): Promise<{ status: number; text: string }> {
    const token = `ENC${(this.#count += 1)}`;
    this.#syncTokens.add(token);
    const fields = { ToUserName: over.corpId ?? CORP.corpId, CreateTime: String(Math.floor(Date.now() / 1000)), MsgType: 'event', Event: over.event ?? 'kf_msg_or_event', Token: over.token ?? token, OpenKfId: over.account ?? SERVICE };
    return this.pushSealed(xmlOf(fields), over.corpId);
  }

  pushSealed(xml: string, receiver: string = CORP.corpId): Promise<{ status: number; text: string }> {
    return this.push(xmlOf({ ToUserName: CORP.corpId, AgentID: '', Encrypt: new WechatCipher(CORP.aesKey).seal(xml, receiver) }));
  }

  async push(body: string, { timestamp = Math.floor(Date.now() / 1000), signature, query }: { timestamp?: number; signature?: string; query?: string } = {}): Promise<{ status: number; text: string }> {
    const nonce = '1597212914';
    const sealed = /<Encrypt><!\[CDATA\[(.*?)\]\]>/.exec(body)?.[1] ?? '';
    const params = new URLSearchParams({ msg_signature: signature ?? signatureOf([CORP.token, String(timestamp), nonce, sealed]), timestamp: String(timestamp), nonce });
    const response = await fetch(`${this.url}/channels/wechat-kf?${query ?? params.toString()}`, { method: 'POST', headers: { 'content-type': 'text/xml' }, body }).catch(() => null);
    return { status: response?.status ?? 0, text: (await response?.text()) ?? '' };
  }

  /** The first message to this user that fits, now or later. */
  until(user: string, fits: (sent: KfSentMessage) => boolean): Promise<KfSentMessage> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing fitting was sent to ${user}; sent so far: ${JSON.stringify(this.sent.slice(-6))}; refused: ${JSON.stringify(this.refused.slice(-6))}`)), 45_000);
      const check = () => {
        const found = this.to(user).find(fits);
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  /** Resolves once something that is true of the stand-in itself has become so. */
  async untilSo(isSo: () => boolean): Promise<void> {
    await until(isSo, 30_000).catch((error: Error) => {
      throw new Error(`${error.message}; moves: ${this.moves.join(', ')}; refused: ${JSON.stringify(this.refused.slice(-6))}`);
    });
  }

  to(user: string): readonly KfSentMessage[] {
    return this.sent.filter(({ to }) => to === user);
  }

  #add(entry: Fields): string {
    const msgid = `msg_${(this.#count += 1)}_${process.pid}`;
    this.#entries.push({ msgid, send_time: Math.floor(Date.now() / 1000), ...entry });
    return msgid;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (this.isAway) {
      response.statusCode = 502;
      response.end();
      return;
    }
    const url = new URL(request.url ?? '/', 'http://kf');
    const media = url.pathname === '/cgi-bin/media/get' ? this.#media.get(url.searchParams.get('media_id') ?? '') : undefined;
    if (media) {
      response.setHeader('content-type', media.mime);
      response.setHeader('content-disposition', `attachment; filename="${media.name}"`);
      response.end(media.content);
      return;
    }
    const isUpload = url.pathname === '/cgi-bin/media/upload';
    const asked = isUpload ? {} : (JSON.parse(body.toString('utf8') || '{}') as Fields);
    const answer = isUpload ? this.#upload(url, body) : this.#answer(url, asked);
    if (answer.errcode !== 0) this.refused.push({ path: url.pathname, code: answer.errcode, user: String(asked['touser'] ?? asked['external_userid'] ?? '') });
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ errmsg: answer.errcode === 0 ? 'ok' : 'refused', ...answer }));
  }

  #answer(url: URL, body: Fields): Answer {
    if (url.pathname === '/cgi-bin/gettoken') {
      if (url.searchParams.get('corpid') !== CORP.corpId || url.searchParams.get('corpsecret') !== CORP.secret) return { errcode: 40001 };
      this.tokensGiven.push(`kf-token-${this.tokensGiven.length + 1}`);
      return { errcode: 0, access_token: this.tokensGiven.at(-1), expires_in: 7200 };
    }
    if (url.searchParams.get('access_token') !== this.tokensGiven.at(-1)) return { errcode: 42001 };
    switch (url.pathname) {
      case '/cgi-bin/kf/sync_msg':
        return this.#sync(body);
      case '/cgi-bin/kf/send_msg':
        return this.#send(body);
      case '/cgi-bin/kf/send_msg_on_event':
        return this.#sendOnEvent(body);
      case '/cgi-bin/kf/service_state/get': {
        const { state, servicer } = this.sessionOf(String(body['external_userid']));
        return { errcode: 0, service_state: state, ...(state === 3 ? { servicer_userid: servicer } : {}) };
      }
      case '/cgi-bin/kf/service_state/trans':
        return this.#trans(body);
      default:
        return { errcode: 404 };
    }
  }

  #sync({ open_kfid, cursor, token, limit }: Fields): Answer {
    if (open_kfid !== SERVICE) return { errcode: 95000 };
    if (token !== undefined && !this.#syncTokens.has(String(token))) return { errcode: 95007 };
    const from = cursor === undefined ? 0 : Number(/^cur(\d+)$/.exec(String(cursor))?.[1] ?? NaN);
    if (Number.isNaN(from)) return { errcode: 40058 };
    const upTo = Math.min(from + Math.min(Number(limit ?? 1000), PAGE), this.#entries.length);
    return { errcode: 0, next_cursor: `cur${upTo}`, has_more: upTo < this.#entries.length ? 1 : 0, msg_list: this.#entries.slice(from, upTo) };
  }

  #send(body: Fields): Answer {
    const session = this.sessionOf(String(body['touser']));
    if (body['open_kfid'] !== SERVICE) return { errcode: 95000 };
    if (session.state > 1) return { errcode: 95018 };
    if (session.isTooLate) return { errcode: 95002 };
    if (session.left === 0) return { errcode: 95001 };
    const code = this.#kept(String(body['touser']), body);
    if (code === 0) session.left -= 1;
    return { errcode: code };
  }

  #sendOnEvent(body: Fields): Answer {
    const user = this.#codes.get(String(body['code']));
    if (user === undefined || !['text', 'msgmenu'].includes(String(body['msgtype']))) return { errcode: 40058 };
    this.#codes.delete(String(body['code']));
    return { errcode: this.#kept(user, body) };
  }

  #kept(to: string, body: Fields): number {
    const id = String(body['msgid'] ?? '');
    if (!/^[0-9a-zA-Z_-]{1,32}$/.test(id) || this.sent.some((one) => one.id === id)) return 40058;
    const type = String(body['msgtype']);
    const part = body[type] as Fields;
    const head = String(part['content'] ?? part['head_content'] ?? '');
    const choices = ((part['list'] ?? []) as { click: { id: string; content: string } }[]).map(({ click }) => click);
    if (type === 'text' && (head === '' || Buffer.byteLength(head) > MOST_BYTES)) return 40058;
    if (type === 'msgmenu' && (choices.length === 0 || choices.length > 10 || Buffer.byteLength(head) > 1024)) return 95008;
    if (choices.some(({ id: choice, content }) => choice === '' || Buffer.byteLength(choice) > 64 || content === '' || Buffer.byteLength(content) > 128)) return 95009;
    const media = part['media_id'] === undefined ? null : (this.#media.get(String(part['media_id']))?.content ?? null);
    if (part['media_id'] !== undefined && media === null) return 40007;
    this.sent.push({ to, type, text: [head, ...choices.map(({ content }) => content)].join('\n'), choices, media, id });
    for (const check of [...this.#waiting]) check();
    return 0;
  }

  #trans({ external_userid, service_state, servicer_userid }: Fields): Answer {
    const session = this.sessionOf(String(external_userid));
    const to = Number(service_state);
    if (session.state === 4) return { errcode: 95013 };
    if (!MOVES[session.state]?.includes(to)) return { errcode: 95016 };
    if (to === 3 && !this.servicers.has(String(servicer_userid))) return { errcode: 95014 };
    this.moves.push(`${session.state}→${to}${to === 3 ? ` ${String(servicer_userid)}` : ''}`);
    Object.assign(session, { state: to, servicer: to === 3 ? String(servicer_userid) : '' });
    return { errcode: 0, ...(to === 4 ? { msg_code: this.codeFor(String(external_userid)) } : {}) };
  }

  #upload(url: URL, body: Buffer): Answer {
    if (url.searchParams.get('access_token') !== this.tokensGiven.at(-1)) return { errcode: 42001 };
    const text = body.toString('latin1');
    const boundary = text.slice(0, text.indexOf('\r\n'));
    const begin = text.indexOf('\r\n\r\n') + 4;
    const end = text.indexOf(`\r\n${boundary}`, begin);
    if (!/name="media"/.test(text) || end - begin < 5) return { errcode: 40006 };
    if (url.searchParams.get('type') === 'image' && end - begin > MOST_IMAGE_BYTES) return { errcode: 40009 };
    return { errcode: 0, type: url.searchParams.get('type'), media_id: this.file('uploaded', 'application/octet-stream', body.subarray(begin, end)) };
  }
}

export function xmlOf(fields: Readonly<Record<string, string>>): string {
  return `<xml>${Object.entries(fields).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`).join('')}</xml>`;
}
