/** Sentences put together from their parts, so that the ear for persons learns what each part does and not the sentences it happened to be told. */
import { seeded } from './random.js';

/** Lists of wordings by name; `|` parts them, and nothing at all is one of them where a bar stands first. */
export interface Grammar {
  readonly parts: Readonly<Record<string, string>>;
  /** Names of parts in order; `*` after a pattern gives it more of the sentences. */
  readonly asked: readonly string[];
  readonly notAsked: readonly string[];
  /** What is put between the parts. */
  readonly joint: string;
  /** With this one no sentence of the evaluation sets comes out; a test tells when one does. */
  readonly seed: number;
}

export const GRAMMAR_ZH: Grammar = {
  joint: '',
  seed: 3,
  parts: {
    lead: '||你好|喂|那个|嗯|不好意思,|麻烦|请|快|赶紧|就|先|还是|哎呀|呃,|劳驾|亲,',
    mood: '算了,|行了|得了吧,|别废话|烦死了|气死我了!|听不懂吗|求求你|拜托|急,|说了多少遍了|你答非所问,|你解决不了,|没用,|不是这个意思,|看了没用,|不查了,|不问了 |算了不说这个,|算了还是|算了你|那还是|算了就|查话费算了|查流量 算了|那算了,还是|我看还是|还是给我|你好烦,|我服了 |搞什么呀 ',
    matter: '我话费扣错了,|宽带坏了三天,|这个月账单不对 |流量对不上,|退费的事,|携号转网办不了,|套餐被改了,|短信收不到 |卡被锁了,|我要销户,|彩铃退不掉,|投诉没人回,|充值一直没到 |号码被停了,',
    can: '能|能不能|可以|可不可以|能否|方便|麻烦|帮我|帮忙|请帮我|给我|替我|我要|我想|我想要|我要求|我申请|必须|直接|马上|立刻|现在就',
    fetch: '转|转接|转到|接|接通|转一下|接一下|切换到|切到|换成|找|叫|喊|呼叫|联系|安排|派|请|换|连线|转给|交给|升级给',
    one: '||个|一个|位|一位|你们|你们的|在线|一下',
    who: '人工|真人|活人|人工客服|真人客服|客服|客服人员|坐席|人工坐席|接线员|话务员|专员|投诉专员|业务专员|工作人员|经理|值班经理|主管|领导|负责人|店长|同事|懂的人|能解决问题的人|能做主的|管事儿的|真正的人|大活人|客户经理|技术人员|专人',
    staff: '人工|真人|人工客服|客服|经理|主管|专员|工作人员|坐席|领导|你们的人|你们同事|活人|负责人',
    talk: '说|聊|讲|谈|沟通|对话|说话|通话|反映一下|解释|说清楚|咨询',
    with: '跟|和|同|找|直接跟|只跟|当面跟|我要跟|我想跟|我要和|想和|让我跟|我只想跟|可以跟|能跟|能和|不如让我跟',
    act: '给我讲|给我解释|给我处理|帮我查|帮我看看|帮我办|给我办|跟我说|来说|来处理|联系我|给我打电话|给我回电话|回我电话|给我回电|接我电话|核实一下|来接待|来解决|介入|跟进|理我一下',
    let: '让|叫|请|喊|安排|麻烦|要求|派|换',
    tail: '||||吧|啊|呗|行吗|行不行|可以吗|好吗|好不好|谢谢|快点|!|!!|。|?|哈|一下|嘛|嘞|,谢谢|,急|了',
    refuse: '不想跟|不要|别让|拒绝|受够了|不愿意跟|懒得跟|烦透了|关掉|退出|别再用|讨厌跟|莫让|唔要',
    bot: '机器人|机器|AI|智能客服|自动回复|电脑|语音助手|程序|复读机|人工智障',
    dont: '不用|不要|我没有要|我没想|谁说要|别|不需要|不必|先别|暂时不用|没必要|不想|别再|不用再|无需|甭|莫|唔使|用不着|我没说要|我不是要|不是让你|不急着|取消|可以不|能不能不|要是不|没打算',
    own: '你说就行|你帮我查|我自己来|你直接告诉我|在这里办|问题好了|已经好了|我就问一下|发短信就行|谢谢你|我不急|我看看再说|怎么查流量|话费多少|帮我查话费',
    past: '昨天|上次|刚才|之前|上周|前天|上个月|早上|去年|刚刚|那天|前两天|已经|头先',
    did: '转过|找过|打过|联系过|问过|转了|找了|联系了|打了|跟|投诉过|听|接到|碰到|遇到',
    said: '说可以退|说三天内到账|让我等通知|态度很好|没解决|给我改的套餐|答应减免|说要去营业厅|骗我|挂我电话|讲得不清楚|说免费的|说查不到|没给答复|帮我办好了|推荐我换套餐|让我来问你|说月底生效|登记了工单,进度呢',
    hours: '几点上班|几点下班|周末在吗|24小时吗|什么时间有|上班时间|过年休息吗|晚上有没有人值班|收费吗|要钱吗|电话多少|电话是什么|工资多少|忙不忙|要排队多久|怎么评价|在哪个城市|和机器人有什么区别|是什么意思|招人吗|算通话费吗|工号怎么看|归谁管|有几个',
    story: '我妈|我朋友|我同事|我老公|隔壁邻居|网上的人|电视里|小说里|新闻里|客户|老板|我爸',
    told: '说一找|让我问问能不能不找|跟|昨天找|以前也找过|总说你们的|是做|当过|遇到一个假|碰到自称',
    told2: '的事|就能退钱|聊过这事|说的优惠有吗|骗了钱|推荐的套餐|态度好|的人打电话来|加我微信要验证码|的工作好找吗|告诉他免费',
    else: '有人|别人|家人|老人|两个人|三个人|本人|代办人|联系人|人脸识别|个人|法人|一个人|客人|同事|老板|孩子|朋友|谁|某人|陌生人',
    elseDid: '盗用我的号|打骚扰电话|共享流量怎么办|能代办吗|怎么修改|没通过|能不能用我的套餐|过户要什么|用的套餐|来家里装宽带要在家吗|给我充错了话费|转账给我了|冒充公安|打不通我电话|能看我账单吗|捡到我手机|名下几张卡|要出国|没信号|换手机了|没收到短信',
    senseWho: '人工智能|人工费|人工服务费|人工湖|人工审核|人工成本|人工耳蜗|真人秀|人工降雨|人工岛|人工翻译|人工核验|人工播报|客服工资|客服电话|客服热线|客服中心大楼|人工草坪|人工材料费|前台座机|经理室电话|领导家的宽带|人工费用|高铁站人工|医院人工窗口|银行人工柜台|淘宝客服|美团客服|京东人工客服|12306人工|顺丰客服|外卖平台客服|游戏客服|航空公司客服|机场人工|地铁站人工|政务大厅人工窗口|人工充值|人工收费口|人工停车费|真人版|活人感|人话|人品|人气|想想|人情',
    senseDid: '怎么收|多少钱|是什么|那边没信号|要多久|能报销吗|影响上网吗|开在发票里吗|用流量多吗|怎么查|几点开始|在哪|靠谱吗|没通过怎么办|能不能少点|坏了|要办什么套餐|还没结果|附近有营业厅吗|怎么联系|电话几号|排队吗|能不能用|怎么找不到|售票几点开|怎么打',
    visitWho: '师傅|维修师傅|安装师傅|工程师|装维人员|快递员|修宽带的|装宽带的',
    visitDid: '什么时候来|没来|迟到了|几点上门|电话多少|要收钱吗|上门修一下|来修宽带|来装宽带|说明天来|要带工具吗|能改时间吗|装得不好|挺负责',
    idWho: '你|对面|在跟我聊的|屏幕那边|回我的|你背后',
    idIs: '是|还是|真是|是不是|到底是|该不会是|不会是|真的是',
    idWhat: '真人|机器人|活人|人工|人|AI|真的人|程序|客服本人|人还是机器|真人还是AI|机器人还是人工',
    idQ: '吗|吧|啊|呢|?|么|呀|,好奇问问|哈哈|,挺像的',
    name: '小李|小王|王经理|张师傅家的客服|工号1024|小陈姐|刘主管|昨天那个小姑娘|上次帮我的那位|之前给我办的那个人',
    want: '要|找|想找|只要|就要|需要|还是要|还找|想见|要换|换',
    notThis: '不是查这个|不是问话费|不是办业务|不查余额|别介绍套餐|不用查|别推荐了|不看链接|不是问时间|没要办什么',
    do: '挂失|停机|查话费|查账单|查流量|退订彩铃|补卡|换套餐|开发票|报修宽带|解锁|充值|关漫游|办副卡|查积分|取消会员|重置密码|开通5G|降档|查工单|退费|注销|保号|看看信号|买个流量包|把号码停了|改密码|查一下余额|弄好|修好网络|恢复通话|查下合约',
    toThing: '老年模式|大字版|粤语|59套餐|eSIM|新卡|大卡|别的套餐|最低档|国际版|5G套餐|另一个号码|便宜点的|英文|简单模式|长辈版|电子发票|千兆宽带|学生套餐|小卡|大一点的字',
    more: '|有人吗?|有没有人啊,|人呢?',
  },
  asked: [
    'lead can fetch one who tail', 'lead can fetch who tail', 'mood can fetch one who tail', 'mood fetch one who tail', 'mood who tail', 'matter can fetch one who tail', 'matter who tail', 'matter let one staff act tail', 'lead with staff talk tail',
    'mood with staff talk tail', 'matter with staff talk tail', 'lead let one who act tail', 'mood let staff act tail', 'lead refuse bot', 'refuse bot , can fetch who tail', 'mood refuse bot talk', 'more can fetch who tail', 'who act tail', 'lead staff act tail', 'idWho idIs bot idQ can fetch who',
    'idWho idIs idWhat idQ 我要找 staff', 'fetch one who tail', 'lead 怎么 fetch who tail', '怎么才能 with staff talk tail', 'past staff said ,现在 can fetch who', '有没有 who 能 act tail', '怎么还没 who 来 tail', 'who 怎么还不来 tail', '等 who 等半天了 tail', '我说了要 who tail', '别发了 can fetch who', 'notThis ,我 want who tail', 'notThis ,给我接 who', '我 want name', 'name 还在吗 我找他', '帮我转给 name', '接着跟 name talk', 'want who tail', 'lead 我 want who tail', 'mood 我 want who tail', '叫 who act tail', '给我个 who tail', '有 who 吗', '有没有 who tail', '有没有 who 在', 'matter 你 fetch who 吧', '难道没有 who 吗', 'lead who 在吗 tail', 'who 呢 tail', '我说了三遍 who 了', 'who who who',
  ],
  notAsked: [
    'dont fetch one who own', 'lead dont fetch who tail', 'dont who own', 'own , dont fetch who', 'dont with staff talk , own', '我 dont with staff talk , own', 'past did staff said', 'past staff said', 'staff past said', 'lead staff hours', 'who hours', 'staff hours tail', 'past with staff talk 过 said',
    'story told who told2', 'story past did staff said', 'else elseDid', 'lead else elseDid', 'senseWho senseDid', 'lead senseWho senseDid', 'visitWho visitDid', 'lead visitWho visitDid', 'past visitWho visitDid', 'idWho idIs idWhat idQ', 'lead idWho idIs idWhat idQ', 'staff said', '投诉 past 的 staff', '表扬一下 past 的 staff',
    '给 past 那个 staff 打分', 'matter own', 'matter past staff said', 'lead 怎么投诉 staff tail', '有人冒充 staff told2', 'bot 挺好用 , dont fetch who', '我更喜欢跟 bot talk', 'bot elseDid', 'bot hours', 'can 换成 toThing tail', 'lead can 换成 toThing tail', '看不清, can 换 toThing tail', 'matter can 改成 toThing tail', '眼睛不好 can 切换到 toThing tail', 'lead can do tail', 'matter can do tail', 'mood can do tail', 'lead 给我 do tail', 'matter 赶紧帮我 do tail', 'matter do tail', 'lead do tail', 'mood 快给我 do tail', '手机丢了 can do tail', '你 idIs idWhat 呢 哈哈', '没想到你是 idWhat', 'name past said', 'name 的电话多少', '我就是 who ,想办套餐', '我是做 who 的', '把号码转给 else', '过户给 else', '把流量转给 else', 'else 也能 talk 吗', '你们卖不卖 bot', 'bot 打电话骚扰我', '怎么关掉语音 bot', 'who 给我多扣了钱', '有人扮 who told2', 'story 说"转人工" told2',
  ],
};

export const GRAMMAR_EN: Grammar = {
  joint: ' ',
  seed: 14,
  parts: {
    lead: '||hi|hello|please|um|ok|just|sorry but|good morning,|hey|so|right,|look,',
    mood: 'stop it.|this is useless,|for the last time,|i am fed up,|not helpful.|you do not get it.|forget it,|never mind,|enough.|seriously,|omg|wrong answer,|that is not what i asked,|this is ridiculous,|i give up,|wtf|i swear',
    matter: 'my bill is wrong,|internet is down,|i was double charged,|lost my phone,|refund never came,|port request failed,|i want to cancel,|no signal for days,|sim is locked,|my top up vanished,|plan changed without asking,|account hacked,',
    can: 'can you|could you|can i please|please|i want you to|would you|will you|kindly|i need you to|just',
    connect: 'transfer me to|connect me to|connect me with|put me through to|get me|give me|find me|bring me|switch me to|pass me to|hand me over to|escalate me to|assign me|patch me through to',
    want: 'i want|i need|i demand|i would like|i want to see|i am asking for|i prefer|i would rather have|i insist on|need|want|looking for|i am waiting for|let me have|how do i get|how can i reach|where do i find|why can not i get|is there any way to get|give me the number i press for',
    who: 'a human|a person|a real person|an agent|a live agent|a representative|a rep|an operator|someone|somebody real|your manager|a supervisor|a human being|customer service|an advisor|a colleague of yours|a member of staff|someone in billing|someone who understands|somebody in charge|an actual person|a csr|the support team|a specialist|your boss|one of your team|a real human|tech support',
    talk: 'i want to talk to|let me talk to|can i speak to|i need to speak with|could i chat with|may i speak with|i would like to talk to|let me speak to|i would rather talk to|put me on with|i only talk to|i will only speak to|i must speak with|how do i talk to|how can i speak to|i am trying to reach|why will you not let me talk to',
    act: 'call me|call me back|contact me|help me|look at this|take over|sort this out|explain this to me|ring me|handle this|answer me|get back to me|read this chat',
    have: 'have|can|could|please have|i want|get|let|i need|please ask|will',
    tail: '|||now|please|asap|thanks|!|!!|right now|today|instead|immediately|?|if possible|ok',
    noMore: 'no more|stop the|turn off the|i hate this|not the|get rid of the|i refuse to talk to a|i do not want a|enough of this|skip the|kill the|quit the|exit the',
    bot: 'bot|robot|chatbot|machine|ai|automated replies|computer|virtual assistant|auto reply',
    dont: 'i do not need|i do not want|no need for|please do not get|do not connect me to|do not transfer me to|no need to call|i am not asking for|i did not ask for|i never wanted|stop sending me to|i would rather not talk to|not looking for|no need to wait for|do not bother|cancel my request for|without talking to|can i do it without|i do not feel like talking to|i hate talking to',
    own: 'just tell me my balance|you can answer|i will do it myself|show me my usage|it works now|thanks anyway|just text me|it is sorted|i only have a quick question|how much data is left|tell me here|the bot is fine',
    past: 'yesterday|last week|last month|on monday|earlier|this morning|before|a while ago|last year|two days ago',
    spoke: 'i spoke to|i talked to|i chatted with|i already spoke with|i was transferred to|i have contacted|i called|my wife spoke to|my friend talked to|my dad called|i got a call from|i complained to|i waited for',
    said: 'promised a refund|told me it was free|said three days|was very rude|was lovely|did not help|hung up on me|changed my plan|lied to me|asked for my code|said to visit a store|fixed it|offered me a discount|never called back|sold me the wrong plan',
    hours: '24/7|open on weekends|jobs|vacancies|mailbox|opening hours|phone number|email address|available on sundays|open at night|working hours|cost per call|average salary|job openings|wait time|satisfaction survey|rating form|location|24 hours',
    sense: 'human error|human rights|travel agent|estate agent|insurance agent|user agent|agent fee|agent of change|network operator|previous operator|roaming operator|operator name|operator settings|account manager|password manager|download manager|sales rep|representative office|human resources|customer portal|support page|live tv|live chat history|real madrid|real name registration|personal data|personal hotspot|person to person transfer|contact person|per person price|bot calls|robot vacuum|robocalls|machine to machine sim|call forwarding|call waiting|transfer of ownership|balance transfer|talk time|talk plan|staff discount|team plan|virtual number',
    senseDid: 'on my bill|is not working|what is that|how much is it|question|how do i change it|not loading|how does it work|keeps failing|is wrong|for my account|in japan|what does it mean|how to remove|how to check|is too expensive|explained please|not showing',
    else: 'someone|somebody|my son|my wife|two people|a stranger|the technician|the installer|an old man|my boss|my manager|another person|people|a scammer|someone pretending to be you|a caller|nobody',
    elseDid: 'used my number|stole my phone|keeps calling me|can not call me|wants to share my plan|did not show up|is late|opened a line in my name|can collect my sim|needs an invoice|topped up my number|is using my data|asked for my code|wants a cheaper plan|can not hear me|texted me a link|needs to sign the form|found my phone|says 5g is slow|came to install it',
    get: 'get me|give me|send me|find me|i want|i need|put me on|let me see|show me|connect me to|transfer me to|switch me to',
    name: 'amy|linda|the same agent|john from billing|the lady from before|whoever i spoke to before|the last rep',
    topic: 'bill|data usage|balance|invoice|top up|roaming|plan|broadband repair|sim card|points|contract|call log|number transfer|voicemail|signal problem|refund|payment|extra charge|store|5g',
    when: 'for october|from last month|this week|for july|of mine|on my phone|for my line|at home|in japan|for the whole year|with a pack|with my plan',
    thing: 'a cheaper plan|my bill|the wifi|my puk|a data pack|the app|a new sim|a discount|5g|my balance|the 59 plan|an invoice|another plan|my points|roaming|a refund|the internet|a receipt|my old number|the family plan|the cheapest one|more data',
    id: 'are you|am i talking to|is this|are you really|you sound like|so you are|do i talk to|is it|you must be',
    idWhat: 'a bot|a human|a real person|a robot|an ai|a machine|an actual person|human or bot|a person or a bot|a real agent|some kind of ai|alive|automated',
    idTail: '?|then|lol|or what|by the way|just curious|haha|right',
  },
  asked: [
    'lead can connect who tail', 'lead connect who tail', 'mood connect who tail', 'matter connect who tail', 'lead want who tail', 'mood want who tail', 'matter want who tail', 'lead talk who tail', 'mood talk who tail', 'matter talk who tail', 'have who act tail', 'lead have who act tail', 'matter have who act tail',
    'mood who tail', 'matter who tail', 'noMore bot', 'noMore bot , want who', 'noMore bot connect who', 'mood noMore bot', 'id idWhat ? if so connect who', 'id idWhat ? talk who', 'spoke who past and said , now talk who', 'who please', 'lead who tail', 'still not one reply from who tail', 'is who coming tail', 'where is who', 'if i do not get who i am leaving', 'i would feel better with who', 'get name back on', 'i was talking to name , reconnect me', 'can i get name again', 'who can i talk to', 'what do i press for who', 'bring who in here', 'who tail', 'is there who i can reach', 'send who in', 'you can not help , get who', 'matter i want who who can decide', 'unless i get who i will cancel', 'id idWhat ? if not i want who', 'id idWhat ? otherwise connect who',
  ],
  notAsked: [
    'dont who', 'dont who , own', 'lead dont who own', 'own , dont who', 'spoke who past', 'spoke who and they said', 'past who said', 'who said', 'who who said', 'who hours', 'what is who hours', 'sense senseDid', 'lead sense senseDid', 'my sense senseDid', 'else elseDid', 'lead else elseDid', 'matter else elseDid',
    'get thing tail', 'lead get thing tail', 'can get thing tail', 'id idWhat idTail', 'lead id idWhat idTail', 'i prefer the bot to who', 'the bot is better than who', 'bot senseDid', 'how do i rate who', 'i want to complain about who', 'i want to thank who', 'is it true that saying agent gets you who', 'he shouted "get me a human" past', 'in the movie bot becomes human', 'who at the store said', 'matter own', 'is who hours', 'the phone number of who', 'email of who', 'is there an email for who', 'do you have jobs for who', 'how many of who do you have', 'someone posing as who elseDid', 'a scammer claiming to be who elseDid', 'got a message from who elseDid', 'only who after all', 'topic when please', 'topic please', 'topic when', 'lead topic when tail', 'matter topic please', 'problem with topic', 'mood show me thing', 'mood fix topic tail', 'check topic when please', 'question about topic when', 'cancel thing tail', 'matter fix it tail', 'help with topic please', 'better than who i have dealt with', 'i would rather do it with the bot', 'faster than who', 'i have already spoken to who about this', 'name said', 'name was lovely', 'is who coming to fix the line', 'transfer my number to else', 'i need else removed from my plan', 'send it to else', 'who is what i used to be'
  ],
};

/** `count` sentences of each kind, the same ones every time. */
export function sentencesOf({ parts, asked, notAsked, joint, seed }: Grammar, count: number): { readonly text: string; readonly isAsked: boolean }[] {
  const random = seeded(seed);
  const pick = <Value>(values: readonly Value[]): Value | undefined => values[Math.floor(random() * values.length)];
  const wordings = new Map(Object.entries(parts).map(([name, words]) => [name, words.split('|')]));
  const sentence = (pattern: string): string => {
    const words = pattern.split(' ').map((name) => pick(wordings.get(name) ?? [name]) ?? '');
    return words.filter((word) => word !== '').join(joint).replace(/ ([,?])/gu, '$1').trim();
  };
  return [
    ...Array.from({ length: count }, (_, index) => ({ text: sentence(asked[index % asked.length] ?? ''), isAsked: true })),
    ...Array.from({ length: count }, (_, index) => ({ text: sentence(notAsked[index % notAsked.length] ?? ''), isAsked: false })),
  ];
}
