/** What is told to one page in one moment leaves in one write: acknowledgement, echo and answer cost one packet of the network, not three. */
import type { Server as HttpServer } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server, Socket } from 'socket.io';

type Connection = Socket['conn'];
type Transport = Connection['transport'];
type Packets = Parameters<Transport['send']>[0];

/** Pages that come by web socket at once; one that begins by polling is served as it always was. */
export function gatherWrites(io: Server, http: HttpServer): void {
  const lines = new WeakMap<object, Duplex>();
  http.prependListener('upgrade', (request, line) => lines.set(request, line));
  io.engine.on('connection', (connection: Connection) => {
    const line = lines.get(connection.request);
    if (line !== undefined && connection.transport.name === 'websocket') gather(connection.transport, line);
  });
}

function gather(transport: Transport, line: Duplex): void {
  const send = transport.send.bind(transport);
  const close = transport.close.bind(transport);
  let waiting: Packets = [];
  const flush = (): void => {
    const packets = waiting;
    waiting = [];
    if (packets.length === 0 || transport.readyState !== 'open') return;
    line.cork();
    send(packets);
    line.uncork();
  };
  transport.send = (packets) => {
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(...packets);
  };
  // The last words go before the farewell.
  transport.close = (done) => {
    flush();
    close(done);
  };
}
