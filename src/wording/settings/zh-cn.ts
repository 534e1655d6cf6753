/** The stored settings in words: what each is called and what it does. Chinese. */
export const settings = {
  line: {
    title: '排队与派单',
    about: '谁先被接待、由谁接待、等多久。改动保存后立即生效，不影响正在进行的会话。',
    fields: {
      isLanguageMatched: { label: '按语言和方言派单', effect: '开启后，会话先派给会说这种语言或方言的客服。' },
      languagePatienceSeconds: { label: '为语言多等（秒）', effect: '会这种语言的客服都在忙时，最多多等这么久，之后派给任何客服。' },
      isCaseOwnerFirst: { label: '工单负责人优先', effect: '用户有未办结的工单时，先派给工单负责人（有空时）。' },
      isPreviousAgentFirst: { label: '上次的客服优先', effect: '先派给上次接待这位用户的客服（有空时）。' },
      isAgeing: { label: '等待越久越靠前', effect: '开启后，优先级相当于提前到达若干分钟，谁都不会一直被插队；关闭后，优先级高的永远在前。' },
      'headStartMinutes.vip': { label: '贵宾提前（分钟）', effect: '金卡和政企用户视为早到这么多分钟。' },
      'headStartMinutes.unhappy': { label: '不满用户提前（分钟）', effect: '情绪不满的用户视为早到这么多分钟。' },
      'headStartMinutes.elder': { label: '长者提前（分钟）', effect: '长者和有障碍的用户视为早到这么多分钟。' },
      'headStartMinutes.urgent': { label: '紧急事项提前（分钟）', effect: '诈骗、被盗、人身危险视为早到这么多分钟。' },
      'weights.normal': { label: '普通会话占用', effect: '一个普通会话占用客服多少接待数。' },
      'weights.vip': { label: '贵宾会话占用', effect: '一个贵宾会话占用客服多少接待数。' },
      'weights.unhappy': { label: '不满会话占用', effect: '一个不满用户的会话占用客服多少接待数；调高可让客服专心处理。' },
      'weights.elder': { label: '长者会话占用', effect: '一个长者会话占用客服多少接待数。' },
      'weights.urgent': { label: '紧急会话占用', effect: '一个紧急会话占用客服多少接待数。' },
      offerSeconds: { label: '接单时限（秒）', effect: '派给客服后这么久没接，就派给下一位。' },
      lapsesUntilAway: { label: '连续未接几次设为离开', effect: '客服连续这么多次没接，自动设为离开，并提醒主管。' },
      isAutoAccept: { label: '自动接入', effect: '开启后派到的会话直接接入，客服不用点接受。' },
      firstReplySeconds: { label: '首次回复时限（秒）', effect: '接入后这么久没有回复，会话回到原来的排队位置并向用户致歉；0 为不限。' },
      wrapUpSeconds: { label: '整理时间（秒）', effect: '结束一个会话后，过这么久才派下一个；0 为不留。' },
      lineCap: { label: '排队人数上限', effect: '排队满了以后，新来的用户可选回电、留言或智能助手；0 为不限。' },
      longestWaitMinutes: { label: '最长等待（分钟）', effect: '等了这么久还没人接，就请用户选回电、留言或智能助手；0 为一直等。' },
    },
  },
  hours: {
    title: '服务时间',
    about: '人工客服什么时候在。不在的时候，用户可选在约定时间回电、留言或智能助手。',
    fields: {
      timezone: { label: '时区', effect: '下面的时间都按这个时区计算。' },
      week: { label: '每周服务时间', effect: '周一到周日每天的时段；空着的那天不服务。' },
      groups: { label: '技能组单独时间', effect: '列在这里的技能组用自己的时间，其他的用每周服务时间。' },
      holidays: { label: '节假日', effect: '这一天按这里的时段服务，没有时段就是休息；可以只对部分技能组生效。' },
    },
  },
};
export type SettingsWording = typeof settings;
