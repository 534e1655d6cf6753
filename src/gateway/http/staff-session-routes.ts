/** Where one is signed in, and ending that: one's own sessions, and for admins anybody's. Not for programs, which have keys instead. */
import { Router } from 'express';
import type { Request } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { staffId } from '../../domain/ids.js';
import type { Staff } from '../../domain/staff.js';
import { sessionIdOfToken } from '../../identity/staff-sign-in.js';
import { bearerOf, permittedStaff, staffOf } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function staffSessionRoutes({ signIn, sessions }: Pick<HttpDeps, 'signIn' | 'sessions'>): Router {
  const router = Router();
  const signedIn = async (request: Request): Promise<{ person: Staff; token: string } | Refusal> => {
    const token = bearerOf(request);
    const person = await staffOf(request, signIn);
    if (isRefusal(person) || token === null) return isRefusal(person) ? person : refuse('unauthenticated');
    return person.scopes === undefined ? { person, token } : refuse('forbidden', 'a key is no session');
  };
  const sessionOf = (request: Request): string => String(request.params['session']);
  router.get(
    '/api/staff/me/sessions',
    answering(async (request) => {
      const one = await signedIn(request);
      if (isRefusal(one)) return one;
      const here = sessionIdOfToken(one.token);
      const open = await sessions.of(one.person.id);
      return { sessions: open.map((session) => (session.id === here ? { ...session, isHere: true } : session)) };
    }),
  );
  router.delete(
    '/api/staff/me/sessions',
    answering(async (request) => {
      const one = await signedIn(request);
      return isRefusal(one) ? one : { ended: await sessions.endOthers(one.person, one.token) };
    }),
  );
  router.delete(
    '/api/staff/me/sessions/:session',
    answering(async (request) => {
      const one = await signedIn(request);
      return isRefusal(one) ? one : ((await sessions.end(one.person, one.person.id, sessionOf(request))) ?? { ended: 1 });
    }),
  );
  router.delete(
    '/api/staff/:id/sessions/:session',
    answering(async (request) => {
      const by = await permittedStaff(request, signIn, 'staff.manage');
      return isRefusal(by) ? by : ((await sessions.end(by, staffId(String(request.params['id'])), sessionOf(request))) ?? { ended: 1 });
    }),
  );
  return router;
}
