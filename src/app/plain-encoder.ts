/** Packets of Socket.IO as text: what goes to pages is words and numbers, so that nobody need look through every message for bytes. */
import { Encoder } from 'socket.io-parser';
import type { Packet } from 'socket.io-parser';

export class PlainEncoder extends Encoder {
  override encode({ type, nsp, id, data }: Packet): string[] {
    const namespace = nsp === '/' ? '' : `${nsp},`;
    return [`${type}${namespace}${id ?? ''}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}
