/** Drafts and unconfirmed messages kept in the browser, so that a reload or a crash loses no word. */
import type { DeskState, Drafts, Outgoing } from '../state/desk-state.js';
import type { DeskStore } from '../state/store.js';

const KEPT_DRAFTS = 60;
const WRITE_AFTER_MS = 300;

interface Kept {
  readonly drafts: Record<string, Drafts>;
  readonly outgoing: Record<string, readonly Outgoing[]>;
}

const keyOf = (staffId: string): string => `jiebang.desk.unsent.${staffId}`;

/** What was under way comes back as failed: whether it arrived is not known, and sending it again is safe by its `clientId`. */
export function loadUnsent(storage: Storage, staffId: string): Kept {
  try {
    const kept = JSON.parse(storage.getItem(keyOf(staffId)) ?? '{}') as Partial<Kept>;
    const outgoing = Object.entries(kept.outgoing ?? {}).map(([id, items]) => [
      id,
      items.map((item) => ({ ...item, status: 'failed' as const, error: 'offline' })),
    ]);
    return { drafts: kept.drafts ?? {}, outgoing: Object.fromEntries(outgoing) as Kept['outgoing'] };
  } catch {
    return { drafts: {}, outgoing: {} };
  }
}

export function unsentOf(state: Pick<DeskState, 'drafts' | 'threads'>): Kept {
  const outgoing = Object.values(state.threads).filter((thread) => thread.outgoing.length > 0);
  return {
    drafts: Object.fromEntries(Object.entries(state.drafts).slice(-KEPT_DRAFTS)),
    outgoing: Object.fromEntries(outgoing.map((thread) => [thread.id, thread.outgoing])),
  };
}

/** Writes shortly after each change, and at once when the page is left. Returns the way to stop. */
export function keepUnsent(storage: Storage, store: DeskStore): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const state = store.get();
    if (state.staff) storage.setItem(keyOf(state.staff.id), JSON.stringify(unsentOf(state)));
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
