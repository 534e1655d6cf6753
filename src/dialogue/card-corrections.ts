/** What is put right while a card is open: 「不是音乐包，是云盘」, 「我要留着优惠」, "keep the music pack". What is denied or kept is never what the card goes on about. Pure. */
import type { ChosenNeed } from '../domain/decision.js';
import { hasHan, heardOnce, plainText } from '../domain/heard.js';
import { isRequest, wholeMessage } from './situation.js';
import type { Situation } from './situation.js';

interface PutRight {
  /** What is wanted instead, in its own words. */
  readonly wanted: string;
  readonly isDenied: boolean;
  readonly isKept: boolean;
}

const KEEPS = /留着|留下|保留|(?:别|不要|不想|先别|不用)(?:给我)?(?:退|取消|停|关|动|换|改)|(?:还|继续)(?:要|想)?用(?:着)?|\bkeep(?:ing)?\b|\b(?:don'?t|do not|not) (?:want to )?(?:cancel|remove|stop|end|drop|change|switch)\b|\bleave (?:the|my) \w+/iu;
const DENIES = /^(?:我?(?:说|要|指|想|退|换|买)?的?)?(?:不是|不要|没说)|^(?:i (?:did ?n'?t|did not|don'?t) (?:mean|want|say)|it'?s not|not) /iu;
const LEADS = /^(?:不对|错了?|不|弄错了|说错了|我说错了|搞错了|no|nope|wait|sorry|wrong|oh|oops|哎|等等|等一下)[啊呀哈了吧]*$/iu;
/** 「是云盘」, "i meant cloud disk". */
const MEANS = /^(?:我?(?:说|要|指|想|退|换|买)?的?是|而是|应该是|(?:但|but|i meant?|it'?s|rather|instead)\s*)/iu;
const NO_NAME = /^(?:这个|那个|它|那|这|it|this|that)(?: one)?$/iu;
const LONGEST = { zh: 40, en: 80 };

const clausesOf = (said: string): readonly string[] =>
  said
    .replace(/(不是[^是,，。;；\s]{1,12})(?:而)?是/gu, '$1,是')
    .replace(/\b(but|i meant?|rather)\b/giu, ',$1')
    .replace(/^(no|wait|sorry|oh)(?=[ ,])/giu, '$1,')
    .split(hasHan(said) ? /[,，。;；!！\s]+/u : /[,.;!]+/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');

/** Null where nothing is denied or kept, and for a question. */
export const putRightIn = heardOnce((text): PutRight | null => {
  const said = plainText(text).replace(/[’‘]/gu, "'");
  if (said.length > LONGEST[hasHan(said) ? 'zh' : 'en'] || /[?？吗]|怎么|能不能|\b(?:can|could|will|would|do|does|how|what)\b/iu.test(said)) return null;
  const clauses = clausesOf(said);
  const kept = clauses.filter((clause) => KEEPS.test(clause));
  const denied = clauses.filter((clause) => DENIES.test(clause) && !KEEPS.test(clause));
  if (kept.length + denied.length === 0) return null;
  const wanted = clauses.filter((clause) => !KEEPS.test(clause) && !DENIES.test(clause) && !LEADS.test(clause)).map((clause) => clause.replace(MEANS, '').trim());
  return { wanted: wanted.filter((clause) => !NO_NAME.test(clause)).join(' '), isDenied: denied.length > 0, isKept: kept.length > 0 };
});

/** What ends an extra, said of the one that is meant. */
const ENDS = { zh: '退订', en: 'cancel' } as const;
const CHANGES = { zh: '换成', en: 'change to' } as const;
const OF_PLAN = /套餐|优惠|折扣|原来|现在|\b(?:plan|discount|old|current|it|mine)\b/iu;

/** `null` where it is not put right; `call-off` where nothing is wanted in its place. */
export function putRight({ text, reading, intents, ...situation }: Situation, intent: string): 'call-off' | ChosenNeed | null {
  if (intent !== 'vas_cancel' && intent !== 'plan_change') return null;
  const said = putRightIn(text);
  if (said === null || reading.asksForPerson || !intents.has(intent)) return null;
  const tongue = hasHan(text) ? 'zh' : 'en';
  const kind = intent === 'vas_cancel' ? 'product' : 'plan';
  const entities = reading.entities.filter((entity) => entity.kind === kind && said.wanted.includes(entity.text));
  // In English extras are known by the skill alone.
  const isNamedInEnglish = tongue === 'en' && kind === 'product' && said.isDenied && said.wanted !== '';
  if (entities.length > 0 || isNamedInEnglish || (kind === 'plan' && said.isDenied && /^\d{2,3}(?:的|元|块)?/u.test(said.wanted))) {
    const order = (kind === 'plan' ? CHANGES : ENDS)[tongue];
    return { ...wholeMessage({ ...situation, text, reading, intents }, intent), confidence: 1, text: `${order} ${said.wanted}`, entities };
  }
  if (said.wanted !== '' && isRequest(said.wanted)) return null;
  return intent === 'vas_cancel' || said.isDenied || OF_PLAN.test(text) ? 'call-off' : null;
}
