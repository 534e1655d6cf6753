/** What is told to one page in one moment leaves in one write: acknowledgement, echo and answer cost one packet of the network, not three. */
import type { Server, Socket } from 'socket.io';

type Connection = Socket['conn'];

/** Of the protocol below Socket.IO: a packet of this type carries a message. */
const MESSAGE = '4';
/** A whole message in UTF-8, not masked: what a server sends (RFC 6455, 5.2). */
const WHOLE_TEXT = 0x81;
const SHORT = 125;
const MIDDLING = 0xffff;

/** Pages that come by web socket at once; one that begins by polling is served as it always was. */
export function gatherWrites(io: Server): void {
  let gathering: Pick<Connection, 'write' | 'close'> | null = null;
  io.engine.on('connection', (connection: Connection) => {
    if (connection.transport.name !== 'websocket') return;
    gathering ??= gatheringOver(connection);
    Object.assign(connection, gathering);
  });
}

/** One for all pages, over the methods all of them have: a page that is told nothing costs nothing. */
function gatheringOver(connection: Connection): Pick<Connection, 'write' | 'close'> {
  const write = Reflect.get(connection, 'write') as Connection['write'];
  const close = Reflect.get(connection, 'close') as Connection['close'];
  let waiting = new Map<Connection, string[]>();
  const flush = (page: Connection): void => {
    const texts = waiting.get(page);
    waiting.delete(page);
    if (texts !== undefined) write.call(page, '', inFrames(texts));
  };
  const flushAll = (): void => {
    const told = waiting;
    waiting = new Map();
    for (const [page, texts] of told) write.call(page, '', inFrames(texts));
  };
  return {
    write(this: Connection, data, options, callback) {
      if (typeof data !== 'string' || callback !== undefined) {
        flush(this);
        return write.call(this, data, options, callback);
      }
      const texts = waiting.get(this);
      if (texts === undefined) {
        if (waiting.size === 0) setImmediate(flushAll);
        waiting.set(this, [MESSAGE + data]);
      } else {
        texts.push(MESSAGE + data);
      }
      return this;
    },
    // The last words go before the farewell.
    close(this: Connection, discard) {
      flush(this);
      close.call(this, discard);
    },
  };
}

/** As Engine.IO takes what is in frames already. */
function inFrames(texts: readonly string[]): { compress: boolean } {
  const options = { compress: false, wsPreEncodedFrame: [framesOf(texts)] };
  return options;
}

/** Most of what is told at once fits in here, even were each character of three bytes. */
const SCRATCH = Buffer.allocUnsafeSlow(32 * 1024);
const MOST_BYTES = 3;
const LONGEST_HEAD = 10;

/** Each in a frame of its own, one behind the other. */
function framesOf(texts: readonly string[]): Buffer {
  const most = texts.reduce((whole, text) => whole + LONGEST_HEAD + text.length * MOST_BYTES, 0);
  const isShort = most <= SCRATCH.length;
  const frames = isShort ? SCRATCH : Buffer.allocUnsafe(most);
  let at = 0;
  for (const text of texts) {
    const head = headBytes(sizeToTell(text));
    const size = frames.write(text, at + head);
    writeHead(frames, at, size);
    at += head + size;
  }
  return isShort ? Buffer.from(SCRATCH.subarray(0, at)) : frames.subarray(0, at);
}

/** As far as the head's own length depends on it: most texts need not be measured before they are written. */
function sizeToTell(text: string): number {
  const most = text.length * MOST_BYTES;
  if (most <= SHORT) return most;
  return text.length > SHORT && most <= MIDDLING ? most : Buffer.byteLength(text);
}

const headBytes = (size: number): number => (size <= SHORT ? 2 : size <= MIDDLING ? 4 : LONGEST_HEAD);

function writeHead(frames: Buffer, at: number, size: number): void {
  frames[at] = WHOLE_TEXT;
  if (size <= SHORT) {
    frames[at + 1] = size;
  } else if (size <= MIDDLING) {
    frames[at + 1] = SHORT + 1;
    frames.writeUInt16BE(size, at + 2);
  } else {
    frames[at + 1] = SHORT + 2;
    frames.writeBigUInt64BE(BigInt(size), at + 2);
  }
}
