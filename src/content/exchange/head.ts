/** The head of a table: what its columns may be called, and how it is told from a title above it. */
import { COLUMNS } from './item.js';
import type { Column } from './item.js';

const ALIASES: Readonly<Record<Column, readonly string[]>> = {
  id: ['id', '编号', '文章编号'],
  locale: ['language', 'locale', 'lang', '语言'],
  question: ['question', 'title', '问题', '标题', '标准问', '标准问题'],
  answer: ['answer', '答案', '回答', '回复'],
  intents: ['intent', 'intents', '意图'],
  similar: ['similar', 'similarquestions', 'asked', '相似问法', '相似问', '相似问题'],
  validFrom: ['validfrom', 'from', '生效', '生效日期', '生效时间'],
  validTo: ['validto', 'until', 'to', '失效', '失效日期', '失效时间'],
  keywords: ['keywords', '关键词', '关键字'],
  plans: ['plans', '套餐', '适用套餐'],
  regions: ['regions', '地区', '适用地区'],
  successor: ['successor', '接续', '接续文章'],
};

export const NEEDED = ['question', 'intents'] as const satisfies readonly Column[];

/** Above the head there may be a title, who made the table and when. */
export const HEAD_WITHIN = 10;

export function columnOf(title: string): Column | undefined {
  const name = title.normalize('NFKC').toLowerCase().replace(/[\s_]/g, '');
  return COLUMNS.find((one) => ALIASES[one].includes(name));
}

export function isHead(row: readonly string[]): boolean {
  return NEEDED.every((column) => row.some((title) => columnOf(title) === column));
}
