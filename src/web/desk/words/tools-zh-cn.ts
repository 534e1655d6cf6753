/** The words of the agent's tools: looking at what is masked, files, ready replies, helping each other. Chinese. */
export const toolsZhCn = {
  reveal: {
    show: '查看完整号码',
    hide: '隐藏号码',
    title: '查看完整号码',
    lead: '请说明为什么要看。原因和您的姓名会记入审计日志。',
    reason: '原因',
    reasons: { check: '核对身份', order: '办理业务', callback: '需要回拨' },
    placeholder: '例如：用户要求回拨',
    submit: '查看',
  },
};

export type ToolsWords = typeof toolsZhCn;
