/** The panel's own words; what a case says of itself comes from the server. */
const ZH = {
  title: '我的进度', close: '关闭', loading: '正在读取…', failed: '没有读到，请稍后再试。', retry: '再试一次',
  none: '您还没有工单。报修、投诉或退费登记后，进度会显示在这里；客服答应您的事也在这里。',
  promises: '答应您的事', byAssistant: '小接', promisedBy: (name: string) => `${name} 答应的`,
  owner: (name: string) => `由 ${name} 负责到底`, yes: '已解决', no: '没有解决',
};
const EN: typeof ZH = {
  title: 'My progress', close: 'Close', loading: 'Reading…', failed: 'That did not work. Please try again later.', retry: 'Try again',
  none: 'You have no cases yet. Fault reports, complaints and refunds show here once they are registered, and so does what an agent promises you.',
  promises: 'What you were promised', byAssistant: 'Xiaojie', promisedBy: (name) => `promised by ${name}`,
  owner: (name) => `${name} stays with it`, yes: 'It is solved', no: 'Not solved',
};

export function wordsFor(locale: 'zh-CN' | 'en'): typeof ZH {
  return locale === 'en' ? EN : ZH;
}
