/** Markdown of an article to safe nodes: rendered by marked, cleaned by DOMPurify, links to other articles made real. */
import DOMPurify from 'dompurify';
import { marked } from 'marked';
import type { WireLocale } from '../../protocol/chat.js';
import { safeHref } from '../kit/markdown-lite.js';

export function renderArticle(body: string, locale: WireLocale): DocumentFragment {
  const html = marked.parse(linkArticles(body, locale), { async: false, gfm: true });
  const fragment = DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true, USE_PROFILES: { html: true }, FORBID_TAGS: ['style', 'form', 'input'], FORBID_ATTR: ['style', 'srcset', 'background'] });
  for (const image of fragment.querySelectorAll('img')) showOwn(image);
  for (const table of fragment.querySelectorAll('table')) {
    // On a phone a wide table scrolls by itself instead of pushing the page aside.
    const frame = document.createElement('div');
    frame.className = 'table';
    frame.tabIndex = 0;
    table.replaceWith(frame);
    frame.append(table);
  }
  return fragment;
}

/** Where the server keeps what editors uploaded. */
const UPLOADED = /^\/kb-images\/[a-z0-9-]+\.(png|jpg|gif|webp)$/;

/** Only what editors uploaded here, and never without words: nothing is asked of any other place. */
function showOwn(image: HTMLImageElement): void {
  const href = image.getAttribute('src') ?? '';
  if (!UPLOADED.test(href) || image.alt.trim() === '') return image.remove();
  image.loading = 'lazy';
  image.decoding = 'async';
}

/** `kb:recharge-ways` is how articles name each other. */
function linkArticles(body: string, locale: WireLocale): string {
  return body.replace(/\]\((kb:[a-z0-9-]+)\)/g, (_, target: string) => `](${safeHref(target) ?? ''}?locale=${locale})`);
}
