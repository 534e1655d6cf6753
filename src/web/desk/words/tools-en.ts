/** The words of the agent's tools: looking at what is masked, files, ready replies, helping each other. English. */
import type { ToolsWords } from './tools-zh-cn.js';

export const toolsEn: ToolsWords = {
  reveal: {
    show: 'Show the whole number',
    hide: 'Hide the number',
    title: 'Show the whole number',
    lead: 'Say why you need it. The reason and your name go into the audit log.',
    reason: 'Reason',
    reasons: { check: 'Checking identity', order: 'Handling a request', callback: 'Calling back' },
    placeholder: 'For example: asked to be called back',
    submit: 'Show',
  },
};
