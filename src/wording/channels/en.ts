/** What is said on outside channels where pages would show buttons, pictures and names. English. */
import type { ChannelWording } from './zh-cn.js';

export const channels: ChannelWording = {
  chooseByNumber: 'Reply with a number to choose:',
  agentSays: (name, text) => `[Agent ${name}] ${text}`,
  agentUnnamed: 'agent',
  picture: '[picture]',
  voice: '[voice message that could not be put into words]',
  place: (name) => `[place] ${name}`,
  hello: 'Hello',
  sources: (titles) => `Source: ${titles}`,
};
