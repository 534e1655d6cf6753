/** Several extras on one card, ended by one tap: all that run, those that are named, or all but those. */
import type { ConfirmableChange, PreparedChange, Subscription } from '../domain/account.js';
import { addDays } from '../domain/calendar.js';
import { isRefusal } from '../domain/errors.js';
import type { Asked, SkillPorts } from './account-skill.js';
import { answered, confirms } from './answering.js';
import { nextButton, personButton } from './buttons.js';
import { namesIt } from './plan-names.js';
import { changeGone, refused } from './refusals.js';
import type { SkillAnswer } from './skill.js';

/** In the place of the id of one. */
export const ALL_EXTRAS = 'all';
/** Of the ids of several. */
const BETWEEN = ',';

const ALL = /全部|全都|全退|全关|全停|全取消|所有|统统|一个(?:都|也)?不[留要]|都(?:给我|帮我|替我)?(?:退|取消|关|停|不要|不用)|\b(?:all|everything|every (?:one|extra|add-?on|subscription))\b|\beach of them\b/iu;
const PART = /第|[前后头首末]|最|其中|几个|[两俩二三四五六七八九\d]个|这个|那个|\b(?:first|last|second|third|both|some|half|cheapest|dearest|most|two|three|four|that one|this one)\b/iu;
const BUT = /除了?|以外|之外|留(?:下|着)?|保留|\b(?:except|apart from|other than|but not|but keep|keep)\b|\ball but\b/iu;

const SAYS_NO_NAME =
  /[\s\p{P}]|帮|给|我|你|您|要|想|请|麻烦|把|将|退|订|掉|取消|关|闭|停|不|用|了|一|下|这|那|个|项|些|的|增值|业务|服务|功能|套餐|开通|所有|全部|全都|统统|通通|全|都|吧|呢|吗|啊|能|可以|怎么|如何|办理?|自动|续费|每个?月|扣费?|收费|钱|手机|上|它|现在|马上|立即|再|最|贵|便宜|第|单位/gu;
const SAYS_NO_NAME_EN =
  /\b(?:please|can|could|you|i|we|me|my|mine|want|need|would|like|to|the|a|an|this|that|it|them|all|one|of|for|from|with|on|off|out|up|cancel|cancell?ing|stop|turn|switch|end|remove|delete|drop|unsubscribe|deactivate|disable|get|rid|extras?|add-?ons?|vas|value|added|services?|subscriptions?|plans?|paying|pay|charge[sd]?|charging|monthly|month|every|anymore|any|more|longer|everything|each|every|entire|together|don'?t|do|no|not|now|help|how|is|are|have|paid|thing|something)\b/gu;

/** Something is named, and the catalogue knows no such extra: not taken for the only one that runs. */
export function namesSomething(text: string): boolean {
  const left = text.normalize('NFKC').toLowerCase().replace(SAYS_NO_NAME_EN, '').replace(SAYS_NO_NAME, '');
  return [...left].length >= 2;
}

/** Empty where one is meant, or none. Whoever keeps some and names none of them is asked which, and so is who says 「前两个都退」. */
export function severalMeant({ text, slots }: Asked, running: readonly Subscription[]): readonly Subscription[] {
  const picked = (slots['product'] ?? '').split(BETWEEN);
  if (slots['product'] === ALL_EXTRAS) return running;
  if (picked.length > 1) return running.filter(({ productId }) => picked.includes(productId));
  const named = running.filter((extra) => namesIt(text, extra));
  if (BUT.test(text)) return ALL.test(text) && named.length > 0 ? running.filter((extra) => !named.includes(extra)) : [];
  if (named.length > 0) return named.length > 1 ? named : [];
  return ALL.test(text) && !PART.test(text) && !namesSomething(text) ? running : [];
}

interface Ends {
  readonly id: string;
  readonly fen: number;
}

export async function showSeveral(asked: Asked, { orders }: SkillPorts, extras: readonly Subscription[]): Promise<SkillAnswer> {
  const prepared: PreparedChange[] = [];
  for (const { productId } of extras) {
    const one = await orders.prepare(asked.msisdn, 'extra-off', productId);
    if (isRefusal(one)) return refused(asked, one);
    prepared.push(one);
  }
  const ends = prepared.map(({ targetId, priceDifferenceFen }): Ends => ({ id: targetId, fen: priceDifferenceFen }));
  const effectiveOn = prepared.map((one) => one.effectiveOn).reduce((last, on) => (on > last ? on : last));
  const saved = -ends.reduce((sum, { fen }) => sum + fen, 0);
  return card(asked, { extras, saved, change: { kind: 'extras-off', targetId: JSON.stringify(ends), priceDifferenceFen: -saved, effectiveOn, boundUntil: null } });
}

function card(asked: Asked, { extras, saved, change }: { readonly extras: readonly Subscription[]; readonly saved: number; readonly change: ConfirmableChange }): SkillAnswer {
  const { plans, formats } = asked.words;
  const on = change.effectiveOn;
  const until = addDays(on, -1);
  return confirms(asked, {
    change,
    title: plans.offTitle,
    ask: plans.offAllAsk({ count: extras.length, priceFen: saved, on, until }),
    rows: [...extras.map((extra) => ({ name: extra.name[asked.locale], value: plans.perMonth({ fen: extra.priceFen }) })), { name: plans.offRow.until, value: formats.date(until) }],
    terms: { fee: plans.offFee({ priceFen: saved }), starts: plans.offStarts({ on }), binds: plans.offBinds },
    undo: plans.offUndo,
  });
}

/** As a button asks for the very same ones once more. */
export function endedTogether(targetId: string): string {
  return (JSON.parse(targetId) as Ends[]).map(({ id }) => id).join(BETWEEN);
}

/** Each is its own order with its own key: a second try ends none twice, and one that is refused holds up none of the others. */
export async function commitSeveral(asked: Asked, { orders, catalogue }: SkillPorts, change: ConfirmableChange): Promise<SkillAnswer> {
  const products = await catalogue.products();
  const nameOf = (id: string): string => products.find((product) => product.id === id)?.name[asked.locale] ?? id;
  const done: { readonly name: string; readonly orderId: string }[] = [];
  const left: string[] = [];
  for (const { id, fen } of JSON.parse(change.targetId) as Ends[]) {
    const one: PreparedChange = { kind: 'extra-off', targetId: id, priceDifferenceFen: fen, effectiveOn: change.effectiveOn, boundUntil: null };
    const answer = await orders.commit(asked.msisdn, one, `${asked.orderKey}:${id}`);
    if (isRefusal(answer)) left.push(nameOf(id));
    else done.push({ name: nameOf(id), orderId: answer.orderId });
  }
  if (done.length === 0) return changeGone(asked);
  const { plans, buttons } = asked.words;
  return answered(asked, {
    lines: [plans.offAllDone({ count: done.length, on: change.effectiveOn }), ...done.map((one) => plans.offAllLine(one)), left.length > 0 ? plans.offAllLeft({ names: left }) : null],
    buttons: [nextButton('vas_query', buttons.extras), nextButton('refund_dispute', buttons.refund), personButton(asked.words)],
  });
}
