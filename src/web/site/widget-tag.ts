/** Puts the widget on the page the way any operator's site would: one script tag. */
import type { WireLocale } from '../../protocol/chat.js';
import '../widget/widget-api.js';

export function addWidget(wishes: { readonly locale: WireLocale; readonly token: string | null }): void {
  const tag = document.createElement('script');
  tag.src = '/widget.js';
  tag.async = true;
  tag.dataset['locale'] = wishes.locale;
  if (wishes.token !== null) tag.dataset['token'] = wishes.token;
  document.body.append(tag);
}

/** Opens the chat with a question; before the script has loaded, as soon as it has. */
export function ask(question?: string): void {
  if (window.Jiebang !== undefined) window.Jiebang.open(question);
  else addEventListener('jiebang:ready', () => window.Jiebang?.open(question), { once: true });
}
