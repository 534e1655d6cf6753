/** Words of question in the dialects, as the standard language has them: tables of short questions are written once, and 「咋办」, 「要好多钱」, 「能退不」 are read by them too. Pure. */

/** In this order: what is longer goes before what is part of it. */
const SAID_SO: readonly (readonly [RegExp, string])[] = [
  [/咋个办|咋整|啷个办|点办/gu, '怎么办'],
  [/咋样/gu, '怎么样'],
  [/咋个|咋|啷个|哪能/gu, '怎么'],
  [/为[啥撒]子?|为嘛|点解/gu, '为什么'],
  [/[啥撒]子|啥|么子|乜嘢|乜/gu, '什么'],
  [/几多|好多(?=钱|块|元|天|个|分|[呢啊嘛哦]*[?？。]*$)/gu, '多少'],
  [/(?<=^|还|要|得|需|大概|再等|等)好久(?=[才能会可到好退回办修通开来恢生给有呢啊嘛?？。]|$)/gu, '多久'],
  [/哪点|哪垓|边度|啥地方/gu, '哪里'],
  [/恁么?个?|介(?=[慢贵多少久])/gu, '这么'],
  [/[没莫冇]得|冇/gu, '没有'],
  [/晓得/gu, '知道'],
  [/俺们?|咱们?/gu, '我'],
  [/屋头|屋企/gu, '家里'],
  [/嗰个?/gu, '那个'],
  [/几钱/gu, '多少钱'],
  [/多[酒旧](?=[啊呀呢?？。]|$)/gu, '多久'],
  [/(?<=\p{Script=Han}{2})(?<!要|是|好|对|说|还)[不伐噻哇](?=[\s?？。.!！]*$)/gu, '吗'],
];

export function plainly(text: string): string {
  return SAID_SO.reduce((said, [dialect, standard]) => said.replace(dialect, standard), text.normalize('NFKC').trim());
}
