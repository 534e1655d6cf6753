/** Wishes said in the turns of a talk: confirmed, corrected, typed by initials, put as a reproach or as a question after somebody known; and what is said in the same words of calls, of staff and of machines without any wish. */
export const TURNS_ASKED_ZH = `
对对对,人工|对的 就是要人工|没错 我要的就是人工|嗯对 人工那个|是的是的 人工|我说的就是人工啊|就人工 就人工|对 客服 就是客服|就是那个 人工 人工|是人工 不是充值|不对 我说的是人工|错了错了 是人工|不是 不是套餐 是人工|我要的是人工不是账单|我是要找人工 不是要缴费|不是让你查话费 是让你转人工|要人工不要流量包|你弄错了 我要的是客服不是积分|不是改密码是找客服|我没说要办业务 我说的是人工
wyrg|wyrgkf|wyzrg|wyzrgkf|wyaorg|bwzrg|gwzrg|qzrg|kzrg|rgne|rgkfne|zrgba|zrgkfba|jrg|yrg|yzr|wyzr|zzr|zkfba|wyzkf|wyzkfry|zgr|jrgkf|zrgfw|wyrgfw
you mei you ren a|you mei you ke fu a|you mei you huo ren a|youmeiyouhuoren|youmeiyoukefu|youmeiyouzhenrena|gei wo zhao ren ba|zhuan ren gong a|zhuanrengongba|huan ge ren ba|zhao ge ren lai a|jiao ge ren lai ba|wo yao ren gong a|zhuan ke fu ba|ren ne ren ne|kefu ne
你们那儿就没个活人吗|这么大公司一个活人都没有|就没有一个真人坐班吗|你们难道不雇人的吗|全是机器 就没有人吗|你们公司是不是没有真人客服|人都去哪了 怎么全是机器|整个公司都是机器人吗 来个人啊|偌大的公司连个接待的人都没有|怎么连个人影都没有
我想再跟早上那位姑娘说|前面那位女士呢 我还找她|还是接昨天跟我谈的那位|昨天接待我的小伙子在不在 我找他|能再帮我找到之前那位先生吗|想继续跟上回那位老师沟通|请把我转回昨天那位客服|我只想跟之前处理的那位同事讲|找回我上次那个接线的|把处理我那单子的人叫来
这里谁说了算 我跟他谈|谁是管这个的 我要跟他说|谁是头 出来|你们这谁做主|哪个是负责的 站出来|这块归谁管 让他找我|管这事的是哪位 请接一下
不想自己按了 给我接个人|按键太多了 直接给我个人吧|按一按二烦死了 我就要个人|菜单听不完 转坐席|选项里没有我的问题 我要跟人说|没有我要的选项 找人|这些选项都不对 给我人工|说了一大堆没用的 来个真的|话都说不明白 换个能说明白的来
我要跟你们高层反映|我要找你们的大领导评评理|让上面的人来跟我谈|请把我的情况反映给你们经理让他联系我|我等着你们领导的电话|你做不了主就让做得了主的来|你没权限就转有权限的|级别高一点的来
我就等一个真人|排多少位我都等 接吧|继续等人工|保持排队 我等|我不挂 等客服|接着排 我等得起
您好人工|人工您好|人工早上好 帮帮我|早 人工|人工老师好|人工 在线等|人工好 我这有个事|你好我找的是人工|人工客服您好 我想跟你说|人工呢 你好|hi 人工|哈喽人工 出来一下
把人工喊起来|把人工请出来|把真人放出来|去把客服拉来|快去喊你家客服|人工睡着了吗 叫起来|让客服别睡了 出来干活|去请个真人过来|把你背后的人喊出来|把客服妹妹请来|麻烦把值班的喊醒|快把活人搬来
怎么没有人工按钮|没看见人工在哪点|人工选项去哪儿了|转人工的按钮呢|怎么没有人工这一项|找遍了都没有人工入口|页面上没有人工啊|为什么这里没有人工客服|菜单里怎么没有人工|人工服务的键在哪|人工的入口怎么没了|没有人工可选吗|怎么点都点不到人工|你们怎么把人工藏起来了
你们能打电话跟我沟通吗|可以致电跟我说吗|能不能来电讲一下|麻烦来电沟通|方便来电聊一下吗|电话里跟我说行吗|能打过来跟我讲吗|可以打个电话给我解释吗|请打电话与我沟通|要不你们电话跟我说吧|文字说不明白 电话沟通可以吗|微信语音跟你们的人说行吗|可以语音通话跟客服沟通吗
yaorg|zhaorg|jierg|zhuankf|zhaokf|jiekf|wozhaokf|woyaorg|huanrg|转kf|找rg|接rg|转RG客服|zhuan rg a
从头到尾没个人理我|半天了没有人理我 出来个人|我等了二十分钟了 到底有没有人来|发了十条都是机器回的 我要人|聊了半小时还是机器 转吧|转了三回都断了 再转一次|上一个人工没说完就退了 再给我找一个|换一位客服|这位客服不懂 换别的客服|换个高级点的客服来|这个客服不行 换一个
问题很急 找个人马上处理|我急着登机 快给我接人|老人在医院等着用手机 快找人帮忙|出大事了 接客服|赶时间 直接接人|孩子走丢了手机打不通 快找个人帮我
来人啊来人|来人哪 急|快来人呀|来人 来人|嗯 需要你转接|好啊 那转接吧|对 需要转过去|要的 给我转接|可以 转吧|行 转接过去
客服电话一直占线 你帮我转进去|热线打不进 你这里帮转|打你们客服没人接 你给我接一下|拨了半天热线都是忙音 你直接转吧|电话那边排队 你这边给我找个人|热线老忙 网上给我接个客服
机器客服走开|智能客服滚一边去|ai闪开|小助手退下 让人来|自动回复走开|机器人一边待着去|机器人下班吧 换人值班|ai别说话了 让人说
你聋啊 人工|耳朵聋了吗 我要人工|眼瞎吗 人工|看不到我打的字吗 人工|没听见吗 转人工|听见没 人工|你瞎了吗我要客服|你是不是傻 人工
kefu chulai|kefu lai yixia|kefu kuai lai|rengong chulai|ren ne chulai|zhenren chulai|lai ge kefu|lai ge rengong|jingli chulai
call我一下|请call我|快call我电话|给我call个客服|call一下人工|找人call我|帮我call客服
转到底转不转|到底给不给转|转不转一句话|能不能转给个准话|你转还是不转|到底能不能帮我叫人|怎么还不转啊|转了没有啊|还没转过去吗|转个人工这么费劲吗
客服妹妹救命啊|客服救我|小姐姐救急 帮帮我|客服大大求救|客服快救场|救命啊客服
我要人工你聋吗|转人工啊你是木头吗|人工人工你是傻子吗|接人工你是听不见还是装傻|找真人啊你是石头吗|转人工都不会你是干嘛的
还是真人靠谱 给我真人吧|还是人靠谱些 转吧|人工才靠谱 转|机器不靠谱 要人工|你不靠谱 我找人工|还是找人办放心
我等你们给我打电话|等客服来电哈|那我等人工给我打|坐等你们来电|等专员电话 请尽快|等着你们给我回电呢
`;
export const TURNS_ASKED_EN = `
yes, an agent|right, an agent is what i said|correct, a person|that's it, a human|no, not my bill, an agent|wrong, i said agent not plan|i meant a person, not a package|it's an agent i want not a top up|not recharge, agent|no no, representative, not roaming
do you not employ any people|don't you have any staff|isn't there one human in your company|does a single human work there|do you people have any real employees|is everybody there a robot|is nobody real working for you|no humans on your side at all?|a whole company and not one person to speak with|you must have at least one person there|how come nobody real answers
who is in charge of this|who's in charge around here|who's responsible over there, i want them|who runs this place|who's your boss|whoever is in charge, come here|who's the manager on duty|who do i see about this, a person i mean|who's looking after my account, let me have them
i'd like the same lady as before|the gentleman from this morning please|i want the guy i had last time back|same person as last time please|the woman who was helping me, bring her back|give me back the person i was chatting with|can i have the one i talked to on monday|i was with ben, get me ben again|back to the previous rep please
none of these options, a person|none of the above, i need somebody|your menu doesn't have my problem, put me on to someone|i don't want options i want a person|too many buttons just get me someone|stop listing articles and find me somebody|no more menus
i'd rather hear a voice than type|can one of you lot ring me|would someone please pick up|pick up the phone, somebody|answer me, a human|somebody answer|anybody alive|someone alive please|a pulse would be nice|do you have anyone with a pulse
keep me in the queue|i'll stay in line for the next person|i can wait for the next free agent|leave me in line for a rep
above your pay grade, get your boss|if you can't decide let me have someone who can|i want the top man|someone higher up please|who can override this, put them on
does anybody really work at this company|do any humans work at your place|does a real person ever answer here|has anyone ever reached a human here, i want one|are all of you bots over there, give me a person|so nobody works there? get me someone
wake up a human|wake your agent up|go get a real one|drag a person in here|bring out the humans|call your colleague over|fetch whoever is on shift
there's no option for an agent|why is there no agent button|i can't find the talk to a person button|where did the agent option go|how come there's no human option|your menu hides the humans|no way to reach a person in this app?|i see no button for a rep
can you lot phone me to talk about it|could we speak on the phone instead|is it ok if you ring and explain|explain it to me over the phone please|can this be done by phone with someone|call and tell me please
nobody has answered me, get me someone|ten messages and only a bot, person please|still a bot, transfer|i've been stuck with this bot for an hour, person|third transfer that dropped, try again|the last agent left, get me another|another agent please|a different agent please|switch me to another rep|i don't like this agent, another one
bot bad, human please|humans good, robots bad, give me human|less bot more human|person over bot any day, give me one|i vote for a human
it's urgent, somebody real now|i'm about to board, get me a person quick|emergency, agent|no time, agent
so are you transferring me or what|will you transfer me or not|are you gonna connect me or do i have to complain|transferring me yet?|have you transferred me yet|why haven't you transferred me|how hard is it to transfer me|when are you going to put me through|are you ever going to get me someone
are you deaf, agent|can't you read? person|did you not hear me, human|hello?? i said agent
your hotline is busy, transfer me from here|can't get through on the phone, connect me here|the line is always engaged, get me someone here
go away bot and send a person|shoo bot, human|move over robot|bot out, person in
can someone ring my dad|could somebody phone my wife about it|can an agent call my mother|have someone ring my brother please
are any staff around now|any staff online right now|is somebody from your team online|are your people online at the moment|is there staff here now
`;
export const TURNS_NOT_ASKED_ZH = `
客服老不给我回话|说给我回电话一直没打|说好的回电到今天没来|你们一直没给我回过电话|经理答应打来没打|没接到客服回电 工单还在吗|工单没人回我|投诉了一周没回音|回访电话没接到怎么办|漏接了你们回访
没人接转到秘书台|没接的电话转语音信箱|无应答转移怎么设|不在服务区转到另一部手机|占线的时候转到座机|关机转移到别的号|接不到就转给我老公手机|来电没人接自动挂断|对方没人接我这边还扣钱吗|家里座机没人接
人工降噪|人工智障笑话|人工骨|人工皮|人工晶体|人工智能耳机|人工挖矿|人工湖公园基站|人工成本|人工草皮|人工登记的信息有误|人工渠道买的卡
来个人气最高的套餐|来个人版套餐|来个人多能用的套餐|要个人账单|找个人信息在哪改|给个人户开票|换个人热点名|发个人发票|查个人征信|来个人像识别|介绍个人物
会员有专属客服权益吗|金卡有没有专属经理|什么等级有客户经理|钻石会员送客户经理吗|专属客服是几级才有|政企客户都配经理吗|vip专线权益是什么|客户经理服务要不要钱|全球通有专属客服吗|专属经理怎么换人
活人感十足的文案|活人微死|打工人没人权|真人版电影|真人快打|真人cs|人设崩了|人间清醒|人从众|人机大战
聊天机器人是用什么做的|是程序自动回的吗|这聊天框是人在看吗|自动回复是谁写的|这里是机器回的吧|聊天窗口后面是ai吗
跟家里人打电话要多少钱|和国外的人讲电话贵吗|想跟女儿视频怎么省流量|跟同事通话免费不|能和香港的朋友打电话吗|跟老人通话有优惠吗|和外地人打电话算长途吗
谁是机主|谁给我充的话费|谁把我套餐改了|谁在用我的亲情网|这个号归谁|谁能用我的副卡|谁代办都行吗|谁家的宽带便宜|管理员账号是谁的
连不上vpn|连接不上服务器|接入校园网|连不上公司内网|转热点给电脑|切不到5g
昨天那位客服说今天会好|上次那位姑娘给我开的包什么时候到期|早上那位师傅修完又断了|前面那位客服给的单号是多少|之前那位经理给我的优惠还在吗
十点以后还能转人工吗|过了八点能找到人工不|夜里十二点能转人工吗|周末能转人工吗|节假日可以转人工不|春节还能接通人工吗|凌晨也能找客服吗|下班以后还转得了人工吗|中午能转人工吗|早上六点能打通人工吗|大年三十能转人工吗
呼叫转接|呼叫转接怎么弄|电话转接|来电转接|转接功能|转接来电|取消转接|转接关闭|转接收费|无条件转接|三方转接
关闭语音助手|关掉智能助手|关语音播报|停用语音助手|手机的语音助手老弹出来|关掉小爱同学|关掉机器人外呼|关了智能语音信箱|退出语音助手|关闭自动回复短信|关掉手机ai助手
人工客服在不在你们总部|人工有多少个|人工都培训过吗|人工一天接多少电话|人工和机器谁答得准|人工服务满意度怎么打|人工排队一般多少位|人工是免费的吧|人工接通要扣话费吗|人工客服录音能调吗
有客服加我qq|客服小王加了我微信|工作人员让我下载软件|一个女的说是客服中心的|自称客服主管的人要我共享屏幕|说是你们公司的人来查线路
我和客服约好了明天回电|客服答应十点打来|客服刚回过我了|已经有专员打给我了|回访电话我接了|经理回电我没接到|谢谢刚才回电的姑娘
恢复连接|重新连接|断线重连|网络重连|重新连宽带|设备断开连接|重连wifi
让他们早点修|让他来装宽带|让快递员放门口|叫我儿子来弄|请我妹代办|喊我爸去营业厅|找邻居借网|找熟人办卡有优惠吗
你是几号客服呀|你算哪个部门的客服|你是第几位客服|你是新来的客服吗|您是哪一位呀|你属于哪个客服组
我要投诉早上接电话的那个女的|投诉上午接线那位|要告那个接我电话的人|昨天接待的那个人我要举报|投诉给我办业务的那个人
有人假装客服给我打|扮客服嘅人打嚟呃我|有个人装客服打来|畀假客服呃咗|有骗子扮专员联系我
集团联系人离职换人|企业经办人换了怎么登记|公司对接人换了要改|单位的联系人调走换别人了|换联系人要什么材料
光缆施工人工和耗材怎么计价|人工和配件一起收吗|安装人工跟网线分开收费吗|人工材料各多少钱|拉线的人工和线钱|熔纤人工收多少
叫个快车|叫个代驾|叫台车|叫个救护车|叫个跑腿|叫份饭|叫桶水|叫个同城
人工秘书台是什么业务|退掉人工秘书|秘书台人工服务两块钱哪来的|人工秘书怎么取消|账单上有人工转接费|开了人工秘书台没用过|人工语音信箱扣费
客服👍|上次那个小姐姐👍👍|昨天的小哥太棒了👏|客服🌹🌹辛苦|给昨天的姑娘❤️|那位小伙子真赞👍
谁说要人工了呀|谁跟你说我要找人|我哪有说要客服|哪个要转人工哦
页面老是转圈|一直在转圈打不开|那个小圆圈转啊转|视频转圈圈 转了五分钟|转圈转个不停|加载一直转|菊花转半天出不来|打开就转 转完白屏
钱已经转走了|钱被骗子转跑了|我把钱转过去才知道被骗|卡里的钱全转出去了怎么办|骗我转了三千|刚转了账发现是假的
我想转去另一个台|转台仲平啲|要转台走人|你哋贵过人 我转第二间|转走算了|打算转去联通
喊个人来修网噻|叫人过来把网弄好|找个人来整光猫嘛|屋里网遭了 派人来弄|来个人把线接上|喊他们来看哈线路
推销电话能不能别打进来|能不让他们打给我吗|贷款的老打过来咋拦|别让这些号码打我|卖房的天天打过来
单子到底在谁手上|答复呢 单子谁办的|过了两天了 回复呢|承诺的答复呢|工单办到哪了 怎么没下文
昨天的师傅很好 想告诉他领导|这小伙子细心 希望公司知道|给他领导带个好话|想夸他 跟他领导说一声|请转告领导 他很负责
你是人工的还是电脑的|到底是电脑还是人|是人工 还是机器|哪种啊 人工还是电脑|人工夜里有人上班没|人工晚上值不值班|有人没|在不在呀有人没
帮人问的|替人问一句|帮家里问一下|帮朋友打听一下|替亲戚咨询一下|我就问一下|随便问问|先问问|给别人问的
哪位是我的客户经理|客户经理是哪个|谁是我们公司的客户经理|我的客户经理叫什么|给我配的经理是谁|谁是我们对接的经理|客户经理换谁了
有人偷偷用我电话打国际|有人拿我卡打电话|有人拿我手机打的|有人偷我话费|有人偷充我的钱|有人偷换我的卡
不要机器人打给我推销|机器打来的电话别让进来|不想接机器人的电话|别再用机器给我打电话|机器人电话能屏蔽吗|拒绝机器人外呼|机器语音电话怎么挡
客服沟通过了 谢谢|和客服说好了|跟客服确认过了 没问题|客服那边弄完了|客服都处理好了 再见|跟你们的人谈妥了
有没有等级经理|会员配专人吗|v几有专人服务|专属经理要多少星级
电话回访是什么|关闭电话回访|回访电话老打来|电话回访评价|不接受电话回访|回访满意度|电话回访取消
上级单位|上级部门怎么盖章|上一层|上级代理商|下级|上层信号差|上传|上限多少
真人靠谱还是机器靠谱|你靠谱吗|哪个靠谱些
`;
export const TURNS_NOT_ASKED_EN = `
nobody called me back about my ticket|no callback yet, what's the status|still no call back from you|they said they'd ring and never did|the agent never rang back|you never returned my call|i missed your return call|no reply from support since monday
is this chat a bot|is the chat automated|is it a bot answering|are these answers automatic|is a machine writing this|is there ai behind the chat|chat with a machine is funny|is the voice on the line a machine
can i talk to friends abroad free|can i speak with relatives overseas without extra cost|talk to people in other countries price|speak to somebody in india cheap calls|do i pay to talk to people on other networks|talking to my mum in spain how much|can my kids talk to me for free on the family plan
connect to a server|can't connect to the vpn|connect my laptop|connect to my work network|connect to office wifi|reconnect my broadband|connect my watch|how to connect a printer
call back tone|callback ringtone|call return feature|automatic call back when busy|ring back when free feature|call completion service
who pays for roaming|who is on my account|who changed my plan|who is the owner of this line|who owns the sim|who is charging me|who can see my usage|who is in my family group|who runs the cheapest plans|who is allowed to collect my sim
do you hire people|how many people work for you|how many staff do you have|is your company hiring|are your employees trained|does the company have stores in rome
the lady yesterday said it's fixed|the man i spoke to gave me a case number|the guy before said tomorrow|the woman in the shop gave me this sim|the person before told me it was free|same agent sold me the wrong plan
do gold members get a personal manager|is a personal advisor included|which tier has a dedicated agent|dedicated line price|does premium come with a concierge
higher speed please|top plan please|higher limit|one of the above|none of the above|none of these|no more messages please|no more ads
is there a fee for talking to an agent|do you charge for speaking with a rep|what does it cost to speak to a person|is calling an agent free|does talking to support use my minutes|charge for speaking to an operator|fee for phone support|agent assisted top up fee
reconnect|reconnect my service|reconnect my line please|reconnect the internet|reconnecting|reconnection fee|how do i get reconnected|my call got disconnected|disconnected again|keeps disconnecting
can i reach an agent after ten|can i speak to an agent at night|do agents answer on weekends|is an agent available at christmas|will anyone be there on monday morning|can i talk to support on a holiday|how late can i talk to an agent
turn off the voice assistant|disable siri|disable the assistant on my phone|switch off voice assistant|stop the automated reminders|turn off auto reply|stop auto reply texts|disable robot calls
call transfer feature|transfer incoming calls|transfer calls to office|cancel call transfer|transfer rates|handover between towers
is the chat run by people|is it people or bots answering|are these humans replying|does a person write these|are your replies written by humans
an agent will call me at ten|the agent is calling tomorrow right|already arranged a callback|your agent just called thanks|my callback was today, cancel it|move my callback to friday
friend of mine works for you|my sister works in your call centre|i was an operator once|people there were kind
i'd sooner chat with you than a human|i prefer this chat over people|chatting beats talking to people|i'd rather type to you than a person|rather use this than wait for a person|chat is better than an agent for me
who told you i wanted an agent|who says i need a human|who asked for a person|nobody asked for an agent|did i ask for a human|i never said person
which agent are you|what number agent are you|which team are you in|are you new here
i want to complain about the man who answered yesterday|report the woman on the phone this morning|complaint on the guy who took my call
zero signal here|no service at the beach|zero reception|service is zero|not one bar of service|emergency calls only
a colleague of mine gets lounge access|my workmate got free roaming from you, can i have it|colleague has a better plan than me|my coworker's bill is lower
that's me done, have a good one|i'm finished, take care|all done here bye|done for now thank you
for 2 people|for four people|plan for 5|for a family of 4|6 people|for us both|for the kids|for my team of ten
skip|skip it|skip this|skip this step|next step|next|pass|leave it|never mind|forget it|move on|go back|back|menu|main menu|start over|restart|reset|exit|quit|close|end|stop|stop it|enough|that's enough|cancel|cancel that|undo|no way|nope|wrong|not that|wrong answer|useless|pointless
what's my account manager called|who looks after our company account|which manager handles business accounts
someone is stealing my minutes|someone made calls on my line|somebody used my phone to call abroad
is he a human|are they robots|chat is by humans?
add someone|add another person|add a member|add one more line|share with a friend|share with my partner|share it with somebody|share data with people|share my plan|remove a person
are there stores online|is staff discount online|online staff portal
`;
