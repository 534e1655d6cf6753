/** The sentences themselves, by mood; separated by bars or lines. */
export const MOOD_ANGRY = `
谢谢你们让我白等了三天|多亏了你们 我又白跑一趟|谢谢啊 让我等了一个礼拜|感谢贵公司 让我没网过了个周末|thanks for making me wait three days for nothing|thank you so much for losing my appointment again
你们他妈的到底管不管|什么狗屁服务|垃圾公司 早点倒闭|滚 我不想听你废话|傻逼客服|操你妈的智能|妈的又扣我钱|你是猪吗听不懂人话|不要脸的东西 还我钱
我要去工信部投诉你们|再不解决我就打12315|12300见吧|你等着 我让记者曝光你们|我已经录音了 法院见|明天我就去消协告你们|不给我退钱我就起诉|我把你们发到抖音上让大家看看|别逼我找律师|我要向通管局举报你们
呵呵 你们真行|你们可真会做生意 佩服|好样的 扣钱比谁都快|真厉害 一个月扣我三次|谢谢你们啊 让我等了一天|不愧是大公司 就会踢皮球|你们的服务真是太好了 好到我想摔手机|了不起 修了一个星期还没修好|可真贴心 半夜给我停机|我谢谢你全家
气死我了 打了八个电话没人管|凭什么扣我的钱|谁让你们给我开的 经过我同意了吗|太过分了 欺负老实人|我忍你们很久了|你们这是明抢|霸王条款 店大欺客|耍我玩呢是吧|天天扣天天扣 钱是大风刮来的吗|我真是受够你们了
叫你们领导滚出来|今天不给我个说法没完|你算什么东西 叫人来|废物机器人 一点用没有|智障 答非所问|去死吧|脑残设计|什么玩意儿 半天不说人话|放屁 我什么时候订过|真恶心 偷偷给我开业务
你们还要脸吗|黑心公司专坑老百姓|强盗啊你们|骗钱的玩意|扣费扣得这么溜 退钱就装死|跟你说了八百遍了 听不懂吗|又来了 又是这套废话|会不会说人话啊|你有病吧|烂公司 烂网络 烂服务
我火大得很 马上给我处理|真想骂人|我现在非常愤怒|别再跟我说抱歉了 有屁用|一次次骗我 有意思吗|把我当傻子是不是|坑爹的套餐|脸呢|良心被狗吃了|缺德不缺德啊
收费的时候积极 出问题就装死|再敷衍我试试|我看你们就是不想干了|等着收律师函吧|我不会善罢甘休的|你们等着|这事没完|我要让你们赔偿|必须赔我损失 不然曝光|我现在就发微博
搞什么鬼|搞什么飞机 又断了|什么破网 卡成这样还好意思收钱|破公司 欺骗消费者|这什么态度啊|态度这么恶劣 我要告你|你们客服全是死人吗|打电话永远没人接 养你们吃干饭的|推来推去 拿我当皮球踢啊|一群吃干饭的
激死我啊 你哋搞乜鬼|嬲到爆 又扣我钱|你哋真系离晒谱|仆街公司|顶你个肺 又断网|收咗钱唔做嘢 垃圾|搞啥子名堂哦 老子火都来了|龟儿子些 又乱扣钱|你们硬是要把人气死嗦|格老子的 啥子破网
瓜娃子公司 日你先人|你们啥玩意啊 净整这没用的|瞅瞅你们干的这叫人事儿吗|扯犊子呢|滚犊子|彪啊你们|整的啥破玩意 天天掉线|侬脑子有毛病伐|十三点公司 乱扣钞票|港督 听不懂人话啊
这是第几次了!!!|退钱!!!|马上给我处理!!!|你们到底想干嘛???|投诉!投诉!投诉!|😡😡😡 又扣费|🤬什么公司|💢受不了了|滚滚滚|我再也不会信你们一个字
fuck you and your company|what the fuck is wrong with you people|this is bullshit|you are a bunch of thieves|absolute joke of a company|you useless piece of crap|stop wasting my time you idiots|scammers, give me my money back|screw you guys|go to hell
i will sue you|you'll be hearing from my lawyer|i'm reporting you to the regulator|expect a complaint to the ombudsman|i'm taking this to court|i'll post this all over social media|trading standards will hear about this|i'm going to the press|see you in small claims|i will make sure everyone knows how you treat people
oh brilliant, charged twice again|great job breaking my internet, well done|thanks for nothing|wow, three hours on hold, what wonderful service|nice one, cut me off on my birthday|how generous of you to steal my money|slow clap for your support team|congratulations, you lost a customer of ten years|yeah right, 'within 24 hours'|lovely, another fee i never agreed to
this is outrageous|how dare you charge me for that|i am absolutely furious|this is robbery|you people are a disgrace|i've had enough of your lies|you're liars, all of you|this is the worst company ever|sick of your bullshit answers|you should be ashamed
SORT THIS OUT NOW|WHY AM I STILL BEING CHARGED|ANSWER ME!!!|are you stupid or what|stupid bot, can you even read|i hate your company|this crap never works|what a rip off|you robbed me
don't you dare tell me to restart the router again|i'm livid, nobody turned up again|you lot are pathetic|shove your apology|your staff are incompetent morons|fix it now or i'm gone and i'm suing|you conned my grandmother, shame on you|disgusting way to treat people|you clowns cut off the wrong line|enough is enough, compensation now
我打了一上午电话 你们就这么对待客户|说了不要给我开 你们还是给我开了 几个意思|同样的问题问了五遍 你是复读机吗|再给我发一遍这个链接试试|收钱的时候怎么不说办不了|你们公司迟早要完|良心不会痛吗|赶紧倒闭吧|能不能要点脸|做个人吧你们
欺负我不懂是不是|老子不交了 爱咋咋地|你们的承诺就是放屁|一边说没问题一边扣我钱|真是店大欺客|拿用户当韭菜割|割韭菜割到老人头上了|这种套路你们也好意思|把钱吐出来|扣我的一分都别想少
好一个优质服务 优质到没人理|可以可以 又学到一招骗钱的方法|你们的效率真是感人 三个月修不好一根线|哇 好贴心哦 不打招呼就停机|真棒 一个月涨两次价|恭喜你们又成功惹怒一个老客户|您可真幽默|厉害厉害 流量自己会跑|我是不是还得给你们磕一个|这服务 五星好评呢 呵
限你们今天之内解决|三天之内不退钱我就去信访|我已经截图录屏了 等着|我认识媒体的人|证据我都留好了|直接走法律程序吧|让工信部来评评理|下一步我就打市长热线|咱们仲裁见|别怪我不客气
什么叫系统原因 系统是你爹啊|跟你们打交道折寿|我血压都上来了|我真的要炸了|怒了 真的怒了|恨死你们了|一肚子火|你再说一句抱歉我就砸手机|当初怎么会选你们 瞎了眼|装什么装 就是不想退
做咩又扣我钱呀 当我水鱼啊|讲咗十几次啦 你哋聋㗎|我要去消委会告你哋|信唔信我投诉到你哋收皮|黐线 咁都收钱|老子真的要遭气死了|锤子服务|你们这些人心子把把都是黑的|啥破公司啊 净坑人|寻开心是伐 钞票还来
are you kidding me right now|you have got to be joking|do you people even work|third time this month you've screwed up my bill|i'm done being polite|you took money you had no right to take|don't tell me to calm down|one more canned reply and i'm cancelling everything|who the hell approved this charge|get it fixed today or else
your company is a con|i've never been treated so badly in my life|you're an embarrassment|blatant theft|what a shambles, you should be fined|you lied to my face|i want names, and i want compensation|stop lying to me|i've recorded everything, see you at the tribunal|my solicitor has been informed
oh sure, blame the system again|wow what a surprise, another hidden fee|thanks a bunch for ruining my weekend|lol 'we value your custom', sure you do|ten out of ten for wasting my morning|great, so i pay more for less, genius|you must be so proud of yourselves|amazing, a whole day without service, bravo|clearly training is not your thing|wonderful, the robot is apologising again
我最后说一次 把钱退给我|你们拿什么赔我的损失|这种公司怎么还没被查封|你们客服是摆设吗|退个订跟要你们命一样|我看你们是故意的|不处理我就天天打|骂你们都是轻的|逗我玩呢 说好的优惠呢|吃相太难看了
你们敢不敢给个准话|真当消费者好糊弄|什么烂套餐 谁用谁傻|有种别扣我钱|做梦都想骂你们|半夜停我机 安的什么心|这不是诈骗是什么|我咒你们早点黄|骗完老人骗小孩 真出息|天理何在
信不信我砸了你们营业厅|我儿子是律师 你们看着办|你们等着上热搜吧|已经打给12300了|监管部门见|我要把你们告到底|舆论曝光 一个都跑不了|三一五晚会见|让全网看看你们的嘴脸|我要集体维权
可真是谢谢你们把我停机了呢|哟 又多扣二十 你们缺钱啊|恭喜发财 靠扣费发的吧|您这服务 乌龟都比你快|厉害了 说修三次修了个寂寞|不愧是行业老大 甩锅第一名|这么会扣费 怎么不去抢银行|行 你们赢了 我服|好好好 都是我的错 我不该用你们|呵 又是系统升级
you have no shame|what kind of circus are you running|thieving company|get lost with your excuses|i'm sick to death of you|you people disgust me|pay me back you crooks|this is daylight robbery|you deliberately misled me|stop treating me like an idiot
i'm escalating this to the authorities|my next call is to a journalist|i'll see to it you get fined|expect a chargeback and a lawsuit|review bombing you tonight|i have everything in writing, you will pay|formal complaint to the ministry going out today|you'll regret this|last warning|consumer court it is
what a genius system, it bills me for nothing|hats off, you managed to break it twice in a day|oh lovely, the line is dead again, just what i needed|thanks for the surprise charge, made my day|impressive, even your apology is automated|top notch service, only took you a month to do nothing|wow you really outdid yourselves this time|so helpful, not|i love paying for internet i don't have|keep it up and you'll have zero customers
等着上热搜吧|等着看新闻曝光你们|明天头条见|网上见 让大家评评理|小心我发朋友圈骂死你们|他妈的又没信号|妈的网又掉了|靠 又他妈扣钱|操 又断线了|日了狗了又停机
你班友搵笨呀|你哋成班废柴|食屎啦你哋|扑街 又断网|痴线㗎你哋 乱收钱|冚家铲 呃我钱|你龟儿些尽整人|日妈的又扣老子钱|扯拐得很 你们硬是不要脸|瘪三公司|十三点啊倷 乱扣钞票|滚犊子吧你们|欺负人是吧 损不损呐
do you have any brains at all|is everyone there brainless|what is wrong with you people|are you stupid or what|you must be the dumbest company alive|is there a brain cell between you|you lot are clueless and crooked|what idiots run this place
谁允许你们动我套餐的|谁给你们的权力乱扣|谁让你们私自开通的|你们凭什么改我的资费|有完没完|烦死人了 一天八个电话|再不来修我就把你们机器扔了|再断一次我就砸路由器|你们胆子也太大了 偷着加钱
who gave you the right to touch my plan|what gives you the right|stop bombarding me with your sales rubbish
一群饭桶 气死我了|都是没用的东西 气死了|没一个顶用的 气死我|废物一帮 气死人了|全是没用的人 气死啦|真气人 一个能干的都没有
`;

export const MOOD_UNHAPPY = `
太让人失望了|等了三天还没有人联系我|都说了好几遍了还是没解决|你们这效率也太低了|服务真差|每次都这么说 从来没办成|网又断了 真烦|我已经很着急了 能不能快点|真的好累 一件小事弄了一个星期|说好的两天 现在都五天了
你根本没听懂我的意思|问了半天一点用都没有|答的不是我问的|来来回回就这几句|机器人真的没用|什么都解决不了|怎么这么难用|绕来绕去找不到入口|app老是闪退 烦人|排队排了一个小时
算了 不指望你们了|我真的没办法了 求求你们帮帮我|快崩溃了 电话打不通网也上不了|心累|我都不知道该找谁了|绝望 跑了三趟营业厅|急死人了 等着用呢|能不能上点心啊|我已经不抱希望了|怎么办啊 没人管我
这个价格有点坑|用了十年老用户就这待遇|新用户优惠老用户没有 不公平|越来越贵 质量越来越差|信号一直不好 反映过很多次|流量怎么用这么快 感觉不对劲 很不满意|莫名其妙多了一笔钱 心里不舒服|钱扣了业务没开 很郁闷|后悔办了这个套餐|说明根本看不懂 太复杂了
客服态度很冷淡|答应给我回电话 到现在没有|工单催了三次没动静|师傅约好了没来 白等一下午|修完第二天又坏了|又要我重新说一遍 太麻烦了|每个月都要来找你们一次|怎么又是这样|还是老样子 没有改善|你们能不能认真一点
对你们很不满意|体验很差|不太满意你们的处理|这个结果我不能接受|我很无语|真的醉了|离谱 充了钱不到账|有点寒心|让人心寒|太难了 办个业务跑断腿
折腾一上午了|浪费我时间|网慢得没法用 孩子上课都断|老人被你们绕晕了|我妈急得直哭|等短信等到花儿都谢了|验证码死活收不到 急|耽误我工作了|影响我做生意了 损失谁负责|这都几天了
唉 又白跑一趟|哎 真是服气 一问三不知|说了你也不懂 算了|不想再说了|没完没了的验证|为什么总是我遇到这种事|你们就不能主动一点吗|太慢了吧|信号差到怀疑人生|网络差得要命 玩不了
好失望呀 等咗成日都冇人理|成日断线 好烦|讲极都唔明 好攰|搞咗好耐都搞唔掂|咁样唔得㗎 好唔满意|等了好久哦 心头毛焦火辣的|说了好多道了 还是没得法|老是断 烦球得很|磨叽啥呢 等半天了|整不明白 闹心
老闹心了 整宿没网|吾等了一天了 没人理|老触气额 又断脱了|烦煞了|伐要再推来推去了好伐|😞 还没好|😭怎么又停机了|😔失望|无语了🙄|没人回我吗 都半小时了
i'm really disappointed|still waiting after three days|nobody got back to me again|this is the third time i've asked|your service is getting worse|it keeps dropping and i'm tired of it|not happy with this at all|this is so frustrating|you didn't answer my question|that doesn't help
i've explained this so many times|the engineer never showed up|i waited in all day for nothing|this app is awful|i keep going round in circles|the website is a nightmare|very poor service|i expected better from you|it's been a week and still no internet|fed up with the slow speed
i give up|i don't know what else to do, please help|i'm at my wits' end|i'm desperate, i need my phone for work|please, i'm begging you, it's been days|nothing works and nobody cares|i'm exhausted with all this|i could cry|honestly what's the point|never mind, you can't help
ten years a customer and this is how i'm treated|it's unfair that new customers pay less|the bill is confusing and annoying|too expensive for what it is|i regret switching to you|not impressed|bit of a mess to be honest|the same answer every time|you keep asking me the same thing|again? really?
this is taking far too long|i've been on hold for an hour|the bot is no use|it still isn't fixed|you said 24 hours, it's been four days|can somebody please take this seriously|i feel let down|the signal has been terrible for weeks|lost a day of work because of this|unhappy with how this was handled
i paid and got nothing|charged for something i didn't use, not good enough|why does it have to be so complicated|every month there's some problem|i'm losing patience|so slow i can't work|it's annoying that i have to repeat myself|waste of time|your hold music is driving me mad|i shouldn't have to chase you
我昨天就说过这个问题了|上次就是这么告诉我的 结果没用|怎么又变成这样了|跟上个月一样又多扣|反映了好几回了|能不能一次给我弄好|我都等一个月了|每回打过来都要重新讲|怎么还是这句话|我已经照你说的试过了 不行
真的很耽误事|这样下去没法用了|客户体验能不能提升一下|对得起我们老用户吗|我觉得不太合理|这也太不方便了吧|你们的说法前后不一样|心里堵得慌|一点都不省心|早知道就不办了
急急急 快点行不行|怎么这么慢啊 半天没反应|我赶时间 能不能快一点|喂 怎么不回话|等得花都谢了|还要等多久啊|麻利点好吗|今天必须弄好 我真的等不了|都火烧眉毛了|能不能别让我再等了
我实在没辙了|已经两天没法上班了 怎么办|我一个老太太 真不知道怎么弄了|求你们了 我孩子等着上网课|别再让我跑了 跑不动了|我真的撑不住了|没有网我的店就开不了门了|谁能救救我|我都快哭了|放弃了 随便你们吧
有点生气|有点不高兴|不是很满意 但也没办法|说实话挺失望的|感觉被忽悠了|总觉得被套路了|没有以前好了|信号大不如前|服务水平下降了|不值这个价
担心钱要不回来|怕又像上次一样没人管|心里没底|好担心 卡里钱会不会没了|睡不着觉 总想着这事|有点慌|唉 愁死了|怎么总是我倒霉|太不顺了|一波三折
等到宜家都未有人覆我|讲极都系咁|真系好无奈|我都唔知点算好|等得好心急|好多次啦 次次都系咁|都说了好几道了嘛|咋个还没弄好哦|焦人得很|等得我心焦 咋还没信儿|整不明白 愁死个人|哪能还没好 急煞人了
i've already told you this|same issue as last month|you keep sending me the same link|tried that already, didn't work|why does nobody ever follow up|i shouldn't need to ask four times|it's one problem after another with you|i'm starting to lose faith|this isn't what i signed up for|it used to be better
please hurry, i've been waiting ages|how much longer|hello?? is this working|can we speed this up, i'm late|i really can't wait any more|it's getting ridiculous how long this takes|come on, it's been hours|any update? anything?|i'm stuck and nobody is helping|two days without a phone, i can't work
i don't know where to turn|i'm so stressed about this|feeling pretty hopeless about it|it's making me ill|i'm at a loss|i can't afford this bill, i'm scared|i'm worried i'll never see that money again|i just want it to work, please|i'm too old for this runaround|can't sleep because of this charge
kind of disappointed to be honest|not what i was promised|a bit upset about the price rise|i feel cheated|it's not fair|doesn't feel right|you've let us down|i'm unhappy with the answer|that was a waste of my lunch break|your system makes everything harder
为什么每次都是我吃亏|就不能提前通知一声吗|一问三不知|你们到底能不能解决|说得好听 做不到|我都不好意思跟同事说用你们家的|钱花了 罪受了|我就想正常上个网 有那么难吗|没完没了了是吧|一言难尽
又双叒叕断网了|这个月第四次了|还要我说几遍啊|昨天说今天 今天说明天|每次都让我重启 重启有用吗|又是这个答案|反反复复弄不好|说过了 还问|我刚才不是讲了吗|来来回回五个电话了
比别家贵还比别家慢|以前挺好的 现在越来越不行|宣传和实际差太多|性价比太低了|用得不舒心|没感受到什么优惠|办的时候说得天花乱坠|和营业员说的完全不一样|感觉钱白花了|不推荐别人用
等得我没脾气了|人都等麻了|麻烦快点 我还有事|怎么还没人理我|从早上等到现在|急死了 客户等着我回话|三小时了 还在处理中|什么时候是个头啊|催了也没用|能给个准信吗
我真的不知道该怎么办了|没人能帮我吗|孤立无援的感觉|想死的心都有了|太无助了|已经影响到我生活了|熬了两个晚上了|实在没精力折腾了|不抱希望地再问一次|我一个人带孩子 真跑不过来
挺委屈的|心情很差|越想越不对劲|有点受不了|别提了 烦着呢|心好累 不想说话|真没劲|失落|不开心|后悔死了
why is it always me|could you not have told me beforehand|nobody seems to know anything|all talk, no action|i just want working internet, is that too much to ask|fourth time this month|how often do i have to say it|yesterday you said today, today you say tomorrow|restarting never helps|same old story
dearer than the others and slower too|it was fine before, now it's just bad|nothing like what was advertised|not worth the money|wouldn't recommend|the salesman told me something completely different|feels like money down the drain|i'm tired of chasing this|three hours and still 'processing'|since this morning and no reply
when will this end|reminders don't help either|no straight answer from anyone|i really don't know what to do any more|is there nobody who can help|it's affecting my family now|too worn out to argue|asking one last time without much hope|i feel ignored|it hurts to be treated like this
great, the net is gone again|wonderful, another surprise fee|brilliant, disconnected once more|lovely, no signal on my birthday|oh good, it broke again|fantastic, one more hour on hold
how often must i repeat this|how many more times will i explain the same thing|do i really have to say it all again|i've told you that already|how many forms do i have to fill in|hurry up please, it's been ages|come on already|can this go any slower|could you please get a move on|seriously, again?|not again, really|again, seriously?|you're kidding, down again|for real? third outage this month
能快点吗 等好久了|到底还要等多久啊|又来这一套 没意思|唉 又白跑一趟|好家伙 又多一笔费用|行吧 又是我倒霉|得 又没网了
唉 又降速了|哎 又超了|哎 又扣了|唉 白办了|哎哟 又不行了|唉声叹气|唉|哎算了|办个业务怎么这么麻烦|查个账单怎么这么费劲|退个费咋这么难|销个号比登天还难|改个套餐绕来绕去|真难用|用不明白 心烦
oh dear, again|sighs|oh man|ugh not again|fails every single time|it never works|never ever works when it matters|why is it so hard to get a refund|why does everything here take forever|such a hassle|this is exhausting
`;

export const MOOD_CALM = `
wonderful service, thank you so much|the man who came was wonderful, thanks|what a wonderful job your engineer did|thank you, that was wonderful help|your shop staff were wonderful and patient|thank you, the repair was done in ten minutes
查一下话费|我的流量还剩多少|帮我看看这个月账单|怎么开通国际漫游|套餐怎么改|营业厅在哪里|几点上班|宽带怎么办理|请问发票怎么开|谢谢你 解决了
好的 明白了|非常感谢|你们服务真好|师傅很专业 点赞|小姑娘很耐心 表扬一下|太好了 已经到账了|网速真快 厉害|不错 挺满意的|辛苦你们了|这次处理得很快 谢谢
网断了 帮我报修|家里宽带红灯亮了|手机没信号了|上不了网|流量突然不能用了|打不出去电话|收不到短信|充值没到账 帮我查一下|光猫闪红灯 师傅什么时候来
怎么多扣了十块 帮我看看|这个月话费有点高 是什么原因|我没订过这个 能退吗|想退订视频会员|我想投诉 流程是什么|投诉进度怎么查|工单处理到哪一步了|我要换套餐|不想用了 怎么销户|想转到别的运营商 怎么查资格
哈哈我又忘记密码了|怪我自己没看清楚 想改一下|不好意思刚才说错了|是我不小心充错号了|我真笨 卡掉水里了|笑死 我把卡剪坏了|我这破记性 密码又忘了|手滑订了个流量包|哈哈 你还挺聪明|开个玩笑
这个套餐便宜得要死 怎么办理|网速快得飞起|厉害了 五分钟就修好了|真行 一下子就好了 谢谢|牛 秒到账|绝了 这信号在山里都满格|好到爆 推荐给朋友了|爽死了 下载真快|佩服你们的师傅 下雨天还来|真棒
手机死机了怎么办|垃圾短信怎么拦截|骚扰电话太多 怎么屏蔽|老收到诈骗电话|有人冒充你们骗我妈|手机被偷了 快帮我停机|卡丢了 急用 怎么补|我的号被人盗用了 怎么办|孩子把手机摔坏了 保修吗|手机疯狂弹窗 怎么设置
你好|在吗|早上好|再见|嗯|好|可以|行|不用了|没事了
你是机器人吗|转人工|我想找人工客服|麻烦帮我接一下人工|有人在吗|人工服务几点到几点|你叫什么名字|你能做什么|你会方言吗|字能不能大一点
上个月用了多少流量|我问的是流量|五十块的套餐有吗|一百二的那个是什么|我在北京 要去日本|帮我爸查一下|我老公的号码怎么查|公司要开发票|学生有优惠吗
明天能装吗|后天上午十点方便|地址是人民路12号|身份证号要给吗|验证码是123456|我姓王|确定|取消吧|换一个|下一步
听说5g很快 怎么开|怎么设置呼叫转移|彩铃怎么取消|积分能换什么|快到期了 怎么续约|违约金怎么算|合约什么时候到期|副卡怎么加|能不能只换卡不换号|老人套餐有哪些
昨天晚上网断了一会儿 现在好了|之前投诉的那个已经解决了|上次的师傅技术不错|等了一会儿 终于通了 谢谢|刚才有点急 抱歉|没关系 我再等等|麻烦你了|辛苦了 不着急|好嘞 谢谢啊|那我明天再来
唔该 查下话费|点样开通漫游呀|多谢晒|帮我睇下用咗几多流量|咋个改套餐嘛|要得 谢了哈|话费还有好多钱|整个流量包呗|中 谢谢昂
我的天 流量用完了|哇 账单这么详细|啊 我忘了缴费|救命 我把自己锁在外面了 宽带密码多少来着|天哪 居然免费|急 在线等 机场怎么买漫游|哎呀 点错了|咦 怎么停机了|妈呀 这么多积分|完了 卡找不到了
check my balance please|how much data do i have left|show me last month's bill|how do i activate roaming|i want to change my plan|where is the nearest store|what time do you open|can i get an invoice|thanks, that worked|great, thank you so much
the engineer was excellent|really happy with the service|brilliant, it's sorted now|love the new speed|you were very helpful|perfect|the signal is amazing up here|damn that's fast|well done, five minutes and it was fixed, thank you
my internet is down|no signal since this morning|the router has a red light|i can't send texts|my top up hasn't arrived|my line is suspended, how do i restore it|mobile data stopped working|calls won't connect|i'm not getting verification codes|broadband is slow today, can you check the line
why is my bill higher this month|i was charged 10 yuan extra, can you check|i'd like a refund for a double payment|how do i file a complaint|where is my complaint up to|i want to close my account|how do i move my number to another network|i don't want this service any more|is there a cancellation fee
haha i forgot my password again|my fault, i topped up the wrong number|sorry, i meant last month|silly me, i dropped my phone in the sink|i'm an idiot, i cut the sim wrong|just kidding|lol ok|oops wrong number|my bad, it was airplane mode|sorry for the trouble
my phone was stolen, please block it|i lost my sim|someone is pretending to be you and asked for a code|too many spam calls, how do i block them|my phone keeps freezing, is it under warranty|junk texts every day, can you filter them|i think i was scammed, what should i do|my kid broke the phone|my account shows a strange login|my elderly mother needs help with her phone
hello|good morning|bye|ok|yes please|no thanks|sure|are you a bot|i'd like to talk to a person please|can i speak with an agent
not this month, last month|i asked about data, not calls|do you have a 59 plan|i'm travelling to japan next week|my address is 12 park road|tomorrow at ten works|the code is 123456|confirm|cancel that|what does esim mean
it was down last night but it's fine now|my earlier complaint has been resolved|no rush, whenever you can|i'll wait, no problem|wow, so many points|oh no, i forgot to pay|oh great, it's working now|awesome, cheaper than i thought|this is a stupid question but how do i find my number|that deal is insanely good, how do i get it
怎么投诉可以查进度吗|投诉热线是多少|投诉一般几天处理完|12315和你们是什么关系|违约金是多少|扣费规则是什么|为什么扣了我15块 麻烦查一下|第二次打来了 想补充一下资料|我等下再来|又来麻烦你了 不好意思
还要多久能装好 我好安排时间|急 明天出国 怎么开漫游|快到期了 提醒我一下|停机了 我去充一下|家里断网了 师傅今天能来吗|路由器老是重启 怎么设置|网有点慢 是不是限速了|电话打不进来 是不是设置问题|收不到验证码 换个方式行吗|流量跑得快 想看看是哪个软件
上次骂了你们 想道个歉|前天生气了 现在已经解决了 谢谢|之前断网修了三次 最后一位师傅修好了 要表扬|原来是我误会了|我查了一下 是我自己订的|孩子乱点的 不怪你们|忘了是我老公办的|看错了 以为扣多了|哈哈 吓我一跳 以为被盗了|我太粗心了 充成别人的了
牛啊 这速度|你们客服太给力了|比我想的快多了|赞赞赞|五星好评|服务态度一级棒|终于修好了 太开心了|真不错 下次还用你们|帮大忙了|老用户表示很满意
笨手笨脚的我又点错了|我是手残党 求教程|穷死了 有没有便宜的套餐|懒得跑营业厅 网上能办吗|热死了 营业厅有空调吗|饿死了 先去吃饭 一会再聊|困死我了 明天再弄|吓死我了 还好没停机|累了一天 回家发现没网 帮我看看|这手机要进博物馆了 能开5g吗
垃圾短信太多 怎么拦|骗子打电话说我欠费 是真的吗|有个傻子天天打骚扰电话 能拉黑吗|我被骗了 转了钱怎么办|诈骗电话标记怎么弄|我的号被标成骚扰电话了|手机被抢了 先停机|老公偷偷订了游戏会员 帮我退|楼下施工挖断网线 什么时候恢复|打雷把光猫劈坏了
唔该 想问下点样投诉|网断咗 几时有人嚟整|唔好意思 搞错咗|多谢晒 搞掂咗|要得 麻烦你了|安逸 网速快得很|咋整的 停机了 给瞅瞅|老好了 谢谢啊|谢谢侬 蛮好额|网断脱了 啥辰光修
how long does a complaint usually take|what's the number for complaints|how are charges calculated|what is the early termination fee|i was charged 15, what is it for|calling again to add some details|no hurry, just checking the status|still deciding, will come back later|second message: i forgot to give my number|sorry to bother you again
urgent: flying tomorrow, how do i get roaming|internet's out, can someone come today|wifi keeps restarting, which setting is it|data seems slow, am i throttled|my calls go straight to voicemail|the code didn't arrive, is there another way|which app is eating my data|my line got suspended, i'll pay now|the cable was cut by builders, when will it be back|lightning fried my modem
i was rude earlier, apologies|earlier i was angry but it's all good now|turns out i ordered it myself|it was my husband who signed up|misread the bill, all fine|my kid clicked it, not your fault|phew, thought i'd been hacked|clumsy me, wrong button again|broke my screen, such a fool|took three visits but the last guy nailed it, please thank him
insane speed, love it|you guys rock|quicker than i thought|five stars|so happy it's finally fixed|best support i've had|this is sick, 600 mbps|killer price, how do i sign up|crazy good deal|shut up and take my money, how do i order
i'm broke, any cheaper plan|too lazy to go to the store, can i do it online|i'm dead tired, will finish this tomorrow|my phone is ancient, can it do 5g|some idiot keeps calling me, how do i block them|i got scammed, what now|spam calls are driving up, is there a filter|the battery died on me, is that covered|someone nicked my phone|my stupid cat chewed the cable, need a new one
第三个月的账单怎么看|每次出国都要重新开漫游吗|一直想换5g 现在有什么活动|还没收到发票 一般几天|没人接电话 我晚点再打|等了一会儿收到验证码了|我妈说网慢 帮看下带宽是多少|又到交费的日子了 怎么交|天天用流量 哪个包合适|老是忘记交费 能自动扣吗
这个月流量用超了怎么算|多扣的钱什么时候退回来|想反映个情况 路口的光缆箱门开着|给你们提个建议 app可以加个夜间模式|投诉已经处理好了 怎么撤销|起诉离婚要调通话记录 能打详单吗|法院需要机主证明 怎么开|我是记者 想采访你们 联系谁|律师让我打一份详单|我在工信部网站看到可以查名下号码 怎么弄
他妈妈的号码也想加进亲情网|我妈的卡停了 怎么复机|狗咬断了网线|神经病医院附近信号怎么样|垃圾桶旁边那个营业厅搬哪去了|死机重启就好了|杀毒软件要不要装|这破手机该换了 有合约机吗|气泡框太小能放大吗|急诊室没信号 能开高清通话吗
真香 又续了一年|挺快的 两分钟就办好了|给师傅点个赞 大雨天还上门|你们这个机器人比我想的聪明|可以的 很满意|太及时了 救了我一命|感谢客服小妹耐心教我老爸|网好了 谢谢谢谢|五分好评已送上|解决了 可以关闭了
how do i see the bill for the third month|do i have to switch on roaming every time i travel|no answer on the phone, i'll try later|got the code after a minute, all good|i always forget to pay, can it be automatic|how is extra data charged|when will the overcharge be credited|just a suggestion: add a dark mode|my complaint is resolved, how do i withdraw it|a court needs my call records, how do i get them
my lawyer asked for an itemised list of calls|i'm a journalist, who handles press|his mother's number should join the family plan|the dog chewed the cable|dead zone in my basement, will volte help|this crappy old phone needs replacing, any contract deals|killed my data in two days, which pack is bigger|mad about the new speeds, thanks|hate to bother you, one more question|the crash went away after a restart
signed up for another year, happy with it|took two minutes, nice|the bot is smarter than i expected|please thank the man who came in the rain|all sorted, you can close it|saved my day|good value, i told my friends|my dad was taught so patiently, thank you|five stars from me|works like a charm
没事 不急|不急 你慢慢查|我等等没关系|没关系 我等着|可以等 不着急|没事 晚点也行|不赶时间|不急着用|没关系的 慢慢来|等一会儿也行
no rush|no hurry at all, just curious|not in a hurry|take your time|just wondering, nothing urgent|no pressure, whenever you can|it can wait|happy to wait a bit|it's fine, i'll wait
怎么向工信部反映问题|工信部电话是多少|12300是做什么的|12315管不管话费|投诉到通管局走什么流程|向消协投诉要什么材料|想了解投诉渠道|投诉多久有回复|在哪里可以提交投诉|投诉一个事 信号问题|我想投诉 怎么填|投诉入口在哪
how do i reach the ombudsman|what is the regulator's number|what's the process for a formal complaint|where do i submit a complaint|how long does a complaint take
爱死这个套餐了|爱了爱了|太爱你们了|笑死我了哈哈|美死了 秒通|高兴死了|乐死我了|羡慕死同事的网速|喜欢死这个彩铃
烦死 我又把卡弄丢了|急死 手机掉水里了|怪我 手滑充错|恨自己记性差 密码又忘
能不能麻烦快一些 我赶飞机|方便快点吗 要开会了|请尽快哈 马上出门|麻烦快点哦 谢谢|快点查下哈 赶车
bloody good, thanks|bloody fast, love it|damn good service|freaking awesome|insanely fast, nice one|sick speeds, thanks|wicked, cheers|that's mad quick, ta|love it to death|dying laughing|i could kiss you, it works
`;
