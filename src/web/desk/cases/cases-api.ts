/** Cases over HTTP: the lists, one as a whole, and what may be done with one. */
import type { z } from 'zod';
import type * as wire from '../../../protocol/cases.js';
import type { DeskCase, DeskCaseWhole, WirePromise } from '../../../protocol/cases.js';
import { callApi, readApi } from '../link/api.js';
import type { Answer } from '../link/desk-socket.js';

const PATH = '/api/cases';

export type CaseQuery = Readonly<Partial<Record<keyof z.infer<typeof wire.caseQuery>, string>>>;

/** The bodies of the acts, by name. */
export interface CaseActs {
  readonly note: z.input<typeof wire.caseNote>;
  readonly stage: z.input<typeof wire.caseToStage>;
  readonly handler: z.input<typeof wire.caseToHandler>;
  readonly solve: z.input<typeof wire.caseSolve>;
  readonly refund: z.input<typeof wire.caseRefund>;
  readonly approve: z.input<typeof wire.caseApproval>;
  readonly 'promise-keep': z.input<typeof wire.casePromiseKeep>;
}

/** Rejects when they cannot be had. */
export async function fetchCases(token: string, query: CaseQuery): Promise<readonly DeskCase[]> {
  return (await readApi<{ cases: readonly DeskCase[] }>(token, `${PATH}?${new URLSearchParams(query)}`)).cases;
}

export function fetchCase(token: string, id: string): Promise<DeskCaseWhole> {
  return readApi<DeskCaseWhole>(token, `${PATH}/${encodeURIComponent(id)}`);
}

export async function fetchPromises(token: string, conversationId: string): Promise<readonly WirePromise[]> {
  return (await readApi<{ promises: readonly WirePromise[] }>(token, `/api/promises?${new URLSearchParams({ conversationId })}`)).promises;
}

export function keepPromise(token: string, id: string, conversationId: string): Promise<Answer> {
  return callApi(token, `/api/promises/${encodeURIComponent(id)}/keep`, { method: 'POST', body: { conversationId } });
}

export function openCase(token: string, body: z.input<typeof wire.caseOpening>): Promise<Answer<{ case: DeskCase }>> {
  return callApi(token, PATH, { method: 'POST', body });
}

export function actOnCase<Act extends keyof CaseActs>(token: string, id: string, act: { readonly name: Act; readonly body: CaseActs[Act] }): Promise<Answer<{ case: DeskCase }>> {
  return callApi(token, `${PATH}/${encodeURIComponent(id)}/${act.name}`, { method: 'POST', body: act.body });
}
