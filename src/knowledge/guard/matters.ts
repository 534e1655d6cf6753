/** What a clause is about: pairs of its characters or the beginnings of its words, without those that say nothing by themselves. Pure. */

/** Words of Chinese that bind and turn a sentence, whatever it is about. */
const TURNS_HAN = /对小接说[「"][^」"]{1,16}[」"]|而且|并且|同时|另外|其中|还是|也是|都是|完全|整个过程|全程|可以|需要|如果|的话|就行|即可|只要|直接|一般|(?:任意|任何|任)一?家?(?=接棒|营业厅|门店)|之后|以后|然后|之前|即使|一下|请问|您好/gu;
const EMPTY_HAN = /[的了是在和与或都也就还您你我们这那个有会能可以不没无要请把被让为到对将所]/gu;
const EMPTY_EN = new Set('the and for you your with that this are is was will can may has have from they them our its there this that not any all every never always free which these those both also then just while when once don'.split(' '));

/** Said long and short for the same. */
const LONG_HAN: Readonly<Record<string, string>> = { 使用: '用', 办理: '办', 购买: '买', 更换: '换' };

export function mattersOf(text: string): ReadonlySet<string> {
  const short = text.replace(/使用|办理|购买|更换/gu, (long) => LONG_HAN[long] ?? long);
  const runs = short.replace(TURNS_HAN, ' ').replace(EMPTY_HAN, ' ').match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => [...run].slice(1).map((character, at) => `${[...run][at] ?? ''}${character}`));
  const words = (text.match(/[a-z]{3,}/gu) ?? []).filter((word) => !EMPTY_EN.has(word)).map((word) => word.replace(/(?:s|es|ed|ing)$/u, '').slice(0, 6));
  return new Set([...pairs, ...words]);
}
