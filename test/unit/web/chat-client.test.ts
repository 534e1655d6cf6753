/** The page's side of the connection: nothing typed is lost, nothing is sent twice, and a stale pass locks nobody out. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import { ChatClient } from '../../../src/web/kit/chat-client.js';
import { ResumeStore, whoOf, type Shelf } from '../../../src/web/kit/resume-store.js';
import { conversationOf, FakeSocket, messageOf } from './fake-socket.js';
import { HandTiming, settle } from './hand-timing.js';

class MapShelf implements Shelf {
  readonly kept = new Map<string, string>();
  getItem = (key: string): string | null => this.kept.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.kept.set(key, value);
  removeItem = (key: string): void => void this.kept.delete(key);
}

const tokenOf = (sub: string): string => `h.${btoa(JSON.stringify({ sub }))}.s`;

let socket: FakeSocket;
let timing: HandTiming;
let lasting: MapShelf;
let tab: MapShelf;
let made: number;

function newClient(token: string | null = null): ChatClient {
  socket = new FakeSocket();
  const store = new ResumeStore({ lasting, tab }, 'https://jiebang.example');
  return new ChatClient({ open: socket.open, store, timing, newId: () => `id${(made += 1)}`, page: 'web', locale: () => 'zh-CN', token });
}

async function online(client: ChatClient): Promise<void> {
  client.start();
  socket.accept();
  socket.tell('conversation', conversationOf());
  await settle();
}

beforeEach(() => {
  timing = new HandTiming();
  lasting = new MapShelf();
  tab = new MapShelf();
  made = 0;
});

describe('sending', () => {
  it('shows the words at once, sends them, and calls them sent when the server has them', async () => {
    const client = newClient();
    await online(client);
    client.send('查余额');
    expect(client.thread.get().outgoing[0]).toMatchObject({ text: '查余额', status: 'sending' });
    expect(socket.last('send')?.payload).toEqual({ clientId: 'id1', text: '查余额' });
    socket.last('send')?.answer({ ok: true, id: 'm1', seq: 1 });
    await settle();
    expect(client.thread.get().outgoing).toEqual([]);
    expect(client.thread.get().messages.map((message) => message.text)).toEqual(['查余额']);
  });

  it('keeps what was typed offline and sends it in order when the connection is there', async () => {
    const client = newClient();
    client.send('一');
    client.send('二');
    expect(socket.asked).toEqual([]);
    socket.accept();
    await settle();
    expect(socket.asked.map((asked) => asked.payload['text'])).toEqual(['一']);
    socket.last('send')?.answer({ ok: true, id: 'm1', seq: 1 });
    await settle();
    expect(socket.asked.map((asked) => asked.payload['text'])).toEqual(['一', '二']);
  });

  it('sends again under the same id after a connection lost before the answer', async () => {
    const client = newClient();
    await online(client);
    client.send('一');
    socket.cut();
    await settle();
    expect(client.thread.get().outgoing[0]?.status).toBe('sending');
    socket.accept();
    await settle();
    expect(socket.asked.filter((asked) => asked.event === 'send').map((asked) => asked.payload['clientId'])).toEqual(['id1', 'id1']);
  });

  it('does not send again what came back as a message although its answer was lost', async () => {
    const client = newClient();
    await online(client);
    client.send('一');
    socket.tell('message', messageOf(1, { from: 'subscriber', clientId: 'id1' }));
    socket.cut();
    await settle();
    socket.accept();
    await settle();
    expect(socket.asked.filter((asked) => asked.event === 'send')).toHaveLength(1);
  });

  it('offers a retry when no answer came in time, and a refusal keeps its reason', async () => {
    const client = newClient();
    await online(client);
    client.send('一');
    socket.last('send')?.time();
    await settle();
    expect(client.thread.get().outgoing[0]).toMatchObject({ status: 'failed', error: 'late' });
    client.retry('id1');
    socket.last('send')?.answer({ ok: false, error: { code: 'rate-limited', message: '' } });
    await settle();
    expect(client.thread.get().outgoing[0]).toMatchObject({ clientId: 'id1', status: 'failed', error: 'rate-limited' });
  });

  it('remembers unconfirmed words over a reload of the tab, but never a one-time code', () => {
    const client = newClient();
    client.send('还没发出');
    client.act({ id: 'verify.code', value: '123456' }, '••••••');
    expect([...tab.kept.values()].join()).not.toContain('123456');
    const again = newClient();
    expect(again.thread.get().outgoing.map((item) => item.text)).toEqual(['还没发出']);
  });
});

describe('coming back', () => {
  it('asks to go on after the last message nothing is missing before', async () => {
    const client = newClient();
    await online(client);
    for (const seq of [1, 2, 4]) socket.tell('message', messageOf(seq));
    socket.cut();
    socket.accept();
    expect(socket.handshakes.at(-1)).toMatchObject({ resumeToken: 'r1', afterSeq: 2 });
    client.stop();
  });

  it('resumes after a reload with the last sixty messages, the rest on demand', async () => {
    const client = newClient();
    await online(client);
    for (let seq = 1; seq <= 100; seq += 1) socket.tell('message', messageOf(seq));
    const again = newClient();
    again.start();
    socket.accept();
    expect(socket.handshakes).toEqual([{ locale: 'zh-CN', page: 'web', resumeToken: 'r1', afterSeq: 40 }]);
    socket.tell('conversation', conversationOf({ lastSeq: 100 }));
    const loading = again.loadEarlier();
    expect(socket.last('history')?.payload).toEqual({ beforeSeq: 41, limit: 50 });
    socket.last('history')?.answer({ ok: true, messages: [messageOf(39), messageOf(40)] });
    await loading;
    expect(again.thread.get().floor).toBe(38);
  });

  it('fills a hole from history after a moment', async () => {
    const client = newClient();
    await online(client);
    socket.tell('message', messageOf(1));
    socket.tell('message', messageOf(3));
    expect(socket.last('history')).toBeUndefined();
    await timing.pass(1000);
    expect(socket.last('history')?.payload).toEqual({ beforeSeq: 3, limit: 1 });
    socket.last('history')?.answer({ ok: true, messages: [messageOf(2)] });
    await settle();
    expect(client.thread.get().messages.map((message) => message.seq)).toEqual([1, 2, 3]);
  });

  it('drops a refused site token, says so, and then a refused way back, instead of staying outside', async () => {
    const client = newClient(tokenOf('13800000001'));
    await online(client);
    socket.disconnect();
    client.identify(tokenOf('13800000001'));
    socket.refuse('unauthenticated');
    expect(client.refusedToken.get()).toBe('unauthenticated');
    await timing.pass(1000);
    socket.refuse('unauthenticated');
    await timing.pass(2000);
    socket.accept();
    expect(socket.handshakes.at(-1)).toEqual({ locale: 'zh-CN', page: 'web' });
  });

  it('keeps its passes when the server is merely busy', () => {
    const client = newClient(tokenOf('13800000001'));
    client.start();
    socket.refuse('rate-limited');
    expect(client.refusedToken.get()).toBeNull();
  });

  it('does not try again where the page may not use the chat, fails what is written, and looks again when the page comes back', async () => {
    const client = newClient();
    client.send('一');
    socket.bar();
    await settle();
    expect(client.link.get()).toBe('barred');
    expect(client.thread.get().outgoing).toMatchObject([{ text: '一', status: 'failed' }]);
    client.send('二');
    await settle();
    expect(client.thread.get().outgoing.map(({ status }) => status)).toEqual(['failed', 'failed']);
    expect(await client.askForPerson()).toBe(false);
    await timing.pass(600_000);
    expect([socket.active, socket.attempts]).toEqual([false, 1]);
    client.hurry();
    expect(socket.attempts).toBe(2);
    socket.accept();
    await settle();
    expect(client.link.get()).toBe('online');
    client.retry('id1');
    await settle();
    expect(socket.last('send')?.payload).toEqual({ clientId: 'id1', text: '一' });
  });

  it('waits longer after each refusal and hurries when the network returns', async () => {
    const client = newClient();
    client.start();
    for (const pause of [600, 1200, 2400]) {
      socket.refuse('unavailable');
      await timing.pass(pause - 1);
      expect(socket.active).toBe(false);
      await timing.pass(1);
      expect(socket.active).toBe(true);
    }
    socket.refuse('unavailable');
    client.hurry();
    expect(socket.active).toBe(true);
  });

  it('leaves and comes back once, however long that takes', async () => {
    const client = newClient();
    await online(client);
    const before = socket.wishes;
    client.relocate();
    await timing.pass(60_000);
    expect(socket.wishes).toBe(before + 1);
  });

  it('does not sit out the library’s own pause when the network returns', async () => {
    const client = newClient();
    await online(client);
    socket.cut();
    expect([socket.active, socket.attempts]).toEqual([true, 1]);
    client.hurry();
    expect([socket.active, socket.attempts]).toEqual([true, 2]);
    socket.accept();
    client.hurry();
    expect([socket.connected, socket.attempts]).toEqual([true, 2]);
  });
});

describe('signing in', () => {
  it('takes a guest’s conversation along, so that the question goes on', async () => {
    const client = newClient();
    await online(client);
    socket.tell('message', messageOf(1, { from: 'subscriber' }));
    client.identify(tokenOf('13800000001'));
    socket.accept();
    expect(socket.handshakes.at(-1)).toMatchObject({ token: tokenOf('13800000001'), resumeToken: 'r1', afterSeq: 1 });
    expect(client.thread.get().messages).toHaveLength(1);
  });

  it('never shows one subscriber the conversation of another on the same computer', async () => {
    const client = newClient(tokenOf('13800000001'));
    await online(client);
    socket.tell('message', messageOf(1, { text: '余额 23.45 元' }));
    client.identify(tokenOf('13800000002'));
    expect(client.thread.get().messages).toEqual([]);
    socket.accept();
    expect(socket.handshakes.at(-1)).not.toHaveProperty('resumeToken');
    client.identify(null);
    expect(client.thread.get().messages).toEqual([]);
    socket.accept();
    expect(socket.handshakes.at(-1)).not.toHaveProperty('resumeToken');
  });

  it('leaves nobody the conversation of who was signed in when the pass ran out', async () => {
    const client = newClient(tokenOf('13800000001'));
    await online(client);
    socket.tell('message', messageOf(1, { text: '余额 23.45 元' }));
    client.relocate();
    socket.refuse('unauthenticated');
    await timing.pass(1000);
    socket.accept();
    socket.tell('conversation', conversationOf());
    socket.tell('message', messageOf(2, { text: '账单 88.00 元' }));
    newClient().start();
    socket.accept();
    expect(socket.handshakes.at(-1)).not.toHaveProperty('resumeToken');
    client.identify(null);
    expect(client.thread.get().messages).toEqual([]);
    const again = newClient(tokenOf('13800000001'));
    again.start();
    socket.accept();
    expect(socket.handshakes.at(-1)).toMatchObject({ resumeToken: 'r1' });
  });

  it('takes along what the guest has said and nobody has confirmed yet, though there is an older conversation', async () => {
    const before = newClient(tokenOf('13800000001'));
    await online(before);
    const client = newClient();
    client.send('我的宽带断了');
    client.identify(tokenOf('13800000001'));
    expect(client.thread.get().outgoing).toMatchObject([{ text: '我的宽带断了' }]);
    socket.accept();
    await settle();
    expect(socket.last('send')?.payload).toEqual({ clientId: 'id1', text: '我的宽带断了' });
  });

  it('says what was said as a guest in no later conversation once more', async () => {
    const client = newClient();
    client.send('我的宽带断了');
    client.identify(tokenOf('13800000001'));
    socket.accept();
    await settle();
    socket.last('send')?.answer({ ok: true, id: 'm1', seq: 1 });
    await settle();
    client.identify(null);
    expect(client.thread.get().outgoing).toEqual([]);
    expect(newClient().thread.get().outgoing).toEqual([]);
  });

  it('asks for no person in the name of somebody else', async () => {
    const client = newClient(tokenOf('13800000001'));
    await client.askForPerson();
    client.identify(tokenOf('13800000002'));
    socket.accept();
    await settle();
    expect(socket.last('handoff')).toBeUndefined();
    expect(client.isAskingForPerson.get()).toBe(false);
  });

  it('leaves no number in the browser’s storage', async () => {
    const client = newClient(tokenOf('13800000001'));
    await online(client);
    socket.tell('message', messageOf(1));
    expect([...lasting.kept.keys()].join()).toContain(whoOf(tokenOf('13800000001')));
    expect([...lasting.kept.entries()].flat().join()).not.toContain('13800000001');
  });
});

describe('what is written and not sent', () => {
  it('is there again after a reload of the tab, goes along when a guest signs in, and is nobody else’s', () => {
    const client = newClient();
    client.draft.set('我想投诉');
    const again = newClient();
    expect(again.draft.get()).toBe('我想投诉');
    again.identify(tokenOf('13800000001'));
    expect(again.draft.get()).toBe('我想投诉');
    expect(newClient(tokenOf('13800000001')).draft.get()).toBe('我想投诉');
    expect(newClient().draft.get()).toBe('');
    again.identify(null);
    expect(again.draft.get()).toBe('');
    again.identify(tokenOf('13800000001'));
    again.draft.set('');
    expect([...tab.kept.keys()]).toEqual([]);
  });
});

describe('a person', () => {
  it('asked for while offline is asked for as soon as the connection is there', async () => {
    const client = newClient();
    await client.askForPerson();
    expect(client.isAskingForPerson.get()).toBe(true);
    socket.accept();
    await settle();
    expect(socket.last('handoff')).toBeDefined();
    socket.last('handoff')?.answer({ ok: true, queued: true });
    await settle();
    expect(client.isAskingForPerson.get()).toBe(false);
  });

  it('who cannot come leaves the choices the server offers', async () => {
    const client = newClient();
    await online(client);
    const asking = client.askForPerson();
    socket.last('handoff')?.answer({ ok: true, queued: false, reason: 'closed', options: [{ id: 'callback', label: '预约回电' }] });
    expect(await asking).toBe(true);
    expect(client.noPerson.get()?.options).toEqual([{ id: 'callback', label: '预约回电' }]);
  });

  it('is told that the subscriber writes, at most once a second, what is written so far and only while there', async () => {
    const client = newClient();
    await online(client);
    client.noteWriting('我想');
    expect(socket.last('typing')).toBeUndefined();
    socket.tell('conversation', conversationOf({ state: 'live' }));
    client.noteWriting('我想');
    client.noteWriting('我想');
    expect(socket.asked.filter((asked) => asked.event === 'typing')).toHaveLength(1);
    expect(socket.last('typing')?.payload).toEqual({ on: true, text: '我想' });
    await timing.pass(6000);
    expect(socket.last('typing')?.payload).toEqual({ on: false });
  });
});
