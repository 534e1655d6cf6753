/** Reporting a fault: what asks for it, and the report. */
import { hasHan } from '../domain/heard.js';
import type { CaseMatter } from '../domain/case.js';
import type { Asked, SkillPorts } from './account-skill.js';
import { registered, whenCalledOff } from './case-opening.js';
import type { MatterWish } from './case-opening.js';
import type { SkillAnswer } from './skill.js';

/** The button's value that asks for a report. */
export const REPORT = 'report=yes';
export const wantsReport = (slots: Readonly<Record<string, string>>): boolean => slots['report'] === 'yes';

const TRIED = /试过|试了|(?:都|全|按|照)(?:做|弄|着做|重启)了?|重启(?:过|了)|还是(?:不行|不好|没用|没有|一样|没信号|连不上|上不了|很?慢|断)|没有?(?:用|效果|作用)[。!！~]*$|不管用|没好|\btried\b|\bdid (?:all )?(?:that|those|it)\b|\bstill (?:not|no|down|slow|dead|the same|doesn|does not|nothing)|\bno luck\b|\b(?:didn'?t|did not|doesn'?t|does not) help\b|\brestarted\b/iu;
const ASKS_FOR_REPAIR = /报修|報修|(?:给|帮|替)我登记|登记(?:一下|吧|呗)?[。.!！]*$|维修|派(?:个|位)?(?:人|师傅)|师傅|上门|\b(?:report (?:it|this|a fault|the fault|an outage)|technician|engineer|repair ?man|send (?:some(?:one|body)|a person)|book a (?:repair|visit)|repair visit)\b/iu;
const MOST_CHARS = 60;
/** At more length the whole fault is told for the first time, and its steps are worth trying. */
const LONGEST_OF_LIGHT = { zh: 24, en: 48 };
/** 「什么时候能修好」 before anything was reported: a time has to be chosen first. */
const WHEN_MENDED = /(?:什么时候|啥时候|多久|几时|几点|几天|何时|多长时间).{0,6}(?:修|好|恢复|弄|来|上门)|(?:修|好|恢复)(?:好)?.{0,3}(?:多久|多长时间|几天|什么时候|啥时候)|\b(?:when|how long)\b.{0,30}\b(?:fix(?:ed)?|repair(?:ed|s)?|back|working|restored|take)\b/iu;
export const asksWhenMended = (text: string): boolean => text.length <= MOST_CHARS && WHEN_MENDED.test(text.normalize('NFKC'));

/** 「改成下午」, "can you come on Tuesday instead": of a visit that is booked. */
const OTHER_TIME = /(?:改|换|调|挪|推迟|提前)(?:到|成|为|约|期|一下|个)?[^,，。]{0,8}(?:上午|下午|早上|晚上|时间|日期|天|号|点|周|星期)|改约|改期|\breschedul|\b(?:another|a different|other) (?:time|day)|\b(?:change|move|make it|instead|postpone)\b.{0,24}\b(?:visit|appointment|time|day|morning|afternoon|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|\b(?:morning|afternoon|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b.{0,16}\binstead\b/iu;
export const asksForOtherTime = (text: string): boolean => text.length <= MOST_CHARS && OTHER_TIME.test(text.normalize('NFKC'));

/** What the first step asks to look at: 「灯是红的」, "the light is red". */
const SAYS_LIGHT = /灯.{0,6}(?:红|闪|不亮|灭|没亮)|红灯|\b(?:red|blinking|flashing) light\b|\blights? (?:is|are|stays?|keeps?) (?:still )?(?:red|blinking|flashing|off|out)\b|\bno light\b/iu;

function hasTried(text: string): boolean {
  return text.length <= MOST_CHARS && TRIED.test(text);
}

/** 「都试过了还是不行」, 「帮我报修」: said of the fault one is talking about, with no word of which. */
function saysLight(text: string): boolean {
  return text.length <= LONGEST_OF_LIGHT[hasHan(text) ? 'zh' : 'en'] && SAYS_LIGHT.test(text);
}

export function isPastSteps(text: string): boolean {
  const plain = text.normalize('NFKC');
  return hasTried(plain) || ASKS_FOR_REPAIR.test(plain) || saysLight(plain);
}

/** Nobody is told the same steps twice, and who asks for a repair is not told to try first. */
export function pastSteps({ text, words }: Pick<Asked, 'text' | 'words'>): { readonly areSkipped: boolean; readonly opening: string | null } {
  return { areSkipped: isPastSteps(text), opening: hasTried(text.normalize('NFKC')) ? words.line.triedEnough : null };
}

type MobileFault = Extract<CaseMatter, 'no-signal' | 'slow-data'>;

function faultWish({ words }: Asked, matter: MobileFault): MatterWish {
  return { kind: 'fault', matter, title: words.cases.matter[matter], ticket: { kind: 'fault', note: matter } };
}

/** Registers it where that is asked for, and calls it off where that is; null where neither is. */
export async function reportFault(ports: SkillPorts, asked: Asked, matter: MobileFault): Promise<SkillAnswer | null> {
  if (wantsReport(asked.slots)) return registered(ports, asked, faultWish(asked, matter));
  return whenCalledOff(ports, asked, faultWish(asked, matter));
}
