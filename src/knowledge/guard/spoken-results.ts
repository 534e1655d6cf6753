/** Tool results as text with units, so that a figure of a tool is read like a figure of a passage. */
import { dayOf, minuteOf } from '../../domain/calendar.js';
import { yuan } from '../../domain/money.js';

type Entry = readonly [key: string, value: unknown];
const DEEPEST = 8;
const EPOCH_FROM = 1e12;

/** How a number under a key with this ending is written. */
const ENDINGS: readonly (readonly [RegExp, (value: number) => string])[] = [
  [/(?:Fen|_fen|^fen)$/u, (value) => `${yuan(value)}元`],
  [/(?:Yuan|_yuan|^yuan)$/u, (value) => `${value}元`],
  [/(?:Mbps|_mbps|^mbps)$/u, (value) => `${value}Mbps`],
  [/(?:Mb|MB|_mb|^mb)$/u, (value) => `${value}MB`],
  [/(?:Gb|GB|_gb|^gb)$/u, (value) => `${value}GB`],
  [/(?:Minutes|_minutes|^minutes)$/u, (value) => `${value}分钟`],
  [/(?:Seconds|_seconds|^seconds)$/u, (value) => `${value}秒`],
  [/(?:Hours|_hours|^hours)$/u, (value) => `${value}小时`],
  [/(?:Days|_days|^days)$/u, (value) => `${value}天`],
  [/(?:Months|_months|^months)$/u, (value) => `${value}个月`],
  [/(?:Percent|_percent|^percent)$/u, (value) => `${value}%`],
];

export function spoken(result: unknown): string {
  const lines: string[] = [];
  walk(parsed(result), '', { lines, depth: 0 });
  return lines.join('\n');
}

function parsed(result: unknown): unknown {
  if (typeof result !== 'string' || !/^\s*[[{]/u.test(result)) return result;
  try {
    return JSON.parse(result) as unknown;
  } catch {
    return result;
  }
}

function walk(value: unknown, key: string, { lines, depth }: { lines: string[]; depth: number }): void {
  if (depth > DEEPEST || value === null || value === undefined) return;
  if (typeof value === 'string') lines.push(value);
  else if (typeof value === 'number') lines.push(numberText(key, value));
  else if (Array.isArray(value)) for (const one of value as unknown[]) walk(one, key, { lines, depth: depth + 1 });
  else if (typeof value === 'object') {
    const entries = Object.entries(value);
    lines.push(...quantities(entries));
    for (const [name, one] of entries) walk(one, name, { lines, depth: depth + 1 });
  }
}

function numberText(key: string, value: number): string {
  if (value >= EPOCH_FROM) return `${dayOf(value)}\n${minuteOf(value)}`;
  const ending = ENDINGS.find(([pattern]) => pattern.test(key));
  return ending ? `${ending[1](value)}` : String(value);
}

/** `{ total: 20480, used: 512, unit: 'MB' }` and `{ amount: 10, units: 'GB' }`: the unit stands beside its numbers. */
function quantities(entries: readonly Entry[]): string[] {
  const unit = entries.find(([key, value]) => /^units?$/u.test(key) && typeof value === 'string')?.[1];
  if (typeof unit !== 'string') return [];
  const spokenUnit = unit === 'min' ? '分钟' : unit === 'sms' ? '条' : unit;
  return entries.flatMap(([, value]) => (typeof value === 'number' ? [`${value} ${spokenUnit}`] : []));
}
