/** Cases over HTTP: a subscriber's own, and the desk's; one address, told apart by the token. */
import { Router } from 'express';
import type { Request } from 'express';
import type { z } from 'zod';
import type { Case } from '../../domain/case.js';
import type { CaseHolder } from '../../ports/case-openings.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { caseId, conversationId, staffId } from '../../domain/ids.js';
import type { Locale } from '../../domain/locale.js';
import { besideCases } from '../../domain/promise.js';
import type { Staff } from '../../domain/staff.js';
import { mayByRole, mayInCase } from '../../identity/permissions.js';
import type { CasePermission } from '../../identity/permissions.js';
import * as wire from '../../protocol/cases.js';
import { toDeskCase, toOwnCase, toWirePromise } from '../case-wire.js';
import { bearerOf, permittedStaff } from './callers.js';
import { keepPromiseBeside, listForStaff, promisesBesideCases } from './case-list.js';
import type { HttpDeps } from './http-deps.js';
import { answering, localeOf } from './problem.js';

export function caseRoutes(deps: HttpDeps): Router {
  const router = Router();
  const { cases, refunds } = deps.caseDesk;
  router.get('/api/cases', answering(async (request) => {
    const holder = await holderOf(deps, request);
    if (holder === null) return listForStaff(deps, request);
    if (isRefusal(holder)) return holder;
    const [own, promised] = await Promise.all([cases.ofHolder(holder), cases.promisedTo(holder)]);
    return { cases: own.map((one) => toOwnCase(one, holder.locale)), promises: besideCases(promised, own).map(toWirePromise) };
  }));
  router.post('/api/cases/:id/confirm', answering(async (request) => {
    const holder = await holderOf(deps, request);
    if (holder === null) return refuse('unauthenticated');
    if (isRefusal(holder)) return holder;
    const parsed = wire.caseConfirm.safeParse(request.body);
    if (!parsed.success) return refuse('bad-request');
    const own = await cases.ownCase(caseId(String(request.params['id'])), holder);
    if (!own) return refuse('not-found');
    const answered = await cases.confirm(own.id, { isSolved: parsed.data.solved, comment: parsed.data.comment });
    return isRefusal(answered) ? answered : { case: toOwnCase(answered, holder.locale) };
  }));
  router.get('/api/promises', answering((request) => promisesBesideCases(deps, request)));
  router.post('/api/promises/:id/keep', answering((request) => keepPromiseBeside(deps, request)));
  router.post('/api/cases', answering((request) => openForStaff(deps, request)));
  router.get('/api/cases/:id', answering(async (request) => {
    const permitted = await caseFor(deps, request, 'case.see');
    if (isRefusal(permitted)) return permitted;
    const { one } = permitted;
    const [promises, wrongCharges] = await Promise.all([cases.promisesOf(one.id), refunds.wrongCharges(one).catch(() => [])]);
    return { case: toDeskCase(one), promises: promises.map(toWirePromise), wrongCharges };
  }));

  /** A staff act on one case: who may, does it fit, and the case as it is afterwards. */
  const act = <Schema extends z.ZodType>(name: string, schema: Schema, permission: CasePermission, run: (staff: Staff, one: Case, asked: z.output<Schema>) => Promise<Case | Refusal>) => {
    router.post(`/api/cases/:id/${name}`, answering(async (request) => {
      const permitted = await caseFor(deps, request, permission);
      if (isRefusal(permitted)) return permitted;
      const parsed = schema.safeParse(request.body);
      if (!parsed.success) return refuse('bad-request');
      const done = await run(permitted.staff, permitted.one, parsed.data);
      return isRefusal(done) ? done : { case: toDeskCase(done) };
    }));
  };
  act('note', wire.caseNote, 'case.act', (staff, { id }, { text, public: isPublic }) => cases.note(staff, id, { text, isPublic }));
  act('stage', wire.caseToStage, 'case.act', (staff, { id }, to) =>
    to.stage === 'closed' && !mayByRole({ kind: 'staff', staff }, 'cases.supervise') ? Promise.resolve(refuse('forbidden')) : cases.stage(staff, id, to),
  );
  act('handler', wire.caseToHandler, 'case.act', async (staff, { id }, to) => {
    const colleague = await deps.staff.find(staffId(to.staffId));
    if (!colleague?.isActive || !mayByRole({ kind: 'staff', staff: colleague }, 'cases.use')) return refuse('not-found', 'no such colleague');
    return cases.handTo(staff, id, { staffId: colleague.id, name: colleague.name });
  });
  act('solve', wire.caseSolve, 'case.act', (staff, { id }, { text }) => cases.askSolved(staff, id, text));
  act('refund', wire.caseRefund, 'case.act', (staff, { id }, wish) => refunds.propose(staff, id, wish));
  act('approve', wire.caseApproval, 'case.approve', (staff, { id }, { approved }) => refunds.decide(staff, id, approved));
  act('promise-keep', wire.casePromiseKeep, 'case.act', async (staff, one, { promiseId }) => {
    const kept = await cases.keepPromise(staff, one.id, promiseId);
    return isRefusal(kept) ? kept : ((await cases.find(one.id)) ?? refuse('not-found'));
  });
  return router;
}

/** Whose cases a subscriber's token opens: a number's, or one conversation's. Null when it is no subscriber's token. */
async function holderOf(deps: HttpDeps, request: Request): Promise<(CaseHolder & { readonly locale: Locale }) | Refusal | null> {
  const token = bearerOf(request);
  if (token === null) return refuse('unauthenticated');
  const own = deps.resumeTokens.open(token);
  if (own !== null) {
    const conversation = await deps.conversations.find(own);
    return { conversationId: own, msisdn: conversation?.identity?.msisdn ?? null, locale: conversation?.locale ?? localeOf(request) };
  }
  const msisdn = await deps.siteTokens.verify(token, deps.clock.now());
  return msisdn === null ? null : { conversationId: conversationId(''), msisdn, locale: localeOf(request) };
}

async function caseFor(deps: HttpDeps, request: Request, permission: CasePermission): Promise<{ staff: Staff; one: Case } | Refusal> {
  const staff = await permittedStaff(request, deps.signIn, 'cases.use');
  if (isRefusal(staff)) return staff;
  if (request.method === 'POST' && !(await deps.rateLimit.take('api', staff.id)).allowed) return refuse('rate-limited');
  const one = await deps.caseDesk.cases.find(caseId(String(request.params['id'])));
  if (!one) return refuse('not-found');
  const live = await deps.conversations.liveOf(staff.id);
  const isServing = live.some(({ id, identity }) => id === one.conversationId || (identity !== null && identity.msisdn === one.msisdn));
  return mayInCase({ kind: 'staff', staff }, permission, { case: one, isServing }) ? { staff, one } : refuse('not-yours');
}

/** For whom one talks with: number and visitor come from the conversation, never from the request. */
async function openForStaff(deps: HttpDeps, request: Request): Promise<object> {
  const staff = await permittedStaff(request, deps.signIn, 'cases.use');
  if (isRefusal(staff)) return staff;
  const parsed = wire.caseOpening.safeParse(request.body);
  if (!parsed.success) return refuse('bad-request');
  const { clientId, kind, title, callAt } = parsed.data;
  const conversation = await deps.conversations.find(conversationId(parsed.data.conversationId));
  if (!conversation) return refuse('not-found');
  const mayOpen = conversation.owner?.staffId === staff.id || mayByRole({ kind: 'staff', staff }, 'cases.supervise') || (await deps.conversations.hasServed(staff.id, conversation.id));
  if (!mayOpen) return refuse('not-yours');
  const { id, visitorId, identity, locale } = conversation;
  const opened = await deps.caseDesk.cases.openBy(staff, {
    ...{ kind, title, conversationId: id, visitorId, msisdn: identity?.msisdn ?? null, locale, source: `staff/${staff.id}/${clientId}` },
    ...(callAt === undefined ? {} : { callAt }),
  });
  return { case: toDeskCase(opened) };
}
