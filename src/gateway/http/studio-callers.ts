/** Who may call the studio, how often, and in which language they are told what does not fit. */
import type { Request, RequestHandler } from 'express';
import type { ContentAuthor } from '../../domain/content.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { problemIn } from '../../content/problem.js';
import type { ContentProblem } from '../../content/problem.js';
import type { Locale } from '../../domain/locale.js';
import type { Staff } from '../../domain/staff.js';
import type { RolePermission } from '../../identity/permissions.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering, localeOf } from './problem.js';

export type StudioHandler = (request: Request, staff: Staff) => Promise<object | Refusal>;
export type StudioGuard = (permission: RolePermission, handle: StudioHandler) => RequestHandler;

export function studioGuard({ signIn, rateLimit }: Pick<HttpDeps, 'signIn' | 'rateLimit'>): StudioGuard {
  return (permission, handle) =>
    answering(async (request, response) => {
      const staff = await permittedStaff(request, signIn, permission);
      if (isRefusal(staff)) return staff;
      if (!(await rateLimit.take('api', staff.id)).allowed) return refuse('rate-limited');
      const answer = inLanguage(localeOf(request), await handle(request, staff));
      if ('version' in answer && typeof answer.version === 'number') response.setHeader('ETag', `"${answer.version}"`);
      return answer;
    });
}

export function authorOf({ id, name }: Staff): ContentAuthor {
  return { staffId: id, name };
}

/** What is wrong with a text is told in the editor's language. */
function inLanguage(locale: Locale, answer: object | Refusal): object | Refusal {
  if (isRefusal(answer)) return answer.extra ? { ...answer, extra: toldIn(locale, answer.extra) as NonNullable<Refusal['extra']> } : answer;
  const { rows } = answer as { readonly rows?: readonly object[] };
  return toldIn(locale, Array.isArray(rows) ? { ...answer, rows: rows.map((row: object) => toldIn(locale, row)) } : answer);
}

function toldIn(locale: Locale, one: object): object {
  const { problems } = one as { readonly problems?: readonly ContentProblem[] };
  return Array.isArray(problems) ? { ...one, problems: problems.map((problem: ContentProblem) => problemIn(locale, problem)) } : one;
}
