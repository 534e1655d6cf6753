/** Words as the full text has them: stemmed where they are English, and of a question only those that say something. */
import { stem } from '../understanding/stem.js';

const LATIN = /^[a-z]+$/;

const CHINESE_STOP = new Set(
  `怎么 怎样 怎么样 如何 什么 什么时候 为什么 哪里 哪儿 哪 多少 多久 几 吗 呢 吧 啊 了 的 我 你 你们 我们 是 在 有 要 会 能 可以 能不能 也 都 就 才 又 再 还 很 太
  把 被 给 让 跟 和 这 那 这个 那个 一个 一下 请问 想 不 没 没有 个 着 过 到 上 下 去 来 说 用 办 弄 咋`.split(/\s+/),
);
const ENGLISH_STOP = new Set(
  `a an the i me my we us our you your it its he she they them this that these those is are am was were be been do does did have has had can could would will
  shall should may might must to of in on at for from by with as and or but if so not no yes what which who how when where why there here any some all just only
  also too very please need want like get got know tell about into out up off than then now more much many m don t s ve`
    .split(/\s+/)
    .map(stem),
);

export function indexed(words: readonly string[]): readonly string[] {
  return words.map((word) => (LATIN.test(word) ? stem(word) : word));
}

export function sought(words: readonly string[]): readonly string[] {
  return [...new Set(indexed(words))].filter((word) => !CHINESE_STOP.has(word) && !ENGLISH_STOP.has(word));
}
