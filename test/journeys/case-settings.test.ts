/** Deadlines and limits of cases by their effect on the subscriber and on colleagues: as they are, once a supervisor has changed them, and after a restart. */
import { describe, expect, it } from '@jest/globals';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import type { DeskCase, OwnCase } from '../../src/protocol/cases.js';
import type { Subscriber } from '../support/clients.js';
import { idOf, told, withLineFloor } from '../support/line-floor.js';
import type { LineFloor } from '../support/line-floor.js';

const HOUR_MS = 3_600_000;
const COUNTRY = '13800000020';
let floor: LineFloor;
withLineFloor((opened) => {
  floor = opened;
});

let count = 0;
/** Somebody who is served, and a case of theirs that the agent opened from the chat. */
async function opened(kind: string, msisdn = '13800000009'): Promise<{ one: Subscriber; made: DeskCase }> {
  const agent = await floor.desk('agent1', 5);
  const one = await floor.waiting({ msisdn });
  await floor.serve(agent, one);
  count += 1;
  const body = { clientId: `case-${count}`, kind, title: '请处理', conversationId: idOf(one) };
  return { one, made: (await floor.call('POST', '/api/cases', { as: 'agent1@demo', body }))['case'] as DeskCase };
}

/** As it stands at 「我的进度」. */
async function shownTo(one: Subscriber, { number }: DeskCase): Promise<OwnCase> {
  const response = await fetch(`${floor.product.url}/api/cases`, { headers: { authorization: `Bearer ${one.conversation?.resumeToken}` } });
  const found = ((await response.json()) as { cases: OwnCase[] }).cases.find((own) => own.number === number);
  if (!found) throw new Error(`${number} is not shown`);
  return found;
}
const act = async ({ id }: DeskCase, name: string, body: object, as = 'agent1@demo') => (await floor.call('POST', `/api/cases/${id}/${name}`, { as, body }))['case'] as DeskCase;

const due = (kind: string, isAnswered = false) => async (): Promise<string> => {
  const { one, made } = await opened(kind);
  if (isAnswered) await act(made, 'note', { text: '已收到，正在处理', public: true });
  const shown = await shownTo(one, made);
  return `${shown.due?.what} in ${Math.round(((shown.due?.at ?? 0) - shown.createdAt) / HOUR_MS)} h`;
};

/** A fault at an address in the country: as it is at 「我的进度」, and what the assistant says before it books one. */
async function inTheCountry(): Promise<string> {
  const asking = await floor.visitor({ msisdn: COUNTRY });
  await asking.send('家里宽带坏了');
  const { text } = await told(asking, (message) => /小时内修好/.test(message.text));
  const { one, made } = await opened('fault', COUNTRY);
  const shown = await shownTo(one, made);
  return `${/\d+ 小时内修好/.exec(text)?.[0]}; close in ${Math.round(((shown.due?.at ?? 0) - shown.createdAt) / HOUR_MS)} h`;
}

/** Due in a day or less: whether the one who has it and a supervisor are called to it today. */
async function called(): Promise<string> {
  const supervisor = await floor.desk('supervisor', 0);
  const { made } = await opened('complaint');
  const near = await supervisor.told.until<{ kind: string; text: string }>('alert', ({ kind, text }) => kind === 'case-near-due' && text.includes(made.number));
  return near.kind;
}

async function reopened(): Promise<string> {
  const { one, made } = await opened('message');
  await act(made, 'solve', { text: '处理好了' });
  const path = `${floor.product.url}/api/cases/${made.id}/confirm`;
  const headers = { authorization: `Bearer ${one.conversation?.resumeToken}`, 'content-type': 'application/json' };
  await fetch(path, { method: 'POST', headers, body: JSON.stringify({ solved: false }) });
  const shown = await shownTo(one, made);
  return `${shown.stage} in ${Math.round(((shown.due?.at ?? 0) - Date.now()) / HOUR_MS)} h`;
}

/** Charged twice for the video membership: 双倍返还 by this person alone, or only with a second one. */
const refundBy = (as: string, msisdn: string) => async (): Promise<string> => {
  const { made } = await opened('refund', msisdn);
  const read = (await floor.call('GET', `/api/cases/${made.id}`, { as })) as unknown as { wrongCharges: { month: string; itemCode: string }[] };
  const [charge] = read.wrongCharges;
  if (!charge) return 'nothing to give back';
  const { refund } = await act(made, 'refund', { month: charge.month, itemCode: charge.itemCode }, as);
  if (refund?.state === 'waits') await act(made, 'approve', { approved: false }, 'admin@demo');
  return refund?.state === 'waits' ? 'a second person decides' : String(refund?.state);
};

interface Row {
  readonly path: string;
  readonly change: object;
  readonly effect: () => Promise<string>;
  readonly before: string | null;
  readonly after: string;
}

/** A refund that was paid is not found again: what each limit lets through is seen last. */
const ROWS: readonly Row[] = [
  { path: 'complaintFirstAnswerHours', change: { complaintFirstAnswerHours: 5 }, effect: due('complaint'), before: 'first-answer in 24 h', after: 'first-answer in 5 h' },
  { path: 'complaintCloseDays', change: { complaintCloseDays: 3 }, effect: due('complaint', true), before: 'close in 360 h', after: 'close in 72 h' },
  { path: 'faultTownHours', change: { faultTownHours: 12 }, effect: due('fault'), before: 'close in 48 h', after: 'close in 12 h' },
  { path: 'faultCountryHours', change: { faultCountryHours: 90 }, effect: inTheCountry, before: '72 小时内修好; close in 72 h', after: '90 小时内修好; close in 90 h' },
  { path: 'refundFirstAnswerHours', change: { refundFirstAnswerHours: 6 }, effect: due('refund'), before: 'first-answer in 24 h', after: 'first-answer in 6 h' },
  { path: 'refundCloseDays', change: { refundCloseDays: 4 }, effect: due('refund', true), before: 'close in 360 h', after: 'close in 96 h' },
  { path: 'callBackHours', change: { callBackHours: 8 }, effect: due('call-back'), before: 'call in 24 h', after: 'call in 8 h' },
  { path: 'messageHours', change: { messageHours: 30 }, effect: due('message'), before: 'close in 24 h', after: 'close in 30 h' },
  { path: 'privacyCloseDays', change: { privacyCloseDays: 2 }, effect: due('privacy-request'), before: 'close in 360 h', after: 'close in 48 h' },
  { path: 'reopenedHours', change: { reopenedHours: 100 }, effect: reopened, before: 'working in 24 h', after: 'working in 100 h' },
  { path: 'nearMinutes', change: { nearMinutes: 1440 }, effect: called, before: null, after: 'case-near-due' },
  { path: 'agentRefundFen', change: { agentRefundFen: 100 }, effect: refundBy('agent1@demo', '13800000009'), before: null, after: 'a second person decides' },
  { path: 'supervisorRefundFen', change: { supervisorRefundFen: 100 }, effect: refundBy('supervisor@demo', '13800000009'), before: null, after: 'a second person decides' },
];

describe('the settings of cases', () => {
  it.each(ROWS)('$path changes what others see at once', async ({ change, effect, before, after }) => {
    await floor.set('cases', CASE_RULES);
    if (before !== null) expect(await effect()).toBe(before);
    await floor.clear();
    await floor.set('cases', { ...CASE_RULES, ...change });
    expect(await effect()).toBe(after);
  });

  it('hold after a restart, all of them; within the limit the money goes back at once', async () => {
    await floor.set('cases', Object.assign({}, CASE_RULES, ...ROWS.map(({ change }) => change)));
    await floor.restart();
    const seen: Record<string, string> = {};
    for (const { path, effect } of ROWS) {
      seen[path] = await effect();
      await floor.clear();
    }
    expect(seen).toEqual(Object.fromEntries(ROWS.map(({ path, after }) => [path, after])));
    await floor.set('cases', CASE_RULES);
    expect(await refundBy('agent1@demo', '13800000009')()).toMatch(/^(approved|paid)$/);
  });
});
