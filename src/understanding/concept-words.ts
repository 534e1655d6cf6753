/** The trade's Chinese vocabulary: one line a concept with its wordings; the longest wording at a place wins. English is served better by word vectors. */
export const CONCEPT_WORDS = `
money: 话费 费用 钱 花费 电话费 手机费 资费 金额
balance: 余额 余钱 账上 卡里还有 结余 剩余话费 剩多少钱 还剩多少钱 还有多少钱
bill: 账单 帐单 月结单 消费明细 费用清单 月费单
invoice: 发票 专票 普票 抬头 开票 报销 税号
topup: 充值 充钱 充话费 缴费 交费 交话费 缴话费 交钱 续费 充点 充一百 充五十
autopay: 自动缴费 自动扣款 代扣 自动充值 托收 自动续费 免密
arrived: 到账 到帐 入账 没到 没收到 未到 不到账 没显示 没进
wrongnumber: 充错 冲错 充到别人 输错号 填错号 错号 别人号上 别人的号
usage: 用量 用了多少 使用情况 用掉 消耗 还剩 剩余 剩多少 还有多少 剩
data: 流量 上网流量 数据 套餐流量 gb
voice: 通话 分钟 分钟数 打电话 语音 通话时长
sms: 短信 信息 彩信 sms
code: 验证码 动态码 校验码
plan: 套餐 资费套餐 月租 档位 套餐档
current: 现在用的 目前 当前 正在用 我用的是 我是什么
recommend: 推荐 适合 划算 便宜点 省钱 实惠 合适 哪个好 哪款 性价比 优惠
change: 换 改 变更 更换 改成 换成 升级 降级 降档 升档 调整 转成
cancel: 取消 退订 关掉 关闭 停掉 不要了 去掉 退掉 停用 撤销 取关 注销 解除 别续
order: 开通 办理 订购 办 订 开 申请 买 加 购买 办个 来个
pack: 流量包 加油包 月包 日包 叠加包 加餐包
vas: 增值业务 增值服务 订阅 会员 视频会员 音乐包 附加业务 包月业务 已订业务 开了什么
ringtone: 彩铃 炫铃 铃声
roaming: 漫游 出国 国外 境外 国际 港澳 海外 出境
share: 亲情网 亲情号 副卡 家庭网 共享 家庭组 合账 一起用
fiveg: 5g 五代 5g
speed: 网速 速度 卡 慢 龟速 转圈 缓冲 加载 限速
signal: 信号 没网 无服务 无信号 不在服务区 没服务 一格 搜不到网
outcall: 打不出 打不通 拨不出 接不到 接不了 打不进
fault: 坏 故障 断网 断 连不上 上不了 不能用 红灯 不亮 掉线 修 报修 维修
broadband: 宽带 光纤 光猫 路由器 家里网 家里的网 无线 wifi 家里上网 wifi
install: 安装 装 新装 移机 搬家 迁移 报装
password: 密码 口令 服务密码
reset: 重置 忘记 忘了 找回 改密 修改密码
account: 账号 帐号 账户 用户名
signin: 登录 登陆 登不上 登不进 进不去 闪退 打不开
app: app 软件 客户端 小程序 网厅
suspended: 停机 停了 被停 欠费 欠 停话 单停 双停
restore: 复机 开机 恢复 解停 重新开
keepnumber: 停机保号 保号 暂停 报停 留着号 号留着 停一段
lost: 丢 丢了 挂失 不见 被偷 遗失 找不到 掉了 偷走
sim: 卡 手机卡 sim卡 电话卡 号卡
replacesim: 补卡 换卡 剪卡 小卡 esim 卡坏 卡槽 不读卡 esim
puk: puk pin码 锁卡 卡锁 解锁 锁住 puk
porting: 携号转网 携转 转网 转入 转出 授权码 带号
leave: 不想用 不用了 离开 换别家 别家 其他运营商 走人 转走 换运营商
closeaccount: 销户 销号 注销号码 注销 拆机 不要这个号
contract: 合约 合同 协议 约期 在网 签约
expire: 到期 期满 什么时候结束 还有多久 截止
penalty: 违约金 违约 赔 提前解约 罚
rules: 规则 怎么算 怎么收 怎么计 收费标准 多少钱一 生效 清零 结转 不清零
refund: 退费 退款 退钱 返还 退还 退回 赔偿
wrongcharge: 乱扣 多扣 误扣 扣错 重复扣 莫名其妙扣 没订过 偷扣 多收 扣了
why: 为什么 为啥 怎么回事 咋 怎么这么 凭什么 原因
higher: 变多 多了 涨 贵了 比上个月 突然 高了 这么多 这么高 这么贵 翻倍
points: 积分 兑换
member: 会员 权益 生日 等级 星级 金卡 银卡 礼包 特权
complaint: 投诉 举报 维权 申诉 讨说法 差评
progress: 进度 处理到 怎么样了 工单 单号 结果 催 多久能处理 回复
fraud: 诈骗 骗 盗刷 被盗 盗用 冒充 假冒 钓鱼 被骗
spam: 骚扰 推销 垃圾短信 拦截 屏蔽 黑名单 广告电话
forward: 呼叫转移 转接 来电显示 呼叫等待 来电提醒 三方通话 呼转
volte: volte 高清通话 高清语音
apn: apn 接入点 设置 配置 热点 apn
device: 手机 终端 机子 设备 合约机
warranty: 保修 维修 售后 换新 碎屏 屏幕 质量问题
store: 营业厅 门店 网点 厅 柜台 实体店
where: 在哪 哪里 哪儿 地址 最近 附近 怎么走
hours: 几点 上班 下班 营业时间 服务时间 周末 节假日 开门 关门
person: 人工 真人 活人 客服 坐席 专员 接线员 经理
robot: 机器人 人工智能 ai 机器 ai
elder: 老人 老年 老年人 字大 大字 听不清 方言 老花 爷爷 奶奶
enterprise: 企业 公司 单位 集团 政企 专线 员工
privacy: 个人信息 隐私 我的数据 我的信息 资料 授权
delete: 删除 删掉 清除 抹掉
realname: 实名 身份证 认证 人脸 证件
transfer: 过户 更名 转给 换机主 户主 名下
ownnumber: 本机号码 我的号码 我号码 自己的号 手机号是多少
detail: 详单 通话记录 清单 通话明细 打给谁
landline: 固话 座机 固定电话 家里电话
praise: 表扬 点赞 建议 夸 好评 意见
hello: 你好 您好 在吗 早上好
thank: 谢谢 感谢 多谢
bye: 再见 拜拜 回见
how: 怎么 如何 怎样 咋 流程 步骤 办法
howmuch: 多少 几块 多少钱
check: 查 看 查询 看看 查一下 查查
when: 什么时候 几号 多久 何时
last: 上个月 上月 上上个月 去年
want: 想 要 我要 想要 需要
not: 没 不 没有 无法 不能 不了 未
talk: 说 讲 聊 沟通 谈
kid: 孩子 小孩 儿子 女儿 我妈 我爸 老公 老婆 爸妈 父母
`;
