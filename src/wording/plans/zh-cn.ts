/** Plan, advice, changes, packs, extras and contract, in Chinese. */
import { zhFormats as f } from '../formats.js';

const difference = (fen: number): string =>
  fen === 0 ? '月费不变' : fen > 0 ? `每月多 ${f.amount(fen)}` : `每月少 ${f.amount(-fen)}`;

export const plans = {
  volumes: (v: { dataMb: number; voiceMinutes: number; smsCount: number; broadbandMbps: number }) =>
    [
      `流量 ${f.data(v.dataMb)}`,
      `通话 ${f.minutes(v.voiceMinutes)}`,
      ...(v.smsCount > 0 ? [`短信 ${f.messages(v.smsCount)}`] : []),
      ...(v.broadbandMbps > 0 ? [`宽带 ${v.broadbandMbps}M`] : []),
    ].join('、'),
  current: (v: { asOf: number; name: string; monthlyFen: number; volumes: string }) =>
    `截至 ${f.time(v.asOf)}，您用的是「${v.name}」，月费 ${f.amount(v.monthlyFen)}，每月含${v.volumes}。`,
  since: (v: { on: string }) => `从 ${f.date(v.on)}起使用。`,
  next: (v: { name: string; monthlyFen: number; on: string }) => `已约定 ${f.date(v.on)}起换成「${v.name}」，月费 ${f.amount(v.monthlyFen)}。`,
  withdrawn: (v: { name: string }) => `这个套餐已停止新办，老用户可以继续用；接替它的是「${v.name}」。`,
  contractShort: (v: { name: string; to: string }) => `您有「${v.name}」，到 ${f.date(v.to)}为止。`,
  currentTitle: '我的套餐',
  row: { plan: '套餐', fee: '月费', volumes: '每月包含', since: '开始使用', next: '下一个套餐', contract: '合约' },
  onDate: (v: { name: string; on: string }) => `${v.name}，${f.date(v.on)}起`,
  untilDate: (v: { name: string; on: string }) => `${v.name}，到 ${f.date(v.on)}`,

  adviceIntro: (v: { asOf: number; months: number; dataMb: number; voiceMinutes: number; smsCount: number }) =>
    `按您最近 ${v.months} 个月的实际用量（月均流量 ${f.data(v.dataMb)}、通话 ${f.minutes(v.voiceMinutes)}、短信 ${f.messages(v.smsCount)}，截至 ${f.time(v.asOf)}）来算：`,
  adviceLine: (v: { name: string; monthlyFen: number; overFen: number; averageFen: number; isCurrent: boolean }) =>
    `• ${v.name}${v.isCurrent ? '（现在的）' : ''}：月费 ${f.amount(v.monthlyFen)} + 套餐外平均 ${f.amount(v.overFen)} = 平均每月 ${f.amount(v.averageFen)}`,
  advicePrice: (v: { name: string; monthlyFen: number; overFen: number; averageFen: number; isCurrent: boolean; asOf: number }) =>
    `「${v.name}」月费 ${f.amount(v.monthlyFen)}${v.isCurrent ? '，就是您现在用的' : ''}。按您最近的用量（截至 ${f.time(v.asOf)}），${v.overFen > 0 ? `套餐外平均还要 ${f.amount(v.overFen)}，合起来` : '不会超出套餐，'}平均每月 ${f.amount(v.averageFen)}。`,
  adviceSave: (v: { name: string; saveFen: number }) => `换成「${v.name}」平均每月能省 ${f.amount(v.saveFen)}，下月 1 日生效。`,
  adviceStay: (v: { name: string }) => `您现在的「${v.name}」已经是最合适的，不用换。`,
  adviceBound: '合约期内换到更低的档位要付违约金，需要人工客服和您确认金额后办理。',
  adviceNoHistory: '您的号码还没有出过账单，暂时没有用量可以算。先用满一个月，我再帮您比较。',
  adviceSwitch: (v: { name: string }) => `换成${v.name}`,
  adviceTitle: (v: { months: number }) => `按最近 ${v.months} 个月用量比较`,
  adviceNote: { current: '现在的套餐', over: (v: { overFen: number }) => `套餐外平均 ${f.amount(v.overFen)}`, within: '用量都在套餐内' },
  adviceWithoutExtras: '以上不含增值业务、流量包和漫游。',

  noPlanAt: (v: { fen: number }) => `没有月费 ${f.amount(v.fen)}的套餐。`,
  askPlan: '您想换成哪个套餐？',
  planLine: (v: { name: string; monthlyFen: number; volumes: string }) => `• ${v.name}：${f.amount(v.monthlyFen)}/月，${v.volumes}`,
  planButton: (v: { name: string }) => v.name,
  changeTitle: '确认换套餐',
  changeAsk: (v: { from: string; to: string; fromFen: number; toFen: number; differenceFen: number; on: string }) =>
    `请确认：套餐由「${v.from}」（${f.amount(v.fromFen)}/月）换成「${v.to}」（${f.amount(v.toFen)}/月），${difference(v.differenceFen)}，${f.date(v.on)}起生效。点「确认办理」之前什么都不会变。`,
  undoTitle: '撤销换套餐',
  undoAsk: (v: { name: string; to: string }) => `请确认：撤销已约定的「${v.to}」，下月继续用「${v.name}」。`,
  changeRow: { from: '现在', to: '换成' },
  difference: (v: { fen: number }) => difference(v.fen),
  boundUntil: (v: { on: string | null }) => (v.on === null ? '不签合约，以后随时可以再换' : `原合约到 ${f.date(v.on)}，不变`),
  changeUndo: (v: { on: string }) => `${f.date(v.on)}生效之前都可以撤销，对我说「撤销换套餐」就行。`,
  undoFee: (v: { fen: number }) => `仍是 ${f.amount(v.fen)}/月`,
  undoStarts: '立即撤销',
  undoUndo: '以后想换，可以随时再约定。',
  changeDone: (v: { name: string; on: string; orderId: string }) => `已办好：${f.date(v.on)}起使用「${v.name}」，受理单号 ${v.orderId}。`,
  alreadyOn: (v: { name: string }) => `您现在用的就是「${v.name}」，不用换。`,
  alreadyOrdered: (v: { name: string; on: string }) => `已经约定 ${f.date(v.on)}起换成「${v.name}」，不用再办。`,
  undoNone: (v: { name: string; asOf: number }) => `截至 ${f.time(v.asOf)}，您没有已约定的换套餐，用的还是「${v.name}」，不用撤销。`,
  undoDone: (v: { name: string; orderId: string }) => `已撤销，下月继续使用「${v.name}」，受理单号 ${v.orderId}。`,
  obstacle: {
    arrears: '您有逾期没缴的账单，缴清之后才能办理。',
    contract: '您在合约期内，换到更低的档位要付违约金，需要人工客服和您确认金额后办理。',
    'senior-only': '这个套餐只对年满 60 岁的机主开放。',
    'students-only': '这个套餐只对在校学生开放，需要先核验学生身份。',
    'business-only': '这个套餐只对政企客户开放。',
    withdrawn: '这个套餐已经停止新办。',
    'already-so': '现在已经是这样了，不用再办。',
    'not-held': '您没有订这项业务。',
    'line-not-active': '号码目前停机，恢复使用后才能办理。',
    unknown: '这项业务没有找到，请换个说法，或者转人工。',
  },

  askPack: '您要哪个流量包？',
  packLine: (v: { name: string; priceFen: number; dataMb: number }) => `• ${v.name}：${f.data(v.dataMb)}，${f.amount(v.priceFen)}`,
  packTitle: '确认订流量包',
  packAsk: (v: { name: string; priceFen: number; dataMb: number; until: string }) =>
    `请确认：订「${v.name}」，${f.data(v.dataMb)}，${f.amount(v.priceFen)}，立即生效，用到 ${f.date(v.until)}。费用记在本月账单。`,
  packRow: { name: '流量包', data: '流量', until: '用到' },
  packFee: (v: { priceFen: number }) => `一次 ${f.amount(v.priceFen)}，记在本月账单`,
  packStarts: '立即',
  packBinds: '只买这一次，不会自动续订',
  packUndo: '流量包生效后不能退订，没用完的不结转。',
  packDone: (v: { name: string; until: string; orderId: string }) => `「${v.name}」已生效，用到 ${f.date(v.until)}，受理单号 ${v.orderId}。`,

  packStays: '流量包只买一次、不会自动续订，生效后不能退订，用到期为止。每月续费的是增值业务，可以在已订业务里退。',

  extras: (v: { asOf: number; count: number; totalFen: number }) =>
    `截至 ${f.time(v.asOf)}，您订了 ${v.count} 项增值业务，每月合计 ${f.amount(v.totalFen)}：`,
  extraLine: (v: { name: string; priceFen: number; since: string; note: string }) =>
    `• ${v.name}：${f.amount(v.priceFen)}/月，${f.date(v.since)}订${v.note}`,
  extraFree: (v: { on: string }) => `，免费到 ${f.date(v.on)}`,
  extraEnds: (v: { on: string }) => `，已退订，用到 ${f.date(v.on)}`,
  perMonth: (v: { fen: number }) => `${f.amount(v.fen)}/月`,
  extraSinceRow: (v: { on: string; note: string }) => `${f.date(v.on)}订${v.note}`,
  noExtras: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，您没有订任何增值业务。`,
  extrasTitle: '已订业务',
  endsExtra: (v: { name: string }) => `退订「${v.name}」`,
  extraPicked: (v: { name: string; priceFen: number; isLeast: boolean }) => `其中最${v.isLeast ? '便宜' : '贵'}的是「${v.name}」，${f.amount(v.priceFen)}/月。`,
  extrasTotal: '每月合计',
  askExtra: '您要退订哪一项？',
  notHeld: (v: { name: string }) => `您没有订「${v.name}」。`,
  notAmongExtras: '您订的业务里没找到您说的这一项。',
  offTitle: '确认退订',
  offAsk: (v: { name: string; priceFen: number; on: string; until: string }) =>
    `请确认：退订「${v.name}」（${f.amount(v.priceFen)}/月）。${f.date(v.on)}起不再收费，本月可以用到 ${f.date(v.until)}，当月费用不退。`,
  offRow: { name: '退订', price: '现在月费', until: '可以用到' },
  offFee: (v: { priceFen: number }) => difference(-v.priceFen),
  offStarts: (v: { on: string }) => `${f.date(v.on)}起不再收费`,
  offBinds: '没有约束，随时可以再订',
  offUndo: '退订后想用可以随时再订。',
  offStays: '退订已经办好，撤不回来；想继续用，可以随时再订，要的话转人工帮您办。',
  offDone: (v: { name: string; on: string; orderId: string }) => `「${v.name}」已退订，${f.date(v.on)}起不再收费，受理单号 ${v.orderId}。`,

  offAlready: (v: { name: string; until: string; on: string }) => `「${v.name}」已经退订过了，可以用到 ${f.date(v.until)}，${f.date(v.on)}起不再收费，不用再办。`,
  allEnded: '您订的增值业务都已退订，没有要再退的：',
  offAllAsk: (v: { count: number; priceFen: number; on: string; until: string }) =>
    `请确认：一起退订下面 ${v.count} 项增值业务（合计 ${f.amount(v.priceFen)}/月）。${f.date(v.on)}起不再收费，本月可以用到 ${f.date(v.until)}，当月费用不退。`,
  offAllDone: (v: { count: number; on: string }) => `${v.count} 项已退订，${f.date(v.on)}起不再收费：`,
  offAllLine: (v: { name: string; orderId: string }) => `• ${v.name}，受理单号 ${v.orderId}`,
  offAllLeft: (v: { names: readonly string[] }) => `没有办成：${f.list(v.names)}。情况有变，请重新查一下再退，或者转人工。`,

  contract: (v: { name: string; from: string; to: string; days: number }) =>
    `您的「${v.name}」从 ${f.date(v.from)}到 ${f.date(v.to)}，还有 ${v.days} 天。`,
  contractPenalty: (v: { monthlyFen: number; months: number; percent: number; penaltyFen: number; asOf: number }) =>
    `如果现在提前解约，违约金是 ${f.amount(v.monthlyFen)} × 剩余 ${v.months} 个月 × ${v.percent}% = ${f.amount(v.penaltyFen)}（截至 ${f.time(v.asOf)}）。`,
  contractAfter: (v: { monthlyFen: number }) => `到期后号码照常使用，套餐按标准月费 ${f.amount(v.monthlyFen)}逐月收，换套餐或转网都没有违约金。我们不会自动续签。`,
  contractNone: (v: { asOf: number }) => `截至 ${f.time(v.asOf)}，您没有在约合约，换套餐、转网或销户都没有违约金。`,
  contractTitle: '我的合约',
  contractRow: { name: '合约', from: '开始', to: '到期', days: '剩余', penalty: '现在解约的违约金' },
  daysLeft: (v: { days: number }) => `${v.days} 天`,
};
export type PlanWording = typeof plans;
