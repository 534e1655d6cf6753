/** A stand-in for the server, for trying the pages alone: serves dist/web and plays a conversation with every card and state. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server as HttpServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Server, type Socket } from 'socket.io';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';
import { fakeAnswers } from './fake-answers.js';
import { fakeData } from './fake-data.js';

const web = fileURLToPath(new URL('../../dist/web/', import.meta.url));
const PAGES: Readonly<Record<string, string>> = { '/': 'index.html', '/wechat': 'wechat.html' };
const MIMES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** What a careful site sends; the widget must live with it. */
const POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:";

type Draft = Partial<WireMessage> & { readonly text: string };

interface Talk {
  conversation: WireConversation;
  readonly messages: WireMessage[];
}

export class FakeChatServer {
  readonly #http: HttpServer = createServer((request, response) => void this.#serve(request.url ?? '/', response));
  readonly #io = new Server(this.#http, { serveClient: false });
  readonly #talks = new Map<string, Talk>();
  #made = 0;

  async listen(port = 0): Promise<string> {
    this.#io.of('/chat').on('connection', (socket) => this.#welcome(socket));
    await new Promise<void>((done) => this.#http.listen(port, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#http.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    await this.#io.close();
  }

  /** Cuts every connection, as a tunnel does. */
  cut(): void {
    for (const socket of this.#io.of('/chat').sockets.values()) socket.conn.close();
  }

  #welcome(socket: Socket): void {
    const auth = socket.handshake.auth as { resumeToken?: string; afterSeq?: number; locale?: 'zh-CN' | 'en' };
    const talk = this.#talks.get(auth.resumeToken ?? '') ?? this.#begin(auth.locale ?? 'zh-CN');
    const { id, resumeToken } = talk.conversation;
    this.#talks.set(resumeToken, talk);
    void socket.join(id);
    socket.emit('conversation', talk.conversation);
    for (const message of talk.messages) if (message.seq > (auth.afterSeq ?? 0)) socket.emit('message', message);
    socket.on('send', (sent: { clientId: string; text?: string; action?: { id: string; value?: string } }, ack: (answer: object) => void) => {
      const known = talk.messages.find((message) => message.clientId === sent.clientId);
      const message = known ?? this.#add(talk, { from: 'subscriber', clientId: sent.clientId, text: sent.text ?? sent.action?.value ?? sent.action?.id ?? '' });
      ack({ ok: true, id: message.id, seq: message.seq });
      if (known === undefined) this.#answer(talk, sent.action?.id ?? sent.text ?? '');
    });
    socket.on('history', (range: { beforeSeq?: number; limit?: number }, ack: (answer: object) => void) => {
      const before = talk.messages.filter((message) => message.seq < (range.beforeSeq ?? Infinity));
      ack({ ok: true, messages: before.slice(-(range.limit ?? 50)) });
    });
    socket.on('handoff', (_: object, ack: (answer: object) => void) => {
      ack({ ok: true, queued: true });
      this.#queue(talk);
    });
    socket.on('end', (_: object, ack: (answer: object) => void) => {
      ack({ ok: true });
      this.#change(talk, { state: 'closed' });
      this.#io.of('/chat').to(id).emit('survey', { scale: 5 });
    });
    for (const quiet of ['read', 'typing', 'rate']) socket.on(quiet, (_: object, ack: (answer: object) => void) => ack({ ok: true }));
  }

  #begin(locale: 'zh-CN' | 'en'): Talk {
    this.#made += 1;
    const conversation: WireConversation = {
      id: `c${this.#made}`,
      resumeToken: `resume-${this.#made}`,
      state: 'bot',
      lastSeq: 0,
      verified: false,
      locale,
      elder: false,
      readSeq: { subscriber: 0, agent: 0 },
    };
    return { conversation, messages: [] };
  }

  #add(talk: Talk, draft: Draft): WireMessage {
    const seq = talk.messages.length + 1;
    const message: WireMessage = { id: `m${seq}`, conversationId: talk.conversation.id, seq, from: 'bot', kind: draft.card ? 'card' : 'text', at: Date.now(), ...draft };
    talk.messages.push(message);
    talk.conversation = { ...talk.conversation, lastSeq: seq };
    this.#io.of('/chat').to(talk.conversation.id).emit('message', message);
    return message;
  }

  #answer(talk: Talk, said: string): void {
    if (talk.conversation.state === 'closed') this.#change(talk, { state: 'bot' });
    if (talk.conversation.state === 'live') return;
    for (const draft of fakeAnswers(said, talk.conversation.locale, Date.now())) this.#add(talk, draft);
  }

  #queue(talk: Talk): void {
    const room = this.#io.of('/chat').to(talk.conversation.id);
    const isChinese = talk.conversation.locale === 'zh-CN';
    this.#change(talk, { state: 'queued' });
    this.#add(talk, { from: 'system', kind: 'event', text: isChinese ? '已为您加入人工排队' : 'You are in line for an agent' });
    room.emit('queue', { position: 3, eta: { low: 60, high: 180 } });
    this.#io.of('/chat').to(talk.conversation.id).emit('conversation', talk.conversation);
  }

  /** An agent takes the conversation that has this resume token. */
  join(resumeToken: string, name: string, text: string): void {
    const talk = this.#talks.get(resumeToken);
    if (talk === undefined) return;
    const isChinese = talk.conversation.locale === 'zh-CN';
    this.#change(talk, { state: 'live', agent: { name } });
    this.#add(talk, { from: 'system', kind: 'event', text: isChinese ? `客服 ${name} 已接入` : `${name} joined the conversation` });
    this.#add(talk, { from: 'agent', agentName: name, text });
    this.#change(talk, { readSeq: { subscriber: 0, agent: talk.messages.length } });
  }

  #change(talk: Talk, change: Partial<WireConversation>): void {
    talk.conversation = { ...talk.conversation, ...change };
    this.#io.of('/chat').to(talk.conversation.id).emit('conversation', talk.conversation);
  }

  async #serve(url: string, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(url, 'http://here');
    const data = await fakeData(pathname, searchParams.get('locale') ?? 'zh-CN');
    if (data !== null) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(data));
      return;
    }
    const file = PAGES[pathname] ?? (pathname.startsWith('/kb/') ? 'kb.html' : pathname.slice(1));
    try {
      const content = await readFile(join(web, file));
      response.writeHead(200, { 'content-type': MIMES[extname(file)] ?? 'application/octet-stream', 'content-security-policy': POLICY });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  }
}
