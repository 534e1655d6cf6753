/** What both ends of a conversation do alike with what arrives and what is on its way: order by `seq`, and the fate of what was sent. */
import type { WireMessage } from '../../protocol/chat.js';

/** In order, each once; the newer copy counts. */
export function mergeBySeq(known: readonly WireMessage[], incoming: readonly WireMessage[]): readonly WireMessage[] {
  return [...new Map([...known, ...incoming].map((message) => [message.seq, message])).values()].sort((a, b) => a.seq - b.seq);
}

/** Something sent that the server has not confirmed. A retry keeps `clientId`, so it can never arrive twice. */
export interface OnItsWay {
  readonly clientId: string;
  readonly status: 'sending' | 'failed';
  readonly error: string | null;
}

export type Fate = { readonly clientId: string } & ({ readonly type: 'failed'; readonly error: string } | { readonly type: 'retry' | 'discard' });

export function withFate<Item extends OnItsWay>(outgoing: readonly Item[], fate: Fate): readonly Item[] {
  if (fate.type === 'discard') return outgoing.filter((item) => item.clientId !== fate.clientId);
  const change = fate.type === 'failed' ? ({ status: 'failed', error: fate.error } as const) : ({ status: 'sending', error: null } as const);
  return outgoing.map((item) => (item.clientId === fate.clientId ? { ...item, ...change } : item));
}
