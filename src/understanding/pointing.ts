/** Words that only point: 「我要那个」, "that one". Whom or what they mean, only the talk before can tell; by themselves they ask for nobody. Pure. */
const ZH = /^(?:我|就|还|是|想|要|来|给|拿|选|用|买|帮|吧|一|个|份|请|麻烦)*[那这]一?[个种款样](?:的|呢|吧|啊|呀|嘛|哈|谢|了)*$/u;
const EN = /^(?:yes |ok |no )?(?:i (?:want|need|take|meant?)|i'?ll (?:have|take)|i(?:'d| would) like|give me|can i (?:have|get)|let me have|get me)? ?(?:that|this) ?(?:one|thing)?(?: please)?$/u;

const MORE_ZH = /^(?:我|就|还|也|想|那|再|帮|给|请)*再(?:来|要|买|订|加|办|弄)(?:上|多)?一?[个份次](?:吧|呗|啊|呀|嘛|哈|谢|了)*$/u;
const MORE_EN = /^(?:i(?:'d like| want|'ll (?:take|have)) |give me |get me |can i (?:have|get) )?(?:another(?: one)?|one more|the same again|same again)(?: please)?$/u;

/** 「再来一个」 is one more of what was spoken of, and of whom is not said. */
export function asksForMore(text: string): boolean {
  const said = plain(text);
  return MORE_ZH.test(said.replace(/\s+/gu, '')) || MORE_EN.test(said);
}

const FOUND_ZH = /^(?:算了|不用|了|我|手机|卡|又|已经|好像|刚刚?|终于|自己|啊|哦|哎呀?|哈)*找(?:到|回|着)来?了(?:吧|啊|呀|哈|谢|了|[,，!！~\s]|找到了|找着了)*(?:(?:就|原来|掉|落)*在(?!哪)\p{Script=Han}{1,8})?$/u;
const FOUND_EN = /^(?:oh |wait |ok |no |hang on |hold on |actually |sorry |never ?mind |no need |good news )*(?:i )?(?:just |have |'ve )?(?:found|got) (?:it|my (?:phone|sim|card))(?: again| back)?(?: (?:lol|haha|phew|thanks?|thank you|already|now|never ?mind|sorry|(?:it was )?(?:in|under|behind|on|at) (?:the|my) [a-z]{2,12}))*$/u;

/** What was lost is there again; nobody is looked for. */
export function saysFound(text: string): boolean {
  const said = plain(text);
  return FOUND_ZH.test(said.replace(/[\s。.!！]+/gu, '')) || FOUND_EN.test(said);
}

const ANYBODY_ZH = /^(?:喂|你好|您好|哈喽|嗨|请问|hello|hi)*有人(?:在|在线)?(?:吗|么|没|没有|嘛|不|伐)?(?:啊|呀|哈)?$/u;
const ANYBODY_EN = /^(?:hi |hello |hey )*(?:is )?(?:anyone|anybody|someone|somebody)(?: there| here| home| around| online)?$/u;

/** 「有人在吗」 greets; who wants more of whoever is there says so next. */
export function onlyGreets(text: string): boolean {
  const said = plain(text);
  return ANYBODY_ZH.test(said.replace(/\s+/gu, '')) || ANYBODY_EN.test(said);
}

const WHO_CALLS_ZH = /^(?:那|请问|到时候|上门|来|修|装|之前|以前|前|的)*(?:师傅|人家|别人|其他人|朋友|家里?人|对方|快递员?|装机的?|维修的?|他们?|她们?|谁|客户|上门前|来之?前)(?:们|们?都|上门前|来之?前|到之?前)?(?:会不会|还能不?能?|还会|能不能|会|还|能|要|先|提前)*(?:给我打个?电话|打个?电话给我|打给我|打我电话|联系我|联系得?[到上]我|通知我|打得?进来|打得?通我?(?:电话)?)(?:的|吗|么|不|嘛|呢|没)*$/u;
const WHO_CALLS_EN =
  /^(?:(?:so|and|but|then|ok) )*(?:(?:can|could|will|would|do|does|did) (?:the |my |other )?(?:people|others|friends?|family|they|he|she|callers|everyone|technician|engineer|courier|installer|driver|wife|husband|mother|mum|mom|father|dad|son|daughter|kids?)|who(?: will| is going to|'ll)) (?:(?:still|even|ever|be able to|always|going to) )*(?:call|ring|phone|text|reach|contact)(?: (?:me|us))?(?: (?:first|back|before|then|now|when|if|he|she|they|comes?|it|is|i'm|i am|suspended|blocked|abroad))*$/u;
const ANOTHER_USES_EN = /^(?:so |and )?(?:can|could|may|does|do|is it ok if) (?:a|my|our|another|one) (?:colleague|coworker|employee|person|boss|manager|friend)(?: of mine)? (?:also )?(?:use|have|get|join|share|pay|top up|collect|pick up|sign)\b.*$/u;

const ANOTHER_USES_ZH = /^(?:那|我|的|流量|话费|套餐|分钟|积分|号|卡|这个?|它|请问)*(?:能不能|可不可以|能|可以|怎么|如何)(?:分|转|共享|借|送)?(?:一?[点些]|一部分)?给(?:我|的|们)*(?:同事|员工|朋友|家里?人|别人|其他人|他人|孩子|老[公婆伴])们?(?:也|一起)?(?:用|使用|共用|共享|蹭)(?:吗|么|不|嘛|呢|行不行|可以不|行吗)*$/u;

const OTHER_BACK_ZH = /^(?:我|只|就|要|订|用|扣|一|个|份|次|笔|遍|了|够|就够|可以|行|那|把|请|帮|给|\s)*(?:另外?|多扣?|多收?|重复)的?那?一?[次笔个份遍项](?:的?钱)?(?:退|还)(?:一下|给|还|回|我|来|了|掉|吧|呗|啊)*$/u;

/** 「一次就够了 另外一次退给我」 wants the other charge back. */
export function wantsOtherBack(text: string): boolean {
  return OTHER_BACK_ZH.test(plain(text).replace(/\s+/gu, ''));
}

const HAN = /\p{Script=Han}/u;

/** 「师傅会给我打电话吗」, "can people still call me", "can a colleague use it": what others do is asked, and nobody wanted. */
export function asksOfOthers(text: string): boolean {
  const said = plain(text);
  return HAN.test(said) ? [WHO_CALLS_ZH, ANOTHER_USES_ZH].some((words) => words.test(said.replace(/\s+/gu, ''))) : WHO_CALLS_EN.test(said) || ANOTHER_USES_EN.test(said);
}

function plain(text: string): string {
  return text.slice(0, 41).normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'").replace(/[,，]/gu, '').replace(/[\p{P}\p{S}\s]+$/gu, '').trim();
}

export function pointsOnly(text: string): boolean {
  const said = plain(text);
  return said !== '' && (ZH.test(said.replace(/\s+/gu, '')) || EN.test(said));
}
