/** The line as agents see it, and its figures for supervisors: how handoffs ended each day, and how honest the first range was. */
import { Router } from 'express';
import { isRefusal } from '../../domain/errors.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';
import { toLineNow } from '../wire.js';

export function lineRoutes({ conversations, signIn }: HttpDeps): Router {
  const router = Router();
  router.get(
    '/api/line',
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'line.see');
      return isRefusal(staff) ? staff : toLineNow(await conversations.floor());
    }),
  );
  router.get(
    '/api/line/figures',
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'line.supervise');
      return isRefusal(staff) ? staff : conversations.board.figures();
    }),
  );
  return router;
}
