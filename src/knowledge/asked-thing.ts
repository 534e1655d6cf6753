/** Whoever asks by name for a thing to have (「云电脑怎么开」, 「有没有儿童手表」) is not answered by what an article says of another. Pure. */
import type { Article } from '../domain/article.js';
import { fold } from '../understanding/fold.js';
import { sensesOf, termsOf } from './terms.js';

const OPENING = /^(?:请问|你好|你们家?|咱们|这边|[的，,\s])+/u;
const ENDING = /[吗么嘛呀啊呢的?？。!！\s]+$/u;
const WHETHER = /^(?:有没有|有|卖不卖|卖|能不能办|能办|可以办|办不办)/u;
const HOW_FIRST = /^(?:怎么|如何|咋|怎样)(?:开通|开启|开具|开|办理|办|订购|订|申请|购买|买|安装|接入|取消|退订|退|领取|领)/u;
const HOW_LAST = /(?:怎么|如何|咋|怎样|在哪里?|哪里|去哪)(?:才能|能|可以|去)?(?:开通|开|办理|订购|订|申请|购买|买|安装|接入|取消|退订|退|领取|领)$|多少钱$|怎么收费$/u;
/** What every operator has something of says nothing about which. */
const KIND = /(?:套餐|业务|服务|功能|优惠|卡|包|费)$/u;
/** A thing has a name; what has more than that is told with a verb or of somebody. */
const MORE_THAN_A_NAME = /[了被去不个着就要跟我你他她送把给过在没用想什啥更多的后前时超，,\s]/u;
const LONGEST = 10;

/** Null where nothing is asked for by name alone. */
export function thingAskedFor(text: string): string | null {
  const said = fold(text).replace(OPENING, '').replace(ENDING, '');
  const [found] = [HOW_FIRST, WHETHER, HOW_LAST].flatMap((pattern) => (pattern.test(said) ? [said.replace(pattern, '')] : []));
  const thing = found?.replace(KIND, '') ?? '';
  return thing.length >= 2 && thing.length <= LONGEST && !MORE_THAN_A_NAME.test(thing) && /\p{Script=Han}/u.test(thing) ? thing : null;
}

/** Some of the thing stands nowhere in the article, under no other name either, nor in what people say (`examples`) when they mean what it is about. */
export function isOfAnother(thing: string, { title, keywords, asked = [], body }: Pick<Article, 'title' | 'keywords' | 'asked' | 'body'>, examples: readonly string[]): boolean {
  const written = new Set(termsOf([title, ...keywords, ...asked, body, ...examples].join('\n')));
  const covered = new Set<string>();
  const cover = (terms: readonly string[]): void => terms.forEach((term) => [...term].forEach((character) => covered.add(character)));
  cover(termsOf(thing).filter((term) => written.has(term)));
  for (const { spoken, others } of sensesOf(thing)) if (others.some((terms) => terms.every((term) => written.has(term)))) cover(spoken);
  return [...thing].some((character) => /\p{Script=Han}/u.test(character) && !covered.has(character));
}
