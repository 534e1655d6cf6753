/** The script tag, with every value made safe for an attribute. Pure. */
export type SnippetLocale = 'auto' | 'zh-CN' | 'en';

export interface Snippet {
  readonly server: string;
  readonly locale: SnippetLocale;
  readonly hasToken: boolean;
}

const attribute = (text: string): string => text.replace(/[&"<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function snippetOf({ server, locale, hasToken }: Snippet): string {
  const source = `${attribute(server.trim().replace(/\/+$/, ''))}/widget.js`;
  const language = locale === 'auto' ? '' : ` data-locale="${locale}"`;
  const token = hasToken ? ' data-token="{{ token signed by your server }}"' : '';
  return `<script src="${source}"${language}${token} async></script>`;
}
