/** Asking for a person, by rules that need no model: they hold when everything else is down. */
import { fold } from './fold.js';

export type PersonVerdict = 'asked' | 'refused' | 'unclear';

const STAFF = '(?:人工|真人|活人|大活人|客服|坐席|座席|接线员|话务员|专员|工作人员|服务人员|服务员|营业员|值班|经理|主管|领导|负责人|专人|专家|顾问|小姐姐|小哥哥|小姑娘|妹妹|同事|上级|明白人|你们?(?:公司)?的人|一?个人(?![名信资数物气版热像征套账户])|人(?=[来帮跟和出吧呀啊噻撒呗嘛,.!? ]|给我|回我|$))';
const FETCH = '(?:转接?去?到?|接通?|接入|驳去?|找|要|需要|叫|喊|换|让|派|请|整|摇|寻|揾|来|联系|呼叫|切换?到?|召唤|速转|想见|安排|弄)';

/** Mentions that ask nothing of the kind; each is cut out before the rules look. */
const MENTIONS_ZH: readonly RegExp[] = [
  /(?:是不是|是)?(?:机器人|机器|ai|人工智能|人工|真人)还是(?:人工|真人|活人|人|机器人|机器|ai)(?:客服)?/gu,
  /人工 ?(?:智能|zhi ?neng|费|成本|降雨|呼吸|湖|授精|草坪|翻译|心脏|审核|耳蜗|费用|收费)/gu,
  /(?:人工|客服|真人|坐席)(?:服务|客服|坐席|台|热线)?(?:是|的|在|都|一般|到底|今天|晚上|周末|春节|过年|节假日)*(?:几点|什么时候|什么时间|啥时候|啥时间|上班|下班|在线时间|工作时间|服务时间|时间|多少钱|收费|要钱|收钱|免费|24小时|二十四小时|全天|有多少|电话|号码|热线|邮箱|微信|怎么样|靠谱|态度|素质|工资|招聘|招人)/gu,
  /(?:几点|什么时候|啥时候|多少钱|周末|春节|过年|晚上|半夜)(?:有|能有|才有|开始|还有|转)*(?:人工|客服|真人)(?:服务|上班|在线)?/gu,
  /(?:刚才|刚刚|昨天|上次|之前|上回|前天|那天|早上|以前|前几天)[^,.!?;]{0,8}(?:人工|客服|经理|专员|工作人员|小姑娘|坐席|接线员)[^,.!?;]{0,6}(?:说|讲|告诉|答应|承诺|给我|帮我|态度|挺|很|就|让我|处理|办|解决|回复)/gu,
  /(?:你们|那个|这个|有个|那位|这位)?(?:人工|客服|经理|专员|小姑娘|工作人员|营业员|服务员|业务员|师傅)(?:的)?(?:服务)?(?:态度|素质|太差|真好|真棒|很好|挺好|不错|专业|骂|凶|乱|骗|忽悠|挂我|挂了|推|不理|说过|告诉我|说的|讲的|答应|承诺)/gu,
  /(?:投诉|表扬|夸|举报|感谢|谢谢|冒充|假冒|自称)(?:一?下|一?个)?(?:你们|那个|那位|这个|这位|的|你)*(?:人工|客服|经理|专员|小姑娘|工作人员|营业员|服务员|业务员)/gu,
  /(?:是不是|(?<!还)是|不是)(?:人工|真人|活人|机器人|个人)(?:吗|还是|么|啊|呀|在|吧|\?|$)|你(?:还|居然|竟然|原来|果然)是(?:个)?(?:真人|活人|人工)(?!吧|来|[,. ]?(?:转|接))/gu,
  /(?:ren ?gong|ke ?fu)(?: ?fu ?wu)? ?(?:ji ?dian|shang ?ban|xia ?ban|duo ?shao|shou ?fei|zhi ?neng|dian ?hua|fei)|(?:ji ?dian)[a-z ]*(?:ren ?gong|ke ?fu)/gu,
  /你们?(?:是|算|到底是|该不会是|不是)[^,.!?]{0,8}(?:人工|真人|活人)(?:客服)?[^,.!?]{0,4}/gu,
  /(?:节假日|凌晨|半夜|夜里|晚上|周末|春节|国庆|过年|几点)[^,.!?]{0,6}(?:还有|有没有|有|是)(?:人工|客服|真人)[^,.!?]{0,5}(?:值班|吗|在|没有|服务)|(?:不用|不必|不想|别)麻烦(?:人工|客服|真人|你们)|不(?:转|找|通过|经过|靠)(?:人工|客服)[^,.!?]{0,4}(?:能|可以|行|办|自己)|(?:流量|话费|积分|号|钱|余额)[^,.!?]{0,3}(?:转|送|给)(?:给|到)?(?:同事|朋友|家人|别人|客户)/gu,
  /联系人(?!工)|代理人|[十百千\d几]来人|经办人|客户经理|(?:机器人|机器|ai)还是(?:人工|真人|活人|人)(?:客服)?|(?:号|户|主|名|套餐|转)(?:转|换|改)(?:成|给)?个?人|换(?:一?个)?人的/gu,
  /(?:背后|后面|后台|那头|对面|屏幕)(?:到底)?(?:是不是|有没有|是|有)(?:个)?(?:真|活)?人/gu,
  /(?:派|找|叫|安排|让|请|喊)(?:个|几个|一个|你们)?(?:人|师傅|工作人员|工程师|专人)(?:过?来|上门|去|到)*(?:我们?家|家里|我这|公司|单位)*(?:看看|看一?下|瞧瞧)?(?:来)?(?:修|看|装|安装|上门|检测|维修|检查|谈|弄网|布线|拆)/gu,
  /(?:有没有|没有|没|还有|都没|不见)人(?:来)?(?:管|理|处理|修|接|跟进|联系|回复)/gu,
  /(?:找|联系|打|问|转|跟|催)(?:了|过)?(?:你们?)?的?(?:人工|客服|真人|经理|营业员|工作人员|专员|坐席)[^,.!?]{0,3}(?:过|了半天|半天|等了|转了|问了|说了|领|排队|要等)[^,.!?]{0,8}/gu,
  /(?:昨天|刚才|刚刚|上次|前天|早上|上午|下午|昨晚|之前)(?:我)?(?:已经)?(?:转|找|打|联系|接)(?:了|过)?(?:人工|客服|坐席)[^,.!?]{0,10}/gu,
  /(?:人工|客服|经理|专员|坐席|营业员|接线员|工作人员)(?:给我|帮我|把我|替我)(?:办错|开错|弄错|搞错|办了|开了|弄了|搞了|解决了|处理好|改错|充错|查错)/gu,
  /给[^,.!?]{0,6}(?:客服|营业员|接线员|师傅|人工|专员|坐席|小姑娘|小姐姐|小哥|经理|工作人员)[^,.!?]{0,3}(?:点赞|点个赞|加鸡腿|好评|表扬|写|送锦旗|打分|五星|加分)/gu,
  /(?:和|跟|与)(?:人工|真人|智能)客服[^,.!?]{0,4}(?:区别|不同|一样|哪个)|的是你们?的?(?:客服|工作人员|人|经理)吗|人工(?:处理中|审核|重置|核验)|(?:转给|派给|交给|分给)(?:专员|专人|经理|主管|领导|相关)|(?:答应|承诺|说好|说会|说要|说了)[^,.!?]{0,10}(?:电话|联系|回电|回复)|找(?:个)?人(?:帮我|给我)?代|(?:家里|家中|客人|亲戚|机场|车站|单位|店里)(?:来|接)(?:个)?(?:人|客)/gu,
  /(?:不用|不要|不需要|不必|别|不想|先别|勿|甭|莫)(?:再|老)?(?:让|叫|要)?(?:你们?|客服|他们|人)?(?:给我|跟我)?(?:打电话|回电话|回电|来电)(?:给我|过来)?|打电话给(?:我妈|我爸|我老|别人|朋友|家|他|她)|(?:不用|不要|不需要|不必|别|不想|甭|莫)(?:再)?(?:叫|找|喊|派|跟|要|和)?(?:真人|人)(?:来|说|了|聊|[,.!? ]|$)/gu,
  /(?:不用|不要|不需要|不必|不找|不是找|别|先不|甭|唔使|唔要|无需|用不着|不想)(?:再)?(?:给我|帮我)?(?:转接?|接|找|要|打|叫|喊|联系)?(?:到)?(?:人工|真人|客服|坐席|经理|人来|人了|领导)/gu,
  /(?:[一二三四五六七八九十\d]+点半?|晚上|夜里|半夜|凌晨|中午|周末|周[六日]|节假日|春节|过年|国庆|下班)(?:[以之]?后|[以之]?前|了|时|时候|也|都|还){0,3}(?:能|可以|能不能|可不可以|能够)(?:转|接|找|打|联系)(?:得?[到通了])?(?:人工|客服|真人)(?:吗|不|么|嘛|没)/gu,
];

const ASKED_ZH: readonly RegExp[] = [
  /^(?:请|我|要|转|接|找|那|就|快|给我|帮我|麻烦|赶紧|马上|你好|喂|算了|滚|直接)*(?:人工|真人|活人|人功|人公|人攻|仁工|客服人员|客服代表|接线员|话务员|坐席|座席)(?:人工|真人|客服|服务|坐席|座席|台|人员|小姐|代表|专员|在线|呢|吧|啊|呀|在吗|在不在|有吗|有没有|谢谢|快点|急|[!?., ])*$/u,
  new RegExp(`${FETCH}(?:一下|一个|1个|个|位|一位|到|去|给|你们?|我|咱|俺|的|那边?|这边|在线|线上|真|活|大|你哋|里|这|那|懂|能|会|管|好|说话|做主|负责|主事|解决问题|处理问题|办事|有经验|懂行|讲理|话事|嘅|后台|服务|高级|值班|公司){0,6}${STAFF}`, 'u'),
  /(?:有没有|有冇|还有没有|有无|可有|有得)(?:人工|真人|活人|个?人|客服|人在|喘气的)(?!.{0,4}(?:用|买|遇|知道|跟我一样|推荐|冒|打|告诉))/u,
  /(?:在线|要求|申请|选择?|走|请求|需要|速度|快点?|直接|可以|能|能不能|麻烦|怎么(?:找|接|转|联系)?|哪里有|有)(?:一?下)?(?:人工|真人)/u,
  /人工(?:帮|处理|办理|介入|看|查|跟进|核实|来|接|怎么|在哪|入口|通道|在不在|在吗|呢|行不|可以吗|能不能)/u,
  /(?:^|[,.!?; ])(?:上|就)?(?:人工|真人|zrg)[!., ]*$/u,
  /(?:^|[,.! ]|麻烦|请|能不能|可以|能|可不可以|帮忙|赶紧|快)(?:你们?|让人|找人|安排)?给我(?:回|打)(?:一?个)?(?:电话|过来)|(?:回|打)(?:一?个)?电话(?:给我|跟我说|过来吧?$)|回(?:个)?电(?:给我|话$)/u,
  /(?:找|叫|换|来|有没有|要|喊|让|没有|就没|整|揾)(?:一?个|1个|一位|位)?(?:能|会|可以|真正?|说话|懂)(?:够)?(?:拍板|做主|作主|话事|主事|管事|说了?算|算数|听懂|解决|处理|办事|负责|沟通|说人话|的来|行的|业务的)/u,
  /(?:跟|和|同)(?:程序|机器|机器人|电脑|系统|ai)(?:没法|说不|讲不|聊不|沟通不|无法|没办法)/u,
  /(?:你)?(?:就|只)?是(?:个|一个)(?:机器|程序|机器人|ai)[,. ]*(?:叫|换|找|喊|让)/u,
  /(?:给|畀|俾|要)(?:我)?(?:一?个)?(?:真人|人工|活人)|(?:连|连线|进|进入|接入|排队?等?|等|交给|必须(?:走)?|只能(?:走)?|还是|切|切到|切换|换|求)(?:一?下)?(?:等)?(?:人工|真人)/u,
  /(?:有没有|有无|谁能|需要有?|有人能|想要?|找|要|让)[^,.!?]{0,8}(?:人|谁|客服)?(?:能)?(?:给我|跟我|慢慢跟我|来)(?:解释|讲清楚|说明白|说清楚|讲讲|对接|慢慢讲|讲一?下)|谁能给我说|说得上话|(?:办事|当班|值班|能看|会弄|懂行)的人?(?:讲|说|聊|来|喊|呢|出来)|(?:把|叫|喊)(?:你们?)?(?:当班|值班)的|(?:跟|和)机器人?(?:掰扯|扯|说不清|讲不清)|人都?死哪|分配[^,.!?]{0,3}客服|连线客服|有客服(?:理|管|在线)/u,
  /^(?:请|请帮我|帮我|麻烦|给我|能不能|可不可以|可以|能|快|赶紧|我要|我找|我想要?|找|要|叫|转|接|喊|那|就|你好|[,.! ])*(?:转接|转一下|接线|总机|前台|客服专员|专员|专员服务|语音客服|一对一客服|专属客服|人工(?:协助|支持|帮助|介入|智障)|客服(?=呢|出来|接入|代表)|管事的|主管|经理|活的|真的人|工人客服|人共|升级处理)(?:服务|吗|呢|一下|下|出来|接入|在吗|在不在|吧|啊|好吗|可以吗|谢谢|[,.!? ])*$/u,
  /(?:叫|找|让|喊|请|见|换|要)(?:一下)?(?:你们?|你哋|侬)?(?:的)?(?:主任|头儿|老大|老板|管事|话事人|上级|当官的|大领导)|管事的(?:呢|在哪|出来|是谁)|(?:你们?谁|谁)(?:来)?(?:负责|做主|管事)[^,.!?]{0,3}(?:出来|站出来)|(?:申请|要求|请)?升级(?:给|到)?(?:上级|处理|投诉专员)|上级(?:介入|处理|在吗)/u,
  /只(?:想|愿意|肯)?(?:跟|和|同|认|要)(?:真)?人|必须(?:是)?(?:真)?人(?:跟|和|来|回)|非要?(?:跟|和)人|(?:听|听到|听见|听个)(?:真)?人(?:讲|说|的声音)|跟真的人|不是真人我不/u,
  /有人能?(?:帮|帮助|帮帮|来)(?:一?下)?(?:我|忙|处理)?(?:吗|不|嘛|么)|谁(?:来|能)(?:来)?(?:帮|管|理)[帮管理]?(?:一?下)?我|旁边[^,.!?]{0,4}(?:让|叫)他/u,
  /(?<!没人|谁|没|未|没有|不)回我(?:个)?电话|(?:叫|让|请|喊)(?:个|你们?的?)?人打我电话|(?:能不能|可以|请|麻烦|要|想|直接)?电话(?:里)?(?:联系|沟通|说|聊|谈)(?:我|吧|行|可以|好|$)|打过来(?:吧|说|$)|请来电|(?<!清|量|查)语音(?:聊|沟通)|能(?:直接)?说话吗|等(?:你们?)?(?:的)?电话$|[驳博](?:线|返|去|到)(?:去)?(?:人工|客服|真人)/u,
  /(?:转|要|找|叫|接|换|揾)(?:到|个|一个)? ?(?:rg|zr|rengong|ren gong|human|agent|kefu|ke fu|customer service|operator|real person)\b|(?:zhuan|zhao|yao|jie|jiao) ?(?:人工|真人|客服)|^(?:rg|kefu|ke fu|zhao ?ke ?fu|jiao ?(?:ge ?)?ren ?lai|zrg+)[!. ]*$/u,
  /(?:打字|文字)(?:太?慢|说不清|不方便|不会|看不清)[^!?]{0,8}(?:说|讲|电话|通话|人)|不(?:想|要|会)打字|(?:我要|想要?|能不能|可以)(?:语音)?通话/u,
  /(?:跟|和|同|与|对|向)(?:你们?的?|一个|个|一位|位|真|活|大){0,3}(?:真人|活人|人工|人|客服|工作人员|经理|主管|专员|领导)(?:直接)?(?:说|聊|讲|谈|沟通|对话|通话|倾|唠|摆|交流|对接|反映|联系)/u,
  /(?:不(?:想|要|愿意?|跟|和|同|需要)|唔(?:想|要|同)|勿要|别(?:让|再|用|给我)?|莫|拒绝|讨厌|受够)[^,.!?;]{0,6}(?:机器人|机械人|机器|机械|ai|智能客服|电脑|程序|自动回复|语音助手|你个机)(?![^,.!?;]{0,4}(?:打电话|打给|骚扰|推销|推荐|来电))/u,
  /(?:换|叫|喊|找|派|让|来|整|摇|揾|寻)(?:个|一个|位|你们)?(?:真|活|大活)?人(?!给(?:骗|坑|偷)|[用摸气物像脸均数]|(?:帮我|给我)?(?:代办|代充|代缴|充|冒|名|打|骚))(?:来|出来|跟|和|给我|帮我|回|接|处理|解决|说|讲|倾|唠|管|行不|好不|,|.|!|\?|$)/u,
  /^(?:喂|哎|你们|都|客服|工作|[,.!? ]){0,6}(?:人呢|人在哪|人去哪了?|人死哪去了)(?:人呢|[,.!? ]|$)/u,
  /[转专传転转]{1,2}(?:到|去|个|下|一下)?(?:人工|仁工|人公|人功|人攻|任工|真人|客服)|人[攻公功]客服|人工[可克]服/u,
  /(?:转|接|要|找|换)(?:rengong|kefu|zhenren)|(?:^|[^a-z])(?:zrg|zhuan ?ren ?gong|ren ?gong(?: ?ke ?fu| ?fu ?wu)?|zhao ?ren ?gong|zhen ?ren|zhuan ?ke ?fu|yao ?ren ?gong|wo ?yao ?ren ?gong|zkf|rgkf|rgfw|w?yrg|wyz?rgkf|wyzrg|w?yzr|bwzrg|gwzrg|zgrg|jrg)(?=$|[^a-z])/u,
  /(?:让|叫|请|喊|麻烦)(?:你们|客服|人工|工作人员|经理|主管|专人|人|个人|领导|你们的人|你们那边)[^,.!?;]{0,6}(?:给我|跟我|和我|帮我)?(?:回个?电话|打(?:个)?电话|回电|来电|联系我?|跟我说|和我说|处理)/u,
];

/** Who was with one of ours and lost the line wants that person back; whose calls to others drop has no signal. */
const CUT_OFF: readonly RegExp[] = [
  /(?:跟|和|同|与)(?:你们?的?)?(?:一?个|那个|那位)?(?:人工|客服|真人|坐席|专员|经理|主管|工作人员)(?:客服)?(?:正|在|才|刚)*(?:聊|说|讲|谈|沟通|通话)(?:着|到一半|到|一半|了一半|得好好的|得正好|没说完|话|天|几句|两句)*[,. ]?(?:就|又|突然|忽然|电话|线|自动|给|我|被|然后|结果)*(?:断了|断线|掉线|断开|断掉|中断|没了|不见了|挂了|掉了|退出)/u,
  /(?:刚才|刚刚|方才)(?:跟我聊的|跟我说话的)?(?:那个|那位|的)?(?:人工|客服|坐席|真人)(?:客服|坐席)?(?:怎么|咋)?(?:就|突然)*(?:不见了|没了|断了|断线|掉线|不在了|去哪了?|跑哪去了|(?:人)?呢(?:[?!. ]|$))/u,
  /\b(?:talk|chat|speak|connect|was|were|been)\w*\b[^.!?;]{0,20}\b(?:a person|agent|human|rep|representative|advis[oe]r|operator|colleague)\b[^.!?;]{0,20}\b(?:(?:got|was|were|been|we) (?:cut off|disconnected|dropped)|(?:line|chat|call|connection) (?:dropped|died|broke|went)|dropped)\b|\b(?:got|was|were) (?:cut off|disconnected|dropped)\b(?! by)[^.!?;]{0,24}\b(?:agent|person|human|rep|representative|advis[oe]r|operator|colleague)\b/u,
];

const STAFF_EN =
  "(?:(?:humans?|hooman|humann|(?:real |actual |live |human |living )?(?:person|people|human being|human|someone|somebody|agent|staff|operator|representative|reps?|advis[oe]r)|agents?|representatives?|reps?|operators?|advis[oe]rs?|live (?:chat|support|help|one)|supervisor|manager|csr|(?:member|one) of (?:your )?(?:staff|team)|team member|colleague|specialist|employee|customer (?:service|support|care|services)(?: (?:agent|rep|representative|person|team|people|advisor))?|support (?:agent|team|person|rep|staff)|anyone|anybody|someone|somebody|call ?cent(?:er|re)|agnet|ag[ea]nt|represenative|reprsentative|operater|custumer service|some1|representiti?ve|representativ|reprasentative|opperator|oprator|persom|persn|custmer service|technician on the phone)\\b)";
/** The single words of it, each of which can be read in one way only: they may follow each other in any number. */
const STAFF_WORD_EN =
  '(?:humans?|being|person|people|some(?:one|body|1)|any(?:one|body)|agents?|agnet|agant|staff|team|member|operators?|representatives?|reps?|advis[oe]rs?|supervisor|manager|csr|colleague|specialist|employee|customer|service|support|call ?cent(?:er|re))';

const MENTIONS_EN: readonly RegExp[] = [
  /\b(?:how (?:much|long)|fee|charged?|costs?|price|is it free)\b[^.!?;,]{0,30}\b(?:agent|operator|person|human|rep|representative)\b|\bperson typing\b|\bfind a person\b|\bhow (?:do|can) i become\b[^.!?;]*|\bpersons? over\b/gu,
  /\b(?:are|r) (?:you|u|this)\b[^,.!?;]{0,20}\b(?:real|human|person|bot|robot|agent|someone|machine)\b[^,.!?;]*/gu,
  /\b(?:is|am) (?:this|it|that|i)\b[^,.!?;]{0,28}\b(?:bot|robot|human or|real person or|machine|human|real person|a person)\b[^,.!?;]*/gu,
  /\b(?:spoke|talked|chatted|speaking|was told|told me|promised|said)\b[^,.!?;]{0,24}\b(?:agent|rep|representative|advis[oe]r|manager|someone|person|operator)\b|\b(?:agent|rep|representative|advis[oe]r|manager|person|operator|colleague|staff|guy|lady|girl)s? (?:(?:i|we) (?:spoke|talked|chatted)|who (?:told|said|helped|served|was|sorted)|yesterday|last|told|said|promised|hung|was|were|is|are|helped|has|had|did|sold|at the|in the|in your)\b/gu,
  /\b(?:do ?n[o']?t|don't|do not|no|not|without|never) (?:need|want|have|having|get|transfer|wish|put|connect|talking|speaking)?(?: me| to| for| through)*(?: need| talk| speak| chat| be transferred)?(?: for| to| with)*(?: a| an| any| your)? ?(?:human|person|agent|operator|representative|rep|manager|real person|live agent)\b/gu,
  /\b(?:what time|when|hours|how late|how early|opening)\b[^.!?;]{0,30}\b(?:agents?|humans?|people|staff|operators?|representatives?|someone|call cent(?:er|re)|customer (?:service|support|care)|live chat)\b|\b(?:agents?|people|staff|operators?|customer (?:service|support|care)|live chat|call cent(?:er|re))\b[^.!?;]{0,16}\b(?:open|hours|available (?:on|at|24|until|from)|24\/7|number|email|close|work (?:on|at))\b/gu,
  /\b(?:travel|estate|insurance|letting|secret|chemical|double) agents?\b|\bsomeone (?:else|stole|hacked|is using|used|has|keeps|called|rang|texted|opened|in my|got|took|pretend\w*|claim\w*)\b|\b(?:per|each|one|second|another|many|other|two|three|in) (?:person|people)\b|\bin person\b|\bhuman (?:rights|resources|error|body)\b/gu,
  /\b(?:still|been|keep|kept)? ?(?:waiting|waited) (?:for|on)\b[^.!?;]*|\bpromised\b[^.!?;]*|\b(?:estate agents?|spammers?|scammers?|they|people|callers?|telemarketers?) (?:keep |always )?(?:call|ring|phone)\w* me\b|\b(?:sound|look|act)s? like a (?:real )?person\b|\b(?:human|person|someone|anyone) behind (?:this|the)\b|\b(?:anyone|anybody) (?:home|there)\b(?! who| (?:that is |that's )?(?:not|human|real))|\b(?:no ?one|nobody|people|friends|they|callers?|others|everyone|my \w+) (?:can|could|is able to|ever|still)?(?: ?not|n't)? ?(?:call|ring|phone|reach)\w* me\b|\b(?:rather|prefer) (?:to )?(?:use |have |keep |using )?(?:the |this )?(?:chat|bot|app|texting|self service)\b[^.!?;]*|\b(?:on duty|staff on duty|work\w*|available|there) (?:at|on|until|till|after|over|during) (?:midnight|night|weekends?|sundays?|saturdays?|holidays?|christmas|\d)[^.!?;]*|\bcontact persons?\b|\b(?:person|someone|somebody|people) ?(?:'s|is) (?:name|number|plan|account|phone)\b|\b(?:network|another|other|different|new|current|mobile|roaming) operators?\b|\baccount managers?\b|\brather not (?:speak|talk)\b[^.!?;]*|\b(?:do not|don't|dont|never) (?:transfer|connect|call|escalate|put|pass|hand)\b[^.!?;]*|\bis there staff\b[^.!?;]*\b(?:midnight|night|weekend|sunday)|\b(?:report|complain about|complaint about) (?:an?|the|your|one of your) (?:\w+ )?(?:staff|agent|rep|advis[oe]r|employee|manager|technician|colleague)\b|\b(?:have|get) (?:someone|somebody) contact (?:us|our)\b/gu,
];

const ASKED_EN: readonly RegExp[] = [
  /\b(?:gimme|lemme|give (?:me|this to)|assign(?: me)?|queue me(?: for)?|put me in (?:the )?(?:queue|line)(?: for)?|wait for|prefer|change to|switch to|enter|open|start|go to) (?:a |an |the |some )?(?:human|person|agent|someone|somebody|operator|representative|live chat|live agent|real person|chat with)\b|\b(?:human|agent|operator) mode\b|\bput me in line\b|\bwant to be connected\b/u,
  /(?:^|[,.!;] ?)(?:ugh |just |ok |now )?(?:agent|human|person|operator|someone|hu+man)(?: please| now| pls)?[.! ]*$|\b(?:someone|somebody) on the line\b|\bwill (?:somebody|someone|anyone) answer\b|\b(?:a (?:human|person) (?:would|might|could|can))\b|\bhu{2,}man\b/u,
  /^(?:your |the |get |get me |i want |an? |one of your |[ ,.!?])*(?:superiors?|boss|duty manager|store manager|employees?|adult|client services|cust service rep|call ?back)(?: on the phone| on chat)?(?: please| now| pls|[ ,.!?])*$|\btechnician on (?:chat|the phone)\b|\bcall ?back please\b|\b(?:schedule|book|arrange) (?:a |an )?(?:call\b|for (?:someone|somebody)|phone call)|\b(?:mandarin|chinese|english|cantonese)[- ]speaking\b|\bperson in (?:chinese|mandarin|english)\b|\bone of your (?:people|team|employees)\b|\bsomeone to (?:walk|talk|guide|explain|help)\b/u,
  /^(?:dial |press |option )?0{1,3}[#*!.]*$|\b(?:anyone|anybody|someone|somebody|any)\b[^.!?;]{0,18}\b(?:not|isn't|is not|other than|besides|but) (?:a |the )?(?:ro)?bot/u,
  /^(?:please|pls|can you|could you|just|ok|yes|now|i want|i need|i demand|give me|get me|need|want|someone|[ ,.!?])*(?:transfer|escalate|escalation|next level support|(?:tier|level) (?:2|two)(?: support)?|second line(?: support)?|staff(?: member)?|helpdesk person|support person|live assistant|someone with authority|your team|your boss|cust service|custumer service|press 0|0|real ppl|hmn|humam|hmn agent|aget|operater|op|humans? only|person only)(?: please| pls| plz| now| asap|[ ,.!?])*$/u,
  /\b(?:speak|talk|get|see|want|give|chat|spk)\b[^.!?;]{0,14}\b(?:boss|in charge|some1|sum1|sb|ppl|humam|hmn|aget)\b|\bin charge\b[^.!?;]{0,12}\b(?:talk|speak|please)\b|\bsomeone in charge\b|\b(?:sm1|some1|sum1|someone|somebody)(?: (?:please|pls|to))? help\b|\bhelp from a (?:human|person)\b|\bany humans?\b|\bonly (?:talk|speak|chat) to (?:humans?|people)\b/u,
  /\b(?:let me out of|skip|bypass|exit|leave|get past|get rid of|go away|shut up|quit|disable)(?: of)?(?: this| the| you)? (?:bot|robot|chatbot|ai|machine)\b|\bbot,? go away\b|\bstop (?:replying|answering) automatically\b|\bnot you,? (?:a|an)\b/u,
  /\b(?:speak|talk|chat|discuss|conversation|get back to me|do this|call|contact me)\b[^.!?;]{0,14}\b(?:on|over|by|via) (?:the )?phone\b|\b(?:can|could|want to|like to|need to|may) i? ?call (?:you|someone|somebody)(?: instead| please| directly)|\bvoice call with\b|\breal conversation\b/u,
  /\b(?:someone|somebody|anyone|anybody|person|people|one) (?:who (?:understands|knows|can|is|speaks|actually)|with (?:a brain|a pulse|authority|some sense))\b|\bcompetent (?:human|person)\b|\bneeds? (?:a )?human\b|\b(?:manual|human) (?:review|attention)\b|\bprefer (?:talking|speaking|chatting|dealing|a person|a human|someone)\b|\bput (?:someone|somebody|a (?:real )?person) on\b|\b(?:talk|speak|contact|reach|chat) (?:to |with )?your (?:team|staff|people|office)\b/u,
  new RegExp(`^(?:please|pls|hi|hello|hey|ok|no|just|a|an|the|i said|now|give me|get me|need|want|any|real|live|actual|still there|talk|speak|transfer|connect|[ ,.!?])*${STAFF_EN}(?:[ ,.!?]|please|pls|plz|now|asap|thanks|thank you|here|needed|required|${STAFF_WORD_EN})*$`, 'u'),
  new RegExp(`\\b(?:talk|speak|chat|spk|tlk|speek|tak|converse|discuss (?:this|it)|get through|go through|get hold|get a hold|reach|contact|deal|have a (?:word|chat|conversation)|conversation|be (?:connected|transferred))\\b(?: (?:directly|now|instead|right now|this))*(?: (?:to|with|w|2|of))? ?(?:(?:a|an|the|your|some|any|one|actual|real|live|proper|living|breathing|human|senior|another|different|of|please|ur|customer|service|other|local|duty)[ -]?)*${STAFF_EN}`, 'u'),
  new RegExp(`\\b(?:transfer|connect|escalate|put|pass|hand|patch|forward|switch|redirect|route)\\b(?: (?:me|this|us|my call|the call|it|over|through|thru|on|straight|back|chat))* (?:to|with|w|2) (?:(?:a|an|the|your|some|actual|real|live|human|any)[ -]?)*${STAFF_EN}`, 'u'),
  new RegExp(`\\b(?:get|give|find|fetch|send|bring|want|need|require|have|see|prefer|would like|'d like|request|demand|wants?|call)\\b(?: (?:me|us|in|on|to|to see|to have|please))*(?: (?:a|an|the|your|some|any|one|actual|real|live|proper|living|senior|another|different|to))* (?:human|person|real (?:person|human|people)|live (?:person|agent|chat|human|one)|agent|representative|rep|operator|supervisor|manager|human being|csr|advis[oe]r|actual person|somebody real|someone real|(?:someone|somebody|a person|person) (?:who|that|to (?:help|talk|speak|call|contact|handle|fix|sort|take)|real|human|competent|with a brain|from (?:your|the) team|on (?:the )?(?:phone|line|chat)|in charge|higher))\\b`, 'u'),
  /\b(?:is|are|isn't|aren't) there (?:(?:a|an|any|some|really|even|actually|no) ?)*(?:real |live |actual )?(?:human|person|people|agent|one|body|anyone|anybody|someone|somebody|staff|operator)s?(?: there| i can| around| available| here| to (?:talk|speak|help)| online|[?!. ]|$)|\b(?:anyone|anybody|somebody|someone) (?:real|human|alive|available)\b/u,
  /\b(?:real|actual|live|living) (?:human|person|people|agent|one|operator|representative|rep)\b|\bhuman (?:agent|help|support|assistance|being|operator|representative|advisor|please|service|now)\b|\b(?:human|agent|representative|operator) (?:please|now|asap|pls|plz)\b/u,
  /\b(?:no|not|stop|enough|sick of|tired of|hate|don't want|do not want|dont want|fed up with|done with|instead of|rather than|refuse|won't talk|quit|forget)\b[^,.!?;]{0,28}\b(?:bots?|robots?|machines?|chatbots?|ai|computers?|automated|automation|virtual assistants?)\b(?! calls?| call)/u,
  /\b(?:please|pls|can|could|may|would|want|need|get|just|have|ask|let) (?:you |i |someone |somebody |anyone |your |staff |team |an? |the |agent |manager |advisor |to |have |get )*(?:call|ring|phone) me\b|^(?:please )?(?:call|ring|phone) me(?: back)?\b|\b(?:request|want|need|arrange|get|like) (?:a |an )?(?:call ?back|phone call|return call)/u,
  /\b(?:transfer|escalate|connect|forward) (?:me|this|us)\b(?! to (?:another (?:network|operator|number|phone)|my|a different (?:network|number)))|\bget (?:me )?(?:someone|somebody)\b(?! else)|\bcan a (?:human|person)\b|\b(?:let|have|get) (?:someone|somebody|anyone) (?:from|in|on|real|at|who|look|handle|sort|deal|help|take)/u,
  new RegExp(`\\b(?:let|can|could|may|might|i'd|i would|i'll|would)\\b[^.!?;]{0,24}\\b(?:talk|speak|chat)\\b[^.!?;]{0,12}\\b${STAFF_EN}`, 'u'),
];

function without(text: string, mentions: readonly RegExp[]): string {
  let rest = text;
  for (const mention of mentions) rest = rest.replace(mention, ' ¦ ');
  return rest;
}

/** Both the message as it stands and its standard wording are heard; a refusal in the original stands. */
export function personVerdictOf(folded: string, canonical: string): PersonVerdict {
  const original = personVerdict(folded);
  if (original !== 'unclear') return original;
  for (const other of new Set([canonical, squeezed(folded)])) {
    const verdict = other === folded ? 'unclear' : personVerdict(other);
    if (verdict !== 'unclear') return verdict;
  }
  return 'unclear';
}

/** No classifier may say otherwise. */
export const wasCutOff = (folded: string): boolean => CUT_OFF.some((rule) => rule.test(folded));

/** `refused`: a person is mentioned and surely not asked for, so no classifier may say otherwise. */
export function personVerdict(folded: string): PersonVerdict {
  if (wasCutOff(folded)) return 'asked';
  const hasHan = /[\u4e00-\u9fff]/u.test(folded);
  const hasLatin = /[a-z]{2}/u.test(folded);
  let wasCut = false;
  if (hasHan) {
    const rest = without(folded, MENTIONS_ZH);
    if (ASKED_ZH.some((rule) => rule.test(rest))) return 'asked';
    wasCut ||= rest !== folded;
  }
  if (hasLatin) {
    const rest = without(folded, MENTIONS_EN);
    // Pinyin is Latin, and what the Chinese rules leave alone they leave alone in pinyin too.
    const spelt = hasHan ? '' : without(rest, MENTIONS_ZH);
    if (ASKED_EN.some((rule) => rule.test(rest)) || (!hasHan && ASKED_ZH.some((rule) => rule.test(spelt)))) return 'asked';
    wasCut ||= rest !== folded || (!hasHan && spelt !== folded);
  }
  return wasCut ? 'refused' : 'unclear';
}

/** 「人 工」「人!工!」 are spelt out for emphasis, in short messages. */
function squeezed(text: string): string {
  return text.length > 16 ? text : text.replace(/(?<=[\u4e00-\u9fff])[^\u4e00-\u9fffa-z0-9]+(?=[\u4e00-\u9fff])/gu, '');
}

export function asksForPersonByRules(text: string): boolean {
  const folded = fold(text);
  return personVerdictOf(folded, folded) === 'asked';
}
