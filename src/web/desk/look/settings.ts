/** How one person likes the desk: looks, sounds, keys. Kept in the browser for each who signs in there; who comes first begins with what was set before. */
import type { DeskLocale } from '../words/i18n.js';

export interface Settings {
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly locale: DeskLocale;
  readonly isSoundOn: boolean;
  /** 0 to 100. */
  readonly volume: number;
  readonly isNotifyOn: boolean;
  /** When the polite question about notifications was put off. */
  readonly isNotifyAskedLater: boolean;
  readonly sendKey: 'enter' | 'ctrl';
  readonly hasSingleKeys: boolean;
}

const KEY = 'jiebang.desk.settings';

function defaults(): Settings {
  return {
    theme: 'system',
    density: 'comfortable',
    locale: navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en',
    isSoundOn: true,
    volume: 60,
    isNotifyOn: true,
    isNotifyAskedLater: false,
    sendKey: 'enter',
    hasSingleKeys: true,
  };
}

export class SettingsStore {
  #settings: Settings;
  #key = KEY;
  readonly #watchers = new Set<() => void>();

  constructor(private readonly storage: Storage) {
    this.#settings = { ...defaults(), ...this.#read() };
  }

  readonly get = (): Settings => this.#settings;

  readonly change = (change: Partial<Settings>): void => {
    this.#settings = { ...this.#settings, ...change };
    this.storage.setItem(this.#key, JSON.stringify(this.#settings));
    for (const watcher of [...this.#watchers]) watcher();
  };

  /** From here on they are this person's own. */
  readonly belongTo = (staffId: string): void => {
    this.#key = `${KEY}.${staffId}`;
    this.#settings = { ...this.#settings, ...this.#read() };
    for (const watcher of [...this.#watchers]) watcher();
  };

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #read(): Partial<Settings> {
    try {
      return JSON.parse(this.storage.getItem(this.#key) ?? '{}') as Partial<Settings>;
    } catch {
      return {};
    }
  }
}
