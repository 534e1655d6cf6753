/** The two languages the product speaks, and text that exists in both. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

export type Localised = Readonly<Record<Locale, string>>;
