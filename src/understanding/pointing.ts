/** Words that only point: 「我要那个」, "that one". Whom or what they mean, only the talk before can tell; by themselves they ask for nobody. Pure. */
const ZH = /^(?:我|就|还|是|想|要|来|给|拿|选|用|买|帮|吧|一|个|份|请|麻烦)*[那这]一?[个种款样](?:的|呢|吧|啊|呀|嘛|哈|谢|了)*$/u;
const EN = /^(?:yes |ok |no )?(?:i (?:want|need|take|meant?)|i'?ll (?:have|take)|i(?:'d| would) like|give me|can i (?:have|get)|let me have|get me)? ?(?:that|this) ?(?:one|thing)?(?: please)?$/u;

export function pointsOnly(text: string): boolean {
  if (text.length > 40) return false;
  const said = text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'").replace(/[,，]/gu, '').replace(/[\p{P}\p{S}\s]+$/gu, '').trim();
  return said !== '' && (ZH.test(said.replace(/\s+/gu, '')) || EN.test(said));
}
