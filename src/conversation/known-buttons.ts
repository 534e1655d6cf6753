/** Which buttons there are: those this house shows, whether or not this conversation was shown them. What is none of them is no press of anything. */
import type { Revision } from '../ports/published-content.js';
import { UNHELPFUL } from '../domain/message.js';

const ALWAYS: ReadonlySet<string> = new Set([
  'confirm', 'cancel', 'handoff', 'clarify:none', UNHELPFUL, 'feedback:yes', 'number:switch', 'line:leave', 'brief:correct',
  'verify.number', 'verify.code', 'verify.resend', 'verify.other', 'verify.cancel',
  'person:assistant', 'person:callback', 'person:message', 'case:solved', 'case:not-solved',
]);
const OF_CONTENT = /^(intent|clarify|article):(.+)$/u;

export function isKnownButton(id: string, { intents, articles }: Pick<Revision, 'intents' | 'articles'>): boolean {
  const [, kind, name = ''] = OF_CONTENT.exec(id) ?? [];
  if (ALWAYS.has(id)) return true;
  return kind === 'article' ? [...articles.values()].some((article) => article.id === name) : kind !== undefined && intents.has(name);
}
