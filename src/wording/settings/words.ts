/** Both languages of the settings at once: pages show the one they are in. */
import { settings as en } from './en.js';
import { settings as zhCn } from './zh-cn.js';

export interface Localised {
  readonly 'zh-CN': string;
  readonly en: string;
}

export interface SectionWords {
  readonly title: Localised;
  readonly about: Localised;
  readonly fields: readonly { readonly path: string; readonly label: Localised; readonly effect: Localised }[];
}

export function settingsWords(section: keyof typeof zhCn): SectionWords {
  const [chinese, english] = [zhCn[section], en[section]];
  const fieldsEn: Readonly<Record<string, { label: string; effect: string }>> = english.fields;
  return {
    title: { 'zh-CN': chinese.title, en: english.title },
    about: { 'zh-CN': chinese.about, en: english.about },
    fields: Object.entries(chinese.fields).map(([path, words]) => ({
      path,
      label: { 'zh-CN': words.label, en: fieldsEn[path]?.label ?? words.label },
      effect: { 'zh-CN': words.effect, en: fieldsEn[path]?.effect ?? words.effect },
    })),
  };
}
