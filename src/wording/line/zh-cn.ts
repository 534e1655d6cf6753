/** Usage, network, broadband, card, calls, tickets and personal data, in Chinese. */
import { zhFormats as f } from '../formats.js';

export const line = {
  usageData: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，本月国内流量：`,
  usageVoice: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，本月通话和短信：`,
  usagePast: (v: { month: string; asOf: number }) => `${f.month(v.month)}一共用了（按已出账单，截至 ${f.time(v.asOf)}）：`,
  usedData: (v: { amount: string }) => `• 国内流量：${v.amount}`,
  usedRoaming: (v: { amount: string }) => `• 国际漫游流量：${v.amount}`,
  usedVoice: (v: { amount: string }) => `• 国内通话：${v.amount}`,
  usedTexts: (v: { amount: string }) => `• 国内短信：${v.amount}`,
  usageTooOld: (v: { month: string; oldest: string }) => `用量只能查到${f.month(v.oldest)}，${f.month(v.month)}的已经查不到了。`,
  usageUnknown: (v: { month: string }) => `系统里没有${f.month(v.month)}的用量记录，不敢随便报数。`,
  thisMonth: '本月用量',
  lapses: (v: { on: string }) => `会清零：套餐里没用完的流量${v.on === '' ? '到月底' : `到 ${f.shortDate(v.on)}`}清零，不带到下月；买的流量包用到有效期为止，没用完的也不结转。`,
  usageRoaming: '国际漫游流量（单独计算）：',
  noRoaming: '目前没有在用的国际漫游流量。',
  bucket: (v: { name: string; total: string; used: string; left: string; resetsOn: string }) =>
    `• ${v.name}：已用 ${v.used}，剩 ${v.left}，共 ${v.total}，${f.shortDate(v.resetsOn)}重置`,
  bucketOver: (v: { over: string }) => `（已超出 ${v.over}，超出部分按套餐外计费）`,
  bucketNone: (v: { name: string; used: string }) => `• ${v.name}：套餐不含，已用 ${v.used}，按套餐外计费`,
  /** 「能用到月底吗」, with the sum it comes from. */
  pace: { data: '国内流量', voice: '国内通话', sms: '国内短信' },
  paceEnough: (v: PaceSaid) => `照目前的用法，${v.what}够用到月底：这 ${v.days} 天用了 ${v.used}，平均每天 ${v.perDay}；之后还有 ${v.toCome} 天，大约再用 ${v.needed}，现在还剩 ${v.left}。`,
  paceShort: (v: PaceSaid & { goneOn: string }) =>
    `照目前的用法，${v.what}不够用到月底，大约 ${f.shortDate(v.goneOn)}用完：这 ${v.days} 天用了 ${v.used}，平均每天 ${v.perDay}；之后还有 ${v.toCome} 天，大约要 ${v.needed}，现在只剩 ${v.left}。`,
  paceLastDay: (v: PaceSaid) => `今天是最后一天，${f.shortDate(v.on)}重置：${v.what}还剩 ${v.left}，这 ${v.days} 天平均每天用 ${v.perDay}。`,
  paceTooEarly: (v: PaceSaid) => `${v.what}还剩 ${v.left}，用到 ${f.shortDate(v.on)}重置。这一期才 ${v.days} 天，用了 ${v.used}，还看不出够不够。`,
  paceGone: (v: PaceSaid) => `不够：${v.what}已经用完了，${f.shortDate(v.on)}重置。`,
  nearlyGone: (v: { left: string; on: string }) => `国内流量只剩 ${v.left} 了，${f.shortDate(v.on)}重置。不够用的话可以加个流量包。`,
  throttled: (v: { on: string }) => `套餐流量已用完，现在是限速状态，${f.shortDate(v.on)}自动恢复；订流量包可以马上恢复。`,

  ownNumber: (v: { msisdn: string; name: string }) => `您的号码是 ${v.msisdn}，机主 ${v.name}。`,
  ownTitle: '本机号码',
  ownRow: { number: '号码', holder: '机主' },

  suspendTitle: '确认挂失停机',
  suspendAsk: (v: { msisdn: string }) => `请确认：马上挂失 ${v.msisdn}。挂失后这张卡不能打电话、发短信和上网，别人捡到也用不了；套餐月费照常计收。`,
  suspendRow: { number: '号码', effect: '效果' },
  suspendEffect: '停止通话、短信和上网',
  suspendWhen: '立即',
  suspendFee: '挂失不收费，套餐月费照常计收',
  suspendBinds: '到您解挂或补卡为止',
  suspendUndo: '找到卡后对我说「解挂」，验证身份就能恢复；补卡请机主带身份证到任一接棒营业厅，当场补好。',
  suspendDone: (v: { orderId: string }) => `已挂失，受理单号 ${v.orderId}。请尽快带身份证到接棒营业厅补卡；绑定的支付和银行账户也请先冻结。找到卡了对我说「解挂」。`,
  resumeTitle: '确认解挂',
  resumeAsk: (v: { msisdn: string }) => `请确认：为 ${v.msisdn} 解除挂失，恢复通话、短信和上网。`,
  resumeEffect: '恢复通话、短信和上网',
  resumeFee: '不收费',
  resumeBinds: '没有约束',
  resumeUndo: '需要时可以随时再挂失。',
  resumeDone: (v: { orderId: string }) => `已解挂，受理单号 ${v.orderId}。关机再开机一次就能用。`,
  notLost: '您的号码没有挂失，不用解挂。',
  alreadyLost: '您的号码已经是挂失状态。找到卡了可以解挂；没找到请带身份证到接棒营业厅补卡。',

  puk: (v: { puk: string }) => `您这张卡的 PUK 码是 ${v.puk}。输入后设一个新的 PIN 码即可。连续输错 10 次卡会永久锁死，需要换卡，请慢慢输。`,

  pukWrong: 'PUK 一共有 10 次机会，手机上会显示还剩几次。连续输错 10 次，卡会永久锁死，只能带身份证到接棒营业厅换卡，号码不会丢。没把握就先别试，找真人客服核对。',

  calls: (v: { month: string; asOf: number; out: number; answered: number; minutes: number; chargedFen: number }) =>
    `${f.month(v.month)}通话详单（截至 ${f.time(v.asOf)}）：主叫 ${v.out} 次、共 ${f.minutes(v.minutes)}，被叫 ${v.answered} 次，套餐外话费 ${f.amount(v.chargedFen)}。最近 ${v.out + v.answered < 10 ? v.out + v.answered : 10} 条：`,
  callLine: (v: { at: number; isOut: boolean; peer: string; duration: string; amountFen: number }) =>
    `• ${f.time(v.at)} ${v.isOut ? '主叫' : '被叫'} ${v.peer}，${v.duration}，${f.amount(v.amountFen)}`,
  duration: (v: { seconds: number }) => (v.seconds < 60 ? `${v.seconds} 秒` : `${Math.floor(v.seconds / 60)} 分 ${v.seconds % 60} 秒`),
  callName: (v: { at: number; isOut: boolean }) => `${f.time(v.at)} ${v.isOut ? '主叫' : '被叫'}`,
  callsNone: (v: { month: string; asOf: number }) => `${f.month(v.month)}没有通话记录（截至 ${f.time(v.asOf)}）。可以查最近 6 个月。`,
  callsMost: (v: { month: string; peer: string; calls: number; minutes: number }) => `${f.month(v.month)}打得最多的号码是 ${v.peer}：打了 ${v.calls} 次、共 ${f.minutes(v.minutes)}。`,
  callsNoMost: (v: { month: string; numbers: number }) => `${f.month(v.month)}没有哪个号码打得最多：打出的 ${v.numbers} 个电话，每个号码都只有一次。`,
  callsNoneMade: (v: { month: string }) => `${f.month(v.month)}您没有打出过电话。`,
  callsLongest: (v: { at: number; peer: string; duration: string }) => `最长的一次：${f.time(v.at)} 打给 ${v.peer}，${v.duration}。`,
  callsWhose: '号码的机主是谁，详单里没有，我看不到。',
  callsTitle: (v: { month: string }) => `${f.month(v.month)}通话详单`,
  callsFree: '查详单免费。完整详单可以在 App「我的－详单」里下载。',

  tickets: (v: { asOf: number; count: number }) => `截至 ${f.time(v.asOf)}，您最近的工单有 ${v.count} 张：`,
  ticketLine: (v: { id: string; title: string; state: string; at: number; step: string; due: string }) =>
    `• ${v.id} ${v.title}：${v.state}。${f.time(v.at)} ${v.step}${v.due}`,
  ticketDue: (v: { at: number; leftMs: number }) =>
    v.leftMs > 0 ? `；最晚 ${f.time(v.at)} 前办结（还有 ${f.left(v.leftMs)}）` : `；应在 ${f.time(v.at)} 前办结，已经超时，抱歉`,
  ticketState: { open: '已受理', 'in-progress': '处理中', solved: '已解决', closed: '已关闭' },
  ticketsNone: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，您没有工单。`,

  askCity: '您在哪个城市？我查一下那边的网络。',
  outage: (v: { region: string; isOwnArea: boolean; text: string; since: number; restoredBy: number | null }) =>
    `${v.region}：${v.text}，从 ${f.time(v.since)} 开始${v.restoredBy === null ? '，恢复时间待定' : `，预计 ${f.time(v.restoredBy)} 前恢复`}。给您添麻烦了。`,
  noOutage: (v: { region: string; isOwnArea: boolean; asOf: number }) => `截至 ${f.time(v.asOf)}，${v.region}没有网络故障。`,
  noSignalSteps: '请依次试一下：\n1. 开关一次飞行模式，或者关机再开机。\n2. 把卡取出来擦一擦重新插好。\n3. 换个位置，或者把卡放到别的手机里试试。',
  costNotByDay: '话费是按月出账的，单独一天花了多少，我们这里没有记录：',
  notByDay: '每一天各用了多少，我们这里没有记录，只能查到整月的：',
  usedByWhat: '是哪个应用用掉的，我们这里看不到；手机「设置」里的流量统计会按应用列出来。',
  triedEnough: '试过了就不用再试了。',
  outageKnown: '已经在抢修，不用报修。想修好后得到答复，可以登记一张工单。',
  stillBad: '还是不行的话，我可以登记报修。',
  slowNotThrottled: (v: { asOf: number; left: string }) => `截至 ${f.time(v.asOf)}，您没有被限速，国内流量还剩 ${v.left}。`,
  slowThrottled: (v: { asOf: number; on: string }) =>
    `截至 ${f.time(v.asOf)}，您的套餐流量已用完，所以被限速了。${f.date(v.on)}自动恢复；订个流量包马上恢复。`,
  slowOver: (v: { asOf: number; over: string }) =>
    `截至 ${f.time(v.asOf)}，您没有被限速，但国内流量已超出套餐 ${v.over}，超出部分在另外计费。`,
  slowSteps: '请依次试一下：\n1. 开关一次飞行模式。\n2. 到窗边或者换个地方试试，人多的地方会慢。\n3. 检查是否开了省流量模式或 VPN。',

  noBroadband: '您的号码名下没有宽带。如果宽带是家人办的，请用办理的号码来查，或者转人工。',
  lineCheck: {
    none: (v: { asOf: number }) => `刚刚测了您的线路（${f.time(v.asOf)}）：光猫在线，光信号正常，没有发现故障。`,
    'loss-of-signal': (v: { asOf: number }) => `刚刚测了您的线路（${f.time(v.asOf)}）：光猫离线，收不到光信号，多半是光纤断了或接头松了。`,
    authentication: (v: { asOf: number }) => `刚刚测了您的线路（${f.time(v.asOf)}）：光猫在线，但是拨号认证没有通过，可能是账号或密码不对。`,
    slow: (v: { asOf: number }) => `刚刚测了您的线路（${f.time(v.asOf)}）：光猫在线，但是光信号偏弱，会影响网速。`,
    router: (v: { asOf: number }) => `刚刚测了您的线路（${f.time(v.asOf)}）：线路正常，问题可能在家里的路由器。`,
  },
  broadbandSteps: '请先看一下：\n1. 光猫的 LOS 灯是不是亮红灯，光纤接头有没有松、有没有弯折。\n2. 光猫和路由器断电 1 分钟再插上。',
  visitAsk: (v: { hours: number }) => `还不行的话选个上门时间，我来登记报修，${v.hours} 小时内修好：`,
  visitOnly: '能约的是下面几个上门时间；要别的时间，请先选一个再说「改成…」，或者转人工。',
  bookFirst: '还没有登记报修，所以还没有可以催的单子。选个上门时间我马上登记，下面第一个就是最早的：',
  visitPick: (v: { hours: number }) => `请选个上门时间，我来登记报修，${v.hours} 小时内修好：`,
  visit: (v: { day: string; isMorning: boolean }) => `${f.shortDate(v.day)}${v.isMorning ? '上午' : '下午'}`,
  visitBooked: (v: { visit: string; id: string; due: number }) => `已登记报修，工单 ${v.id}，预约 ${v.visit}上门，最晚 ${f.time(v.due)} 前修好。师傅上门前会先打电话。`,
  reported: (v: { id: string; due: number }) => `已登记，工单 ${v.id}，最晚 ${f.time(v.due)} 前给您结果。`,
};
export type LineWording = typeof line;

interface PaceSaid {
  readonly what: string;
  /** So far, today included. */
  readonly days: number;
  readonly used: string;
  readonly perDay: string;
  /** Days after today. */
  readonly toCome: number;
  readonly needed: string;
  readonly left: string;
  readonly on: string;
}
