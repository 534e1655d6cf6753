/** How much is left, what credit there is, until when, and what was paid last. */
import { addMonths, firstDay, monthOf } from '../domain/calendar.js';
import type { Card } from '../domain/card.js';
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill } from './skill.js';
import { asksWhetherLasts } from './usage-pace.js';

const PAYMENTS_LOOKED_AT = 6;

export const balanceQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'balance-query',
    async run(asked) {
      const { billing, buttons } = asked.words;
      const asksOfLasting = asksWhetherLasts(asked.text);
      const [balance, { list: payments }, [lastBill]] = await Promise.all([
        businessSystem.balance(asked.msisdn),
        businessSystem.payments(asked.msisdn, PAYMENTS_LOOKED_AT),
        asksOfLasting ? businessSystem.bills(asked.msisdn, 1) : [],
      ]);
      const last = payments.find(({ state, way }) => state === 'arrived' && way !== 'refund');
      const pending = payments.find((payment) => payment.state === 'pending');
      const { asOf, balanceFen, creditFen, owedFen, expiresOn } = balance;
      const lastTopUp = last === undefined ? null : { amountFen: last.amountFen, at: last.at };
      const card: Card = { type: 'balance', asOf, balanceFen, creditFen, owedFen, expiresOn, lastTopUp };
      return answered(asked, {
        lines: [
          lastBill === undefined ? null : billing.balanceLasts({ month: lastBill.month, totalFen: lastBill.totalFen, balanceFen, owedFen, on: firstDay(addMonths(monthOf(asked.today), 1)) }),
          billing.balance(balance) + billing.space + billing.balanceExpires({ on: expiresOn }),
          owedFen > 0 && lastBill === undefined ? billing.owed({ owedFen }) : null,
          lastTopUp === null ? null : onCard(billing.lastTopUp(lastTopUp)),
          pending === undefined ? null : billing.pendingTopUp(pending),
        ],
        card,
        buttons: [
          nextButton('recharge', buttons.recharge),
          owedFen > 0 ? nextButton('arrears_suspension', buttons.restore) : asksOfLasting ? nextButton('data_usage_query', buttons.dataUsage) : nextButton('bill_query', buttons.bill),
          pending === undefined ? personButton(asked.words) : nextButton('recharge_not_received', buttons.paymentMissing),
        ],
      });
    },
  });
