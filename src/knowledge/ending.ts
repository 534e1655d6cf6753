/** How something is ended: asked in a question (「视频会员怎么退」), told under a heading (「怎么退订」). Pure. */

const ASKS_ZH = /(?:怎么|如何|咋|怎样|能不能|可以|能)[^,，。?？]{0,8}(?:退|取消|关|停|解约|注销)|(?:退订|退掉|取消|关闭|关掉|停掉|解约|不想?要了?)[^,，。?？]{0,6}(?:怎么|如何|咋|流程|办法|方法|步骤|吗)/u;
const ASKS_EN = /\b(?:how|can|could|where|way|steps?)\b.{0,30}\b(?:cancel|unsubscribe|turn(?:ing)? .{0,20}off|switch(?:ing)? .{0,20}off|stop|end|get rid of|opt out|disable|deactivate|leave)\b/iu;
/** Money that comes back, and what has stopped by itself, are other questions. */
const OTHER = /退[钱费款还]|退货|停机|停水|保号|退回|退多少|\brefund|money back|\b(?:stopped|suspended)\b/iu;
const TELLS_ZH = /^(?:怎么|如何|想|中途|提前)*(?:退订|取消|关闭|关掉|停用|停掉|解约|退出)(?!后)|^加人和退出$/u;
const TELLS_EN = /^(?:how to cancel|how to end|turn(?:ing)? .*\boff\b|switch(?:ing)? .*\boff\b|ending\b|cancell?(?:ing|ation)?\b|stopping\b|unsubscrib|adding and leaving$)/iu;

export function asksHowToEnd(question: string): boolean {
  const said = question.normalize('NFKC');
  return !OTHER.test(said) && (ASKS_ZH.test(said) || ASKS_EN.test(said));
}

export function tellsEnding(heading: string): boolean {
  return TELLS_ZH.test(heading) || TELLS_EN.test(heading);
}
