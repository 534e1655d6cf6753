/** The signed-in session of this tab: token and who it is, kept for a reload and gone with the tab. */
import type { WireStaff } from '../../../protocol/desk.js';
import type { Presence } from '../state/desk-state.js';

export interface Session {
  readonly token: string;
  readonly staff: WireStaff;
}

/** What the agent last asked for; sent again after every reconnection and reload. */
export interface WantedPresence {
  readonly status: Presence;
  readonly capacity: number;
}

const SESSION_KEY = 'jiebang.desk.session';
const PRESENCE_KEY = 'jiebang.desk.presence';
const SHOWN_KEY = 'jiebang.desk.shown';

export function loadSession(storage: Storage): Session | null {
  const kept = read(storage, SESSION_KEY) as Session | null;
  return typeof kept?.token === 'string' && typeof kept.staff?.id === 'string' ? kept : null;
}

export function keepSession(storage: Storage, session: Session): void {
  storage.setItem(SESSION_KEY, JSON.stringify(session));
}

export function forgetSession(storage: Storage): void {
  storage.removeItem(SESSION_KEY);
  storage.removeItem(PRESENCE_KEY);
  storage.removeItem(SHOWN_KEY);
}

/** The chat in front, for when the page is loaded anew. */
export function keepShown(storage: Storage, conversationId: string | null): void {
  if (conversationId === null) storage.removeItem(SHOWN_KEY);
  else storage.setItem(SHOWN_KEY, conversationId);
}

export function loadShown(storage: Storage): string | null {
  return storage.getItem(SHOWN_KEY);
}

export function loadPresence(storage: Storage): WantedPresence | null {
  return read(storage, PRESENCE_KEY) as WantedPresence | null;
}

export function keepPresence(storage: Storage, wanted: WantedPresence): void {
  storage.setItem(PRESENCE_KEY, JSON.stringify(wanted));
}

function read(storage: Storage, key: string): unknown {
  try {
    return JSON.parse(storage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}
