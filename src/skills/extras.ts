/** Subscribed extras as lines and rows. */
import type { Subscription } from '../domain/account.js';
import { fits } from '../domain/heard.js';
import type { Asked } from './account-skill.js';
import type { Row } from './facts.js';

/** 「视频会员是什么时候开的」, "when did I get the music pack". */
export const asksSinceWhen = fits(/(?:什么时候|啥时候|何时|几时|哪一?天|哪年|几月)(?:开始)?(?:开|订|办|买|加|签|有)(?:通|购|的|了|上)*|\bsince when\b|\bwhen did i (?:get|take|order|subscribe|sign up|start|buy|add)\b/iu);

/** The one extra that is named; undefined where none is, or several. */
export function extraNamed(text: string, extras: readonly Subscription[]): Subscription | undefined {
  const said = text.normalize('NFKC').toLowerCase();
  const named = extras.filter(({ name }) => Object.values(name).some((one) => said.includes(one.toLowerCase())));
  return named.length === 1 ? named[0] : undefined;
}

const isFree = ({ isFreeUntil }: Subscription, today: string): boolean => isFreeUntil !== null && isFreeUntil >= today;

/** Charged month after month: neither on trial now nor cancelled. */
export const goesOn = ({ today }: Pick<Asked, 'today'>, extra: Subscription): boolean => extra.endsOn === null && !isFree(extra, today);

function noteOf(asked: Asked, extra: Subscription): string {
  const { plans } = asked.words;
  const { isFreeUntil, endsOn } = extra;
  if (endsOn !== null) return plans.extraEnds({ on: endsOn });
  return isFreeUntil === null || !isFree(extra, asked.today) ? '' : plans.extraFree({ on: isFreeUntil });
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
