/** Puts one signed-in desk together: store, socket, what is kept in the browser, sounds and notices. */
import { AlertsSeen } from '../link/alerts-seen.js';
import { DeskClient } from '../link/desk-client.js';
import { openDeskSocket } from '../link/desk-socket.js';
import type { Session } from '../link/session.js';
import { measureClock } from '../link/staff-api.js';
import { Unsaved } from '../link/unsaved.js';
import { keepUnsent, loadUnsent } from '../link/unsent-store.js';
import type { SettingsStore } from '../look/settings.js';
import { Ticker } from '../look/ticker.js';
import { DeskStore } from '../state/store.js';
import type { DeskTools } from './desk-context.js';
import { newId } from '../../kit/new-id.js';

interface Start {
  readonly session: Session;
  readonly settings: SettingsStore;
  /** `why`: a refusal of the server; null when the agent signed out. */
  readonly onLeave: (why: string | null) => void;
}

export function startDesk({ session, settings, onLeave }: Start): { readonly tools: DeskTools; readonly stop: () => void } {
  const now = (): number => Date.now();
  settings.belongTo(session.staff.id);
  const store = new DeskStore();
  const ticker = new Ticker(now);
  store.dispatch({ type: 'signed-in', staff: session.staff });
  store.dispatch({ type: 'restored', ...loadUnsent(localStorage, session.staff.id) });
  const alertsSeen = new AlertsSeen(localStorage, session.staff.id);
  const client = new DeskClient({
    ...{ store, alertsSeen },
    open: openDeskSocket(() => settings.get().locale, () => alertsSeen.after),
    storage: sessionStorage,
    now: ticker.serverNow,
    newId,
    onSessionLost: onLeave,
  });
  const stopKeeping = keepUnsent(localStorage, store);
  void measureClock(now).then((ahead) => ticker.adjust(ahead));
  client.start(session.token);
  const signOut = (): void => {
    // Only leaving on purpose gives the chats back at once; a closed tab has its grace.
    void client.setPresence('offline', store.get().capacity).finally(() => onLeave(null));
  };
  return {
    tools: { store, client, settings, ticker, session, unsaved: new Unsaved(sessionStorage, 'desk', session.staff.id), signOut },
    stop: () => {
      stopKeeping();
      client.stop();
    },
  };
}
