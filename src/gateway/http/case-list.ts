/** The desk's lists of cases: one's own, those of whom one talks with, and for supervisors everybody's. */
import type { Request } from 'express';
import { isOpenCase } from '../../domain/case.js';
import type { CaseStage } from '../../domain/case.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId, staffId } from '../../domain/ids.js';
import type { Staff } from '../../domain/staff.js';
import { mayByRole, mayInConversation } from '../../identity/permissions.js';
import type { CaseHolder } from '../../ports/case-openings.js';
import { caseQuery, promiseKeep, promiseQuery } from '../../protocol/cases.js';
import { toDeskCase, toWirePromise } from '../case-wire.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';

const OPEN: readonly CaseStage[] = ['received', 'working', 'asked'];
const MINUTE_MS = 60_000;

export async function listForStaff(deps: HttpDeps, request: Request): Promise<object> {
  const staff = await permittedStaff(request, deps.signIn, 'cases.use');
  if (isRefusal(staff)) return staff;
  const parsed = caseQuery.safeParse(request.query);
  if (!parsed.success) return refuse('bad-request');
  const { mine, owner, handler, due, kind, state, number, limit } = parsed.data;
  if (parsed.data.conversationId !== undefined) return ofConversation(deps, staff, parsed.data.conversationId);
  const supervises = mayByRole({ kind: 'staff', staff }, 'cases.supervise');
  const asksForOthers = [owner, handler].some((id) => id !== undefined && id !== staff.id);
  if (asksForOthers && !supervises) return refuse('forbidden');
  const isMine = mine !== undefined || (!supervises && owner === undefined && handler === undefined);
  const found = await deps.caseDesk.cases.list(
    {
      ...(isMine ? { staffId: staff.id } : {}),
      ...(owner === undefined ? {} : { ownerId: staffId(owner) }),
      ...(handler === undefined ? {} : { handlerId: staffId(handler) }),
      ...(due === undefined ? {} : { dueBy: deps.clock.now() + due * MINUTE_MS }),
      ...(kind === undefined ? {} : { kind }),
      ...(number === undefined ? {} : { number }),
      ...(state === undefined ? {} : { stages: state === 'open' ? OPEN : [state] }),
    },
    limit,
  );
  return { cases: found.map(toDeskCase) };
}

/** What was promised to the person in a conversation beside any case: somebody has to keep it, case or not. */
export async function promisesBesideCases(deps: HttpDeps, request: Request): Promise<object | Refusal> {
  const holder = await servedHolder(deps, request, promiseQuery.safeParse(request.query).data);
  if (isRefusal(holder)) return holder;
  const promised = await deps.caseDesk.cases.promisedTo(holder);
  return { promises: promised.filter((one) => one.caseId === null).map(toWirePromise) };
}

export async function keepPromiseBeside(deps: HttpDeps, request: Request): Promise<object | Refusal> {
  const holder = await servedHolder(deps, request, promiseKeep.safeParse(request.body).data);
  if (isRefusal(holder)) return holder;
  const kept = await deps.caseDesk.cases.keepBeside(holder, String(request.params['id']));
  return isRefusal(kept) ? kept : { promise: toWirePromise(kept) };
}

/** `asked` is undefined where it does not fit, which is told only to who may ask at all. */
async function servedHolder(deps: HttpDeps, request: Request, asked: { readonly conversationId: string } | undefined): Promise<CaseHolder | Refusal> {
  const staff = await permittedStaff(request, deps.signIn, 'cases.use');
  if (isRefusal(staff)) return staff;
  if (asked === undefined) return refuse('bad-request');
  if (request.method === 'POST' && !(await deps.rateLimit.take('api', staff.id)).allowed) return refuse('rate-limited');
  return holderServedBy(deps, staff, asked.conversationId);
}

async function holderServedBy(deps: HttpDeps, staff: Staff, id: string): Promise<CaseHolder | Refusal> {
  const conversation = await deps.conversations.find(conversationId(id));
  if (!conversation) return refuse('not-found');
  const maySee = mayInConversation({ kind: 'staff', staff }, 'conversation.see', conversation) || (await deps.conversations.hasServed(staff.id, conversation.id));
  return maySee ? { conversationId: conversation.id, msisdn: conversation.identity?.msisdn ?? null } : refuse('not-yours');
}

/** Who serves a conversation sees the cases of the person in it, whoever answers for them; open ones first. */
async function ofConversation(deps: HttpDeps, staff: Staff, id: string): Promise<object | Refusal> {
  const holder = await holderServedBy(deps, staff, id);
  if (isRefusal(holder)) return holder;
  const found = await deps.caseDesk.cases.ofHolder(holder);
  return { cases: [...found.filter(isOpenCase), ...found.filter((one) => !isOpenCase(one))].map(toDeskCase) };
}
