/** What the rules of the conversation are called where a draft is tried and checked, in Chinese. */
export const rules: Readonly<Record<string, string>> = {
  attachment: '收到文件',
  wordless: '表情、语音等没有文字的消息',
  'takes-time': '用户要等一下',
  'confirm-change': '确认或取消办理',
  'pressed-button': '点了按钮',
  'after-sign-in': '登录后接着办',
  'danger-to-life': '人身安全，马上转人工',
  'leave-line': '退出排队',
  'form-answer': '回答正在问的事',
  'takes-back': '收回刚说的',
  language: '换语言',
  'answers-offer': '回应转人工的提议',
  'bare-answer': '没有问题的“是”或“不是”',
  fraud: '诈骗、被盗，马上转人工',
  'asks-for-person': '要找人工',
  'clarify-answer': '回答反问',
  unhappy: '不满，提议人工',
  correction: '更正刚才的话',
  'follow-up': '接着问',
  'bare-word': '只有一个词，列出选项',
  'several-needs': '一次几件事',
  'clear-intent': '意图明确，直接回答',
  'model-choice': '由语言模型选一个',
  'two-close-intents': '两个意图接近，反问',
  'out-of-scope': '与业务无关',
  knowledge: '从文章里找到答案',
  fallback: '没听懂',
  'account-help': '没听懂，用账户情况帮忙',
};

/** Texts of the draft that are no entry of the studio's lists. */
export const texts = {
  lexicon: (file: string) => `词表：${file}`,
  golden: (file: string) => `题库：${file}`,
};
