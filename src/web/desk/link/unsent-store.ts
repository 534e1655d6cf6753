/** Drafts and unconfirmed messages kept in the browser, so that a reload or a crash loses no word. */
import type { DeskState, Drafts, Outgoing } from '../state/desk-state.js';
import type { DeskStore } from '../state/store.js';

const KEPT_DRAFTS = 60;
const WRITE_AFTER_MS = 300;

interface Kept {
  readonly drafts: Readonly<Record<string, Drafts>>;
  readonly outgoing: Readonly<Record<string, readonly Outgoing[]>>;
}

const keyOf = (staffId: string): string => `jiebang.desk.unsent.${staffId}`;

type Shelf = Readonly<Record<string, unknown>>;

/** Other tabs of hers keep there too: what this one has not changed since `before` stays as it is. */
function laidOver(kept: Kept, before: Kept, now: Kept): Kept {
  const over = <Part extends Shelf>(all: Part, was: Part, is: Part): Part => {
    const changed = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((id) => was[id] !== is[id]);
    const others = Object.entries(all).filter(([id]) => !changed.includes(id));
    return Object.fromEntries([...others, ...Object.entries(is).filter(([id]) => changed.includes(id))]) as Part;
  };
  return { drafts: over(kept.drafts, before.drafts, now.drafts), outgoing: over(kept.outgoing, before.outgoing, now.outgoing) };
}

/** What was under way comes back as failed: whether it arrived is not known, and sending it again is safe by its `clientId`. */
export function loadUnsent(storage: Storage, staffId: string): Kept {
  const { drafts, outgoing } = stored(storage, staffId);
  const failed = Object.entries(outgoing).map(([id, items]) => [id, items.map((item) => ({ ...item, status: 'failed' as const, error: 'offline' }))] as const);
  return { drafts, outgoing: Object.fromEntries(failed) };
}

/** Nothing when it is broken. */
function stored(storage: Storage, staffId: string): Kept {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(staffId)) ?? '{}') as Partial<Kept>;
    return { drafts: kept.drafts ?? {}, outgoing: kept.outgoing ?? {} };
  } catch {
    return { drafts: {}, outgoing: {} };
  }
}

export function unsentOf(state: Pick<DeskState, 'drafts' | 'threads'>): Kept {
  const outgoing = Object.values(state.threads).filter((thread) => thread.outgoing.length > 0);
  return {
    drafts: state.drafts,
    outgoing: Object.fromEntries(outgoing.map((thread) => [thread.id, thread.outgoing])),
  };
}

/** Writes shortly after each change, and at once when the page is left. Returns the way to stop. */
export function keepUnsent(storage: Storage, store: DeskStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before = unsentOf(store.get());
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.get();
    if (!state.staff) return;
    const now = unsentOf(state);
    const { drafts: all, outgoing } = laidOver(stored(storage, state.staff.id), before, now);
    storage.setItem(keyOf(state.staff.id), JSON.stringify({ drafts: Object.fromEntries(Object.entries(all).slice(-KEPT_DRAFTS)), outgoing }));
    before = now;
  };
  let { drafts, threads } = store.get();
  const stop = store.watch(() => {
    const state = store.get();
    if (state.drafts === drafts && state.threads === threads) return;
    ({ drafts, threads } = state);
    timer ??= setTimeout(write, WRITE_AFTER_MS);
  });
  const flush = (): void => {
    if (timer !== undefined) write();
  };
  window.addEventListener('pagehide', flush);
  return () => {
    stop();
    flush();
    window.removeEventListener('pagehide', flush);
  };
}
