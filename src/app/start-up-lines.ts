/** What the product says when it is ready: the pages, and with `DEMO` on the cast with their stories. */
import { DEMO_PASSWORD, DEMO_STAFF } from './demo-staff.js';
import type { ChosenOperator } from './operator.js';
import type { Settings } from './settings.js';

const PAGES = [
  ['/', '营业厅首页与客服窗口  operator site with the chat widget'],
  ['/wechat', '微信风格全屏页面     WeChat-style full-screen page'],
  ['/desk', '坐席工作台           agent desk'],
  ['/studio', '内容工作室           content studio'],
  ['/insights', '运营看板             insights for supervisors and editors'],
] as const;

export function startUpLines(url: string, settings: Settings, cast: ChosenOperator['cast']): string {
  const store = settings.databaseUrl === null ? `SQLite (${settings.dataDir})` : 'PostgreSQL';
  const lines = [`接棒 Jiebang ready: ${url}   [${store}]`, '', ...PAGES.map(([path, what]) => `  ${`${url}${path}`.padEnd(34)} ${what}`)];
  if (settings.isDemo) lines.push('', ...demoLines(url, cast));
  return `${lines.join('\n')}\n`;
}

function demoLines(url: string, cast: ChosenOperator['cast']): readonly string[] {
  return [
    `演示坐席 Demo staff (password "${DEMO_PASSWORD}"): ${DEMO_STAFF.map((staff) => staff.email).join(', ')}`,
    `演示用户 Demo subscribers — sign in in the chat with the number; the code is at ${url}/demo/sms/<number>`,
    ...cast.map(({ msisdn, name, story }) => `  ${msisdn}  ${name}  ${story['zh-CN']}  ·  ${story.en}`),
    'DEMO=0 switches all of this off.',
  ];
}
