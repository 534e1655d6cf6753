/** Moves to another plan from the 1st of next month, or takes such a move back: shown first, done only on a tap. */
import type { Plan, PlanHolding, PreparedChange } from '../domain/account.js';
import { isRefusal } from '../domain/errors.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { extremeIn, extremeOf, planChoice } from './choices.js';
import { planCurrent } from './plan-current.js';
import { planMeant } from './plan-names.js';
import { plansOpenTo } from './plan-sums.js';
import { changeGone, refused } from './refusals.js';
import type { Skill, SkillAnswer } from './skill.js';
import { wantsUndo } from './taking-back.js';

const TAKES_BACK = /撤[销銷回]|取消[^,，。]{0,6}(?:换|換|变更|變更|预约|預約|更改)|不[换換]了|\bundo\b|take (?:it )?back|cancel (?:the|my|that) (?:pending )?(?:plan )?(?:change|switch|move)|(?:revert|withdraw) (?:the|my)/iu;
/** Asked of a change already made, not for another one. */
const ASKS_WHETHER = /(?:换|改|办|变更|套餐)?(?:好|成|完|成功|生效)了?(?:吗|没|嘛)|(?:换|改)了(?:吗|没有?)|\b(?:is|was|has|have|did) (?:it|my|the)\b[^?]*\b(?:done|changed?|through|effect|active|work(?:ed)?)\b/iu;
export const asksWhetherChanged = (text: string): boolean => ASKS_WHETHER.test(text);
const CHEAPER = /降|便宜|低|省|cheaper|lower|drop|downgrade/iu;
const PLAN_BUTTONS = 3;

interface Known {
  readonly holding: PlanHolding;
  readonly all: readonly Plan[];
  readonly open: readonly Plan[];
}

async function know({ businessSystem, catalogue }: SkillPorts, asked: Asked): Promise<Known> {
  const [holding, profile, all] = await Promise.all([
    businessSystem.planHolding(asked.msisdn),
    businessSystem.profile(asked.msisdn),
    catalogue.plans(),
  ]);
  return { holding, all, open: plansOpenTo(profile, holding.plan, all).filter((plan) => plan.id !== holding.plan.id) };
}

/** None unless something cheaper is asked for. */
function cheaperOf({ text }: Asked, { holding, open }: Pick<Known, 'holding' | 'open'>): readonly Plan[] {
  return CHEAPER.test(text) ? open.filter((plan) => plan.monthlyFen < holding.plan.monthlyFen) : [];
}

/** 「便宜点的」 where there is one alone. */
function onlyOneMeant(asked: Asked, known: Known): Plan | undefined {
  const cheaper = cheaperOf(asked, known);
  return cheaper.length === 1 ? cheaper[0] : undefined;
}

/** Of all there are to have, the one in force too: who has the cheapest is told so. */
function extremeMeant({ slots }: Asked, { holding, open }: Known): Plan | undefined {
  const extreme = extremeIn(slots['plan']);
  return extreme === null ? undefined : extremeOf([holding.plan, ...open], extreme, { priceFen: (plan) => plan.monthlyFen, dataMb: (plan) => plan.dataMb });
}

function alreadyOn(asked: Asked, plan: Plan): SkillAnswer {
  const { plans, buttons } = asked.words;
  return answered(asked, { lines: [plans.alreadyOn({ name: plan.name[asked.locale] })], buttons: [nextButton('plan_recommend', buttons.planRecommend), nextButton('plan_change', buttons.planChange), personButton(asked.words)] });
}

/** Asked for twice: what was ordered, from when, and that it may still be taken back. */
function alreadyOrdered(asked: Asked, { plan, from }: NonNullable<PlanHolding['next']>): SkillAnswer {
  const { plans, buttons } = asked.words;
  return answered(asked, { lines: [plans.alreadyOrdered({ name: plan.name[asked.locale], on: from }), plans.changeUndo({ on: from })], buttons: [nextButton('plan_current', buttons.plan), personButton(asked.words)] });
}

function nothingToTakeBack(asked: Asked, { plan, asOf }: PlanHolding): SkillAnswer {
  const { plans, buttons } = asked.words;
  return answered(asked, {
    lines: [plans.undoNone({ name: plan.name[asked.locale], asOf })],
    buttons: [nextButton('plan_current', buttons.plan), nextButton('plan_change', buttons.planChange), personButton(asked.words)],
  });
}

/** 「换成159的」, of which there is none. */
const AT_PRICE = /(?<![\d.])(\d{2,4})(?= ?(?:块|元|的|套餐|那个|档|yuan|rmb|plan|one|a month))|[¥￥](\d{2,4})/iu;

function noneAtPrice({ text, words }: Asked, all: readonly Plan[]): string | null {
  const [, said, marked] = AT_PRICE.exec(text.normalize('NFKC')) ?? [];
  const fen = Number(said ?? marked ?? NaN) * 100;
  return Number.isNaN(fen) || all.some(({ monthlyFen }) => monthlyFen === fen) ? null : words.plans.noPlanAt({ fen });
}

function askWhich(asked: Asked, { holding, open, all }: Known): SkillAnswer {
  const { plans } = asked.words;
  const cheaper = cheaperOf(asked, { holding, open });
  const offered = cheaper.length > 0 ? cheaper : open;
  const nearest = new Set(
    [...offered].sort((one, other) => Math.abs(one.monthlyFen - holding.plan.monthlyFen) - Math.abs(other.monthlyFen - holding.plan.monthlyFen)).slice(0, PLAN_BUTTONS),
  );
  return asks(asked, 'plan', {
    lines: [
      noneAtPrice(asked, all),
      plans.askPlan,
      ...offered.map((plan) => plans.planLine({ name: plan.name[asked.locale], monthlyFen: plan.monthlyFen, volumes: plans.volumes(plan) })),
    ],
    buttons: offered.filter((plan) => nearest.has(plan)).map((plan) => nextButton('plan_change', plan.name[asked.locale], `plan=${plan.id}`)),
    choices: offered.map((plan) => planChoice(plan)),
  });
}

function showUndo(asked: Asked, change: PreparedChange, { holding, next }: { holding: PlanHolding; next: Plan }): SkillAnswer {
  const { plans } = asked.words;
  const name = holding.plan.name[asked.locale];
  const to = next.name[asked.locale];
  const rows = [
    { name: plans.changeRow.from, value: to },
    { name: plans.changeRow.to, value: name },
  ];
  const terms = { fee: plans.undoFee({ fen: holding.plan.monthlyFen }), starts: plans.undoStarts, binds: plans.boundUntil({ on: change.boundUntil }) };
  return confirms(asked, { change, title: plans.undoTitle, ask: plans.undoAsk({ name, to }), rows, terms, undo: plans.undoUndo });
}

function showChange(asked: Asked, change: PreparedChange, { from, to }: { from: Plan; to: Plan }): SkillAnswer {
  const { plans, formats } = asked.words;
  const on = change.effectiveOn;
  const values = {
    from: from.name[asked.locale], to: to.name[asked.locale], fromFen: from.monthlyFen, toFen: to.monthlyFen,
    differenceFen: change.priceDifferenceFen, on,
  };
  return confirms(asked, {
    change,
    title: plans.changeTitle,
    ask: plans.changeAsk(values),
    rows: [
      { name: plans.changeRow.from, value: `${values.from} ${plans.perMonth({ fen: from.monthlyFen })}` },
      { name: plans.changeRow.to, value: `${values.to} ${plans.perMonth({ fen: to.monthlyFen })}` },
    ],
    terms: { fee: plans.difference({ fen: change.priceDifferenceFen }), starts: formats.date(on), binds: plans.boundUntil({ on: change.boundUntil }) },
    undo: plans.changeUndo({ on }),
  });
}

export const planChange = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'plan-change',
    async run(asked) {
      const known = await know(ports, asked);
      const { holding, all } = known;
      const takesBack = wantsUndo(asked.slots) || TAKES_BACK.test(asked.text);
      const isUndo = holding.next !== null && takesBack;
      const target = isUndo ? holding.plan : (planMeant(asked, all, holding.plan) ?? extremeMeant(asked, known) ?? onlyOneMeant(asked, known));
      if (target === undefined && takesBack) return nothingToTakeBack(asked, holding);
      if (target === undefined && asksWhetherChanged(asked.text)) return planCurrent(ports).run(asked);
      if (target === undefined) return askWhich(asked, known);
      if (target.id === holding.plan.id && holding.next === null) return alreadyOn(asked, target);
      const { next } = holding;
      if (next?.plan.id === target.id) return alreadyOrdered(asked, next);
      const prepared = await ports.orders.prepare(asked.msisdn, 'plan', target.id);
      if (isRefusal(prepared)) return refused(asked, prepared);
      if (next !== null && target.id === holding.plan.id) return showUndo(asked, prepared, { holding, next: next.plan });
      return showChange(asked, prepared, { from: holding.plan, to: target });
    },
    async commit(asked, change: PreparedChange) {
      const { plans, buttons } = asked.words;
      const before = await ports.businessSystem.planHolding(asked.msisdn);
      const done = await ports.orders.commit(asked.msisdn, change, asked.orderKey);
      if (isRefusal(done)) return changeGone(asked);
      const target = (await ports.catalogue.plans()).find((plan) => plan.id === change.targetId) ?? before.plan;
      const name = target.name[asked.locale];
      const isUndo = target.id === before.plan.id;
      return answered(asked, {
        lines: [isUndo ? plans.undoDone({ name, orderId: done.orderId }) : plans.changeDone({ name, on: change.effectiveOn, orderId: done.orderId })],
        buttons: [nextButton('plan_current', buttons.plan), personButton(asked.words)],
      });
    },
  });
