/** Rules for answers where nothing was asked, so that no intent is looked for behind them. */
import type { Decision } from '../domain/decision.js';
import { hasHan, heardOnce, plainText } from '../domain/heard.js';
import { plainly } from '../understanding/plainly.js';
import { bareAnswerIn, isWrong } from './bare-words.js';
import type { BareAnswer } from './bare-words.js';
import { asksForAnother } from './for-another.js';
import { FAULTS, stepFromTopic } from './follow-up.js';
import { pickIn } from './picks.js';
import { asksDate } from './dates-asked.js';
import { clarifyAnswer } from './rules-of-forms.js';
import { pointsOnly } from '../understanding/pointing.js';
import { isNo, isYes } from './situation.js';
import type { Situation } from './situation.js';

/** Asks on about what was said before, and nothing was: 「为什么」, "how". */
const ASKS_ON = /^(那)?(为什么|为啥|然后|然后呢|接下来|接下来呢|接着呢|所以呢|怎么弄|怎么办理?|怎么搞|哪里|在哪|什么时候|多少钱|why|how|then what|and then|where|when|how much)(呀|啊|呢)?$/iu;

/** Calls for attention that name nothing. */
const CALLS = /^(?:(?:请|快|来人|谁|能|可以)*(?:帮帮我|帮我|帮个忙|帮帮忙|帮忙|救命|救救我)(?:一下)?|测试|试试|在|急+|help(?: me)?(?: please)?|please help(?: me)?|test(?:ing)?|sos)(?:啊|呀|吧|吗|了)*$/iu;

/** Wants something done or asked, and does not say what: 「我要办个业务」, "I have a question". */
const UNNAMED =
  /^(?:你好|您好)?(?:我们?|俺)?(?:想要|需要|有|要|想|来)?(?:帮我)?(?:办理|办|咨询|问|查|做)?(?:一下|下|一个|个|点儿?|些|那个|这个|几个)?(?:业务|事情?|问题)(?:要问|想问|咨询)?(?:啊|呀|吧|吗|了|呢)?$|^(?:hi |hello )?(?:i (?:want|need|would like) to |i'd like to |(?:can|could|may) i |i |i've )?(?:have |got |ask |do )?(?:you )?(?:a question|some questions|something|some business|a transaction)(?: for you| please)?$/iu;

/** Whatever a ranking makes of one such word: nobody is connected, asked for a number or told of an article because of it. */
export function bareAnswer(situation: Situation): Decision | null {
  const { text, action, memory, hasAttachment } = situation;
  if (action || hasAttachment || (memory.form !== null && memory.form.kind !== 'clarify')) return null;
  if (asksForAnother(situation)) return { rule: 'bare-answer', kind: 'courtesy', intent: 'only_owner' };
  // 「下一个」 after a bill is the next bill.
  if (memory.form === null && stepFromTopic(memory, text) !== 0) return null;
  // What the person's offer is answered with has its own rule.
  if (memory.hasOfferedPerson && (isYes(text) || isNo(text) || pointsOnly(text))) return null;
  if (isCount(situation)) return { rule: 'bare-answer', kind: 'courtesy', intent: 'heard_number' };
  if (picksOfNothing(situation)) return { rule: 'bare-answer', kind: 'courtesy', intent: 'heard_choice' };
  if (asksDate(text) !== null) return { rule: 'bare-answer', kind: 'courtesy', intent: 'date_asked' };
  const said = bareAnswerIn(text);
  if (said === null) return asksOnNothing(situation) ? { rule: 'bare-answer', kind: 'courtesy', intent: 'heard_first' } : null;
  // Of a fault what was tried has its own answer.
  if (said === 'failed' && FAULTS.has(memory.topic?.intent ?? '')) return null;
  const rule = 'bare-answer';
  if (memory.form?.kind === 'clarify') return toTheQuestion(situation, { said, options: memory.form.options });
  if (memory.turns === 0 && said !== 'failed') return { rule, kind: 'courtesy', intent: 'heard_first' };
  if (said === 'no') return { rule, kind: 'courtesy', intent: isNo(text) && !isWrong(text) ? 'offer_declined' : 'heard_no' };
  return { rule, kind: 'courtesy', intent: `heard_${said}` };
}

/** 「换第二个」 with no list at hand. */
function picksOfNothing({ text, memory: { form, choices = [], offered = [], article } }: Situation): boolean {
  if (form !== null || choices.length > 0 || offered.length > 0 || article !== undefined) return false;
  const pick = pickIn(text);
  return pick?.order === 'takes' && pick.thing === null && typeof pick.which === 'object';
}

/** Of plans and packs a number names one. */
const NAMED_BY_NUMBER: ReadonlySet<string> = new Set(['plan_recommend', 'plan_change', 'plan_current', 'data_pack_buy', 'recharge_not_received', 'recharge']);

/** A few digits that answer nothing: nobody is asked for a plan or told of an article because of them. */
function isCount({ text, memory }: Situation): boolean {
  return memory.form === null && isFewDigits(text) && !NAMED_BY_NUMBER.has(memory.topic?.intent ?? '');
}

const isFewDigits = heardOnce((text) => /^(?:(?:对|是|嗯|好|没错|yes|yeah|right|ok)[的啊,，\s]+)?\d{1,4}(?:\.\d{1,2})?[。.!！]?$/iu.test(plainText(text)));

function asksOnNothing({ text, memory, reading }: Situation): boolean {
  if (memory.form !== null || text.length > (hasHan(text) ? 20 : 40)) return false;
  return namesNothing(text) || (memory.topic === null && memory.article === undefined && (asksOn(text) || reading.asked.some((asked) => asked === 'how-much' || asked === 'is-free')));
}

const withoutEnd = heardOnce((text) => text.normalize('NFKC').replace(/[\p{P}\p{S}\s]+$/gu, '').trim());
const namesNothing = heardOnce((text) => CALLS.test(withoutEnd(text)) || UNNAMED.test(withoutEnd(text).replace(/[，,]\s*/gu, '')));
const asksOn = heardOnce((text) => ASKS_ON.test(plainly(withoutEnd(text))));

/** To a question back: what it names is taken; a yes to several is shown them once more, beside a person. */
function toTheQuestion(situation: Situation, { said, options }: { readonly said: BareAnswer; readonly options: readonly string[] }): Decision | null {
  const isNamed = said === 'no' || said === 'choice' || (said === 'yes' && options.length === 1);
  const answer = isNamed ? clarifyAnswer(situation) : null;
  return answer ?? { rule: 'bare-answer', kind: 'fallback', nearest: options, offersPerson: true };
}
