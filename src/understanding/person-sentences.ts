/** Sentences that ask for a person, and sentences that only sound like it; the product's own. */
import { linesOf } from './generic-sentences.js';
import { GRAMMAR_EN, GRAMMAR_ZH, sentencesOf } from './person-grammar.js';
import { ASKED_EN_LINES, NOT_ASKED_EN_LINES } from './person-lines-en.js';
import { ASKED_ZH_LINES, NOT_ASKED_ZH_LINES } from './person-lines-zh.js';
import { NEAR_MISSES_EN, NEAR_MISSES_ZH } from './person-near-misses.js';
import { VOICES_ASKED_EN, VOICES_ASKED_ZH, VOICES_NOT_ASKED_EN, VOICES_NOT_ASKED_ZH } from './person-voices.js';
import { STORIES_ASKED_EN, STORIES_ASKED_ZH, STORIES_NOT_ASKED_EN, STORIES_NOT_ASKED_ZH } from './person-stories.js';
import { TURNS_ASKED_EN, TURNS_ASKED_ZH, TURNS_NOT_ASKED_EN, TURNS_NOT_ASKED_ZH } from './person-turns.js';
import { WIDER_ASKED_EN, WIDER_NOT_ASKED_EN } from './person-wider-en.js';
import { WIDER_ASKED_ZH, WIDER_NOT_ASKED_ZH } from './person-wider-zh.js';
import { WISHES_EN, WISHES_ZH } from './person-wishes.js';

export interface PersonSentence {
  readonly text: string;
  readonly isAsked: boolean;
}

const ASKED = `
转人工|人工客服|人工服务|给我转人工|请转人工客服|我要找人工|要人工|接人工|人工台|换人工来
我想跟真人说话|找个真人|有真人吗|来个活人|我要跟人聊|让人来回答我|能换个人吗|叫你们客服来|我要找你们客服人员|客服在哪 出来
别让机器人回我了|我不想跟机器人说|机器人解决不了 换人|不要自动回复|你不懂 找个懂的来|跟你说不清楚 换个人|跟程序没法沟通|电脑回答没用 我要人|你就是个机器 叫个能做主的|换个能听懂人话的
叫你们经理来|让你们领导接电话|我要见主管|找你们负责人|能不能让专员跟我联系|请安排工作人员联系我|麻烦给我回个电话|让你们的人打给我|给我打电话说|我想打电话跟人讲
我打字慢 想直接说|我年纪大不会弄 让人帮我|眼睛不好 能不能跟人通话|这事太复杂 得跟人当面讲|有没有人能帮我处理一下|谁能来管管我这事|值班的在不在
有没有喘气的|能不能接通你们后台的人|帮我呼叫一下坐席|我需要一位服务人员|请帮我联系专人|接线员在吗|帮我接你同事|换你们同事来
转仁工|转人公|转人功|专人工|传人工|人攻客服|人工可服|転人工|zrg
搵真人同我倾|帮我驳返人工|我要同人讲嘢|有冇真人呀|唔好再用机械人应我|叫个客服出嚟|喊个真人来摆|找个人给我说嘛|莫拿机器糊弄我 喊人|给我转个人工噻
整个真人来|找个明白人唠唠|别整机器人了 换人|叫个人来讲讲|阿拉要寻真人|帮我转人工好伐|請轉真人客服|我要找專員|有沒有真人客服|麻煩轉接客服
查话费 算了还是转人工吧|宽带坏了 直接让人工跟我说|先别说套餐 给我接人工|流量不对 我要问真人|退费的事我要跟人谈|气死了 人工!|说三遍了 转人工转人工|不跟你废话 人工|你答非所问 我要人工
难道就没有一个真人吗|你能帮我叫个人吗|能人工处理一下吗|这个能不能走人工|可以人工帮我办吗|人工帮我看一下|让人工给我查|请人工介入|升级给上级处理|我要求上级介入
没有个说话算数的吗|找个能拍板的|我要和你们公司的人对话|别绕了 让我跟你们的人讲|我想听见人的声音|能语音跟客服说吗|电话客服帮我接一下|我要通话 不要打字|可以让小姐姐跟我说吗|派个人来跟我沟通
agent|human|representative please|operator|talk to a human|real person|speak to someone|live agent|customer service rep|live chat please
i want to talk to a person|can i speak with somebody|put me through to someone|connect me to an advisor|transfer me to your team|get me your manager|let me speak to your supervisor|is there anyone real there|i need a human being|give me a person
no more bots|stop with the automated answers|i'm not talking to a machine|this bot is useless, get a human|i'd rather speak to a person|can someone call me|please have somebody phone me|i want a call back from your staff|i need someone who can actually decide|who can i talk to about this
can i talk to one of your colleagues|hand me over to staff|escalate this please|escalate to a human|is anybody at work today who can help|you don't understand me, get someone|just let me talk to somebody|could a member of staff help me|i can't type well, can i speak to somebody|i'd like to discuss this with a person on the phone
agnet please|talk to a humann|representitive|real persom|speek to agent|custmer service agent|opperator|connect me w a rep|need a live person asap
my bill is wrong, i want to speak to someone|forget it, give me an agent|router is dead, get me a technician on the phone|about my refund, let me talk to a person|screw this, human now|for the last time, agent|you keep repeating yourself, transfer me|can a human look at this|is there a way to reach a person|how do i get through to a real person
我要和你们的客服沟通|给我接客服|能帮我转一下人工吗谢谢|快给老子转人工|你让人来跟我说|这个问题你处理不了吧 帮我转一下|转一下|帮我转接|能转接吗|转客服|找客服|我要客服
叫客服|客服呢|客服人呢|客服出来|我要跟客服说话|联系客服|怎么联系客服|客服怎么联系|客服电话接进来|呼叫客服|接通客服|要一个会说话的
我要活的|你不是真人我不说|我只跟真人谈|只认真人|必须是人跟我说|非要跟人说才行|我要听人讲|跟真的人说两句|你旁边有同事吗 让他来|能不能让一个懂业务的来|换个明白人|叫个明白人
有没有明白人|管事的呢|管事的出来|找你们管事的|你们谁负责|谁负责这事 出来|我要找能解决问题的人|有没有人能解决|有人能帮我吗|有没有人能帮帮我|能来个人帮帮我吗|谁来帮帮我
帮我找个客服|帮我叫客服|帮我喊个人|人工智障 给我转人|别让这个破机器回我|我拒绝跟机器对话|不想再对着机器|机器说不明白|不跟ai聊|AI滚 要人|你这个AI不行 换人工|智能客服太傻 要人工
人工人工|工人客服|我要人共|人工在吗|人工有吗|有没有人工|有没有人工客服啊|人工服务台|客服专员|专员服务|一对一客服|专属客服在吗
VIP客服接入|请接线|接线|总机|前台|转总机|请帮我接前台|让值班经理接|请主管介入|叫主任来|你们头儿呢|叫你们老大
找领导|要领导|上级在吗|申请升级处理|申请人工介入|请求人工协助|需要人工帮助|人工协助|人工支持|我需要帮助 人工|语音客服|打过来吧
回我电话|叫人打我电话|我等你们电话|能不能电话联系我|电话联系我|请来电|留个电话让人回|可以通话吗|语音聊可以吗|我看不懂字 能说话吗|我不识字 找人跟我说|老花眼看不清 叫个人跟我说
麻烦您请位客服|唔该转人工|我要真人|想揾人帮手|有冇人帮到我|叫你哋经理出嚟|我唔想同机械人讲嘢|驳线去客服|同我接真人|喊你们领导来|喊个活人来嘛|给老子接人工
找个能说话的撒|整个人来|赶紧换个人|别墨迹 叫人|叫个人来|寻个客服|帮阿拉叫个人|叫侬领导来|wo yao zhen ren|kefu|zhuankefu
zhao kefu|jiao ren lai|gei wo zhuan ren gong|rg|转rg|转RenGong|轉接真人|我要找真人客服|請問有真人嗎|可以幫我轉接嗎|不要機器人|ZRG
转人工!!!|转人工啊啊啊|转 人 工|人工客服人工客服|zhuan人工|要human|转agent|找customer service
person|a person please|someone help|can someone help me|i need help from a human|real human|are there any humans i can talk to|any human around|get a human
humans only|i only talk to humans|i want human support|human assistance required|speak with agent|chat with an agent|chat to someone|speak to your boss|get me your boss|i want your boss
who's in charge, let me talk to them|someone in charge please|someone with authority|i demand a supervisor|escalate|escalation please|next level support|tier 2 please|second line support please|transfer
transfer please|transfer to agent|can you transfer me|pass me on to someone|put someone on|put a real person on|put me on to a person|connect me|connect me to support|customer care
customer care please|helpdesk person|support person|i want to call someone|can i call you instead|is there a number i can call to speak to somebody|call me|ring me please|can somebody ring me|get back to me by phone
i want to speak on the phone|talk on the phone please|voice call with staff|not you, a person|not a bot please|no bots please|no robots|bot go away, agent|go away bot|you're a bot, i want a person
i don't talk to bots|stop replying automatically|enough with the ai|ai is useless get me someone|let me out of this bot|how do i skip the bot|bypass the bot|exit bot|want a real conversation|someone who understands
someone who knows what they're doing|a competent human|somebody with a brain|anyone with a pulse|is anyone alive there|real ppl pls|hmn agent|humam|aget|agents plz
represenative|reprsentative|operater|custumer service|cust service|spk to some1|talk 2 a human|talk 2 some1|cn i speak 2 sum1|i wanna talk to sb
sm1 help|live person|live support|live help|live assistant|staff please|staff member|i want staff|your team please|talk to your team
contact your team|contact an advisor|reach a person|get through to someone|need somebody|need someone to talk to|would prefer a human|prefer talking to a person|can't do this with a bot|this needs a human
needs human attention|manual review by a person please|manager|manager now|supervisor|get the manager|i'm elderly, i need a person|i can't read well, let me talk to someone|hard of hearing but want a person to chat|my wife wants to speak to somebody
ok agent|yes agent|agent!!!|AGENT|A-G-E-N-T|operator!|press 0
你们那边有没有能说得上话的|我想直接跟办事的人讲|这个得跟你们的人说|能安排个人跟我对接吗|有没有专门的人给我解释|找个人给我讲讲怎么回事|让懂行的跟我说|我需要有人给我讲清楚|谁能给我说明白|麻烦找人给我看一下这个问题|你这边看不了就转给能看的人|转给你们同事处理吧
让你上级来|你后边的人呢 让他来|给我派个客服|分配个客服给我|接个客服|来个客服|有客服理我吗|我要连线客服|连人工|连线真人|切人工|切到人工
切换人工模式|进人工|进入人工服务|走人工通道|人工通道|人工入口在哪里|排队等人工也行|等多久都行 给我人工|多久能排到人工 给我排上|帮我排队人工|我宁愿等人工|还是人工靠谱 转一下
你回答不了 交给人工吧|交给人工|让人工来处理|人工来弄|我这事必须人工|这种问题只能人工解决吧 转|跟机器掰扯不清|我懒得跟机器人扯|对牛弹琴 叫人吧|鸡同鸭讲 换人|听不懂就换人来听|别装了 叫真人
别背台词了 换真人|少来这套 转人|废话少说 人工|赶快让人接|接电话啊 人呢|人都死哪去了 接我|求求了 给我个真人吧|救命 给我转人工|拜托 让我跟人说句话|姑娘 帮我叫个人来|孩子 奶奶不会弄 你叫个人跟我说|老汉我不会打字 喊个人给我打电话
阿姨眼花 让客服妹妹打给我|耳朵背 要人慢慢跟我讲|唔识用 叫人帮我|帮我揾客服|我要揾客服|同客服讲|驳客服|畀真人我|叫真人应机|俾个人工我|把你们当班的喊来|喊客服来
给我安排人工撒|要真人不要机器噻|给我接通人工呗|麻溜的 来个人|让你们管事的跟我唠|叫客服来讲|我要人来讲|帮我转真人好伐
is there somebody i could talk this through with|could one of your people explain it to me|i'd like someone to walk me through it|let someone who knows handle this|hand this to a colleague|give this to a person|route me to staff|assign me an agent|find me an agent|send me to an agent
queue me for an agent|put me in the queue for a person|how long for an agent, put me in line|i'll wait for a human|happy to wait for a person|rather wait for a person|this is beyond you, get a person|you can't help, a person might|clearly you can't answer, who can|i want to be connected
connect to live support|go to live agent|switch to human|switch me to an agent|switch to a person|change to human|human mode|agent mode|enter live chat|open live chat
start a chat with staff|wanna chat with someone real|lemme talk to someone|lemme speak to a person|gimme a human|gimme an agent|gimme someone|get someone on the line|someone on the line please|pick up please, someone
will somebody answer me, a person|does anyone real work there|do real people work here, get me one|a human would understand, get me one|not helping, human please|wrong again. human.|ugh, agent|just agent|AGENT NOW|HUMAN PLEASE!!
talk to a huuuman|cust service rep|customer support representative|client services please|an actual employee|one of your employees|an adult|your superior please|your superiors|the boss please
duty manager|store manager on the phone please|technician on chat please|ask someone to ring me on this number|can you get someone to call|call back please|callback please|schedule a call with an agent|book a call with someone|arrange for someone to phone me
my mum can't type, she needs to speak with someone|i'm blind, let me speak to a person|i don't read english well, need a person|person in chinese please|mandarin speaking agent|chinese speaking agent please
怎么转人工|怎么才能找到人工|人工怎么接|怎么联系真人客服|哪里可以找人工|按几转人工|我找不到人工入口|为什么转不了人工 给我转|how do i reach an agent|how can i speak to someone
`;
const NOT_ASKED = `
yes please|yes, please|ok please|sure, please|please do|yes do it please|go ahead please|sure, go ahead|yes thanks|please help|please continue|in english please|speak english please
请说英语|说英文可以吗|请讲中文|好的 请继续|请帮我办|麻烦你了 就这个|可以 请办理|是的 请
人工智能是什么|人工费怎么收|人工服务几点上班|人工客服上班时间|转人工要钱吗|人工客服电话多少|你们客服热线是多少|人工服务收费吗|周末有人工吗|晚上人工还在吗
你是真人吗|你是机器人还是人|你是人工还是机器|你不是人吧|跟我说话的是真人吗|你们用的什么人工智能|机器人也会聊天|你是不是ai|你有名字吗|你算不算真人客服
刚才人工说给我退费|上次客服答应我了没办|昨天那个客服态度真好|你们客服小姑娘很有耐心|我要表扬一位客服|我要投诉那个客服|营业员态度差|客服乱说话我要投诉她|经理说可以退的 退了吗|工作人员告诉我明天装
不用转人工|不需要人工 你说就行|别给我转人工|先不用人工|不用叫人了 我自己弄|没事了不用客服了|不要真人 机器人就好|不必麻烦客服|人工就不用了|我不找人工 就查话费
有人冒用我的身份证|有人用我的号打电话|有人给我打骚扰电话|有人说我中奖了|帮别人充话费|给家人充值|换个人的名字|换机主|过户给别人|把号转给我弟
呼叫转移怎么设置|转账失败|携号转网怎么办|转套餐|转接到另一个号码|转到别的运营商|转网要什么|积分转让|流量能转给别人吗|转出去要多久
几个人能共享|一家人用一个套餐|三个人的亲情网|副卡给别人用|本人去吗|必须本人办吗|代办人要带什么|经办人身份证|个人信息删除|个人热点怎么开
查话费|我的流量还有多少|宽带坏了 叫师傅来修|师傅什么时候上门|让师傅明天来|安排人上门安装|派人来修宽带|约个装机师傅|维修人员电话|装宽带的人还没来
找不到营业厅|找回密码|我要改套餐|我要投诉|我要退费|我要销户|要发票|叫什么套餐|来个流量包|给我来个5g流量包
人脸识别不过|人名写错了|联系人怎么导入新卡|老人怎么办卡|家人号码查询|客户经理是谁|我的专属客户经理电话|企业客户经理联系方式|老板的号码停机了|员工集体办卡
客服在吗|有人在吗|有人吗|在线客服在吗|你背后有真人吗|屏幕那头是人吗|hello anyone there|anybody home
你真笨|你听不懂吗|你们服务太差了|垃圾公司|气死我了|你好|在吗|谢谢|再见|哈哈
what is artificial intelligence|how much does labour cost|what time do your agents work|customer service opening hours|what's your phone number|is the helpline free|do you have staff at weekends|when is live chat open|customer service email|do agents work on holidays
are you a real person|are you a bot|am i talking to a human or a machine|is this automated|who am i chatting with|what are you|do you have a name|you sound like a robot|is this ai|are you human
the agent i spoke to yesterday was great|your rep promised me a refund|someone told me it was free|the manager at the store was rude|the technician said tomorrow|i want to complain about an advisor|thanks to the lady who helped me|your colleague sold me the wrong plan|the operator hung up on me|staff in your shop were lovely
i don't need an agent|no need for a human|no person needed, just my balance|don't transfer me|please don't call me|i'm fine with the bot|not looking for a rep|you can handle it, no human required|stop calling me|i'd rather not speak to anyone
someone is using my number|someone stole my phone|someone keeps calling me|somebody opened an account in my name|top up for someone else|add a person to my family plan|how many people can share|transfer my number to my son|transfer to another network|call forwarding to another phone
check my balance|my internet is down|when will the engineer come|send a technician to fix my line|book an installation visit|reschedule the engineer|what plan am i on|cancel my subscription|where is the nearest store|i want to complain
我找个人帮我代办可以吗|能不能让我妈去办|叫我妈去营业厅行吗|我跟营业厅的人说过了|上门的人说要加钱|你们的人来装宽带的时候把墙打坏了|刚才打电话的那个人说我欠费|给我打电话的是你们客服吗|有个自称客服的人找我要验证码|需要本人去还是可以找人代办|找客服领的礼品怎么还没到|我要给营业员点赞
让家里人用我的流量|要几个人的身份证|可以让别人代领吗|营业厅人多吗|客服中心在哪个城市|你们客服工资多少|我想应聘客服|我找客服问过了 还是不行|客服让我来这里查的|经理电话发我一下|我联系过人工了 他们说等三天|人工客服给我办错套餐了
转人工转了半天没接通 算了 查下话费|昨天转人工等了半小时|人工客服服务真不错|接电话的小伙子很热心|请给那位接线员加鸡腿|你们主管处理得很好 谢谢|有客服主动打给我说中奖|一个男的说是你们经理要我转账|怎么分辨真假客服|有人工费吗安装宽带|上门维修人工费多少|智能客服和人工客服有什么区别
你们是24小时人工吗|夜里两点有人接电话吗|人工坐席周日休息吗|几点之后没人工|跟人工说话要排队多久|你是小接吗 是人吗|你会不会是真人在打字|听声音像真人|机器人还挺聪明|不想跟真人说话 你来办|跟你聊就行 别转走|我自己来 不需要人
别叫人 马上好了|别打电话给我 发短信就行|不要再打电话给我推销了|不要让客服给我回电|你们老给我打电话烦死了|打电话给我妈打不通|叫了个人来装还没到|约的师傅怎么还没来|能不能换一个装维师傅|派单了吗 师傅呢|让师傅几点来合适|给我换个号码
帮我找回账号|帮我找下订单|我想找个便宜套餐|要一个能打电话的套餐|来个能用一年的流量包|有没有适合老年人的|有没有两个人用的套餐|老人一个人在家信号不好|家里来人了网不够用|个人版和企业版有啥不同|个人客户怎么开专票|客服密码忘了
服务密码人工重置要带啥|人工审核要多久|实名人工审核没过|工单一直显示人工处理中|投诉已经转给专员了还要多久|专员什么时候联系我|你们说会有专人联系我 什么时候|你们答应让经理回电话 等两天了|为什么没人回我电话|人工降费了吗|接人的时候没信号|到机场接人 需要漫游吗
找不到人可以用定位吗|对方说找我但我没来电提醒|我转了五十给别人充错了|充到陌生人号上了 能联系到人吗|开会要换呼叫转移到同事手机|同事的副卡怎么停|领导让我开发票|老板要我查公司账单|我们单位领导换了 联系人要改
can my son do it for me|does the account holder have to be there in person|a man called saying he was from customer service|someone claiming to be your agent asked for my code|your advisor was fantastic|the rep fixed it in five minutes, thanks|i already talked to an agent, no luck|i was transferred to an agent but got cut off yesterday, check my balance|how long is the wait for an agent|are agents available at 3am
is your call centre open on sundays|what's the number for customer service|do you offer phone support|how much is a technician visit|when is the technician coming|can i change the engineer appointment|i need to add someone to my plan|can somebody else collect my sim|someone topped up my number by mistake|is it a person typing
you reply like a human|bots are cool|i prefer the bot actually|no agent please, just tell me my usage|don't put me through to anyone|do not call me, text me instead|why does nobody call me back|the supervisor promised a credit last week|i spoke with your manager in june|what does a network operator do
manually select the operator|customer support rating survey|how do i rate the agent|i want to praise an agent|want to file a complaint against an agent|human error on my bill|representative of my company should sign|can a friend pay my bill|family member wants to use my data|can i talk abroad without charges
talk time left|how many minutes to talk|want to call someone overseas|i can't call anyone|nobody can reach me|people can't hear me when i talk|call someone from landline free?|someone answered my number when it was off|need a person's name changed on the contract|contact details update
live tv package|live match streaming pack|agent fee|is there a service desk in the airport|get data for another person
人工客服一般多久回复|人工在线时间是几点到几点|节假日有没有人工客服值班|凌晨还有人工吗|人工客服是不是二十四小时的|人工热线怎么收费|人工和智能有啥区别|你们人工客服都在哪个城市上班|我上周跟人工聊过 说给我减免|人工答应三天内给我回复的|前天人工帮我改的套餐没生效|人工客服说要去营业厅办
客服跟我说下个月生效|客服给我登记过了 查进度|客服发的短信里有个链接 是真的吗|那个女客服声音真好听|客服小李特别耐心 想给她写表扬信|你们有个师傅特别负责|感谢昨天接待我的工作人员|这位客服处理得真专业|那个经理推荐的套餐太贵了|主管给我打过电话了|你到底是人还是机器|你是活的吗
我在跟谁聊天|你背后是真人操作吗|你是程序吗|你叫什么 是机器人吧|你这个机器人叫啥|跟机器人聊天挺有意思|你比人工快多了|有你就行 不用麻烦人工|我不要人工服务 自助就好|不用打电话给我 短信通知就行|暂时不需要客服|别给我转来转去
别转接了 你直接说|不转人工也能办吗|能不能不通过人工自己办|可以帮我转到我老婆号上吗|电话转接到座机怎么弄|帮我把流量转给同事|转二十块话费给我爸|找人代领手机卡行吗|一个人可以办几张卡|两个人合用一个套餐|多个人的积分能合并吗|家里五个人办什么套餐
联系人全没了怎么恢复|本人不在可以代办吗|代办人要满十八吗|人在国外怎么办|人不在本地能补卡吗|老人家不会用手机 有什么套餐|有人捡到我手机了|有人蹭我家网|有人老打我电话不说话|有人用我身份证开了卡|谁在用我的副卡|我要查谁打过我电话
请个假 断网了没法上班|找不到人的时候怎么定位|领导电话能查吗|公司经理换了 怎么改联系人|我们单位的客户经理姓什么|给客服评价在哪里打分|客服评分怎么改|怎么当你们客服|工号是多少|营业员说我这个套餐停售了|需要人到场吗|需要几个工作人员上门
让安装师傅明天来|维修的人几点到|来修的人没带证件
how quickly do agents normally reply|what are the hours for live chat|do you have agents on bank holidays|is the human helpline 24 hours|how much does it cost to call an agent|difference between bot and agent support|where are your call centres|i talked with an agent last week who promised a discount|the agent said three days|your agent changed my plan but it didn't work
the rep told me to visit a store|customer service registered my case, what's the status|i got a text from your agent with a link, is it real|the girl on the phone was lovely|want to write a thank you note for the engineer|the representative who helped me deserves a raise|your manager already called me|are you human or machine|are you alive|who is behind this chat
is there a person typing this|what's your name, robot|chatting with a bot is fun|you're faster than a person|no need to bother an agent|i don't want human service, self service is fine|don't phone me, just text|not now, no agent|stop transferring me around|can i do it without calling anyone
can i do this myself without an agent|forward my calls to my office|transfer credit to my dad|send data to a colleague|can someone collect it for me|plan for two people|merge points from several people|my contacts disappeared|i'm not there in person, can my wife do it
is a person over 70 eligible|someone found my phone|someone is using my wifi|someone keeps ringing and hanging up|somebody registered a sim with my id|who is using my second sim|which number called me yesterday|find a person by phone number|change the contact person for my company|who is our account manager
where do i rate the agent|how do i become an agent|what is the agent's badge number|do i need to be there when the technician comes|how many people come to install|the repair man is late|the man who came to fix it had no id|reschedule my installer|human readable bill|person to person call charges
can i do it in person|do i have to go in person|personal hotspot|personal data|my account manager's number|business account manager contact|network operator settings|select operator manually|phone can't register with operator|which operator owns this number
`;

function sentences(block: string, isAsked: boolean): PersonSentence[] {
  return linesOf(block).map((text) => ({ text, isAsked }));
}

export const PERSON_SENTENCES: readonly PersonSentence[] = [
  ...[ASKED, ASKED_ZH_LINES, ASKED_EN_LINES, WISHES_ZH, WISHES_EN, STORIES_ASKED_ZH, STORIES_ASKED_EN, VOICES_ASKED_ZH, VOICES_ASKED_EN, TURNS_ASKED_ZH, TURNS_ASKED_EN, WIDER_ASKED_ZH, WIDER_ASKED_EN].flatMap((block) => sentences(block, true)),
  ...[NOT_ASKED, NOT_ASKED_ZH_LINES, NOT_ASKED_EN_LINES, NEAR_MISSES_ZH, NEAR_MISSES_EN, STORIES_NOT_ASKED_ZH, STORIES_NOT_ASKED_EN, VOICES_NOT_ASKED_ZH, VOICES_NOT_ASKED_EN, TURNS_NOT_ASKED_ZH, TURNS_NOT_ASKED_EN, WIDER_NOT_ASKED_ZH, WIDER_NOT_ASKED_EN].flatMap((block) => sentences(block, false)),
  ...sentencesOf(GRAMMAR_ZH, 1100),
  ...sentencesOf(GRAMMAR_EN, 800),
];
