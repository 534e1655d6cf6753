/** Packets of Socket.IO as text: what goes to pages is words and numbers, so that nobody need look through every message for bytes. */
import { Encoder } from 'socket.io-parser';
import type { Packet } from 'socket.io-parser';
import { ReadyPayload } from '../gateway/sockets/ready-payload.js';

export class PlainEncoder extends Encoder {
  override encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : jsonOf(data)}`];
  }
}

function jsonOf(data: unknown): string {
  if (Array.isArray(data) && data.length === 2 && data[1] instanceof ReadyPayload) return `[${JSON.stringify(data[0])},${data[1].json}]`;
  return JSON.stringify(data);
}
