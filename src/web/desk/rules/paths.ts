/** Reading and changing one field of a section by its path; hours as short text. Pure. */
import type { Value } from './rules-api.js';

export interface Span {
  readonly from: string;
  readonly to: string;
}
export type Week = readonly (readonly Span[])[];

const isRecord = (value: unknown): value is Value => typeof value === 'object' && value !== null && !Array.isArray(value);

export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), value);
}

export function withAt(value: Value, path: string, changed: unknown): Value {
  const [name = '', ...rest] = path.split('.');
  const part = value[name];
  return { ...value, [name]: rest.length === 0 ? changed : withAt(isRecord(part) ? part : {}, rest.join('.'), changed) };
}

/** `09:00-12:00 13:30-18:00`; what does not look like hours is left to the server to refuse. */
export function spansOf(text: string): readonly Span[] {
  return text
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const [from = '', to = ''] = part.split(/[-–—~至]/);
      return { from: from.trim(), to: to.trim() };
    });
}

const CLOCK_TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** What the server takes as the hours of one day. */
export function areHours(spans: readonly Span[]): boolean {
  return spans.every(({ from, to }) => CLOCK_TIME.test(from) && CLOCK_TIME.test(to) && from < to);
}

export function textOf(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${from}-${to}`).join(' ');
}
