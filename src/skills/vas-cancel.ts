/** Ends an extra, or several, at the end of the month: shown first, done only on a tap. */
import type { ConfirmableChange, PreparedChange, Subscription } from '../domain/account.js';
import { addDays } from '../domain/calendar.js';
import { isRefusal } from '../domain/errors.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { extremeIn, extremeOf, productChoice } from './choices.js';
import { extraLine } from './extras.js';
import { ALL_EXTRAS, commitSeveral, namesSomething, severalMeant, showSeveral } from './extras-together.js';
import { productMeant } from './plan-names.js';
import { changeGone, refused } from './refusals.js';
import type { Skill, SkillAnswer } from './skill.js';
import { wantsUndo } from './taking-back.js';

function askWhich(asked: Asked, held: readonly Subscription[], before: readonly string[]): SkillAnswer {
  const { plans, buttons } = asked.words;
  const all = held.length > 1 ? [nextButton('vas_cancel', buttons.allExtras, `product=${ALL_EXTRAS}`)] : [];
  return asks(asked, 'product', {
    lines: [...before, plans.askExtra, ...held.map((extra) => extraLine(asked, extra))],
    buttons: [...held.map((extra) => nextButton('vas_cancel', extra.name[asked.locale], `product=${extra.productId}`)), ...all],
    choices: held.map((extra) => productChoice('vas_cancel', extra.productId, extra)),
  });
}

/** What was ended and still runs to its last day is told of, so that nobody wonders why it is on the phone. */
function nothingHeld(asked: Asked, { asOf, ending }: { readonly asOf: number; readonly ending: readonly Subscription[] }, before: readonly string[]): SkillAnswer {
  const { plans, buttons } = asked.words;
  const told = ending.length > 0 ? [plans.allEnded, ...ending.map((extra) => extraLine(asked, extra))] : [plans.noExtras({ asOf })];
  return answered(asked, {
    lines: [...before, ...told],
    buttons: [nextButton('bill_query', buttons.bill), personButton(asked.words)],
  });
}

function endedBefore(asked: Asked, { name }: Subscription, endsOn: string): SkillAnswer {
  const { plans, buttons } = asked.words;
  return answered(asked, {
    lines: [plans.offAlready({ name: name[asked.locale], until: endsOn, on: addDays(endsOn, 1) })],
    buttons: [nextButton('vas_query', buttons.extras), personButton(asked.words)],
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
  return meant.length === 1 ? meant[0] : meant.length === 0 ? byItsKind(said, held) : undefined;
}

const KINDS = [/会员|\bmemberships?\b/iu, /提醒|\balerts?\b/iu];

/** 「把会员关了」 where one alone is called that. */
function byItsKind(said: string, held: readonly Subscription[]): Subscription | undefined {
  const found = KINDS.filter((kind) => kind.test(said)).flatMap((kind) => held.filter(({ name }) => Object.values(name).some((one) => kind.test(one))));
  return found.length === 1 ? found[0] : undefined;
}

/** What was bought once cannot be ended like an extra. */
const OF_PACKS = /流量包|加油包|日包|月包|\b(?:data )?packs?\b/iu;

export const vasCancel = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'vas-cancel',
    async run(asked) {
      const { plans, buttons } = asked.words;
      if (wantsUndo(asked.slots)) return answered(asked, { lines: [plans.offStays], buttons: [nextButton('vas_query', buttons.extras), personButton(asked.words)] });
      const [{ asOf, list: held }, products] = await Promise.all([ports.businessSystem.subscriptions(asked.msisdn), ports.catalogue.products()]);
      const running = held.filter((extra) => extra.endsOn === null);
      const together = severalMeant(asked, running);
      if (together.length > 1) return showSeveral(asked, ports, together);
      const meant = productMeant(asked, products.filter((product) => product.kind === 'extra'));
      const extreme = extremeIn(asked.slots['product']);
      const extra = extreme === null ? held.find((candidate) => candidate.productId === meant?.id) ?? (meant === undefined ? byPartOfName(asked, running) : undefined) : extremeOf(running, extreme, { priceFen: ({ priceFen }) => priceFen, dataMb: () => 0 });
      const isOther = meant === undefined && extra === undefined && namesSomething(asked.text);
      if (isOther && OF_PACKS.test(asked.text)) return answered(asked, { lines: [plans.packStays], buttons: [nextButton('vas_query', buttons.extras), personButton(asked.words)] });
      const before = meant !== undefined && extra === undefined ? [plans.notHeld({ name: meant.name[asked.locale] })] : isOther ? [plans.notAmongExtras] : [];
      const [left] = together;
      const chosen = left ?? extra ?? (meant === undefined && !isOther && running.length === 1 ? running[0] : undefined);
      if (chosen === undefined) return running.length === 0 ? nothingHeld(asked, { asOf, ending: held }, before) : askWhich(asked, running, before);
      if (chosen.endsOn !== null) return endedBefore(asked, chosen, chosen.endsOn);
      const prepared = await ports.orders.prepare(asked.msisdn, 'extra-off', chosen.productId);
      return isRefusal(prepared) ? refused(asked, prepared) : show(asked, chosen, prepared);
    },
    async commit(asked, change: ConfirmableChange) {
      if (change.kind === 'extras-off') return commitSeveral(asked, ports, change);
      if (change.kind === 'erase-data') return changeGone(asked);
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
