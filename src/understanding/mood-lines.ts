/** The sentences themselves, by mood; separated by bars or lines. */
export const MOOD_ANGRY = `
你们他妈的到底管不管|什么狗屁服务|垃圾公司 早点倒闭|滚 我不想听你废话|傻逼客服|操你妈的智能|妈的又扣我钱|你是猪吗听不懂人话|你们就是一群骗子|不要脸的东西 还我钱
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
SORT THIS OUT NOW|WHY AM I STILL BEING CHARGED|GIVE ME MY MONEY BACK|ANSWER ME!!!|are you stupid or what|stupid bot, can you even read|i hate your company|this crap never works|what a rip off|you robbed me
don't you dare tell me to restart the router again|i'm livid, nobody turned up again|you lot are pathetic|shove your apology|your staff are incompetent morons|fix it now or i'm gone and i'm suing|you conned my grandmother, shame on you|disgusting way to treat people|you clowns cut off the wrong line|enough is enough, compensation now
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
`;

export const MOOD_CALM = `
查一下话费|我的流量还剩多少|帮我看看这个月账单|怎么开通国际漫游|套餐怎么改|营业厅在哪里|几点上班|宽带怎么办理|请问发票怎么开|谢谢你 解决了
好的 明白了|非常感谢|你们服务真好|师傅很专业 点赞|小姑娘很耐心 表扬一下|太好了 已经到账了|网速真快 厉害|不错 挺满意的|辛苦你们了|这次处理得很快 谢谢
网断了 帮我报修|家里宽带红灯亮了|手机没信号了|上不了网|流量突然不能用了|打不出去电话|收不到短信|充值没到账 帮我查一下|停机了怎么恢复|光猫闪红灯 师傅什么时候来
怎么多扣了十块 帮我看看|这个月话费有点高 是什么原因|我没订过这个 能退吗|想退订视频会员|我想投诉 流程是什么|投诉进度怎么查|工单处理到哪一步了|我要换套餐|不想用了 怎么销户|想转到别的运营商 怎么查资格
哈哈我又忘记密码了|怪我自己没看清楚 想改一下|不好意思刚才说错了|是我不小心充错号了|我真笨 卡掉水里了|笑死 我把卡剪坏了|我这破记性 密码又忘了|手滑订了个流量包|哈哈 你还挺聪明|开个玩笑
这个套餐便宜得要死 怎么办理|网速快得飞起|厉害了 五分钟就修好了|真行 一下子就好了 谢谢|牛 秒到账|绝了 这信号在山里都满格|好到爆 推荐给朋友了|爽死了 下载真快|佩服你们的师傅 下雨天还来|真棒
手机死机了怎么办|垃圾短信怎么拦截|骚扰电话太多 怎么屏蔽|老收到诈骗电话|有人冒充你们骗我妈|手机被偷了 快帮我停机|卡丢了 急用 怎么补|我的号被人盗用了 怎么办|孩子把手机摔坏了 保修吗|手机疯狂弹窗 怎么设置
你好|在吗|早上好|再见|嗯|好|可以|行|不用了|没事了
你是机器人吗|转人工|我想找人工客服|麻烦帮我接一下人工|有人在吗|人工服务几点到几点|你叫什么名字|你能做什么|你会方言吗|字能不能大一点
上个月用了多少流量|不是这个月 是上个月|我问的是流量|五十块的套餐有吗|一百二的那个是什么|我在北京 要去日本|帮我爸查一下|我老公的号码怎么查|公司要开发票|学生有优惠吗
明天能装吗|后天上午十点方便|地址是人民路12号|身份证号要给吗|验证码是123456|我姓王|确定|取消吧|换一个|下一步
听说5g很快 怎么开|怎么设置呼叫转移|彩铃怎么取消|积分能换什么|快到期了 怎么续约|违约金怎么算|合约什么时候到期|副卡怎么加|能不能只换卡不换号|老人套餐有哪些
昨天晚上网断了一会儿 现在好了|之前投诉的那个已经解决了|上次的师傅技术不错|等了一会儿 终于通了 谢谢|刚才有点急 抱歉|没关系 我再等等|麻烦你了|辛苦了 不着急|好嘞 谢谢啊|那我明天再来
唔该 查下话费|点样开通漫游呀|多谢晒|帮我睇下用咗几多流量|咋个改套餐嘛|要得 谢了哈|话费还有好多钱|整个流量包呗|中 谢谢昂|谢谢侬
我的天 流量用完了|哇 账单这么详细|啊 我忘了缴费|救命 我把自己锁在外面了 宽带密码多少来着|天哪 居然免费|急 在线等 机场怎么买漫游|哎呀 点错了|咦 怎么停机了|妈呀 这么多积分|完了 卡找不到了
check my balance please|how much data do i have left|show me last month's bill|how do i activate roaming|i want to change my plan|where is the nearest store|what time do you open|can i get an invoice|thanks, that worked|great, thank you so much
the engineer was excellent|really happy with the service|brilliant, it's sorted now|love the new speed|you were very helpful|perfect|cheers mate|the signal is amazing up here|damn that's fast|well done, five minutes and it was fixed, thank you
my internet is down|no signal since this morning|the router has a red light|i can't send texts|my top up hasn't arrived|my line is suspended, how do i restore it|mobile data stopped working|calls won't connect|i'm not getting verification codes|broadband is slow today, can you check the line
why is my bill higher this month|i was charged 10 yuan extra, can you check|i'd like a refund for a double payment|cancel my video subscription|how do i file a complaint|where is my complaint up to|i want to close my account|how do i move my number to another network|i don't want this service any more|is there a cancellation fee
haha i forgot my password again|my fault, i topped up the wrong number|sorry, i meant last month|silly me, i dropped my phone in the sink|i'm an idiot, i cut the sim wrong|just kidding|lol ok|oops wrong number|my bad, it was airplane mode|sorry for the trouble
my phone was stolen, please block it|i lost my sim|someone is pretending to be you and asked for a code|too many spam calls, how do i block them|my phone keeps freezing, is it under warranty|junk texts every day, can you filter them|i think i was scammed, what should i do|my kid broke the phone|my account shows a strange login|my elderly mother needs help with her phone
hello|good morning|bye|ok|yes please|no thanks|sure|are you a bot|i'd like to talk to a person please|can i speak with an agent
not this month, last month|i asked about data, not calls|do you have a 59 plan|i'm travelling to japan next week|my address is 12 park road|tomorrow at ten works|the code is 123456|confirm|cancel that|what does esim mean
it was down last night but it's fine now|my earlier complaint has been resolved|no rush, whenever you can|i'll wait, no problem|wow, so many points|oh no, i forgot to pay|oh great, it's working now|awesome, cheaper than i thought|this is a stupid question but how do i find my number|that deal is insanely good, how do i get it
`;
