/** What the desk says to the server: presence again after a loss, replies under one id, history until nothing is missing. */
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { DeskSocket } from '../../../src/web/desk/link/desk-socket.js';
import { AlertsSeen } from '../../../src/web/desk/link/alerts-seen.js';
import { DeskNews } from '../../../src/web/desk/link/desk-news.js';
import { HistoryKeeper } from '../../../src/web/desk/link/history-keeper.js';
import { NoteSender } from '../../../src/web/desk/link/note-sender.js';
import { PresenceKeeper } from '../../../src/web/desk/link/presence-keeper.js';
import { Sender } from '../../../src/web/desk/link/sender.js';
import { keepUnsent, loadUnsent, unsentOf } from '../../../src/web/desk/link/unsent-store.js';
import { DeskStore } from '../../../src/web/desk/state/store.js';
import { conversation, listed, ME, message, opened, openedEvent, signedIn } from './builders.js';

/** A server in a drawer: remembers what it was asked, and answers from a table. */
function server(answers: Record<string, (payload: Record<string, unknown>) => object>) {
  const asked: { event: string; payload: Record<string, unknown> }[] = [];
  const ask = ((event: string, payload: Record<string, unknown>) => {
    asked.push({ event, payload });
    return Promise.resolve(answers[event]?.(payload) ?? { ok: true });
  }) as DeskSocket['ask'];
  return { asked, ask };
}

class MemoryStorage implements Storage {
  readonly #kept = new Map<string, string>();
  get length(): number {
    return this.#kept.size;
  }
  clear(): void {
    this.#kept.clear();
  }
  getItem(key: string): string | null {
    return this.#kept.get(key) ?? null;
  }
  key(index: number): string | null {
    return [...this.#kept.keys()][index] ?? null;
  }
  removeItem(key: string): void {
    this.#kept.delete(key);
  }
  setItem(key: string, value: string): void {
    this.#kept.set(key, value);
  }
}

const told = (status: 'online' | 'away' | 'offline') => ({ staff: ME, status, capacity: 3, wrapUpUntil: null, hasModel: false, mine: [] });

describe('presence', () => {
  it('is asked for again when the server has forgotten it', async () => {
    const { asked, ask } = server({});
    const presence = new PresenceKeeper({ ask, storage: new MemoryStorage() });
    presence.heard(told('offline'));
    await presence.want({ status: 'online', capacity: 5 });
    presence.disconnected();
    expect(presence.heard(told('offline'))).toBe(true);
    expect(asked.map((one) => one.payload)).toEqual([
      { status: 'online', capacity: 5 },
      { status: 'online', capacity: 5 },
    ]);
  });

  it('follows what another tab or the server changed meanwhile', async () => {
    const { asked, ask } = server({});
    const presence = new PresenceKeeper({ ask, storage: new MemoryStorage() });
    presence.heard(told('offline'));
    await presence.want({ status: 'online', capacity: 3 });
    presence.heard(told('away'));
    presence.disconnected();
    presence.heard(told('away'));
    expect(asked).toHaveLength(1);
  });

  it('is not claimed by a desk that never asked for any', () => {
    const { asked, ask } = server({});
    new PresenceKeeper({ ask, storage: new MemoryStorage() }).heard(told('offline'));
    expect(asked).toEqual([]);
  });
});

describe('replies', () => {
  function parts(answers: Parameters<typeof server>[0]) {
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch(listed(conversation()));
    const { asked, ask } = server(answers);
    let count = 0;
    const sender = new Sender({ ask, store, now: () => 1, newId: () => `k${(count += 1)}` });
    return { store, asked, sender };
  }

  it('that were lost on the way go again under the same id, in their order', async () => {
    let isDown = true;
    const { store, asked, sender } = parts({
      send: () =>
        isDown ? { ok: false, error: { code: 'offline', message: '' } } : { ok: true, id: `m${asked.length}`, seq: asked.length },
    });
    await sender.send('c1', '一');
    await sender.send('c1', '二');
    isDown = false;
    await sender.resend('c1');
    expect(asked.map((one) => one.payload['clientId'])).toEqual(['k1', 'k2', 'k1', 'k2']);
    expect(store.get().threads['c1']?.outgoing).toEqual([]);
    expect(store.get().threads['c1']?.messages.map((one) => one.text)).toEqual(['一', '二']);
  });

  it('that were refused wait for the agent', async () => {
    const { store, asked, sender } = parts({ send: () => ({ ok: false, error: { code: 'too-long', message: '' } }) });
    await sender.send('c1', '长');
    await sender.resend('c1');
    expect(asked).toHaveLength(1);
    expect(store.get().threads['c1']?.outgoing[0]).toMatchObject({ status: 'failed', error: 'too-long' });
  });
});

describe('a note', () => {
  it('whose answer was lost is asked for again under the same id, and other words under another', async () => {
    const store = new DeskStore();
    let code: string | null = 'timeout';
    const { asked, ask } = server({ note: () => (code === null ? { ok: true } : { ok: false, error: { code, message: '' } }) });
    let count = 0;
    const notes = new NoteSender({ ask, store, newId: () => `k${(count += 1)}` });
    const add = (text: string) => notes.add('c1', { kind: 'note', text });
    await add('已致电');
    await add('已致电，约周三');
    code = null;
    await add('已致电\n');
    await add('已致电');
    code = 'too-long';
    await add('长');
    await add('长');
    expect(asked.map((one) => one.payload['clientId'])).toEqual(['k1', 'k2', 'k1', 'k3', 'k4', 'k5']);
  });
});

describe('history', () => {
  it('is asked for until nothing is missing after a long absence', async () => {
    const all = Array.from({ length: 500 }, (_, index) => message(index + 1));
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch(openedEvent(all.slice(0, 20)));
    const { ask } = server({
      open: () => ({ ok: true, ...opened(all.slice(-100)) }),
      history: ({ beforeSeq, limit }) => ({ ok: true, messages: all.filter((one) => one.seq < Number(beforeSeq)).slice(-Number(limit)) }),
    });
    await new HistoryKeeper({ ask, store }).open('c1');
    expect(store.get().threads['c1']?.messages.map((one) => one.seq)).toEqual(all.map((one) => one.seq));
  });

  const past = Array.from({ length: 2000 }, (_, index) => message(index + 1));
  function atTheEnd(history: (payload: Record<string, unknown>) => object) {
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch(openedEvent(past.slice(-100)));
    const { asked, ask } = server({ history });
    const seqs = (): number[] => store.get().threads['c1']?.messages.map((one) => one.seq) ?? [];
    let drawings = 0;
    let drawn = seqs().length;
    store.watch(() => {
      if (seqs().length !== drawn) drawings += 1;
      drawn = seqs().length;
    });
    return { keeper: new HistoryKeeper({ ask, store }), store, asked, seqs, drawings: () => drawings };
  }
  const page = ({ beforeSeq, limit }: Record<string, unknown>) => ({ ok: true, messages: past.filter((one) => one.seq < Number(beforeSeq)).slice(-Number(limit)) });

  it('of the whole past is drawn once, however many pages it has', async () => {
    const { keeper, store, seqs, asked, drawings } = atTheEnd(page);
    await Promise.all([keeper.wholePast('c1'), keeper.wholePast('c1'), keeper.earlier('c1')]);
    expect(seqs()).toEqual(past.map((one) => one.seq));
    expect(asked).toHaveLength(10);
    expect(drawings()).toBe(1);
    expect(store.get().threads['c1']?.isFetchingEarlier).toBe(false);
  });

  it('of the whole past waits for a page that is on its way', async () => {
    const { keeper, seqs, asked, drawings } = atTheEnd(page);
    await Promise.all([keeper.earlier('c1'), keeper.wholePast('c1')]);
    expect(seqs()).toEqual(past.map((one) => one.seq));
    expect(asked).toHaveLength(10);
    expect(drawings()).toBe(2);
  });

  it('of the whole past keeps what came before the connection was lost, and goes on from there', async () => {
    let left = 3;
    const { keeper, seqs, store } = atTheEnd((asked) => ((left -= 1) >= 0 ? page(asked) : { ok: false, error: { code: 'offline', message: '' } }));
    await keeper.wholePast('c1');
    expect(seqs()).toEqual(past.slice(-700).map((one) => one.seq));
    expect(store.get().threads['c1']?.isFetchingEarlier).toBe(false);
    left = 100;
    await keeper.wholePast('c1');
    expect(seqs()).toEqual(past.map((one) => one.seq));
  });

  it('gives up quietly when the server has no more to give', async () => {
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch(openedEvent([message(1)]));
    const { asked, ask } = server({ open: () => ({ ok: true, ...opened([message(9)]) }), history: () => ({ ok: true, messages: [] }) });
    await new HistoryKeeper({ ask, store }).open('c1');
    expect(asked.map((one) => one.event)).toEqual(['open', 'history']);
  });
});

describe('a thread that could not be looked at anew', () => {
  const TRIED = 60_000;
  const late = { ok: false, error: { code: 'timeout', message: '' } };
  const all = [1, 2, 3, 4].map((seq) => message(seq));
  function knowing(count: number, answers: Parameters<typeof server>[0]) {
    jest.useFakeTimers();
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch(openedEvent(all.slice(0, count)));
    const { asked, ask } = server(answers);
    const seqs = (): number[] => store.get().threads['c1']?.messages.map((one) => one.seq) ?? [];
    return { keeper: new HistoryKeeper({ ask, store }), store, asked, seqs };
  }
  afterEach(() => void jest.useRealTimers());

  it('is asked for again until the answer comes, while the line stands', async () => {
    let lost = 2;
    const { keeper, seqs } = knowing(2, { open: () => ((lost -= 1) >= 0 ? late : { ok: true, ...opened(all) }) });
    await keeper.open('c1');
    expect(seqs()).toEqual([1, 2]);
    await jest.advanceTimersByTimeAsync(TRIED);
    expect(seqs()).toEqual([1, 2, 3, 4]);
  });

  it('is asked for again where only a page of what is missing was lost', async () => {
    let lost = 2;
    const { keeper, seqs, asked } = knowing(1, {
      open: () => ({ ok: true, ...opened(all.slice(-1)) }),
      history: () => ((lost -= 1) >= 0 ? late : { ok: true, messages: all.slice(1, 3) }),
    });
    await keeper.open('c1');
    await jest.advanceTimersByTimeAsync(TRIED);
    expect(seqs()).toEqual([1, 2, 3, 4]);
    expect(asked.filter((one) => one.event === 'history')).toHaveLength(3);
  });

  it('is left to the next connection when the line went, and is let be when it was refused or nobody is here any more', async () => {
    for (const code of ['offline', 'forbidden', 'timeout']) {
      const { keeper, asked } = knowing(2, { open: () => ({ ok: false, error: { code, message: '' } }) });
      await keeper.open('c1');
      if (code === 'timeout') keeper.stop();
      await jest.advanceTimersByTimeAsync(TRIED);
      expect(asked).toHaveLength(1);
    }
  });
});

describe('what is kept in the browser', () => {
  it('comes back with the same ids, as not yet confirmed', () => {
    const storage = new MemoryStorage();
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch({ type: 'draft', conversationId: 'c1', mode: 'reply', text: '草稿' });
    store.dispatch({
      type: 'sending',
      conversationId: 'c2',
      item: { clientId: 'k1', text: '在路上', at: 1, status: 'sending', error: null },
    });
    storage.setItem(`jiebang.desk.unsent.${ME.id}`, JSON.stringify(unsentOf(store.get())));
    const kept = loadUnsent(storage, ME.id);
    expect(kept.drafts).toEqual({ c1: { reply: '草稿', note: '' } });
    expect(kept.outgoing['c2']).toEqual([{ clientId: 'k1', text: '在路上', at: 1, status: 'failed', error: 'offline' }]);
    expect(loadUnsent(storage, 'somebody-else')).toEqual({ drafts: {}, outgoing: {} });
  });

  it('of another tab of hers stays: each keeps what it changed itself, and takes away what it sent itself', () => {
    (globalThis as { window?: unknown }).window = new EventTarget();
    const storage = new MemoryStorage();
    const tab = () => {
      const store = new DeskStore();
      store.dispatch(signedIn);
      store.dispatch({ type: 'restored', ...loadUnsent(storage, ME.id) });
      return { store, close: keepUnsent(storage, store) };
    };
    const write = ({ store }: ReturnType<typeof tab>, conversationId: string, text: string): void => store.dispatch({ type: 'draft', conversationId, mode: 'reply', text });
    const [one, other] = [tab(), tab()];
    write(one, 'c1', '一');
    one.close();
    const again = tab();
    write(other, 'c2', '二');
    other.close();
    expect(Object.keys(loadUnsent(storage, ME.id).drafts)).toEqual(['c1', 'c2']);
    write(again, 'c1', '');
    again.close();
    expect(loadUnsent(storage, ME.id).drafts).toEqual({ c2: { reply: '二', note: '' } });
  });

  it('is read as empty when it is broken', () => {
    const storage = new MemoryStorage();
    storage.setItem(`jiebang.desk.unsent.${ME.id}`, '{broken');
    expect(loadUnsent(storage, ME.id)).toEqual({ drafts: {}, outgoing: {} });
  });
});

describe('a conversation that one only helps in', () => {
  it('says of whoever has it now why they have it, and not why another had it', async () => {
    const whyOf = (text: string, change: object) => ({ ...opened([message(1)], { helpers: [{ staffId: 'me', name: '林晓' }], ...change }), why: { rule: 'x', text } });
    const { ask } = server({ open: () => ({ ok: true, ...whyOf('主管接管', { ownerId: 'boss', epoch: 2 }) }) });
    const store = new DeskStore();
    store.dispatch(signedIn);
    store.dispatch({ type: 'opened', conversationId: 'c1', opened: whyOf('空闲最久', { ownerId: 'other' }) });
    const news = new DeskNews({ store, history: new HistoryKeeper({ ask, store }), now: () => 0, alertsSeen: new AlertsSeen(new MemoryStorage(), 'me'), onDesk: () => undefined });
    const { conversation: moved } = whyOf('', { ownerId: 'boss', epoch: 2 });
    news.heard({ name: 'conversation', payload: moved });
    expect(store.get().threads['c1']?.assignedBecause).toBeNull();
    await new Promise(setImmediate);
    expect(store.get().threads['c1']?.assignedBecause).toBe('主管接管');
  });
});
