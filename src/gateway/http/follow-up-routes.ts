/** Follow-ups of low ratings, for supervisors. */
import { Router } from 'express';
import type { Request } from 'express';
import type { z } from 'zod';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { FollowUp, FollowUpState } from '../../domain/follow-up.js';
import { staffId } from '../../domain/ids.js';
import type { Staff } from '../../domain/staff.js';
import { mayByRole } from '../../identity/permissions.js';
import { followUpHand, followUpNote, followUpQuery } from '../../protocol/follow-ups.js';
import { toWireFollowUp } from '../follow-up-wire.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

const STATES: Readonly<Record<z.output<typeof followUpQuery>['state'], readonly FollowUpState[] | null>> = {
  due: ['open', 'taken'],
  open: ['open'],
  taken: ['taken'],
  done: ['done'],
  all: null,
};

export function followUpRoutes({ conversations, signIn, staff, rateLimit }: HttpDeps): Router {
  const router = Router();
  const { followUps } = conversations;
  const permitted = async (request: Request): Promise<Staff | Refusal> => {
    const by = await permittedStaff(request, signIn, 'follow-ups.use');
    if (isRefusal(by) || request.method !== 'POST') return by;
    return (await rateLimit.take('api', by.id)).allowed ? by : refuse('rate-limited');
  };
  const act = <Schema extends z.ZodType>(name: string, schema: Schema, run: (by: Staff, id: string, asked: z.output<Schema>) => Promise<FollowUp | Refusal>) => {
    router.post(`/api/follow-ups/:id/${name}`, answering(async (request) => {
      const by = await permitted(request);
      if (isRefusal(by)) return by;
      const parsed = schema.safeParse(request.body);
      if (!parsed.success) return refuse('bad-request');
      const done = await run(by, String(request.params['id']), parsed.data);
      return isRefusal(done) ? done : { followUp: toWireFollowUp(done) };
    }));
  };
  router.get('/api/follow-ups', answering(async (request) => {
    const by = await permitted(request);
    if (isRefusal(by)) return by;
    const query = followUpQuery.safeParse(request.query);
    if (!query.success) return refuse('bad-request');
    const states = STATES[query.data.state];
    const found = await followUps.list({ ...(states === null ? {} : { states }), limit: query.data.limit });
    return { followUps: found.map(toWireFollowUp) };
  }));
  router.post('/api/follow-ups/:id/take', answering(async (request) => {
    const by = await permitted(request);
    const taken = isRefusal(by) ? by : await followUps.take(by, String(request.params['id']));
    return isRefusal(taken) ? taken : { followUp: toWireFollowUp(taken) };
  }));
  act('hand', followUpHand, async (by, id, asked) => {
    const to = await staff.find(staffId(asked.staffId));
    const may = to?.isActive && mayByRole({ kind: 'staff', staff: to }, 'follow-ups.use');
    return may ? followUps.hand(by, id, to) : refuse('not-found', 'no such colleague');
  });
  act('note', followUpNote, (by, id, { text }) => followUps.note(by, id, text));
  act('done', followUpNote, (by, id, { text }) => followUps.end(by, id, text));
  act('reopen', followUpNote, (by, id, { text }) => followUps.reopen(by, id, text));
  return router;
}
