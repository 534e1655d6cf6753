/** The columns of exported figures, in Chinese. */
export const insights = {
  columns: {
    day: '日期',
    conversations: '会话数',
    byAssistant: '助手解决',
    unanswered: '未得到解答',
    toPerson: '转人工',
    containment: '助手独立解决率',
    questions: '用户消息数',
    fallbackShare: '未听懂占比',
    clarifiedShare: '反问占比',
    unhelpful: '点了没帮助',
    handoffs: '请求人工',
    accepted: '人工接起',
    left: '排队中离开',
    timedOut: '等待超时',
    failed: '未能排队',
    abandonment: '放弃率',
    waitP50: '等待中位数（秒）',
    waitP90: '等待 P90（秒）',
    rangeHitRate: '等待预估命中率',
    firstReplyP50: '坐席首次回复中位数（秒）',
    handlingP50: '处理时长中位数（秒）',
    assistantRating: '助手平均评分',
    agentRating: '坐席平均评分',
    angry: '愤怒会话',
    unhappy: '不满会话',
    tokens: '模型 token',
    cost: '模型费用',
    published: '发布的版本',
    total: '合计',
    before: '前一周期',
  },
  draft: {
    /** Of an article begun from open questions, without a model. */
    body: (questions: readonly string[]) => `请在这里写答案。\n\n用户是这样问的：\n\n${questions.map((question) => `- ${question}`).join('\n')}`,
  },
};

export type InsightsWording = typeof insights;
