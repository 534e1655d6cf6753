/** Text messages that go nowhere: the last code sent to each number can be looked up, as one would look at the phone. */
import type { Msisdn } from '../../domain/ids.js';
import type { Clock } from '../../ports/clock.js';
import type { TextMessages } from '../../ports/text-messages.js';

const MOST_NUMBERS = 1_000;

export interface InboxEntry {
  readonly code: string;
  /** Epoch ms. */
  readonly sentAt: number;
}

export interface DemoInbox {
  readonly textMessages: TextMessages;
  inbox(msisdn: string): InboxEntry | null;
}

export function createDemoInbox(clock: Clock): DemoInbox {
  const last = new Map<Msisdn, InboxEntry>();
  return {
    textMessages: {
      send(to, _text, code) {
        if (code !== null) {
          last.delete(to);
          last.set(to, { code, sentAt: clock.now() });
          const oldest = last.keys().next();
          if (last.size > MOST_NUMBERS && oldest.done !== true) last.delete(oldest.value);
        }
        return Promise.resolve();
      },
    },
    inbox: (msisdn) => last.get(msisdn as Msisdn) ?? null,
  };
}
