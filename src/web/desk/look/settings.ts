/** How one person likes the desk: looks, sounds, keys. Kept in the browser. */
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
  readonly #watchers = new Set<() => void>();

  constructor(private readonly storage: Storage) {
    this.#settings = { ...defaults(), ...this.#read() };
  }

  readonly get = (): Settings => this.#settings;

  readonly change = (change: Partial<Settings>): void => {
    this.#settings = { ...this.#settings, ...change };
    this.storage.setItem(KEY, JSON.stringify(this.#settings));
    for (const watcher of [...this.#watchers]) watcher();
  };

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };

  #read(): Partial<Settings> {
    try {
      return JSON.parse(this.storage.getItem(KEY) ?? '{}') as Partial<Settings>;
    } catch {
      return {};
    }
  }
}
