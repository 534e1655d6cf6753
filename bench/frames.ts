/**
 * A WebSocket as plain as the load client needs it: text frames out, whole frames in, told by where they lie in what came from the network.
 * Nothing is copied, since every packet a client looks at takes time of the two cores it shares with the server.
 */
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import type { Socket } from 'node:net';

/** FIN and the opcode of a text frame. */
const TEXT = 0x81;
const MASKED = 0x80;
const LONG = 126;
const VERY_LONG = 127;
/** All zeros: masked as clients must, and the same bytes. */
const MASK_BYTES = 4;

/** The payload lies in `bytes` from `start` up to `end`, and stays there only while this is called. */
export type OnFrame = (bytes: Buffer, start: number, end: number) => void;

export class FrameSocket {
  readonly #socket: Socket;
  #rest: Buffer | null = null;

  static open(url: URL, onFrame: OnFrame): Promise<FrameSocket> {
    const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': randomBytes(16).toString('base64') };
    return new Promise((resolve, reject) => {
      const asking = request(url, { headers });
      asking.once('error', reject);
      asking.once('response', (response) => reject(new Error(`no WebSocket: ${response.statusCode}`)));
      asking.once('upgrade', (_response, socket: Socket, head: Buffer) => {
        socket.setNoDelay(true);
        resolve(new FrameSocket(socket, head, onFrame));
      });
      asking.end();
    });
  }

  private constructor(socket: Socket, head: Buffer, onFrame: OnFrame) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk, onFrame));
    if (head.length > 0) setImmediate(() => this.#take(head, onFrame));
  }

  send(text: string): void {
    const size = Buffer.byteLength(text);
    const head = size < LONG ? 2 : 4;
    const frame = Buffer.alloc(head + MASK_BYTES + size);
    frame[0] = TEXT;
    frame[1] = MASKED | (size < LONG ? size : LONG);
    if (size >= LONG) frame.writeUInt16BE(size, 2);
    frame.write(text, head + MASK_BYTES);
    this.#socket.write(frame);
  }

  #take(chunk: Buffer, onFrame: OnFrame): void {
    const bytes = this.#rest === null ? chunk : Buffer.concat([this.#rest, chunk]);
    let at = 0;
    while (at + 2 <= bytes.length) {
      const length = (bytes[at + 1] ?? 0) & 0x7f;
      const start = at + (length === VERY_LONG ? 10 : length === LONG ? 4 : 2);
      if (start > bytes.length) break;
      const end = start + (length === VERY_LONG ? Number(bytes.readBigUInt64BE(at + 2)) : length === LONG ? bytes.readUInt16BE(at + 2) : length);
      if (end > bytes.length) break;
      onFrame(bytes, start, end);
      at = end;
    }
    this.#rest = at === bytes.length ? null : Buffer.from(bytes.subarray(at));
  }
}
