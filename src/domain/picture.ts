/** Pictures of articles: kept under a name made of what they hold, so that one never changes under the articles that show it. */
import type { ContentAuthor } from './content.js';

export const PICTURE_TYPES = { png: 'image/png', jpg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' } as const;
export type PictureEnding = keyof typeof PICTURE_TYPES;

export const MAX_PICTURE_BYTES = 5 * 1024 * 1024;
/** Where articles find them, on this site only. */
export const PICTURE_PATH = '/kb-images/';

export interface Picture {
  /** `sim-tray-1a2b3c4d5e6f.png`: words of whoever uploaded it, and the beginning of its digest. */
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Null for what came from files. */
  readonly by: ContentAuthor | null;
  readonly at: number;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,59}-[0-9a-f]{12}\.(png|jpg|gif|webp)$/;

export function isPictureName(name: string): boolean {
  return NAME.test(name);
}

/** The name behind an article's address; null for any other address. */
export function pictureOf(href: string): string | null {
  const name = href.startsWith(PICTURE_PATH) ? href.slice(PICTURE_PATH.length) : '';
  return isPictureName(name) ? name : null;
}

/** In the text of an article: what it shows, and where it lies. */
export interface ShownPicture {
  /** What stands for it where only words go. */
  readonly text: string;
  readonly words: string;
  readonly href: string;
}

const IN_MARKDOWN = /!\[([^\]]*)\]\(([^)]*)\)/g;

/** Markdown with words where pictures stand. */
export function picturesInWords(markdown: string): string {
  return markdown.replace(IN_MARKDOWN, (_, words: string) => inWords(words));
}

/** Those of an article that a text made from it stands on, each once. */
export function picturesOf(markdown: string, text: string): readonly ShownPicture[] {
  const found = new Map<string, ShownPicture>();
  for (const [, words = '', href = ''] of markdown.matchAll(IN_MARKDOWN)) {
    const stands = inWords(words);
    if (pictureOf(href) !== null && text.includes(stands)) found.set(stands, { text: stands, words, href });
  }
  return [...found.values()];
}

function inWords(words: string): string {
  return /\p{Script=Han}/u.test(words) ? `（图：${words}）` : `(picture: ${words})`;
}
