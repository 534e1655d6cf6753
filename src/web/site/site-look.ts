/** The site's language, shared with the widget through the same setting. */
import { useSignal } from '../kit/chat-context.js';
import { localeOf, Settings } from '../kit/settings.js';
import type { WireLocale } from '../../protocol/chat.js';
import { enWords } from './words-en.js';
import { zhWords, type SiteWords } from './words-zh.js';

export class SiteLook {
  readonly #settings: Settings;

  constructor(storage: Storage, address: URL, browserLanguage: string) {
    this.#settings = new Settings(storage, localeOf(address.searchParams.get('locale')), browserLanguage);
  }

  get look() {
    return this.#settings.look;
  }

  get locale(): WireLocale {
    return this.look.get().locale;
  }

  /** Another tab or the widget may have changed the rest since this page read it, so it is read again. */
  speak(locale: WireLocale, storage: Storage): void {
    new Settings(storage, locale, locale).change({ locale });
    this.look.set({ ...this.look.get(), locale });
    document.documentElement.lang = locale;
    const address = new URL(location.href);
    if (address.searchParams.has('locale')) {
      address.searchParams.set('locale', locale);
      history.replaceState(null, '', address);
    }
    window.Jiebang?.setLocale(locale);
  }
}

export function useWords(look: SiteLook): { readonly locale: WireLocale; readonly words: SiteWords } {
  const { locale } = useSignal(look.look);
  return { locale, words: locale === 'en' ? enWords : zhWords };
}
