/** The replies every desk starts with. Chinese. */
export const zhCn = {
  folders: { opening: '开场', checking: '核实', billing: '账务', network: '网络', plans: '套餐', soothing: '安抚', closing: '结束' },
  replies: {
    hello: ['您好', '{{subscriber.name}}您好，我是客服 {{agent.name}}。前面的记录我看到了，您不用重复，我接着为您处理。'],
    moment: ['请稍等', '好的，我查一下，大约需要一两分钟，请您稍等。'],
    sorryToWait: ['久等致歉', '不好意思让您久等了，我马上接着处理。'],
    stillHere: ['还在吗', '您还在吗？如果暂时不方便，这个会话会为您保留，随时回来就行。'],
    askDetail: ['请补充细节', '为了查得更准，麻烦您说一下大概的时间、地点和当时的提示内容；有截图的话也可以直接发给我。'],
    askVerify: ['请先验证', '这部分涉及您的账户，需要先验证身份。请在对话里按提示输入手机号码和短信验证码；验证码请不要告诉任何人，包括客服。'],
    plan: ['当前套餐', '您现在用的是“{{plan}}”，话费余额 {{balance}}。'],
    billCheck: ['核对账单', '我正在逐项核对您的账单，核对完会把每一笔的原因告诉您。'],
    doubleCharge: ['多收核实', '如果核实确实多收，会按规定双倍返还；我先为您核实这一笔。'],
    topUpLate: ['充值未到账', '充值一般几分钟内到账。麻烦您发一下支付凭证的截图，我帮您查这笔充值的状态。'],
    signal: ['信号排查', '请先试三步：关机再开机；开关一次飞行模式；把卡换到另一部手机试试。哪一步有变化，请告诉我。'],
    broadband: ['宽带排查', '请看一下光猫上的 LOS 灯是否亮红灯。先断电一分钟再通电；如果还亮红灯，我马上为您报修。'],
    planNext: ['套餐下月生效', '套餐变更次月一日生效，本月费用不变；生效前可以随时取消。'],
    sorry: ['致歉', '这件事给您添麻烦了，很抱歉。我会一直跟到有结果为止。'],
    understand: ['理解', '您说的情况我明白，换了我也会着急。我们先把这件事解决。'],
    transfer: ['转同事', '这个问题由更熟悉的同事来处理会更快，我把前因后果一起转过去，您不用再说一遍。'],
    anythingElse: ['还有别的吗', '还有其他需要帮忙的吗？'],
    bye: ['结束语', '问题已经处理好了，感谢您的耐心。之后有需要随时找我们，祝您生活愉快。'],
    noAnswer: ['无回应结束', '一直没有等到您的回复，我先结束这次服务。需要时直接发消息就能继续。'],
  },
  tags: { solved: '当场解决', noAnswer: '用户未回应' },
} as const satisfies CannedShape;

interface CannedShape {
  readonly folders: Readonly<Record<string, string>>;
  /** Title and text. */
  readonly replies: Readonly<Record<string, readonly [string, string]>>;
  readonly tags: Readonly<Record<string, string>>;
}

export type CannedKey = keyof typeof zhCn.replies;
export type CannedTexts = Readonly<Record<CannedKey, string>>;
