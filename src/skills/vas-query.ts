/** The extras that are subscribed to, each with its fee, and what they cost together. */
import { sumFen } from '../domain/money.js';
import { accountSkill, type Asked, type SkillPorts } from './account-skill.js';
import { answered, onCard } from './answering.js';
import { extremeAsked } from './asked-extremes.js';
import { nextButton, personButton } from './buttons.js';
import { productChoice } from './choices.js';
import type { Subscription } from '../domain/account.js';
import { extraLine, extraNamed, extraRow, goesOn } from './extras.js';
import { factsCard } from './facts.js';
import type { Skill, SkillAnswer } from './skill.js';

/** 「第一个」 of those just shown, with the way to end it. */
function shownAlone(asked: Asked, extra: Subscription): SkillAnswer {
  const { plans, buttons } = asked.words;
  const name = extra.name[asked.locale];
  return answered(asked, {
    lines: [extraLine(asked, extra)],
    slots: { extra: name },
    buttons: [nextButton('vas_cancel', plans.endsExtra({ name }), `product=${extra.productId}`), nextButton('vas_query', buttons.extras), personButton(asked.words)],
  });
}

export const vasQuery = ({ businessSystem }: SkillPorts): Skill =>
  accountSkill({
    id: 'vas-query',
    async run(asked) {
      const { plans, buttons } = asked.words;
      const { asOf, list: extras } = await businessSystem.subscriptions(asked.msisdn);
      if (extras.length === 0) {
        return answered(asked, {
          lines: [plans.noExtras({ asOf })],
          buttons: [nextButton('plan_current', buttons.plan), nextButton('bill_query', buttons.bill)],
        });
      }
      const one = extras.find(({ productId }) => productId === asked.slots['which']) ?? extraNamed(asked.text, extras);
      if (one) return shownAlone(asked, one);
      const most = extras.length > 1 ? extremeAsked(asked.text, extras, ({ priceFen }) => priceFen) : undefined;
      const totalFen = sumFen(extras.filter((extra) => goesOn(asked, extra)).map((extra) => extra.priceFen));
      const rows = [...extras.map((extra) => extraRow(asked, extra)), { name: plans.extrasTotal, value: plans.perMonth({ fen: totalFen }) }];
      return answered(asked, {
        lines: [plans.extras({ asOf, count: extras.length, totalFen }), ...extras.map((extra) => onCard(extraLine(asked, extra))), most === undefined ? null : plans.extraPicked({ name: most.name[asked.locale], priceFen: most.priceFen, isLeast: most.priceFen === Math.min(...extras.map(({ priceFen }) => priceFen)) })],
        card: factsCard(plans.extrasTitle, asOf, rows),
        slots: most === undefined ? {} : { extra: most.name[asked.locale] },
        choices: extras.map((extra) => productChoice('vas_cancel', extra.productId, extra)),
        buttons: [nextButton('vas_cancel', buttons.extraCancel), nextButton('bill_query', buttons.bill), personButton(asked.words)],
      });
    },
  });
