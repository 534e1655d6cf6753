/** Recent payments, and the one that has not arrived: looked up first, else traced by a ticket. */
import type { Payment, Ticket } from '../domain/account.js';
import { dayOf, monthOf } from '../domain/calendar.js';
import { isOpenCase } from '../domain/case.js';
import type { Case } from '../domain/case.js';
import { heardOnce, plainText } from '../domain/heard.js';
import { sumFen } from '../domain/money.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { asksWhichPayment, extremeAsked } from './asked-extremes.js';
import { nextButton, personButton } from './buttons.js';
import type { MatterWish } from './case-opening.js';
import { inHand, inHandLine, registered, standingButtons, whenCalledOff } from './case-opening.js';
import { factsCard } from './facts.js';
import type { Skill, SkillAnswer } from './skill.js';
import { ticketLine } from './ticket-progress.js';

const SHOWN = 5;
/** More than anybody pays in a month. */
const COUNTED = 40;
const ARRIVES_WITHIN_MS = 600_000;
/** Asks for the list, not for a missing payment. */
const ASKS_FOR_LIST = /记录|記錄|明细|明細|最近.*(?:充|缴|交|繳)|[充交缴繳]过|几[次回笔]|多少[次回笔]|history|recent payments|last payments|payments? (?:list|record)|how (?:many|often)|\b(?:did|have) i\b/iu;
const ASKS_HOW_OFTEN = /几[次回笔]|多少[次回笔]|how (?:many|often)/iu;
/** A sum without its unit: 「充的50」, "topped up 50", 「50」. */
const SUM = /(?:充值?[了的]?|交[了的]|缴[了的]|(?:topped up|paid|recharged)(?: for)?|^) ?[¥￥]?(\d{1,4})(?![\d.]*\s*[\d点号月日年天:时小分次])(?:\.\d{1,2})?/iu;
const SAYS_MISSING = /没到|沒到|未到|不到账|没收到|沒收到|没有到|missing|not (?:arrived|received|there|shown)|hasn'?t|didn'?t|never/iu;

function paymentLines(asked: Asked, payments: readonly Payment[]): readonly string[] {
  const { billing } = asked.words;
  return payments.map(({ at, amountFen, way, state }) =>
    billing.paymentLine({ at, amountFen, way: billing.way(way), state: billing.paymentState(state) }),
  );
}

function verdict(asked: Asked, payments: readonly Payment[]): string | null {
  const { billing } = asked.words;
  const pending = payments.find((payment) => payment.state === 'pending');
  if (pending !== undefined) {
    return asked.now - pending.at > ARRIVES_WITHIN_MS ? billing.stillPending(pending) : billing.justPending(pending);
  }
  if (ASKS_FOR_LIST.test(asked.text) && !SAYS_MISSING.test(asked.text)) return null;
  const failed = payments.find((one, at) => one.state === 'failed' && !payments.slice(0, at).some(({ state, amountFen }) => state === 'arrived' && amountFen === one.amountFen));
  return failed === undefined ? billing.allArrived : billing.notThrough(failed);
}

/** 「充的50」, of which nothing is known, or nothing on the day that is named: another sum that is on its way must not pass for it. */
function noneOfThatSum({ text, entities, words, today }: Asked, payments: readonly Payment[]): string | null {
  const alone = SUM.exec(text.normalize('NFKC'))?.[1];
  const named = entities.find(({ kind }) => kind === 'amount')?.value ?? (alone === undefined ? null : Number(alone) * 100);
  if (typeof named !== 'number') return null;
  const day = entities.find(({ kind, value }) => kind === 'date' && String(value) <= today)?.value;
  if (payments.some(({ amountFen, at }) => amountFen === named && (day === undefined || dayOf(at) === day))) return null;
  return words.billing.noneOfSum({ fen: named, on: typeof day === 'string' ? day : null });
}

const WAYS: readonly (readonly [Payment['way'], RegExp])[] = [['wechat', /微信|wechat/iu], ['alipay', /支付宝|alipay/iu], ['bank', /银行|\bbank\b/iu], ['store', /营业厅|门店|\bstore\b|\bshop\b/iu]];

/** 「微信充的」, where none of those shown was paid so. */
function noneByThatWay({ text, words }: Asked, payments: readonly Payment[]): string | null {
  const way = WAYS.find(([, said]) => said.test(text))?.[0];
  return way === undefined || payments.some((payment) => payment.way === way) ? null : words.billing.noneByWay({ way: words.billing.way(way) });
}

const AUTO_ZH = /(?:是不是|有没有|看|查)[^,，。]{0,8}(?:绑|开|办|签|设)|(?:绑|开|办|签|设)[^,，。]{0,4}(?:没有?|[了着过]?[吗么])[\s?？。]*$/u;
const AUTO_EN = /\b(?:am|do|did|have) i\b|\bis (?:my |the )?auto|\bon my (?:number|line|account)\b/iu;
/** 「自动扣款绑定了没」, "am i on autopay": the account keeps no switch of it, and shows what was paid so. */
export const asksOwnAutoPay = heardOnce((text) => {
  const said = plainText(text);
  if (!/自动(?:缴费|扣款|扣费|充值|划扣|交)|代扣|\bauto(?:matic(?:ally)?)?[- ]?(?:pay|debit|top)/iu.test(said) || /怎么|如何|失败|为什么|取消|关|\b(?:how|fail\w*|why|cancel|stop)\b/iu.test(said)) return false;
  return AUTO_ZH.test(said) || AUTO_EN.test(said);
});

function autoPaid({ text, words: { billing } }: Asked, payments: readonly Payment[]): string | null {
  if (!asksOwnAutoPay(text)) return null;
  const last = payments.find(({ way, state }) => way === 'auto' && state === 'arrived');
  return last === undefined ? billing.autoPaidNone : billing.autoPaid(last);
}

/** 「最近一次呢」, "which was the biggest": of those shown that came to something; money given back was paid by nobody. */
function picked({ text, words }: Asked, shown: readonly Payment[]): string | null {
  const payments = shown.filter(({ state, way }) => state !== 'failed' && way !== 'refund');
  const [latest] = payments;
  // Of one that is on its way it is said that it is.
  if (latest?.state !== 'arrived' || !asksWhichPayment(text.normalize('NFKC').toLowerCase().replace(/[\p{P}\p{S}\s]+$/gu, ''))) return null;
  const most = extremeAsked(text, payments, ({ amountFen }) => amountFen);
  if (most === undefined) return words.billing.paymentLast(latest);
  return most.amountFen >= Math.max(...payments.map(({ amountFen }) => amountFen)) ? words.billing.paymentMost(most) : words.billing.paymentLeast(most);
}

/** Of the month that is named, else of this one; what is still on its way is not counted. */
function howOften(asked: Asked, payments: readonly Payment[]): string | null {
  if (!ASKS_HOW_OFTEN.test(asked.text)) return null;
  const named = asked.entities.find(({ kind }) => kind === 'month')?.value;
  const month = typeof named === 'string' ? named : monthOf(asked.today);
  const arrived = payments.filter(({ at, state, way }) => state === 'arrived' && way !== 'refund' && monthOf(dayOf(at)) === month);
  return asked.words.billing.paidInMonth({ month, count: arrived.length, amountFen: sumFen(arrived.map(({ amountFen }) => amountFen)) });
}

/** The operator's own ticket may have come by another door; one whose case was closed is over. */
async function running({ network, cases }: SkillPorts, asked: Asked): Promise<Ticket | null> {
  const [tickets, own] = await Promise.all([network.tickets(asked.msisdn), cases.ofHolder(asked)]);
  const over = new Set(own.filter((one) => !isOpenCase(one)).map(({ ticketId }) => ticketId));
  return tickets.find(({ id, kind, state }) => kind === 'payment' && (state === 'open' || state === 'in-progress') && !over.has(id)) ?? null;
}

function wishOf(title: string, ticket: Ticket | null): MatterWish {
  return { kind: 'complaint', matter: 'payment', title, ticket: { kind: 'payment', note: title }, ...(ticket ? { running: ticket } : {}) };
}

async function trace(ports: SkillPorts, asked: Asked): Promise<SkillAnswer> {
  const { list } = await ports.businessSystem.payments(asked.msisdn, SHOWN);
  const pending = list.find(({ state }) => state === 'pending');
  const { cases, formats } = asked.words;
  const which = pending === undefined ? [] : [formats.time(pending.at), formats.amount(pending.amountFen)];
  const title = [cases.matter.payment, ...which].join(' · ');
  const ticket = await running(ports, asked);
  return registered(ports, asked, wishOf(title, ticket));
}

/** Where the tracing of a missing payment stands, if there is one. */
async function standing(ports: SkillPorts, asked: Asked): Promise<{ readonly said: string; readonly one: Case | null } | null> {
  const one = await inHand(ports, asked, 'payment');
  if (one) return { said: inHandLine(asked, one), one };
  const ticket = await running(ports, asked);
  return ticket && { said: ticketLine(asked, ticket), one: null };
}

export const rechargeNotReceived = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'recharge-not-received',
    async run(asked) {
      if (asked.slots['report'] === 'yes') return trace(ports, asked);
      const calledOff = await whenCalledOff(ports, asked, wishOf(asked.words.cases.matter.payment, null));
      if (calledOff) return calledOff;
      const { billing, buttons, formats } = asked.words;
      const { asOf, list } = await ports.businessSystem.payments(asked.msisdn, COUNTED);
      const payments = list.slice(0, SHOWN);
      const rows = payments.map(({ at, amountFen, way, state }) => ({
        name: formats.time(at), value: formats.amount(amountFen), note: `${billing.way(way)} ${billing.paymentState(state)}`,
      }));
      const one = picked(asked, payments);
      const auto = autoPaid(asked, list);
      const said = one === null && auto === null ? verdict(asked, payments) : null;
      const traced = said === null ? null : await standing(ports, asked);
      const next = said === null ? nextButton('recharge_not_received', buttons.paymentMissing) : nextButton('recharge_not_received', buttons.trace, 'report=yes');
      return answered(asked, {
        lines: [auto, payments.length > 0 ? onCard(billing.payments({ asOf })) : billing.noPayments({ asOf }), ...paymentLines(asked, payments).map(onCard), one, howOften(asked, list), ...(said === null ? [] : [noneOfThatSum(asked, payments), noneByThatWay(asked, payments)]), traced?.said ?? said],
        ...(rows.length > 0 ? { card: factsCard(billing.paymentsTitle, asOf, rows) } : {}),
        buttons: traced ? standingButtons(asked, traced.one) : [next, nextButton('balance_query', buttons.balance), personButton(asked.words)],
      });
    },
  });
