/** Whether an answer says in whose place it stands: only who asked for the withdrawn thing itself has to hear that it is gone. */
import type { Article } from '../domain/article.js';
import { fold } from '../understanding/fold.js';
import type { Candidate } from './ranking.js';
import { questionTerms, termsOf } from './terms.js';

/** Title of the withdrawn article that the question names; null where it only asks for what both say. */
export function inPlaceOf(question: string, { article, from }: Candidate): string | null {
  return from && names(question, from, article) ? from.title : null;
}

/** By a word of its title, or one of its keywords, that its successor does not go by. */
function names(question: string, withdrawn: Article, successor: Article): boolean {
  const own = namesOf(successor);
  const terms = new Set(termsOf(own.join('\n')));
  const title = new Set(termsOf(withdrawn.title));
  if (questionTerms(question).some((term) => title.has(term) && !terms.has(term))) return true;
  const asked = fold(question);
  return withdrawn.keywords.map(fold).some((keyword) => asked.includes(keyword) && !own.some((name) => name.includes(keyword)));
}

function namesOf({ title, keywords, asked = [] }: Article): readonly string[] {
  return [title, ...keywords, ...asked].map(fold);
}
