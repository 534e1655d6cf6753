/** Puts the client together from what a real browser offers. */
import type { WireLocale } from '../../protocol/chat.js';
import type { ChatParts } from './chat-context.js';
import { ChatClient } from './chat-client.js';
import { newId } from './new-id.js';
import { openSocketTo } from './open-socket.js';
import { ResumeStore, type Shelf } from './resume-store.js';
import { Settings } from './settings.js';
import { browserTiming } from './timing.js';

export interface PageWishes {
  readonly page: 'web' | 'wechat';
  readonly server: string;
  readonly token: string | null;
  /** What the embedding page asks for; null leaves it to the subscriber and the browser. */
  readonly locale: WireLocale | null;
}

export function buildParts(wishes: PageWishes): ChatParts {
  const lasting = shelf(() => localStorage);
  const settings = new Settings(lasting, wishes.locale, navigator.language);
  const client = new ChatClient({
    open: openSocketTo(wishes.server),
    store: new ResumeStore({ lasting, tab: shelf(() => sessionStorage) }, wishes.server),
    timing: browserTiming,
    newId,
    page: wishes.page,
    locale: () => settings.look.get().locale,
    token: wishes.token,
  });
  // A phone that wakes up or finds its network again should not wait for the next attempt.
  addEventListener('online', () => client.hurry());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && client.hurry());
  // For whoever put the chat into a page that the server does not know.
  client.link.watch(() => client.link.get() === 'barred' && console.error(`Jiebang: ${location.origin} is not in ALLOWED_ORIGINS`));
  return { client, settings, server: wishes.server };
}

/** Access alone throws where a site may not store anything. */
function shelf(open: () => Shelf): Shelf | null {
  try {
    return open();
  } catch {
    return null;
  }
}
