/** Reads pinyin that is typed as one run or in syllables: "wo yao zhao ren", "huafei hai you duoshao". English is left alone. */
import { fold } from './fold.js';
import type { Rewording } from './lexicon.js';

/** What joins the words of the trade, which the editors' list holds. */
const SMALL =
  'wo我 ni你 nin您 nimen你们 women我们 de的 ma吗 ne呢 ba吧 le了 ya呀 you有 mei没 meiyou没有 youmeiyou有没有 ren人 zhao找 zhaoren找人 jiao叫 jiaoren叫人 huan换 huanren换人 zhuan转 jie接 yao要 xiang想 xiangyao想要 qing请 bang帮 bangwo帮我 gei给 geiwo给我 cha查 kan看 ' +
  'shuo说 shuohua说话 liao聊 zenme怎么 shenme什么 duoshao多少 hai还 haiyou还有 sheng剩 ji几 dian点 jidian几点 qian钱 sha啥 duoshaoqian多少钱 ge个 yige一个 zhe这 zhege这个 na那 nage那个 yue余额 shangge上个 benyue本月 shangyue上月 bu不 buyao不要 buyong不用 bie别 xuyao需要 keyi可以 neng能 ' +
  'nengbuneng能不能 ban办 banli办理 kai开 kaitong开通 guan关 guanbi关闭 tui退 tuiding退订 quxiao取消 chong充 jiaofei交费 weishenme为什么 zai在 zainali在哪里 zaina在哪 nali哪里 shi是 shibushi是不是 wode我的 shouji手机 ka卡 wang网 man慢 diu丢 diule丢了 hao好 lai来 laige来个 zhaoge找个 ' +
  'jiaoge叫个 huoren活人 jingli经理 lingdao领导 zhuguan主管 kuaidian快点 kuai快 mafan麻烦 xiexie谢谢 duo多 duole多了 meile没了 yong用 yongle用了 taiman太慢 xinhao信号 tousu投诉 feiyong费用 geren个人 xinxi信息 zhineng智能 shangban上班 xiaban下班 dianhua电话 shoufei收费 jiqi机器 gen跟 he和 shao少 yongwan用完 hua话 gong工';
/** These are words of English as well: they prove nothing, and a run of them alone is English. */
const ENGLISH = new Set(['you', 'he', 'me', 'ma', 'de', 'ban', 'man', 'gen', 'na', 'hang', 'hai', 'kai', 'hao', 'dian', 'hua', 'wang', 'gong', 'ren', 'wo', 'ni', 'le', 'ya', 'ji', 'ge', 'ba', 'ne', 'bu', 'shi', 'women', 'nin', 'ka', 'bang', 'lai', 'yong', 'tui', 'duo', 'chong', 'yao', 'mei', 'jie', 'bie', 'jiao', 'liao', 'kan', 'cha', 'shao', 'huan', 'zai']);
/** What a sentence is closed with, which would make words of English elsewhere. */
const CLOSING = /(?:la|a|o)$/u;
const LONGEST = 16;
const RUN = /[a-z]+(?: [a-z]+)*/gu;

export class PinyinRuns {
  private readonly words = new Map<string, string>();

  constructor(pinyin: readonly Pick<Rewording, 'from' | 'to'>[]) {
    for (const entry of SMALL.split(' ')) {
      const [, latin = '', chinese = ''] = /^([a-z]+)([^a-z]+)$/u.exec(entry) ?? [];
      this.words.set(latin, chinese);
    }
    for (const { from, to } of pinyin) {
      const latin = fold(from).replace(/ /gu, '');
      // Initials such as hf would make words of anything.
      if (/[aeiouv]/u.test(latin) && latin.length >= 3) this.words.set(latin, fold(to));
    }
  }

  apply(text: string): string {
    return text.replace(RUN, (run) => (run.length < 6 ? run : this.read(run)));
  }

  /** Read without its spaces, so that a word is found whose syllables were typed apart. */
  private read(run: string): string {
    const letters = run.replace(/ /gu, '');
    const pieces = this.pieces(letters) ?? this.pieces(letters.replace(CLOSING, ''));
    if (pieces === null) return run;
    // One syllable may be anybody's; one that is no English, or as many as four small ones, are pinyin.
    const isTelling = pieces.length >= 4 || pieces.some((piece) => !ENGLISH.has(piece));
    return isTelling ? pieces.map((piece) => this.words.get(piece) ?? '').join('') : run;
  }

  /** The fewest known pieces that make up the whole of it. */
  private pieces(letters: string): readonly string[] | null {
    if (letters.length > 60) return null;
    const best: (readonly string[] | null)[] = [[]];
    for (let end = 1; end <= letters.length; end += 1) {
      let found: readonly string[] | null = null;
      for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
        const before = best[start] ?? null;
        const piece = letters.slice(start, end);
        if (before !== null && this.words.has(piece) && (found === null || before.length + 1 < found.length)) found = [...before, piece];
      }
      best.push(found);
    }
    return best[letters.length] ?? null;
  }
}
