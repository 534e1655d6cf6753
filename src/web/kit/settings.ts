/** How the subscriber likes the page: language, day or dark, type size. Kept in the browser, never on the server. */
import type { WireLocale } from '../../protocol/chat.js';
import type { Shelf } from './resume-store.js';
import { Signal } from './signal.js';
import { enStrings } from './strings-en.js';
import { zhCnStrings, type Strings } from './strings.js';

export type Theme = 'auto' | 'day' | 'dark';

export interface Look {
  readonly locale: WireLocale;
  readonly theme: Theme;
  /** Null until chosen here: then what was asked for in words, in this conversation, decides. */
  readonly isLarge: boolean | null;
}

const KEY = 'jiebang:look';

export class Settings {
  readonly look: Signal<Look>;
  readonly #shelf: Shelf | null;

  /** `locale`: what the page asks for; null lets the earlier choice, then the browser decide. */
  constructor(shelf: Shelf | null, locale: WireLocale | null, browserLanguage: string) {
    this.#shelf = shelf;
    const kept = recall(shelf);
    const guess: WireLocale = browserLanguage.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
    this.look = new Signal<Look>({
      locale: locale ?? kept.locale ?? guess,
      theme: kept.theme ?? 'auto',
      isLarge: kept.isLarge ?? null,
    });
  }

  change(change: Partial<Look>): void {
    const look = { ...this.look.get(), ...change };
    this.look.set(look);
    try {
      this.#shelf?.setItem(KEY, JSON.stringify(look));
    } catch {
      // Not remembered then; the choice holds for this visit.
    }
  }
}

export function stringsFor(locale: WireLocale): Strings {
  return locale === 'en' ? enStrings : zhCnStrings;
}

export function localeOf(value: string | null | undefined): WireLocale | null {
  if (!value) return null;
  return value.toLowerCase().startsWith('zh') ? 'zh-CN' : value.toLowerCase().startsWith('en') ? 'en' : null;
}

function recall(shelf: Shelf | null): Partial<Look> {
  try {
    const kept = JSON.parse(shelf?.getItem(KEY) ?? '{}') as Record<string, unknown>;
    return {
      ...(kept['locale'] === 'en' || kept['locale'] === 'zh-CN' ? { locale: kept['locale'] } : {}),
      ...(kept['theme'] === 'day' || kept['theme'] === 'dark' ? { theme: kept['theme'] } : {}),
      ...(typeof kept['isLarge'] === 'boolean' ? { isLarge: kept['isLarge'] } : {}),
    };
  } catch {
    return {};
  }
}
