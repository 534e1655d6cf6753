/** The copy of what is kept of a subscriber: opened by the link that the subscriber's own page was given, while it holds. */
import { Router } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import { conversationId } from '../../domain/ids.js';
import { personalCopyQuery } from '../../protocol/http.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function privacyRoutes({ conversations: { personal }, rateLimit }: Pick<HttpDeps, 'conversations' | 'rateLimit'>): Router {
  const router = Router();
  router.get(
    '/api/privacy/copy/:id',
    answering(async (request, response) => {
      const id = conversationId(String(request.params['id']));
      if (!(await rateLimit.take('api', id)).allowed) return refuse('rate-limited');
      const query = personalCopyQuery.safeParse(request.query);
      if (!query.success) return refuse('bad-request');
      const copy = await personal.copy(id, query.data);
      if (isRefusal(copy)) return copy;
      response.setHeader('Content-Type', copy.mime);
      response.setHeader('Content-Disposition', `attachment; filename="${copy.fileName}"`);
      response.setHeader('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox");
      response.setHeader('Referrer-Policy', 'no-referrer');
      response.end(copy.body);
      return {};
    }),
  );
  return router;
}
