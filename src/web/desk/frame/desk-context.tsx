/** What every part of the desk reaches for: the state, the calls, the settings and the clock. */
import { createContext, use, useSyncExternalStore } from 'react';
import type { DeskClient } from '../link/desk-client.js';
import type { Session } from '../link/session.js';
import type { Unsaved } from '../link/unsaved.js';
import type { Settings, SettingsStore } from '../look/settings.js';
import type { Ticker } from '../look/ticker.js';
import type { DeskState } from '../state/desk-state.js';
import type { DeskStore } from '../state/store.js';

export interface DeskTools {
  readonly store: DeskStore;
  readonly client: DeskClient;
  readonly settings: SettingsStore;
  readonly ticker: Ticker;
  readonly session: Session;
  /** Of forms; what is written in a chat or on a case is a draft in the state. */
  readonly unsaved: Unsaved;
  readonly signOut: () => void;
}

export const DeskContext = createContext<DeskTools | null>(null);

export function useTools(): DeskTools {
  const tools = use(DeskContext);
  if (tools === null) throw new Error('outside the desk');
  return tools;
}

/** `select` must give the same reference while nothing changed. */
export function useDesk<Value>(select: (state: DeskState) => Value): Value {
  const { store } = useTools();
  return useSyncExternalStore(store.watch, () => select(store.get()));
}

export function useSettings(settings: SettingsStore): Settings {
  return useSyncExternalStore(settings.watch, settings.get);
}

/** The server's time, in seconds; wakes once a second. */
export function useSecond(): number {
  const { ticker } = useTools();
  return useSyncExternalStore(ticker.watch, ticker.get);
}
