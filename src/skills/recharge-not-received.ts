/** Recent payments, and the one that has not arrived: looked up first, else traced by a ticket. */
import type { Payment } from '../domain/account.js';
import { dayOf, monthOf } from '../domain/calendar.js';
import { sumFen } from '../domain/money.js';
import { accountSkill, openTicket, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { openCase } from './case-opening.js';
import { factsCard } from './facts.js';
import type { Skill, SkillAnswer } from './skill.js';

const SHOWN = 5;
/** More than anybody pays in a month. */
const COUNTED = 40;
const ARRIVES_WITHIN_MS = 600_000;
/** Asks for the list, not for a missing payment. */
const ASKS_FOR_LIST = /记录|記錄|明细|明細|最近.*(?:充|缴|交|繳)|[充交缴繳]过|几[次回笔]|多少[次回笔]|history|recent payments|last payments|payments? (?:list|record)|how (?:many|often)|\b(?:did|have) i\b/iu;
const ASKS_HOW_OFTEN = /几[次回笔]|多少[次回笔]|how (?:many|often)/iu;
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
  return ASKS_FOR_LIST.test(asked.text) && !SAYS_MISSING.test(asked.text) ? null : billing.allArrived;
}

/** Of the month that is named, else of this one; what is still on its way is not counted. */
function howOften(asked: Asked, payments: readonly Payment[]): string | null {
  if (!ASKS_HOW_OFTEN.test(asked.text)) return null;
  const named = asked.entities.find(({ kind }) => kind === 'month')?.value;
  const month = typeof named === 'string' ? named : monthOf(asked.today);
  const arrived = payments.filter(({ at, state, way }) => state === 'arrived' && way !== 'refund' && monthOf(dayOf(at)) === month);
  return asked.words.billing.paidInMonth({ month, count: arrived.length, amountFen: sumFen(arrived.map(({ amountFen }) => amountFen)) });
}

async function trace(ports: SkillPorts, asked: Asked): Promise<SkillAnswer> {
  const { line, buttons, billing } = asked.words;
  const ticket = await openTicket(ports.network, asked, { kind: 'payment', note: asked.text });
  const title = asked.text === '' ? billing.paymentsTitle : asked.text;
  const { one, dueAt: due, promises } = await openCase(ports, asked, { kind: 'complaint', title, ticketId: ticket.id });
  return answered(asked, {
    lines: [line.reported({ id: one.number, due })],
    promises,
    buttons: [nextButton('ticket_progress', buttons.tickets), personButton(asked.words)],
  });
}

export const rechargeNotReceived = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'recharge-not-received',
    async run(asked) {
      if (asked.slots['report'] === 'yes') return trace(ports, asked);
      const { billing, buttons, formats } = asked.words;
      const { asOf, list } = await ports.businessSystem.payments(asked.msisdn, COUNTED);
      const payments = list.slice(0, SHOWN);
      const rows = payments.map(({ at, amountFen, way, state }) => ({
        name: formats.time(at), value: formats.amount(amountFen), note: `${billing.way(way)} ${billing.paymentState(state)}`,
      }));
      const said = verdict(asked, payments);
      return answered(asked, {
        lines: [payments.length > 0 ? billing.payments({ asOf }) : billing.noPayments({ asOf }), ...paymentLines(asked, payments), howOften(asked, list), said],
        ...(rows.length > 0 ? { card: factsCard(billing.paymentsTitle, asOf, rows) } : {}),
        buttons: [
          said === null
            ? nextButton('recharge_not_received', buttons.paymentMissing)
            : nextButton('recharge_not_received', buttons.trace, 'report=yes'),
          nextButton('balance_query', buttons.balance),
          personButton(asked.words),
        ],
      });
    },
  });
