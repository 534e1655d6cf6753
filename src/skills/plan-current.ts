/** The plan in force: what it costs and holds, since when, what comes next, and the contract if there is one. */
import type { Plan, PlanHolding, Profile } from '../domain/account.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard, type Line } from './answering.js';
import { nextButton } from './buttons.js';
import { factsCard, type Row } from './facts.js';
import type { Skill } from './skill.js';

function rowsOf(asked: Asked, holding: PlanHolding, contract: Profile['contract']): readonly Row[] {
  const { plans, formats } = asked.words;
  const { plan, next, since } = holding;
  return [
    { name: plans.row.plan, value: plan.name[asked.locale] },
    { name: plans.row.fee, value: formats.amount(plan.monthlyFen) },
    { name: plans.row.volumes, value: plans.volumes(plan) },
    { name: plans.row.since, value: formats.date(since) },
    ...(next === null ? [] : [{ name: plans.row.next, value: plans.onDate({ name: next.plan.name[asked.locale], on: next.from }) }]),
    ...(contract === null ? [] : [{ name: plans.row.contract, value: plans.untilDate({ name: contract.name[asked.locale], on: contract.to }) }]),
  ];
}

function lines(asked: Asked, holding: PlanHolding, facts: { contract: Profile['contract']; successor: Plan | undefined }): readonly Line[] {
  const { plans } = asked.words;
  const { asOf, plan, next, since } = holding;
  const { contract, successor } = facts;
  return [
    plans.current({ asOf, name: plan.name[asked.locale], monthlyFen: plan.monthlyFen, volumes: plans.volumes(plan) }),
    onCard(plans.since({ on: since })),
    next === null ? null : onCard(plans.next({ name: next.plan.name[asked.locale], monthlyFen: next.plan.monthlyFen, on: next.from })),
    successor === undefined ? null : plans.withdrawn({ name: successor.name[asked.locale] }),
    contract === null ? null : onCard(plans.contractShort({ name: contract.name[asked.locale], to: contract.to })),
  ];
}

export const planCurrent = ({ businessSystem, catalogue }: SkillPorts): Skill =>
  accountSkill({
    id: 'plan-current',
    async run(asked) {
      const { plans, buttons } = asked.words;
      const [holding, profile] = await Promise.all([businessSystem.planHolding(asked.msisdn), businessSystem.profile(asked.msisdn)]);
      const { successorId } = holding.plan;
      const successor = successorId === null ? undefined : (await catalogue.plans()).find((plan) => plan.id === successorId);
      return answered(asked, {
        lines: lines(asked, holding, { contract: profile.contract, successor }),
        card: factsCard(plans.currentTitle, holding.asOf, rowsOf(asked, holding, profile.contract)),
        buttons: [
          nextButton('data_usage_query', buttons.dataUsage),
          nextButton('plan_recommend', buttons.planRecommend),
          nextButton('plan_change', buttons.planChange),
        ],
      });
    },
  });
