/** What the stand-in server answers over HTTP: the cast, a token, a text message, and articles from the knowledge base. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const articles = fileURLToPath(new URL('../../knowledge-base/', import.meta.url));

const CAST = [
  ['13800000001', '陈静', '套餐够用，按月缴费，问余额和账单', 'A plan that fits, paid on time; asks about balance and bills'],
  ['13800000002', '刘伟', '流量快用完，月底还有十天', 'Nearly out of data with ten days to go'],
  ['13800000003', '赵敏', '上个月漫游忘了订包，账单多了一截', 'Forgot the roaming pack last month; the bill jumped'],
  ['13800000004', '孙桂兰', '72 岁，银龄套餐，喜欢大字和慢慢说', '72, on the senior plan, likes large type and patience'],
] as const;

/** Null for what is not data. */
export async function fakeData(path: string, locale: string): Promise<object | null> {
  if (path === '/api/page-config') {
    return { demo: true, cast: CAST.map(([msisdn, name, zh, en]) => ({ msisdn, name, story: { 'zh-CN': zh, en } })) };
  }
  if (path === '/demo/token') return { token: 'a.b.c' };
  if (path.startsWith('/demo/sms/')) return { code: '482913', sentAt: Date.now() };
  return path.startsWith('/api/kb/') ? article(path.slice('/api/kb/'.length), locale) : null;
}

async function article(id: string, locale: string): Promise<object | null> {
  try {
    const [, head = '', body = ''] = (await readFile(`${articles}${id}.${locale}.md`, 'utf8')).split(/^---$/m);
    return { id, locale, title: /^title: (.*)$/m.exec(head)?.[1] ?? id, body, validFrom: /^validFrom: (.*)$/m.exec(head)?.[1] ?? '' };
  } catch {
    return null;
  }
}
