/** How much is left, what credit there is, until when, and what was paid last. */
import type { Card } from '../domain/card.js';
import { accountSkill, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import type { Skill } from './skill.js';

const PAYMENTS_LOOKED_AT = 6;

export const balanceQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'balance-query',
    async run(asked) {
      const { billing, buttons } = asked.words;
      const [balance, { list: payments }] = await Promise.all([
        businessSystem.balance(asked.msisdn),
        businessSystem.payments(asked.msisdn, PAYMENTS_LOOKED_AT),
      ]);
      const last = payments.find((payment) => payment.state === 'arrived');
      const pending = payments.find((payment) => payment.state === 'pending');
      const { asOf, balanceFen, creditFen, owedFen, expiresOn } = balance;
      const lastTopUp = last === undefined ? null : { amountFen: last.amountFen, at: last.at };
      const card: Card = { type: 'balance', asOf, balanceFen, creditFen, owedFen, expiresOn, lastTopUp };
      return answered(asked, {
        lines: [
          billing.balance(balance) + billing.space + billing.balanceExpires({ on: expiresOn }),
          owedFen > 0 ? billing.owed({ owedFen }) : null,
          lastTopUp === null ? null : onCard(billing.lastTopUp(lastTopUp)),
          pending === undefined ? null : billing.pendingTopUp(pending),
        ],
        card,
        buttons: [
          nextButton('recharge', buttons.recharge),
          owedFen > 0 ? nextButton('arrears_suspension', buttons.restore) : nextButton('bill_query', buttons.bill),
          pending === undefined ? personButton(asked.words) : nextButton('recharge_not_received', buttons.paymentMissing),
        ],
      });
    },
  });
