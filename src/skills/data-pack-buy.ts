/** Adds a data pack to the running period: shown first, bought only on a tap. */
import type { PreparedChange, Product } from '../domain/account.js';
import { isRefusal } from '../domain/errors.js';
import { fits } from '../domain/heard.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { extremeIn, extremeOf, productChoice } from './choices.js';
import { productMeant } from './plan-names.js';
import { changeGone, refused } from './refusals.js';
import type { Skill, SkillAnswer } from './skill.js';
import { wantsUndo } from './taking-back.js';

/** Wants to be rid of one, which no pack can be. */
const GIVES_BACK = /退|取消|不要了|\b(?:cancel|refund|return|remove|turn off|get rid)\b/iu;
const BUYS = /[改换換]成|[买買](?![的了过])|(?<!退)[订訂]|(?:加|来|再)[一个點点]|\b(?:buy|add|order)\b|get me/iu;

/** 「一天的」 alone already names the day pack. */
const FOR_A_DAY = /日包|一天|今天|\bday\b|today/iu;

/** 「20G的多少钱」, "how much is the 10 GB one": the card of that pack says it. */
export const asksPriceOfSize = fits(/^(?:那|一个|\s)*\d{1,3} ?g(?:b)?的?(?:流量|月|日)?包?的?(?:呢|要)?(?:多少钱|几块钱?|什么价格?|怎么卖|贵不贵)[呢啊呀?？。]*$|^(?:and |so )?(?:how much (?:is|for)|what (?:does|is)) the \d{1,3} ?gb?(?: (?:one|pack|data pack))?(?: cost)?[?.]*$/iu);

async function packsOf({ catalogue }: SkillPorts): Promise<readonly Product[]> {
  return (await catalogue.products()).filter((product) => product.kind === 'pack');
}

function packMeant(asked: Asked, packs: readonly Product[]): Product | undefined {
  const daily = packs.filter((pack) => pack.cycle === 'day');
  const extreme = extremeIn(asked.slots['product']);
  if (extreme !== null) return extremeOf(packs, extreme, { priceFen: (pack) => pack.priceFen, dataMb: (pack) => pack.dataMb });
  return productMeant(asked, packs) ?? (FOR_A_DAY.test(asked.text) && daily.length === 1 ? daily[0] : undefined);
}

function noWayBack(asked: Asked): SkillAnswer {
  const { plans, buttons } = asked.words;
  return answered(asked, { lines: [plans.packStays], buttons: [nextButton('data_usage_query', buttons.dataUsage), nextButton('vas_query', buttons.extras), personButton(asked.words)] });
}

function askWhich(asked: Asked, packs: readonly Product[]): SkillAnswer {
  const { plans } = asked.words;
  return asks(asked, 'product', {
    lines: [plans.askPack, ...packs.map((pack) => plans.packLine({ name: pack.name[asked.locale], priceFen: pack.priceFen, dataMb: pack.dataMb }))],
    buttons: packs.map((pack) => nextButton('data_pack_buy', pack.name[asked.locale], `product=${pack.id}`)),
    choices: packs.map((pack) => productChoice('data_pack_buy', pack.id, pack)),
  });
}

function show(asked: Asked, pack: Product, change: PreparedChange): SkillAnswer {
  const { plans, formats } = asked.words;
  const until = change.boundUntil ?? change.effectiveOn;
  const { priceFen, dataMb } = pack;
  const name = pack.name[asked.locale];
  return confirms(asked, {
    change,
    title: plans.packTitle,
    ask: plans.packAsk({ name, priceFen, dataMb, until }),
    rows: [
      { name: plans.packRow.name, value: name },
      { name: plans.packRow.data, value: formats.data(dataMb) },
      { name: plans.packRow.until, value: formats.date(until) },
    ],
    terms: { fee: plans.packFee({ priceFen }), starts: plans.packStarts, binds: plans.packBinds },
    undo: plans.packUndo,
  });
}

export const dataPackBuy = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'data-pack-buy',
    async run(asked) {
      if (wantsUndo(asked.slots)) return noWayBack(asked);
      if (GIVES_BACK.test(asked.text) && !BUYS.test(asked.text)) return noWayBack(asked);
      const packs = await packsOf(ports);
      const pack = packMeant(asked, packs);
      if (pack === undefined) return askWhich(asked, packs);
      const prepared = await ports.orders.prepare(asked.msisdn, 'pack', pack.id);
      return isRefusal(prepared) ? refused(asked, prepared) : show(asked, pack, prepared);
    },
    async commit(asked, change: PreparedChange) {
      const { plans, buttons } = asked.words;
      const done = await ports.orders.commit(asked.msisdn, change, asked.orderKey);
      if (isRefusal(done)) return changeGone(asked);
      const pack = (await packsOf(ports)).find((candidate) => candidate.id === change.targetId);
      const name = pack?.name[asked.locale] ?? change.targetId;
      return answered(asked, {
        lines: [plans.packDone({ name, until: change.boundUntil ?? change.effectiveOn, orderId: done.orderId })],
        buttons: [nextButton('data_usage_query', buttons.dataUsage), personButton(asked.words)],
      });
    },
  });
