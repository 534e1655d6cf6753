/** Ends an extra at the end of the month: shown first, done only on a tap. */
import type { PreparedChange, Subscription } from '../domain/account.js';
import { addDays } from '../domain/calendar.js';
import { isRefusal } from '../domain/errors.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { extremeIn, extremeOf, productChoice } from './choices.js';
import { extraLine } from './extras.js';
import { productMeant } from './plan-names.js';
import { changeGone, refused } from './refusals.js';
import type { Skill, SkillAnswer } from './skill.js';
import { wantsUndo } from './taking-back.js';

function askWhich(asked: Asked, held: readonly Subscription[], before: readonly string[]): SkillAnswer {
  const { plans } = asked.words;
  return asks(asked, 'product', {
    lines: [...before, plans.askExtra, ...held.map((extra) => extraLine(asked, extra))],
    buttons: held.map((extra) => nextButton('vas_cancel', extra.name[asked.locale], `product=${extra.productId}`)),
    choices: held.map((extra) => productChoice('vas_cancel', extra.productId, extra)),
  });
}

function nothingHeld(asked: Asked, asOf: number, before: readonly string[]): SkillAnswer {
  const { plans, buttons } = asked.words;
  return answered(asked, {
    lines: [...before, plans.noExtras({ asOf })],
    buttons: [nextButton('bill_query', buttons.bill), personButton(asked.words)],
  });
}

function show(asked: Asked, extra: Subscription, change: PreparedChange): SkillAnswer {
  const { plans, formats } = asked.words;
  const on = change.effectiveOn;
  const until = addDays(on, -1);
  const name = extra.name[asked.locale];
  return confirms(asked, {
    change,
    title: plans.offTitle,
    ask: plans.offAsk({ name, priceFen: extra.priceFen, on, until }),
    rows: [
      { name: plans.offRow.name, value: name },
      { name: plans.offRow.price, value: plans.perMonth({ fen: extra.priceFen }) },
      { name: plans.offRow.until, value: formats.date(until) },
    ],
    terms: { fee: plans.offFee(extra), starts: plans.offStarts({ on }), binds: plans.offBinds },
    undo: plans.offUndo,
  });
}

/** Part of many names, and of what is said of others. */
const SAYS_LITTLE = /会员|手机|提醒|^(?:membership|pack|phone|care|alerts|cloud|calls?)$/u;

function partsOf({ name }: Subscription): readonly string[] {
  const zh = name['zh-CN'];
  const pairs = Array.from({ length: Math.max(0, zh.length - 1) }, (_, at) => zh.slice(at, at + 2));
  const words = name.en.toLowerCase().split(/[^a-z]+/u).filter((word) => word.length >= 4);
  const texts = zh.includes('短信') ? ['sms', 'text'] : [];
  return [...pairs, ...words, ...texts].filter((part) => !SAYS_LITTLE.test(part));
}

/** 「天气那个」, 「短信包」: no name of the catalogue's, but a part of one alone that is held. */
function byPartOfName({ text }: Asked, held: readonly Subscription[]): Subscription | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  const meant = held.filter((extra) => partsOf(extra).some((part) => (/^[a-z]/u.test(part) ? new RegExp(`\\b${part}s?\\b`, 'u').test(said) : said.includes(part))));
  return meant.length === 1 ? meant[0] : undefined;
}

const SAYS_NO_NAME =
  /[\s\p{P}]|帮|给|我|你|您|要|想|请|麻烦|把|将|退|订|掉|取消|关|闭|停|不|用|了|一|下|这|那|个|项|些|的|增值|业务|服务|功能|套餐|开通|所有|全部|都|吧|呢|吗|啊|能|可以|怎么|如何|办理?|自动|续费|每个?月|扣费?|收费|钱|手机|上|它|现在|马上|立即|再|最|贵|便宜|第|单位/gu;
const SAYS_NO_NAME_EN =
  /\b(?:please|can|could|you|i|we|me|my|mine|want|need|would|like|to|the|a|an|this|that|it|them|all|one|of|for|from|with|on|off|out|up|cancel|cancell?ing|stop|turn|switch|end|remove|delete|drop|unsubscribe|deactivate|disable|get|rid|extras?|add-?ons?|vas|value|added|services?|subscriptions?|plans?|paying|pay|charge[sd]?|charging|monthly|month|every|anymore|any|more|longer|don'?t|do|no|not|now|help|how|is|are|have|paid|thing|something)\b/gu;

/** Something is named, and the catalogue knows no such extra: not taken for the only one that runs. */
function namesSomething(text: string): boolean {
  const left = text.normalize('NFKC').toLowerCase().replace(SAYS_NO_NAME_EN, '').replace(SAYS_NO_NAME, '');
  return [...left].length >= 2;
}

export const vasCancel = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'vas-cancel',
    async run(asked) {
      const { plans, buttons } = asked.words;
      if (wantsUndo(asked.slots)) return answered(asked, { lines: [plans.offStays], buttons: [nextButton('vas_query', buttons.extras), personButton(asked.words)] });
      const [{ asOf, list: held }, products] = await Promise.all([ports.businessSystem.subscriptions(asked.msisdn), ports.catalogue.products()]);
      const running = held.filter((extra) => extra.endsOn === null);
      const meant = productMeant(asked, products.filter((product) => product.kind === 'extra'));
      const extreme = extremeIn(asked.slots['product']);
      const extra = extreme === null ? held.find((candidate) => candidate.productId === meant?.id) ?? (meant === undefined ? byPartOfName(asked, running) : undefined) : extremeOf(running, extreme, { priceFen: ({ priceFen }) => priceFen, dataMb: () => 0 });
      const isOther = meant === undefined && extra === undefined && namesSomething(asked.text);
      const before = meant !== undefined && extra === undefined ? [plans.notHeld({ name: meant.name[asked.locale] })] : isOther ? [plans.notAmongExtras] : [];
      const chosen = extra ?? (meant === undefined && !isOther && running.length === 1 ? running[0] : undefined);
      if (chosen === undefined) return running.length === 0 ? nothingHeld(asked, asOf, before) : askWhich(asked, running, before);
      const prepared = await ports.orders.prepare(asked.msisdn, 'extra-off', chosen.productId);
      return isRefusal(prepared) ? refused(asked, prepared) : show(asked, chosen, prepared);
    },
    async commit(asked, change: PreparedChange) {
      const { plans, buttons } = asked.words;
      const done = await ports.orders.commit(asked.msisdn, change, asked.orderKey);
      if (isRefusal(done)) return changeGone(asked);
      const product = (await ports.catalogue.products()).find((candidate) => candidate.id === change.targetId);
      const name = product?.name[asked.locale] ?? change.targetId;
      return answered(asked, {
        lines: [plans.offDone({ name, on: change.effectiveOn, orderId: done.orderId })],
        buttons: [nextButton('vas_query', buttons.extras), nextButton('refund_dispute', buttons.refund), personButton(asked.words)],
      });
    },
  });
