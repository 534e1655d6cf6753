/** Outage notices over HTTP: started, reworded and ended by editors and supervisors. */
import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import type { z } from 'zod';
import type { ContentAuthor } from '../../domain/content.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { OutageNotice } from '../../domain/outage-notice.js';
import { noticeChange, noticeEnd, noticeStart } from '../../protocol/notices.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function noticeRoutes({ insights, signIn, rateLimit }: HttpDeps): Router {
  const router = Router();
  const by = (handle: (request: Request, by: ContentAuthor) => Promise<object | Refusal>): RequestHandler =>
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'notices.manage');
      if (isRefusal(staff)) return staff;
      return (await rateLimit.take('api', staff.id)).allowed ? handle(request, { staffId: staff.id, name: staff.name }) : refuse('rate-limited');
    });
  const withBody = <Shape extends z.ZodType>(shape: Shape, act: (order: z.infer<Shape>, staff: ContentAuthor, id: string) => Promise<OutageNotice | Refusal>): RequestHandler =>
    by(async (request, staff) => {
      const order = shape.safeParse(request.body ?? {});
      if (!order.success) return refuse('bad-request', order.error.issues.map(({ path }) => path.join('.')).join(', '));
      const done = await act(order.data, staff, String(request.params['id']));
      return isRefusal(done) ? done : { notice: done };
    });
  router.get('/api/insights/notices', by(async () => ({ notices: await insights.notices.list() })));
  router.post('/api/insights/notices', withBody(noticeStart, (words, staff) => insights.notices.start(words, staff)));
  router.put('/api/insights/notices/:id', withBody(noticeChange, (words, staff, id) => insights.notices.reword(id, words, staff)));
  router.post('/api/insights/notices/:id/end', withBody(noticeEnd, ({ tell }, staff, id) => insights.notices.end(id, tell, staff)));
  return router;
}
