/** Every word of the insights in Chinese; `en.ts` is held to the same shape. */
import { figures } from './figures-zh-cn.js';
import { findings } from './findings-zh-cn.js';
import { notices } from './notices-zh-cn.js';

export const zhCn = {
  name: '接棒运营看板',
  loading: '正在加载…',
  signIn: {
    title: '登录运营看板',
    lead: '看清楚服务做得怎么样，哪里还答不上来，问题出在哪里。',
    email: '工作邮箱',
    password: '密码',
    submit: '登录',
    language: '语言',
    wrong: '邮箱或密码不正确',
    lost: '登录已过期，请重新登录。',
    forbidden: '这个账号没有查看运营看板的权限，请换一个账号登录',
    operator: '接棒通信',
  },
  nav: {
    label: '主导航',
    skip: '跳到正文',
    figures: '运营指标',
    gaps: '答不上来的',
    causes: '问题根因',
    notices: '故障公告',
    light: '浅色',
    dark: '深色',
    otherLanguage: 'English',
    signOut: '退出',
  },
  units: { seconds: '秒', minutes: '分钟' },
  figures,
  findings,
  notices,
  errors: {
    offline: '连不上服务器，请检查网络后重试',
    unauthenticated: '登录已过期',
    locked: '密码连续输错太多次，账号已锁定 15 分钟',
    'rate-limited': '太频繁了，请稍候再试',
    forbidden: '没有权限',
    'not-found': '没有这一条，可能已被处理',
    conflict: '刚刚有人改过，请再看一眼',
    'wrong-state': '现在不能这样做',
    gone: '晚了一步，情况已经变了',
    'bad-request': '没有被接受，请检查填写的内容',
    'too-long': '太长了',
    unavailable: '服务暂时不可用',
    internal: '服务器暂时出错了，请稍后再试',
  },
};

export type Words = typeof zhCn;
