/** One Markdown file of `knowledge-base/` with its front matter as an article. */
import { marked } from 'marked';
import type { Token } from 'marked';
import { z } from 'zod';
import type { Article } from '../domain/article.js';
import { LOCALES } from '../domain/locale.js';
import { pictureOf } from '../domain/picture.js';
import type { ContentFile } from './content-files.js';
import { daySchema, lineOf } from './intent-file.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';
import { parseYaml } from './yaml-text.js';
import type { Parsed } from './yaml-text.js';

export const MOST_BODY = 50_000;
const articleId = z.string().max(64).regex(/^[a-z][a-z0-9-]*$/, 'badId');
const words = z.array(z.coerce.string().max(300)).max(200).default([]);

const frontMatter = z.strictObject({
  id: articleId,
  locale: z.enum(LOCALES),
  title: z.string().min(1).max(200),
  intents: z.array(z.string()).max(50),
  plans: z.array(z.string()).max(50).default([]),
  regions: z.array(z.string()).max(50).default([]),
  validFrom: daySchema,
  validTo: daySchema.nullable().default(null),
  successor: z.string().nullable().default(null),
  keywords: words,
  asked: words,
});

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

export function parseArticle(file: ContentFile): Parsed<Article> {
  const at = (line: number) => ({ file: file.path, line });
  const found = FRONT_MATTER.exec(file.text);
  if (!found) return { problems: [problemAt(at(1), (faults) => faults.noFrontMatter)] };
  const parsed = parseYaml({ file: file.path, text: found[1] ?? '', linesBefore: 1 }, frontMatter);
  if ('problems' in parsed) return parsed;
  const { value } = parsed;
  const name = `${value.id}.${value.locale}`;
  if (!file.path.endsWith(`/${name}.md`)) return { problems: [problemAt(at(lineOf(file.text, 'id:')), (faults) => faults.articleName(name))] };
  if (value.validTo !== null && value.validTo < value.validFrom) return { problems: [problemAt(at(lineOf(file.text, 'validTo:')), (faults) => faults.backwards)] };
  const body = file.text.slice(found[0].length).trim();
  if (body === '') return { problems: [problemAt(at(found[0].split('\n').length), (faults) => faults.noText)] };
  if (body.length > MOST_BODY) return { problems: [problemAt(at(found[0].split('\n').length), (faults) => faults.tooLarge(String(MOST_BODY)))] };
  const wrong = targetsOf(body).flatMap((target) => wrongTarget(target, at(lineOf(file.text, target.href))));
  return wrong.length > 0 ? { problems: wrong } : { value: { ...value, body } };
}

export interface Target {
  readonly kind: 'link' | 'image';
  readonly href: string;
  /** The words of a link, or those said in the place of a picture. */
  readonly words: string;
}

/** Where a text leads, and which pictures it shows. */
export function targetsOf(body: string): readonly Target[] {
  const found: Target[] = [];
  // Most articles hold none, and are read at every start.
  if (!/[[<]|https?:|www\./.test(body)) return found;
  void marked.walkTokens(marked.lexer(body, { gfm: true }), (token: Token) => {
    if (token.type === 'link' || token.type === 'image') found.push({ kind: token.type, href: String(token['href']), words: String(token['text'] ?? '') });
  });
  return found;
}

/** An address of this site, of another article, or a place everybody may go; nothing that runs. */
const LINK = /^(kb:[a-z0-9-]+|https:\/\/[^\s]+|tel:[0-9+-]+|mailto:[^\s]+|\/(?!\/)[^\s]*|#[\w-]*)$/;

/** What may not be led to or shown. */
export function wrongTarget({ kind, href, words: said }: Target, place: { readonly file: string; readonly line: number }): readonly ContentProblem[] {
  if (kind === 'link') return LINK.test(href) ? [] : [problemAt(place, (faults) => faults.badLink(href))];
  if (pictureOf(href) === null) return [problemAt(place, (faults) => faults.badImage(href))];
  return said.trim() === '' ? [problemAt(place, (faults) => faults.noAlt(href))] : [];
}
