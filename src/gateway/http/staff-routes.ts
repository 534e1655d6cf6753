/** Staff sign-in and sign-out. */
import { Router } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import { loginRequest } from '../../protocol/http.js';
import { toWireStaff } from '../wire.js';
import { bearerOf, originOf, staffOf } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function staffRoutes({ signIn, rateLimit }: HttpDeps): Router {
  const router = Router();
  router.post(
    '/api/staff/login',
    answering(async (request) => {
      const parsed = loginRequest.safeParse(request.body);
      if (!parsed.success) return refuse('bad-request');
      const taken = await rateLimit.take('staff.login', request.ip ?? '');
      if (!taken.allowed) return refuse('rate-limited');
      const signedIn = await signIn.signIn(parsed.data.email, parsed.data.password, originOf(request));
      return isRefusal(signedIn) ? signedIn : { token: signedIn.token, staff: toWireStaff(signedIn.staff) };
    }),
  );
  router.post(
    '/api/staff/logout',
    answering(async (request) => {
      const token = bearerOf(request);
      if (token === null) return refuse('unauthenticated');
      await signIn.signOut(token);
      return { ok: true };
    }),
  );
  router.get(
    '/api/staff/me',
    answering(async (request) => {
      const staff = await staffOf(request, signIn);
      return isRefusal(staff) ? staff : { staff: toWireStaff(staff) };
    }),
  );
  return router;
}
