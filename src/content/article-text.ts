/** An article as JSON and as the text of its file. */
import { parse } from 'yaml';
import { intentText } from './intent-text.js';
import type { Json } from './intent-text.js';

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

/** Front matter and `body`. */
export function articleJson(text: string): Json {
  const found = FRONT_MATTER.exec(text);
  if (!found) return { body: text };
  const front: unknown = parse(found[1] ?? '');
  return { ...(typeof front === 'object' && front !== null ? (front as Json) : {}), body: text.slice(found[0].length).trim() };
}

export function articleText({ body, ...front }: Json, previous: string | null): string {
  const found = previous === null ? null : FRONT_MATTER.exec(previous);
  const head = intentText(front, found?.[1] ?? null).trimEnd();
  return `---\n${head}\n---\n\n${String(body).trim()}\n`;
}
