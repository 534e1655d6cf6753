/** Reads the little Markdown that answers use into plain data; what it does not know stays text, so nothing can become markup. */
import type { WireCitation } from '../../protocol/cards.js';

export type Inline =
  | { readonly type: 'text' | 'bold' | 'code'; readonly text: string; readonly href?: never }
  | { readonly type: 'link' | 'image'; readonly text: string; readonly href: string };

export type Block =
  | { readonly type: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly type: 'list'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly (readonly Inline[])[] };

const BULLET = /^\s*[-*•]\s+(\S.*)$/;
const NUMBER = /^\s*(\d{1,3})(?:[.)]\s+|、\s*)(\S.*)$/;
const HEADING = /^#{1,6}\s+(\S.*)$/;
const INLINE = /(?<!\*)\*\*([^*\n]+)\*\*|`([^`\n]+)`|(!?)\[([^\]\n]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>"'，。；！？、）]+)|(?<![\d-])(400-\d{3}-\d{4})(?![\d-])/g;

/** An answer with the pictures of its articles in place of the words for them. */
export function withPictures(text: string, citations: readonly Pick<WireCitation, 'pictures'>[] = []): string {
  return citations.flatMap(({ pictures = [] }) => pictures).reduce((whole, { text: stands, words, href }) => whole.replace(stands, () => `![${words}](${href})`), text);
}

export function readMarkdown(source: string): readonly Block[] {
  const blocks: Block[] = [];
  let paragraph: string[] = [];
  const endParagraph = (): void => {
    if (paragraph.length > 0) blocks.push({ type: 'paragraph', inlines: readInline(paragraph.join('\n')) });
    paragraph = [];
  };
  let isListOpen = false;
  for (const line of source.split(/\r?\n/)) {
    const item = readItem(line);
    if (item !== null) {
      endParagraph();
      addItem(blocks, item, isListOpen);
      isListOpen = true;
      continue;
    }
    isListOpen = false;
    const heading = HEADING.exec(line);
    if (heading !== null || line.trim() === '') endParagraph();
    if (heading !== null) blocks.push({ type: 'paragraph', inlines: [{ type: 'bold', text: heading[1] ?? '' }] });
    else if (line.trim() !== '') paragraph.push(line);
  }
  endParagraph();
  return blocks;
}

interface Item {
  /** Null for a bullet. */
  readonly number: number | null;
  readonly inlines: readonly Inline[];
}

function readItem(line: string): Item | null {
  const bullet = BULLET.exec(line);
  if (bullet !== null) return { number: null, inlines: readInline(bullet[1] ?? '') };
  const numbered = NUMBER.exec(line);
  return numbered === null ? null : { number: Number(numbered[1]), inlines: readInline(numbered[2] ?? '') };
}

function addItem(blocks: Block[], item: Item, isListOpen: boolean): void {
  const last = blocks.at(-1);
  const isOrdered = item.number !== null;
  if (isListOpen && last?.type === 'list' && last.isOrdered === isOrdered) {
    blocks[blocks.length - 1] = { ...last, items: [...last.items, item.inlines] };
  } else {
    blocks.push({ type: 'list', isOrdered, start: item.number ?? 1, items: [item.inlines] });
  }
}

function readInline(source: string): readonly Inline[] {
  const inlines: Inline[] = [];
  let at = 0;
  for (const found of source.matchAll(INLINE)) {
    if (found.index > at) inlines.push({ type: 'text', text: source.slice(at, found.index) });
    inlines.push(inlineOf(found));
    at = found.index + found[0].length;
  }
  if (at < source.length) inlines.push({ type: 'text', text: source.slice(at) });
  return inlines;
}

function inlineOf(found: RegExpExecArray): Inline {
  const [whole, bold, code, mark, label, target, bare, telephone] = found;
  if (bold !== undefined) return { type: 'bold', text: bold };
  if (code !== undefined) return { type: 'code', text: code };
  const href = safeHref(bare ?? target ?? `tel:${telephone ?? ''}`);
  return href === null ? { type: 'text', text: whole } : { type: mark && href.startsWith('/kb-images/') ? 'image' : 'link', text: label ?? whole, href };
}

/** Web addresses, telephone numbers, paths of the server and articles; anything else is not a link. */
export function safeHref(target: string): string | null {
  if (/^kb:[a-z0-9-]+$/.test(target)) return `/kb/${target.slice(3)}`;
  return /^(https?:\/\/|tel:|\/(?!\/))/.test(target) ? target : null;
}
