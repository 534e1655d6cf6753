/** `window.Jiebang`: what the embedding page may do and hear. */
import type { WireLocale } from '../../protocol/chat.js';
import type { ChatParts } from '../kit/chat-context.js';
import type { Signal } from '../kit/signal.js';
import { countUnread } from '../kit/thread-view.js';

/** `token-refused`: the signed token was not accepted (expired, say); call `identify` with a fresh one. */
export interface WidgetEvents {
  readonly open: undefined;
  readonly close: undefined;
  readonly unread: number;
  readonly state: 'bot' | 'queued' | 'live' | 'closed';
  readonly 'token-refused': string;
}

type Listener = (detail: WidgetEvents[keyof WidgetEvents]) => void;

declare global {
  interface Window {
    Jiebang?: WidgetApi;
  }
}

export class WidgetApi {
  readonly #parts: ChatParts;
  readonly #isOpen: Signal<boolean>;
  readonly #listeners = new Map<string, Set<Listener>>();

  constructor(parts: ChatParts, isOpen: Signal<boolean>) {
    this.#parts = parts;
    this.#isOpen = isOpen;
    this.#announce();
  }

  /** `question`: asked at once, as if the subscriber had typed it. */
  open(question?: string): void {
    this.#isOpen.set(true);
    if (typeof question === 'string' && question.trim() !== '') this.#parts.client.send(question.trim());
  }

  close(): void {
    this.#isOpen.set(false);
  }

  /** A token signed by the operator's site; null when the subscriber signs out. */
  identify(token: string | null): void {
    this.#parts.client.identify(token);
  }

  setLocale(locale: WireLocale): void {
    if (locale === this.#parts.settings.look.get().locale) return;
    this.#parts.settings.change({ locale });
    this.#parts.client.relocate();
  }

  /** Returns the way to stop listening. */
  on<Name extends keyof WidgetEvents>(name: Name, listener: (detail: WidgetEvents[Name]) => void): () => void {
    const listeners = this.#listeners.get(name) ?? new Set<Listener>();
    this.#listeners.set(name, listeners.add(listener as Listener));
    return () => listeners.delete(listener as Listener);
  }

  #emit<Name extends keyof WidgetEvents>(name: Name, detail: WidgetEvents[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(detail);
  }

  #announce(): void {
    const { client } = this.#parts;
    let unread = 0;
    let state: WidgetEvents['state'] = 'bot';
    this.#isOpen.watch(() => this.#emit(this.#isOpen.get() ? 'open' : 'close', undefined));
    client.refusedToken.watch(() => this.#emit('token-refused', client.refusedToken.get() ?? ''));
    client.thread.watch(() => {
      const thread = client.thread.get();
      // What comes before the subscriber's eyes is read in the next moment: the page need not hear of it.
      const count = this.#isOpen.get() && document.visibilityState === 'visible' ? 0 : countUnread(thread);
      if (count !== unread) this.#emit('unread', (unread = count));
      const now = thread.conversation?.state ?? 'bot';
      if (now !== state) this.#emit('state', (state = now));
    });
  }
}
