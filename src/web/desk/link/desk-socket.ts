/** The staff socket: connects with the session token, keeps trying, and asks questions with a time limit. */
import { io } from 'socket.io-client';
import type { Ack } from '../../../protocol/chat.js';
import type { DeskEvents, DeskRequestName } from '../../../protocol/desk.js';
import { DESK_NAMESPACE } from '../../../protocol/limits.js';

/** Codes of our own beside the server's: `offline` while there is no connection, `timeout` when no answer came. */
export type Answer<Result extends object = object> = Ack<Result>;

export interface DeskSocket {
  readonly isOnline: boolean;
  connect(): void;
  close(): void;
  ask<Result extends object>(event: DeskRequestName, payload: object): Promise<Answer<Result>>;
}

export type Incoming = {
  [Name in keyof DeskEvents]: { readonly name: Name; readonly payload: Parameters<DeskEvents[Name]>[0] };
}[keyof DeskEvents];

export interface SocketWatcher {
  onLink(link: 'connecting' | 'online' | 'offline'): void;
  /** The session is no longer good: signing in again is the only way on. */
  onRefused(code: string): void;
  onEvent(incoming: Incoming): void;
}

const EVENTS: readonly (keyof DeskEvents)[] = [
  'desk',
  'queue',
  'offer',
  'offer:withdrawn',
  'assigned',
  'released',
  'conversation',
  'message',
  'note',
  'typing',
  'brief',
  'alert',
  'board',
  'message:recall',
  'pass:ended',
  'viewers',
  'case',
  'follow-up',
];
const ANSWER_WITHIN_MS = 12_000;
const RETRY_MS = 2000;
const FINAL_CODES = new Set(['unauthenticated', 'forbidden']);

export type OpenDeskSocket = (token: string, watcher: SocketWatcher) => DeskSocket;

/** `locale`: the language of the page whenever it connects; `alertsAfter`: up to when it was told of alerts. */
export const openDeskSocket = (locale: () => string, alertsAfter: () => number | null): OpenDeskSocket => (token, watcher) => {
  const socket = io(DESK_NAMESPACE, {
    autoConnect: false,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: 500,
    // Well within the grace of 15 seconds, so that a line that is back in time keeps the chats.
    reconnectionDelayMax: 2500,
    timeout: 10_000,
    auth: (give: (auth: object) => void) => {
      const after = alertsAfter();
      give({ token, locale: locale(), ...(after === null ? {} : { alertsAfter: after }) });
    },
  });
  const stop = keepConnected(socket, watcher);
  for (const name of EVENTS) socket.on(name, (payload: unknown) => watcher.onEvent({ name, payload } as Incoming));
  return {
    get isOnline() {
      return socket.connected;
    },
    connect: () => void socket.connect(),
    close: stop,
    ask: (event, payload) => ask(socket, event, payload),
  };
};

/** Tells how the link stands and tries for as long as it is wanted. Returns the way to leave for good. */
function keepConnected(socket: ReturnType<typeof io>, watcher: SocketWatcher): () => void {
  let isWanted = true;
  let hasBeenOnline = false;
  let retry: ReturnType<typeof setTimeout> | undefined;
  const down = (link: 'connecting' | 'offline', afterMs = RETRY_MS): void => {
    if (!isWanted) return;
    watcher.onLink(link);
    clearTimeout(retry);
    // The library gives up when the server itself closed or refused; the agent did not.
    if (!socket.active) retry = setTimeout(() => socket.connect(), afterMs);
  };
  // The network says that it is back: waiting on for the next try would only cost chats.
  const atOnce = (): void => {
    if (isWanted && !socket.connected) socket.disconnect().connect();
  };
  window.addEventListener('online', atOnce);
  socket.on('connect', () => {
    hasBeenOnline = true;
    watcher.onLink('online');
  });
  // A page is sent away when its session was ended: asking at once says so, before it looks like a bad line.
  socket.on('disconnect', (reason) => down('offline', reason === 'io server disconnect' ? 0 : RETRY_MS));
  socket.on('connect_error', (error: Error & { data?: { code?: string } }) => {
    const code = error.data?.code ?? error.message;
    if (isWanted && !socket.active && FINAL_CODES.has(code)) watcher.onRefused(code);
    else down(hasBeenOnline ? 'offline' : 'connecting');
  });
  return () => {
    isWanted = false;
    window.removeEventListener('online', atOnce);
    clearTimeout(retry);
    socket.disconnect();
  };
}

async function ask<Result extends object>(socket: ReturnType<typeof io>, event: string, payload: object): Promise<Answer<Result>> {
  if (!socket.connected) return { ok: false, error: { code: 'offline', message: '' } };
  try {
    return (await socket.timeout(ANSWER_WITHIN_MS).emitWithAck(event, payload)) as Answer<Result>;
  } catch {
    return { ok: false, error: { code: socket.connected ? 'timeout' : 'offline', message: '' } };
  }
}
