/** One Markdown file of `knowledge-base/` with its front matter as an article. */
import { z } from 'zod';
import type { Article } from '../domain/article.js';
import { LOCALES } from '../domain/locale.js';
import type { ContentFile } from './content-files.js';
import { parseYaml } from './yaml-text.js';
import type { Parsed } from './yaml-text.js';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day is written YYYY-MM-DD');

const frontMatter = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  locale: z.enum(LOCALES),
  title: z.string().min(1),
  intents: z.array(z.string()),
  plans: z.array(z.string()).default([]),
  regions: z.array(z.string()).default([]),
  validFrom: day,
  validTo: day.nullable().default(null),
  successor: z.string().nullable().default(null),
  keywords: z.array(z.coerce.string()).default([]),
  asked: z.array(z.coerce.string()).default([]),
});

const FRONT_MATTER = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/;

export function parseArticle(file: ContentFile): Parsed<Article> {
  const problem = (text: string): Parsed<Article> => ({ problems: [{ file: file.path, line: 1, text }] });
  const found = FRONT_MATTER.exec(file.text);
  if (!found) return problem('the file begins with its front matter between two lines of ---');
  const parsed = parseYaml({ file: file.path, text: found[1] ?? '', linesBefore: 1 }, frontMatter);
  if ('problems' in parsed) return parsed;
  const { value } = parsed;
  if (!file.path.endsWith(`/${value.id}.${value.locale}.md`)) return problem(`id: the file of ${value.id} is named ${value.id}.${value.locale}.md`);
  const body = file.text.slice(found[0].length).trim();
  if (body === '') return problem('the article has no text');
  return { value: { ...value, body } };
}
