/** Ends an extra at the end of the month: shown first, done only on a tap. */
import type { PreparedChange, Subscription } from '../domain/account.js';
import { addDays } from '../domain/calendar.js';
import { isRefusal } from '../domain/errors.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, asks, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { extraLine } from './extras.js';
import { productMeant } from './plan-names.js';
import { changeGone, refused } from './refusals.js';
import type { Skill, SkillAnswer } from './skill.js';

function askWhich(asked: Asked, held: readonly Subscription[], before: readonly string[]): SkillAnswer {
  const { plans } = asked.words;
  return asks(asked, 'product', {
    lines: [...before, plans.askExtra, ...held.map((extra) => extraLine(asked, extra))],
    buttons: held.map((extra) => nextButton('vas_cancel', extra.name[asked.locale], `product=${extra.productId}`)),
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

export const vasCancel = (ports: SkillPorts): Skill =>
  accountSkill({
    id: 'vas-cancel',
    async run(asked) {
      const { plans } = asked.words;
      const [{ asOf, list: held }, products] = await Promise.all([ports.businessSystem.subscriptions(asked.msisdn), ports.catalogue.products()]);
      const running = held.filter((extra) => extra.endsOn === null);
      const meant = productMeant(asked, products.filter((product) => product.kind === 'extra'));
      const extra = held.find((candidate) => candidate.productId === meant?.id);
      const before = meant !== undefined && extra === undefined ? [plans.notHeld({ name: meant.name[asked.locale] })] : [];
      const chosen = extra ?? (meant === undefined && running.length === 1 ? running[0] : undefined);
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
