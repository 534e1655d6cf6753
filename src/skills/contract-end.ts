/** When the contract ends, what leaving today would cost, and what comes after. */
import type { PriceList, Profile } from '../domain/account.js';
import { daysBetween, monthOf, monthsBetween } from '../domain/calendar.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { factsCard } from './facts.js';
import type { Skill, SkillAnswer } from './skill.js';

type Contract = NonNullable<Profile['contract']>;

/** The running month is paid in full anyway, so the remaining months begin with the next. */
export function penaltyOf(contract: Contract, today: string, prices: PriceList): { months: number; penaltyFen: number } {
  const months = Math.max(0, monthsBetween(monthOf(today), monthOf(contract.to)));
  return { months, penaltyFen: Math.round((contract.monthlyFen * months * prices.earlyEndPercent) / 100) };
}

function show(asked: Asked, contract: Contract, prices: PriceList): SkillAnswer {
  const { plans, buttons, formats } = asked.words;
  const { from, to, monthlyFen } = contract;
  const { months, penaltyFen } = penaltyOf(contract, asked.today, prices);
  const name = contract.name[asked.locale];
  const days = Math.max(0, daysBetween(asked.today, to));
  const asOf = asked.now;
  return answered(asked, {
    lines: [
      plans.contract({ name, from, to, days }),
      plans.contractPenalty({ monthlyFen, months, percent: prices.earlyEndPercent, penaltyFen, asOf }),
      plans.contractAfter({ monthlyFen }),
    ],
    card: factsCard(plans.contractTitle, asOf, [
      { name: plans.contractRow.name, value: name },
      { name: plans.contractRow.from, value: formats.date(from) },
      { name: plans.contractRow.to, value: formats.date(to) },
      { name: plans.contractRow.days, value: plans.daysLeft({ days }) },
      { name: plans.contractRow.penalty, value: formats.amount(penaltyFen) },
    ]),
    buttons: [nextButton('plan_recommend', buttons.planRecommend), nextButton('plan_current', buttons.plan), personButton(asked.words)],
  });
}

export const contractEnd = ({ businessSystem, catalogue }: SkillPorts): Skill =>
  accountSkill({
    id: 'contract-end',
    async run(asked) {
      const { plans, buttons } = asked.words;
      const [profile, prices] = await Promise.all([businessSystem.profile(asked.msisdn), catalogue.priceList()]);
      const { contract } = profile;
      if (contract !== null && contract.to >= asked.today) return show(asked, contract, prices);
      return answered(asked, {
        lines: [plans.contractNone({ asOf: asked.now })],
        buttons: [nextButton('plan_recommend', buttons.planRecommend), nextButton('plan_current', buttons.plan), personButton(asked.words)],
      });
    },
  });
