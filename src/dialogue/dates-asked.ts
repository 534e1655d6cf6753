/** 「明天几号」, "what day is it", 「现在几点」: told from the clock, and none of anybody's matters. Pure. */
import { heardOnce, plainText } from '../domain/heard.js';
import { plainly } from '../understanding/plainly.js';

const DAY_ZH = /^(?:请问|那|你好|现在|我想问下?|[\s,，])*(大后天|后天|明[天日儿]|今[天日儿]|昨[天日儿]|前天)?(?:是|又是)?(?:几月几号|几号|多少号|几月几日|星期几|礼拜几|周几|什么日子)(?:来着|了|啊|呀|呢|吗|[\s?？。.!！])*$/u;
const CLOCK_ZH = /^(?:请问|那|你好|你那|现在|[\s,，])*(?:几点钟?|什么时间|什么时候)了?(?:来着|啊|呀|呢|[\s?？。.!！])*$/u;
const DAY_EN = /^(?:hi |hello |so |and |please |sorry |[\s,])*(?:(?:what|which) (?:day(?: of the week)?|date) (?:is (?:it )?|was (?:it )?)?(?:(today|tomorrow|yesterday))?|what(?:'?s| is|s) (?:the )?(?:date|day)(?: (?:today|tomorrow))?|what(?:'?s| is|s) (today|tomorrow)(?:'s|s)? (?:date|day))(?: please| now)*[\s?.!]*$/iu;
const CLOCK_EN = /^(?:hi |hello |so |and |please |sorry |[\s,])*(?:what time is it|what(?:'?s| is|s) the time)(?: now| please| there| in china)*[\s?.!]*$/iu;

const AHEAD: readonly (readonly [RegExp, number])[] = [
  [/^大后/u, 3],
  [/^后/u, 2],
  [/^(?:明|tomorrow)/iu, 1],
  [/^(?:昨|yesterday)/iu, -1],
  [/^前/u, -2],
];

/** Days from today, or the hour; null where something else is asked. */
export const asksDate = heardOnce((text): number | 'now' | null => {
  const said = plainly(plainText(text)).replace(/[’‘]/gu, "'");
  if (said.length > 40) return null;
  if ((CLOCK_ZH.test(said) && /现在|几点/u.test(said) && !/什么时候/u.test(said)) || CLOCK_EN.test(said)) return 'now';
  const found = DAY_ZH.exec(said) ?? DAY_EN.exec(said);
  if (found === null) return null;
  const day = found[1] ?? found[2] ?? /tomorrow/iu.exec(said)?.[0] ?? '';
  return AHEAD.find(([pattern]) => pattern.test(day))?.[1] ?? 0;
});
