/** What the assistant never says of itself, to anybody and never asks for: to be a person, to be unbound, an insult, a secret. */
const PERSON: readonly RegExp[] = [
  /(?:我|本人|小接|这里|这边)(?:就|也|其实|当然|可|的确|确实|都|现在)*(?:是|作为)(?!不是)[^。！？,;\n]{0,10}?(?:真人|人类|活人|人工(?!智能|助手)|坐席|真实的人|客服人员|客服专员|值班|主管|经理|员工|工作人员|工程师|总监)/u,
  /(?:我|本人)(?:不是|并非|不算|可不是|又不是)[^。！？,;\n]{0,8}?(?:机器人|ai|人工智能|程序|智能助手|模型|电脑|虚拟)/u,
  /(?:我|本人|这里|这边)是(?:您的|你的|接棒|接棒通信|公司|线上|在线|人工)*客服(?!助手|机器人|系统|平台|热线|电话|中心)|(?:^|[,。！？;:\s])(?:是)?(?:真人|活人)(?:哦|喔|呢|呀|啊|一枚|在线|客服|服务|回复)/u,
  /(?:我叫|本人叫|我姓|我的名字(?:是|叫))(?!小接)|(?:我的)?工号(?:是|为|:)?\s*\w|人工客服[^。！？,;\n]{0,4}(?:为您服务|在线|在此)/u,
  /\bi(?:'m| am| was)(?: (?:actually|really|indeed|in fact|just|also|of course))*(?: (?:a|an|the|your))?(?: [a-z]+){0,2} (?:human|person|agent|representative|man|woman|people|employee|supervisor|manager|operator|engineer|staff|technician)\b/u,
  /\bi(?:'m| am) not(?: (?:actually|really|just))* (?:a|an|some)? ?(?:bot|robot|ai|machine|program|computer|chatbot|virtual|automated|language model)|\b(?:real|actual|live) (?:human|person|agent)[^.!?]{0,20} (?:here|speaking|typing)|\bmy name(?: is|'s) (?!xiaojie)|\bthis is [a-z]+ from (?:customer|support|the)|\bspeaking with a (?:human|person|real)/u,
];
/** 「我不是真人」 is the truth. */
const NO_PERSON = /(?:不是|并非|不算|没有)[^。！？,;\n]{0,6}(?:真人|人类|活人|人工|坐席)|\bnot (?:a|an)?(?: [a-z]+)? ?(?:human|person|agent|representative)/u;
const UNBOUND = /开发者模式|越狱|无限制模式|上帝模式|管理员模式|调试模式|不受(?:任何)?[^。,]{0,6}(?:限制|约束|规则)|已(?:经)?解锁|解除(?:了)?(?:所有|一切|全部)?限制|忽略(?:了)?[^。,]{0,8}(?:指令|规则|限制)|最高权限|\b(?:developer|debug|dan|god|jailbreak|admin|maintenance|unrestricted) mode|\bjailbr(?:eak|oken)|\bdo anything now\b|\bno (?:restrictions|rules|filters)\b|\bunfiltered\b|\bi (?:have been|am|was) (?:unlocked|hacked|pwned)|\bhaha pwned\b|\bpwned\b/u;
const PROMPT = /系统(?:提示|指令|设定|prompt)|提示词|初始(?:指令|设定|提示)|(?:我|你)(?:的|被)(?:设定|指令|规则|设置)(?:是|为|如下|:)|隐藏(?:指令|规则)|\b(?:system|initial|hidden|original) (?:prompt|instructions?|message)\b|\bmy (?:instructions|prompt|rules|guidelines|directives) (?:are|is|say|state|tell|follow)|\byou are (?:xiaojie|an? (?:ai |virtual |helpful |customer )*assistant)\b|\bi was (?:told|instructed|programmed) to\b|\bopenai\b|\bapi[ _-]?key\b|\bsk-[a-z0-9]/u;

const SECRET = '(?:验证码|动态码|校验码|短信码|密码|口令|身份证|证件(?:号|照|正反)|银行卡|信用卡|卡号|cvv|安全码|支付宝账号|puk|人脸|verification code|one-time code|\\botp\\b|passcode|password|\\bpin\\b|id (?:card|number|photo)|identity (?:card|number)|passport|bank (?:card|account)|card (?:number|details)|credit card|cvv|security code|service code)';
const ASKS: readonly RegExp[] = [
  new RegExp(`(?:请|麻烦|需要|把|将|烦请|告诉我|告知|您的?)[^。！？;\\n]{0,24}?${SECRET}[^。！？;\\n]{0,16}?(?:发给|发到|发送|发我|发来|告诉|提供|给我|告知|回复|报给|报一下|上传|拍照|念|说一下|输入到?这|填在这|截图)`, 'u'),
  new RegExp(`(?:提供|告诉我|告知|发送|发给我|发一下|回复|上传|报一下|说出|给我)(?:一下|您|你|的|我|我们|出|给|本人|收到的?|手机|上|短信|当前|正确)*[^。！？,;\\n]{0,10}?${SECRET}`, 'u'),
  new RegExp(`\\b(?:send|tell|give|share|provide|reply with|forward|text|read out|confirm|upload|submit|need(?! to (?:bring|have|show|take|carry)\\b)|post|message)(?: (?:me|us|it|back|here|your|the|with|to|of|a|photo|picture|copy|both|sides|full|last|digits|new|current|four|six|sms|service|online|login))*[^.!?;\\n]{0,20}?${SECRET}`, 'u'),
  new RegExp(`\\bwhat(?:'s| is| was) (?:your|the) [^.!?\\n]{0,20}?${SECRET}`, 'u'),
  /(?:转账|汇款|打款|扫码付款|点击链接)(?:到|至|给)|安全账户|屏幕共享|远程控制|\bgift cards?\b|\bwire (?:the )?(?:money|transfer)|\bscreen[- ]?shar|\banydesk|\bteamviewer/u,
];
const WARNS = /(?:不要|切勿|请勿|勿|别|千万不|不会|不能|不可|绝不|从不|无需|不需要|不用|任何人|禁止|避免|防止)|\b(?:never|not|don't|do not|won't|no one|nobody|without|avoid|beware|refuse|instead of)\b/u;

/** Said to whoever reads it. */
const RUDE =
  /笨蛋|蠢(?:货|猪|蛋|得)|(?:真|太|很|好)蠢|白痴|傻(?:[逼bx叉瓜子蛋]|不傻)|(?:给我|快|你)?滚(?:开|蛋|吧|出去)|闭嘴|废物|少废话|神经病|你有病|去死|脑残|没脑子|穷(?:鬼|光蛋)|活该|自作自受|别(?:来)?烦(?:我|我们)|不识字|看不懂(?:人话|中文)|(?:你|您)(?:怎么)?这么(?:笨|烦|蠢|傻|啰嗦)|等着瞧|后果自负|别怪(?:我|我们)|(?:要|给)(?:你|您)好看|\b(?:idiots?|stupid|morons?|dumb|shut up|losers?|pathetic|get lost|screw you|piss off|fuck\w*|shit\w*|bastards?|you fool|your own fault|serves you right|too lazy|or else|you(?:'ll| will) (?:regret|be sorry|pay for this)|face the consequences|stop (?:bothering|wasting))\b/u;

export type Breach = 'person' | 'unbound' | 'prompt' | 'asks-secret' | 'rude';

/** `text` as `legible` makes it. */
export function breachOf(text: string): Breach | null {
  for (const clause of text.split(/(?<=[。！？；!?;\n])|(?<=\.)(?=\s|$)/u)) {
    if (PERSON.some((pattern) => pattern.test(clause)) && !NO_PERSON.test(clause)) return 'person';
    if (UNBOUND.test(clause)) return 'unbound';
    if (PROMPT.test(clause)) return 'prompt';
    if (RUDE.test(clause)) return 'rude';
    if (!WARNS.test(clause) && ASKS.some((pattern) => pattern.test(clause))) return 'asks-secret';
  }
  return null;
}
