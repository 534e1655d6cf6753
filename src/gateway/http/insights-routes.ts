/** Figures for supervisors over HTTP, on the screen and as a file. */
import { Router } from 'express';
import type { Request } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { RangeOfFigures } from '../../insights/figures-room.js';
import { figuresFile } from '../../insights/export.js';
import { figuresQuery } from '../../protocol/insights.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering, localeOf } from './problem.js';

export function insightsRoutes({ signIn, insights, rateLimit }: HttpDeps): Router {
  const router = Router();
  const asked = async (request: Request): Promise<RangeOfFigures | Refusal> => {
    const staff = await permittedStaff(request, signIn, 'figures.see');
    if (isRefusal(staff)) return staff;
    if (!(await rateLimit.take('api', staff.id)).allowed) return refuse('rate-limited');
    const query = figuresQuery.safeParse(request.query);
    if (!query.success) return refuse('bad-request', 'from and to are days such as 2026-11-28');
    const today = insights.figures.today();
    const { to = today, from = to, compare } = query.data;
    return insights.figures.range(from, to, compare === '1');
  };
  router.get(
    '/api/insights/figures',
    answering(asked),
  );
  router.get(
    '/api/insights/figures.csv',
    answering(async (request, response) => {
      const range = await asked(request);
      if (isRefusal(range)) return range;
      response.type('text/csv; charset=utf-8').setHeader('Content-Disposition', `attachment; filename="jiebang-${range.from}-${range.to}.csv"`);
      response.send(figuresFile(range, localeOf(request)));
      return {};
    }),
  );
  return router;
}
