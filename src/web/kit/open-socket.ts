/** Opens the Socket.IO client on the subscriber's namespace, WebSocket first. */
import { io } from 'socket.io-client';
import { CHAT_NAMESPACE } from '../../protocol/limits.js';
import type { OpenSocket } from './connection.js';

/** `server`: origin the page was served from, or the widget's script. */
export const openSocketTo =
  (server: string): OpenSocket =>
  (handshake) => {
    const socket = io(server + CHAT_NAMESPACE, {
      autoConnect: false,
      forceNew: true,
      transports: ['websocket', 'polling'],
      tryAllTransports: true,
      reconnectionDelay: 600,
      reconnectionDelayMax: 8000,
      timeout: 10_000,
      auth: (give) => give(handshake()),
    });
    return {
      get connected() {
        return socket.connected;
      },
      get active() {
        return socket.active;
      },
      isForeign: server !== location.origin,
      connect: () => void socket.connect(),
      disconnect: () => void socket.disconnect(),
      on: (event, listener) => void socket.on(event, listener as (payload: unknown) => void),
      ask: (event, payload, timeoutMs, answer) =>
        void socket.timeout(timeoutMs).emit(event, payload, (error: Error | null, ack: unknown) => answer(error !== null, ack)),
    };
  };
