/** What the desk's socket takes, over HTTP for programs: the same events, shapes, permissions and answers. */
import { Router } from 'express';
import { isRefusal } from '../../domain/errors.js';
import type { DeskCaller } from '../desk/desk-session.js';
import { deskRules } from '../desk/desk-rules.js';
import { DESK_OVER_HTTP } from '../../protocol/desk.js';
import { answerRequest, type RequestContext } from '../sockets/requests.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { localeOf, sendProblem } from './problem.js';

export function deskRoutes({ signIn, conversations, staff, clock, rateLimit, logger, metrics }: Pick<HttpDeps, 'signIn' | 'conversations' | 'staff' | 'clock' | 'rateLimit' | 'logger' | 'metrics'>): Router {
  const router = Router();
  const overHttp: ReadonlySet<string> = new Set(DESK_OVER_HTTP);
  const rules = new Map([...deskRules({ conversations, staff, clock })].filter(([event]) => overHttp.has(event)));
  const context: RequestContext<DeskCaller> = {
    rules, rateLimit, logger,
    keyOf: (session) => session.staff.id,
    localeOf: (session) => session.locale,
    count: (event, outcome) => metrics.requests['desk-http'].add(event, outcome),
    isOpen: () => !conversations.isStopping,
  };
  router.post('/api/desk/:event', async (request, response) => {
    const person = await permittedStaff(request, signIn, 'desk.use');
    if (isRefusal(person)) return sendProblem(request, response, person);
    const session: DeskCaller = { staff: person, locale: localeOf(request), watching: new Set(), viewing: null, hasBoard: false };
    const answer = await answerRequest(String(request.params['event']), request.body as unknown, { session, context });
    if (answer.ok) response.json(answer);
    else sendProblem(request, response, { refused: answer.error.code });
  });
  return router;
}
