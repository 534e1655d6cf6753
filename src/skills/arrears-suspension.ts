/** Whether something is owed, whether the number is suspended for it, and what restores service. */
import type { Bill } from '../domain/account.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { BILLS_KEPT } from './bills.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { Skill } from './skill.js';

function unpaidLines(asked: Asked, unpaid: readonly Bill[]): readonly string[] {
  return unpaid.map((bill) => asked.words.billing.arrearsBill({ month: bill.month, unpaidFen: bill.totalFen - bill.paidFen, dueOn: bill.dueOn }));
}

export const arrearsSuspension = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'arrears-suspension',
    async run(asked) {
      const { billing, buttons, formats } = asked.words;
      const [balance, profile, bills] = await Promise.all([
        businessSystem.balance(asked.msisdn),
        businessSystem.profile(asked.msisdn),
        businessSystem.bills(asked.msisdn, BILLS_KEPT),
      ]);
      const { asOf, owedFen } = balance;
      const unpaid = bills.filter((bill) => bill.paidFen < bill.totalFen);
      const rows = unpaid.map((bill) => ({ name: formats.month(bill.month), value: formats.amount(bill.totalFen - bill.paidFen), note: formats.date(bill.dueOn) }));
      return answered(asked, {
        lines: [
          owedFen > 0 ? billing.arrearsOwed({ asOf, owedFen }) : billing.arrearsNone({ asOf }),
          billing.status[profile.status],
          ...unpaidLines(asked, unpaid),
          owedFen > 0 ? billing.arrearsRestore({ owedFen }) : null,
        ],
        ...(rows.length > 0 ? { card: factsCard(billing.unpaidTitle, asOf, rows) } : {}),
        buttons: [
          nextButton('recharge', buttons.recharge),
          profile.status === 'lost-suspended' ? nextButton('sim_lost', buttons.restore) : nextButton('bill_query', buttons.bill),
          personButton(asked.words),
        ],
      });
    },
  });
