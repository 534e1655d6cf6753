/** The cheapest plans on the real use of the last three months, with the sums. */
import type { Plan, Profile } from '../domain/account.js';
import { fits } from '../domain/heard.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { planChoice } from './choices.js';
import { averageUse, planSums, plansOpenTo, type PlanSum } from './plan-sums.js';
import type { Skill, SkillAnswer } from './skill.js';

const MONTHS = 3;
const SHOWN = 3;
/** Below one yuan a month a change is not worth advising. */
const WORTH_FEN = 100;

/** The cheapest few, and always the plan in force. */
function shown(sums: readonly PlanSum[], current: Plan): readonly PlanSum[] {
  const top = sums.slice(0, SHOWN);
  const own = sums.find((sum) => sum.plan.id === current.id);
  return own === undefined || top.includes(own) ? top : [...top, own];
}

/** By the month, of the best against the plan in force. */
function savingOf(options: readonly PlanSum[], current: Plan): number {
  const own = options.find(({ plan }) => plan.id === current.id);
  const [best] = options;
  return best === undefined || own === undefined ? 0 : own.averageFen - best.averageFen;
}

function advise(asked: Asked, sums: readonly PlanSum[], facts: { current: Plan; intro: string; months: number; asOf: number; contract: Profile['contract'] }): SkillAnswer {
  const { plans, buttons } = asked.words;
  const { current, intro, months, asOf, contract } = facts;
  const options = shown(sums, current);
  const best = options[0];
  const saveFen = savingOf(options, current);
  const isWorth = best !== undefined && saveFen >= WORTH_FEN;
  return answered(asked, {
    lines: [
      intro,
      ...options.map(({ plan, overFen, averageFen }) =>
        onCard(plans.adviceLine({ name: plan.name[asked.locale], monthlyFen: plan.monthlyFen, overFen, averageFen, isCurrent: plan.id === current.id })),
      ),
      isWorth ? plans.adviceSave({ name: best.plan.name[asked.locale], saveFen }) : plans.adviceStay({ name: current.name[asked.locale] }),
      contract === null ? null : plans.contractShort({ name: contract.name[asked.locale], to: contract.to }),
      isWorth && contract !== null && best.plan.monthlyFen < contract.monthlyFen ? plans.adviceBound : null,
      plans.adviceWithoutExtras,
    ],
    card: {
      type: 'comparison', asOf, title: plans.adviceTitle({ months }),
      options: options.map(({ plan, overFen, averageFen }) => ({
        id: plan.id, name: plan.name[asked.locale], monthlyFen: plan.monthlyFen, averageFen,
        notes: [
          ...(plan.id === current.id ? [plans.adviceNote.current] : []),
          plans.volumes(plan),
          overFen > 0 ? plans.adviceNote.over({ overFen }) : plans.adviceNote.within,
        ],
      })),
    },
    choices: options.map(({ plan, averageFen }) => planChoice(plan, averageFen)),
    buttons: [
      isWorth ? nextButton('plan_change', plans.adviceSwitch({ name: best.plan.name[asked.locale] }), `plan=${best.plan.id}`) : nextButton('plan_current', buttons.plan),
      nextButton('contract_end', buttons.contract),
      personButton(asked.words),
    ],
  });
}

/** As the dialogue puts a mere 「多少钱」 behind the advice. */
const asksPrice = fits(/^(?:推荐的套餐多少钱|the price of the plan advised)$/u);

/** Of the plan that was advised, be it the one in force. */
function priceOf(asked: Asked, [best]: readonly PlanSum[], current: Plan, asOf: number): SkillAnswer | null {
  if (best === undefined) return null;
  const { plans, buttons } = asked.words;
  const { plan, overFen, averageFen } = best;
  const isCurrent = plan.id === current.id;
  return answered(asked, {
    lines: [plans.advicePrice({ name: plan.name[asked.locale], monthlyFen: plan.monthlyFen, overFen, averageFen, isCurrent, asOf })],
    buttons: [isCurrent ? nextButton('plan_current', buttons.plan) : nextButton('plan_change', plans.adviceSwitch({ name: plan.name[asked.locale] }), `plan=${plan.id}`), nextButton('plan_recommend', buttons.planRecommend), personButton(asked.words)],
  });
}

export const planRecommend = ({ businessSystem, catalogue }: SkillPorts): Skill =>
  accountSkill({
    id: 'plan-recommend',
    async run(asked) {
      const { plans, buttons } = asked.words;
      const [bills, holding, profile, all, prices] = await Promise.all([
        businessSystem.bills(asked.msisdn, MONTHS),
        businessSystem.planHolding(asked.msisdn),
        businessSystem.profile(asked.msisdn),
        catalogue.plans(),
        catalogue.priceList(),
      ]);
      const uses = bills.flatMap(({ usage }) => (usage === null ? [] : [usage]));
      if (uses.length === 0) {
        return answered(asked, { lines: [plans.adviceNoHistory], buttons: [nextButton('plan_current', buttons.plan), personButton(asked.words)] });
      }
      const sums = planSums(plansOpenTo(profile, holding.plan, all), uses, prices);
      const advised = shown(sums, holding.plan);
      const price = asksPrice(asked.text) ? priceOf(asked, savingOf(advised, holding.plan) >= WORTH_FEN ? advised : advised.filter(({ plan }) => plan.id === holding.plan.id), holding.plan, holding.asOf) : null;
      if (price !== null) return price;
      const intro = plans.adviceIntro({ asOf: holding.asOf, months: uses.length, ...averageUse(uses) });
      return advise(asked, sums, { current: holding.plan, intro, months: uses.length, asOf: holding.asOf, contract: profile.contract });
    },
  });
