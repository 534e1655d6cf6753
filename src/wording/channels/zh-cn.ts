/** What is said on outside channels where pages would show buttons, pictures and names. Chinese. */
export const channels = {
  chooseByNumber: '回复数字即可选择：',
  agentSays: (name: string, text: string) => `【客服 ${name}】${text}`,
  agentUnnamed: '人工',
  picture: '[图片]',
  voice: '[语音，没有识别出文字]',
  place: (name: string) => `[位置] ${name}`,
  hello: '你好',
  sources: (titles: string) => `来源：${titles}`,
};

export type ChannelWording = typeof channels;
