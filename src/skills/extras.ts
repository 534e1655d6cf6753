/** Subscribed extras as lines and rows. */
import type { Subscription } from '../domain/account.js';
import type { Asked } from './account-skill.js';
import type { Row } from './facts.js';

function noteOf(asked: Asked, { isFreeUntil, endsOn }: Subscription): string {
  const { plans } = asked.words;
  if (endsOn !== null) return plans.extraEnds({ on: endsOn });
  return isFreeUntil === null ? '' : plans.extraFree({ on: isFreeUntil });
}

export function extraLine(asked: Asked, extra: Subscription): string {
  const { name, priceFen, since } = extra;
  return asked.words.plans.extraLine({ name: name[asked.locale], priceFen, since, note: noteOf(asked, extra) });
}

export function extraRow(asked: Asked, extra: Subscription): Row {
  const { plans } = asked.words;
  return {
    name: extra.name[asked.locale],
    value: plans.perMonth({ fen: extra.priceFen }),
    note: plans.extraSinceRow({ on: extra.since, note: noteOf(asked, extra) }),
  };
}
