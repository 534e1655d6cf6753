/** How refusals are put to people. Chinese. */
export const gateway = {
  refusals: {
    'bad-request': '请求格式不对，没有做任何改动。',
    'bad-text': '消息是空的，或含有无法识别的字符，请修改后再发。',
    'too-long': '内容太长了，请分几条发送。',
    'bad-file': '不支持这种文件。可以发图片、PDF、Word、Excel 和文本文件。',
    'unknown-event': '不支持这个操作。',
    unauthenticated: '登录已失效，请重新登录。',
    forbidden: '您没有权限这样做。',
    'not-found': '没有找到。',
    'not-yours': '这个会话不属于您，不能操作。',
    'wrong-state': '现在的状态下不能这样做。',
    gone: '已经晚了一步：会话的状态变了。',
    conflict: '与别人的操作冲突了，请刷新后再试。',
    unverified: '用户还没有验证身份，不能代为办理。',
    'rate-limited': '操作太快了，请稍等几秒再试。',
    locked: '连续输错次数过多，账号已锁定 15 分钟。',
    'no-capacity': '您的接待数已满，请先结束一个会话。',
    unavailable: '系统暂时没有响应，请稍后再试。',
    'needs-version': '这里有别人的改动。请先读取最新内容，带上它的版本（If-Match）再保存。',
    'no-model': '还没有配置语言模型，这项功能暂时不能用。',
    internal: '出了点问题，我们已经记录下来，请稍后再试。',
  },
  signInFailed: '邮箱或密码不正确。',
  documents: { title: '接口文档', http: 'HTTP 接口', sockets: 'Socket 接口' },
};

export type GatewayWording = typeof gateway;
