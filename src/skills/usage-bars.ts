/** Buckets of usage as bars of a card and as lines of text. */
import type { UsageBucket } from '../domain/account.js';
import type { UsageBar } from '../domain/card.js';
import type { Asked } from './account-skill.js';

export function volume(asked: Asked, unit: UsageBucket['unit'], amount: number): string {
  const { formats } = asked.words;
  if (unit === 'MB') return formats.data(amount);
  return unit === 'min' ? formats.minutes(amount) : formats.messages(amount);
}

export function barOf(asked: Asked, bucket: UsageBucket): UsageBar {
  const { scope, unit, total, used, resetsOn } = bucket;
  return { name: bucket.name[asked.locale], scope, unit, total, used, left: Math.max(0, total - used), resetsOn };
}

export function lineOf(asked: Asked, bar: UsageBar): string {
  const { line } = asked.words;
  const used = volume(asked, bar.unit, bar.used);
  if (bar.total === 0) return line.bucketNone({ name: bar.name, used });
  const sentence = line.bucket({
    name: bar.name,
    total: volume(asked, bar.unit, bar.total),
    used,
    left: volume(asked, bar.unit, bar.left),
    resetsOn: bar.resetsOn,
  });
  return bar.used > bar.total ? sentence + line.bucketOver({ over: volume(asked, bar.unit, bar.used - bar.total) }) : sentence;
}

export const domesticData = (buckets: readonly UsageBucket[]): readonly UsageBucket[] =>
  buckets.filter((bucket) => bucket.measure === 'data' && bucket.scope === 'domestic');

/** What is left at home over all packs, and how far the plan itself is overrun. */
export function domesticBalance(buckets: readonly UsageBucket[]): { leftMb: number; overMb: number; totalMb: number; resetsOn: string } {
  const data = domesticData(buckets);
  const plan = data.find((bucket) => bucket.source === 'plan');
  return {
    leftMb: data.reduce((sum, bucket) => sum + Math.max(0, bucket.total - bucket.used), 0),
    overMb: data.reduce((sum, bucket) => sum + Math.max(0, bucket.used - bucket.total), 0),
    totalMb: data.reduce((sum, bucket) => sum + bucket.total, 0),
    resetsOn: plan?.resetsOn ?? '',
  };
}
