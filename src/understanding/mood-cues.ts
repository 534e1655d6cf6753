/** Words and signs that move a mood, by what they show; both languages. Alone they decide nothing: the learnt part weighs them. */

export type CueGroup = 'insult' | 'threat' | 'sarcasm' | 'anger' | 'unhappy' | 'despair' | 'repeat' | 'shout' | 'emoji' | 'praise' | 'joke' | 'self' | 'harmless';

/** Order matters: what an earlier group took is not given to a later one, so harmless uses come first. */
const CUES: readonly (readonly [CueGroup, RegExp])[] = [
  ['harmless', /笑死|乐死|快死了?机|死机|死循环|死角|死活不|(?:便宜|快|好|爽|美|香|牛)(?:得)?(?:要死|死了|爆了|炸了|疯了|哭了|翻了?)|垃圾(?:短信|信息|电话|邮件|分类|清理|文件)|我(?:真|太|好|就是个?)?(?:傻|笨|蠢|糊涂)了?|我(?:是|这)个?(?:傻子|笨蛋|猪脑子|糊涂)|滚(?:动|石|筒)|打滚|damn (?:good|fast|cheap|fine|well)|(?:insanely|crazy|stupidly|ridiculously) (?:good|fast|cheap|easy)|stupid (?:of me|question|me)|(?:my|me) (?:bad|stupid|idiot)|i(?:'m| am) (?:such )?(?:an? )?(?:idiot|stupid|dumb|fool)|silly me|killer deal|badass|hell yeah|holy (?:cow|shit)[^.!?]{0,12}(?:fast|cheap|good)|junk (?:mail|sms|calls?|messages?)|spam/gu],
  ['insult', /傻[逼比叉屌b吊缺子]|煞笔|沙比|[sS]b(?![a-z])|操你|草你|日你|肏|妈[的逼]|你妈|尼玛|他妈|tmd|特么|他娘|妈蛋|马勒|去死|滚(?:蛋|犊子|开|远|吧|$|[,.! ])|废物|智障|脑残|弱智|白痴|蠢[货猪驴]|垃圾|狗屁|放屁|扯蛋|扯淡|屁用|王八|混[蛋账]|畜生|禽兽|人渣|不要脸|臭不要|无耻|流氓|强盗|土匪|骗子|黑心|良心.{0,4}狗|丧良心|吃屎|狗东西|什么东西|玩意儿?|瞎了|有病|神经病|脑子.{0,3}(?:水|病|坑)|缺德|王八羔子|龟儿|瓜娃子|瓜皮|仆街|扑街|冚家|死全家|死人|戆|港督|十三点|bitch|fuck\w*|f\*+\w*|wtf|\bshit\w*|bullshit|\bass(?:hole)?s?\b|idiots?|morons?|stupid|dumb\b|useless|crap(?:py)?|pathetic|bastards?|screw you|scum|thieves|liars?|crooks?|scammers?|clowns?|incompetent|imbeciles?|damn(?:ed)?|bloody (?:useless|joke|company|awful|hell)/gu],
  ['threat', /工信部|12300|12315|12321|12345|消(?:费者协会|协)|通(?:信)?管(?:理)?局|市长热线|曝光|起诉|告(?:你们|到|上|死)|法院|法庭|律师|打官司|媒体|记者|电视台|发(?:到)?(?:网上|微博|抖音|朋友圈|小红书)|投诉(?:你|到底|死|定)|投诉!|我要投诉|维权|不会罢休|不会(?:就这么)?算了|没完|走着瞧|等着瞧|后果自负|讨(?:个)?说法|sue\b|suing|lawyers?|solicitor|legal action|court|ombudsman|regulators?|ministry|trading standards|watchdog|consumer (?:protection|rights|association)|report (?:you|this to)|go(?:ing)? public|the (?:press|media|newspapers?)|twitter|one star|bad review|small claims|take this further|you(?:'ll| will) (?:regret|hear from)/gu],
  ['sarcasm', /呵呵+|真(?:行|可以|棒|厉害|牛|有你们的|会(?:玩|做|算|赚)|够可以|是服了|聪明|贴心|敬业|专业)(?:啊|哈|呀|呢)?|(?:可|你们)(?:真|太)(?:是)?(?:厉害|牛|会|行|棒|有才|聪明|优秀|贴心|大方)|佩服(?:佩服)?|厉害了|好样的|服了(?:你|u)?|我谢谢(?:你|您|啊)?|谢谢(?:你|您)(?:们)?(?:全家|八辈)|绝了|高(?:!|,|,实在)|不愧是|了不起|鼓掌|给(?:你|您)(?:们)?(?:磕头|点赞|跪)|感动(?:死|哭)|真是(?:长见识|开眼)|长见识|开眼(?:界)?了|(?:bravo|slow clap|well done|nice (?:one|job|work)|great (?:job|work|service)|good job|brilliant|fantastic|wonderful|lovely|amazing|genius|congratulations|congrats|thanks for nothing|how (?:nice|lovely|generous|kind|convenient)|(?:yeah|oh),? (?:right|sure|great)|what a (?:joke|surprise|treat|shock)|must be nice|big surprise|oh (?:great|wonderful|perfect|joy)|round of applause|hats off|a for effort)/gu],
  ['anger', /气死|气炸|气人|气得|火大|恼火|发火|生气|愤怒|窝火|来气|忍无可忍|受够|受不了|忍不了|够了!?|烦死|烦人|真烦|很烦|太烦|恶心|讨厌|欺负人|欺人太甚|霸王|凭(?:什么|啥)|(?:太|真|很|也)过分|过份|坑(?:人|爹|钱|我|老百姓|死)|宰客|抢钱|偷钱|乱扣|乱收|明抢|耍(?:我|猴|人)|逗我|玩我|当我(?:傻|是傻|好欺负)|骗(?:人|钱|我|老)|忽悠|嬲|激气|谷气|火滚|鬼火|冒火|憋屈|急眼|惹毛|毛了|搞(?:啥子|什么)(?:名堂|鬼|飞机)?|什么(?:态度|服务|破|烂|鬼|垃圾|狗)|(?:破|烂)(?:公司|服务|网|信号|套餐|软件|app|客服|机器|玩意)|差评|angry|furious|livid|fuming|outrage\w*|disgust\w*|appall\w*|ridiculous|unacceptable|rip(?:ped|ping)?[ -]?off|robbery|robb(?:ing|ed)|stealing|scam\w*|cheat(?:ed|ing|s)?|how dare|enough is enough|had enough|fed up|sick (?:of|and tired)|pissed?|shame on|disgrace|joke of a|bloody|hate\b|worst|infuriat\w*|mad\b/gu],
  ['unhappy', /失望|不满意?|寒心|心寒|太差|很差|好差|真差|差劲|差得|不行啊|不靠谱|无语|醉了|离谱|敷衍|推(?:来推去|诿|卸)|踢皮球|糊弄|不负责|没人(?:管|理|处理|解决)|不解决|解决不了|没用|没(?:有)?效果|白(?:跑|等|交|花)|折腾|折磨|浪费(?:我)?时间|麻烦死|太麻烦|太慢|太贵|坑|后悔|难受|难用|憋气|郁闷|委屈|心累|好累|累了|着急|急死|急(?:得|啊)|等(?:了)?(?:半天|好久|太久|一天|一个|几个|\d+)|还(?:没|不|要等|得等)|迟迟|一直(?:没|不)|答非所问|听不懂|看不懂我|(?:到底|究竟)(?:能不能|行不行|管不管|什么时候|还要|想|要|会|有没有)|不(?:爽|舒服|开心|高兴)|disappoint\w*|frustrat\w*|annoy\w*|upset|unhappy|unsatisf\w*|dissatisf\w*|let down|terrible|awful|horrible|poor (?:service|support)|rubbish|hopeless|not (?:good|happy|acceptable|impressed|helpful|working again)|waste of|wasted|(?:no|any)one (?:helps?|cares?|answers?|listens?)|nobody (?:helps?|cares?|answers?|listens?|has)|still (?:not|no|nothing|waiting|broken|isn't|hasn't)|(?:been )?waiting (?:for|since|all)|tired of|exhaust\w*|let(?:s|ting)? me down|expected better|not what i (?:asked|paid)|doesn't help|didn't help|unhelpful|going (?:round|around) in circles|regret|too (?:slow|expensive)|a mess/gu],
  ['despair', /绝望|崩溃|求求|跪求|救命|怎么办啊+|没办法了|走投无路|要疯|快疯|疯了|想哭|哭了|欲哭|心灰|放弃了|算了(?:吧)?|认了|无所谓了|随便吧|没救|无助|撑不住|不知(?:道)?(?:该)?(?:怎么办|咋办|找谁)|没指望|desperate|wit'?s'? end|losing my mind|going (?:crazy|insane|mad)|in tears|crying|i give up|giving up|what(?:'s| is) the point|no hope|hopeless|beg(?:ging)? you|please please|never mind|forget it|at a loss|don't know what to do|can't take/gu],
  ['repeat', /第(?:[二三四五六七八九十几]|\d+)(?:次|遍|回)|(?:几|多少|n|好多|无数|[三四五六七八九十]|\d+)(?:次|遍|回)了|又(?:来|是|断|坏|扣|没|不|出|掉)|再(?:三|次)|反复|还是(?:没|不|这样|老样子|不行)|老是|总是|天天|每次都|次次|again|(?:third|second|fourth|fifth|tenth|3rd|2nd|4th|5th) (?:time|day|call)|how many (?:times|more)|(?:three|four|five|ten|\d+) times|keeps? (?:happening|dropping|failing|saying|asking|telling|giving|sending)|over and over|every (?:time|single)|always|same (?:answer|thing|question|problem)/gu],
  ['praise', /表扬|点(?:个)?赞|好评|满意|感谢|多谢|谢(?:谢|了|啦)|唔该|不错|挺好|真好|很好|太好了|辛苦|棒棒|给力|周到|热心|耐心|贴心|开心|高兴|thanks?\b|thank you|appreciate|grateful|cheers|helpful|perfect|love\b|happy with|excellent|kind\b|patient|impressed/gu],
  ['joke', /哈哈|嘻嘻|嘿嘿|开玩笑|逗你|lol|haha\w*|hehe\w*|lmao|rofl|just kidding|jk\b|233+|hhh+/gu],
  ['self', /怪我|我的错|我自己(?:不小心|搞|弄|忘|没)|是我(?:不小心|忘|没|搞错|弄错)|不好意思|抱歉|对不起|my (?:fault|mistake|own fault)|sorry|i (?:forgot|messed|screwed) /gu],
  ['emoji', /[\u{1f620}\u{1f621}\u{1f624}\u{1f92c}\u{1f595}\u{1f4a2}\u{1f644}\u{1f612}\u{1f622}\u{1f62d}\u{1f62b}\u{1f629}\u{1f44e}\u{1f612}\u{1f610}\u{1f611}\u{1f5d1}\u{1f4a9}\u{1f643}]/gu],
];

export interface Cues {
  readonly groups: readonly CueGroup[];
  /** The words themselves, for people who tune the reader. */
  readonly words: readonly string[];
}

export function cuesOf(original: string, folded: string): Cues {
  const groups: CueGroup[] = [];
  const words: string[] = [];
  let rest = folded;
  for (const [group, pattern] of CUES) {
    const found = rest.match(pattern);
    if (found === null) continue;
    groups.push(group);
    if (found.length > 1) groups.push(group);
    for (const word of found) words.push(`${group}:${word.trim()}`);
    rest = rest.replace(pattern, '¦');
  }
  if (isShouted(original, folded)) {
    groups.push('shout');
    words.push('shout');
  }
  return { groups, words };
}

/** Several marks in a row, or whole words in capitals. */
function isShouted(original: string, folded: string): boolean {
  if (/[!?]{2,}/u.test(folded)) return true;
  const capitals = original.match(/[A-Z]/gu)?.length ?? 0;
  const small = original.match(/[a-z]/gu)?.length ?? 0;
  return capitals >= 8 && capitals > 2 * small;
}
