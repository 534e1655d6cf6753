/** The log of sensitive acts, for who answers for them. */
import { Router } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import { conversationId, staffId } from '../../domain/ids.js';
import { auditQuery } from '../../protocol/http.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function auditRoutes({ signIn, audit, staff: people }: Pick<HttpDeps, 'signIn' | 'audit' | 'staff'>): Router {
  const router = Router();
  router.get(
    '/api/audit',
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'audit.see');
      if (isRefusal(staff)) return staff;
      const query = auditQuery.safeParse(request.query);
      if (!query.success) return refuse('bad-request');
      const { conversationId: conversation, staffId: who, act, before, beforeId, limit } = query.data;
      const entries = await audit.list({
        limit,
        ...(conversation === undefined ? {} : { conversationId: conversationId(conversation) }),
        ...(who === undefined ? {} : { staffId: staffId(who) }),
        ...(act === undefined ? {} : { act }),
        ...(before === undefined ? {} : { before }),
        ...(beforeId === undefined ? {} : { beforeId }),
      });
      const names = new Map((await people.list()).map(({ id, name }) => [id as string, name]));
      return { entries: entries.map((entry) => ({ ...entry, targetName: names.get(entry.target ?? '') ?? null })) };
    }),
  );
  return router;
}
