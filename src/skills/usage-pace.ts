/** Whether what is left lasts until it starts anew: reckoned by the day from what was used so far, and said with the sum it comes from. */
import type { UsageBucket } from '../domain/account.js';
import { addDays, addMonths, daysBetween, lastDay } from '../domain/calendar.js';
import { heardOnce, plainText } from '../domain/heard.js';
import type { Asked } from './account-skill.js';
import { volume } from './usage-bars.js';

const LASTS_ZH = /(?:够不够|(?<!不)够|能不能|能|可以)(?:再|还)?(?:不够)?(?:用|花|撑|坚持|顶|挺|打|发|扛)?(?:到|得到|到得了|过)(?:这个?|本)?(?:月底|月末|下个?月|月初|[一二三四五六七八九十\d]+[号日])|(?:够不够|(?<!不)够)我?[用花撑打发交付缴扣还复]|(?:用|撑|顶|挺|扛|打)(?:得|不)到(?:这个?|本)?(?:月底|月末|下个?月)|撑得住|^(?:那|这|这些|我的?|还|余额|话费|流量|分钟|剩下|现在|的)*(?:够不够|够(?:吗|么|嘛|不))[了呢啊呀]*[\s?？。]*$|(?:多久|几天|哪天|什么时候|几号)(?:会|就|能)?[用花打发]完|[用花打发]得?完吗|还(?:能|够|可以)[用撑花打]?(?:多久|几天)/u;
const LASTS_EN = /\b(?:last(?:s| me)?|be enough|enough|do me|get me|see me|make it|hold out|stretch)\b.{0,16}\b(?:until|till|til|through|to|for) (?:the )?(?:(?:rest|end) of|month|next month|this month|\d|then|payday|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|\bwill (?:it|that|this|they|i|my (?:data|minutes|texts|credit|balance)) (?:be enough|last|run out)\b|\b(?:is|are) (?:it|that|this|they) (?:going to (?:be enough|last)|enough)\b|\bwhen (?:will|do|does) (?:it|i|they) run out\b|\bhow (?:long|many days) (?:will|does|do|can) (?:it|that|this|they|i|my (?:data|minutes|texts|credit|balance)) last\b/iu;

/** 「够不够用到月底」, 「能撑到月底吗」, "will it last until the end of the month". */
export const asksWhetherLasts = heardOnce((text) => LASTS_ZH.test(plainText(text)) || LASTS_EN.test(plainText(text)));

/** In a cycle as short as this the days so far tell nothing. */
const TOO_FEW_DAYS = 2;

export interface Pace {
  readonly usedSoFar: number;
  /** Today counts among the days so far, and not among those to come. */
  readonly daysSoFar: number;
  readonly daysToCome: number;
  readonly left: number;
  readonly perDay: number;
  readonly needed: number;
  readonly resetsOn: string;
  /** The day it is likely gone, where it does not last. */
  readonly goneOn: string | null;
}

/** Null without a plan's share to reckon with. Packs count as far as they start anew on the same day. */
export function paceOf(buckets: readonly UsageBucket[], today: string): Pace | null {
  const resetsOn = buckets.find(({ source, total }) => source === 'plan' && total > 0)?.resetsOn;
  if (resetsOn === undefined) return null;
  const same = buckets.filter((bucket) => bucket.resetsOn === resetsOn);
  const monthBefore = addMonths(resetsOn.slice(0, 7), -1);
  const began = [`${monthBefore}${resetsOn.slice(7)}`, lastDay(monthBefore)].sort()[0] ?? today;
  const usedSoFar = same.reduce((sum, { used }) => sum + used, 0);
  const left = buckets.reduce((sum, { total, used }) => sum + Math.max(0, total - used), 0);
  const daysSoFar = Math.max(1, daysBetween(began, today) + 1);
  const daysToCome = Math.max(0, daysBetween(today, resetsOn) - 1);
  const perDay = usedSoFar / daysSoFar;
  const needed = perDay * daysToCome;
  const goneOn = needed > left ? addDays(today, Math.max(1, Math.ceil(left / perDay))) : null;
  return { usedSoFar, daysSoFar, daysToCome, left, perDay, needed, resetsOn, goneOn };
}

/** The answer in words; null where there is nothing to reckon with. `what` is data, calls or texts, as people call them. */
export function lastsLine(asked: Asked, what: string, buckets: readonly UsageBucket[]): string | null {
  const pace = paceOf(buckets, asked.today);
  const unit = buckets[0]?.unit;
  if (pace === null || unit === undefined) return null;
  const { line } = asked.words;
  const say = (amount: number): string => volume(asked, unit, Math.round(amount));
  const { daysSoFar, daysToCome, resetsOn, goneOn, left } = pace;
  const said = { what, days: daysSoFar, used: say(pace.usedSoFar), perDay: say(pace.perDay), toCome: daysToCome, needed: say(pace.needed), left: say(left), on: resetsOn };
  if (left <= 0) return line.paceGone(said);
  if (daysToCome === 0) return line.paceLastDay(said);
  if (daysSoFar <= TOO_FEW_DAYS) return line.paceTooEarly(said);
  return goneOn === null ? line.paceEnough(said) : line.paceShort({ ...said, goneOn });
}
