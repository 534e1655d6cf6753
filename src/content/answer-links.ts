/** Where the answers of an intent lead: what would run, or be fetched from elsewhere, is told to its editor. The chat shows such things as plain words anyway. */
import type { IntentDefinition } from '../domain/intent.js';
import { LOCALES } from '../domain/locale.js';
import { targetsOf, wrongTarget } from './article-file.js';
import type { ContentFile } from './content-files.js';
import { lineOf, parseIntent } from './intent-file.js';
import type { ContentProblem } from './problem.js';
import type { Parsed } from './yaml-text.js';

/** As chats do, answers may also lead to places without encryption. */
const PLAIN = /^http:\/\/[^\s]+$/;

export function wrongAnswers({ path, text }: ContentFile, { answers }: Pick<IntentDefinition, 'answers'>): readonly ContentProblem[] {
  const said = LOCALES.flatMap((locale) => Object.values(answers?.[locale] ?? {}));
  return said.flatMap((one) => targetsOf(one).filter(({ href }) => !PLAIN.test(href)).flatMap((target) => wrongTarget(target, { file: path, line: lineOf(text, target.href) })));
}

/** An intent as an editor saves it. */
export function parseSavedIntent(file: ContentFile): Parsed<IntentDefinition> {
  const parsed = parseIntent(file);
  if ('problems' in parsed) return parsed;
  const problems = wrongAnswers(file, parsed.value);
  return problems.length > 0 ? { problems } : parsed;
}
