/** What supervisors and editors ask of the insights, and what they are answered, over HTTP. */
import { z } from 'zod';

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/).refine((text) => {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}, 'no such day');

export const figuresQuery = z.strictObject({
  from: day.optional(),
  to: day.optional(),
  /** `1`: with the sum of as many days before. */
  compare: z.enum(['0', '1']).default('0'),
});

const count = z.number().min(0);
const share = z.number().min(0).max(1).nullable();
const counts = z.record(z.string(), count);
const times = z.object({ count, p50: z.number().nullable(), p90: z.number().nullable() });
const rating = z.object({ count, average: z.number().nullable(), goodShare: share });

const summary = z.object({
  conversations: count,
  doors: counts,
  containment: share,
  outcomes: z.object({ assistant: count, unanswered: count, person: count, none: count }),
  questions: count,
  fallbackShare: share,
  clarifiedShare: share,
  unhelpful: count,
  handoffs: z.object({ asked: count, accepted: count, failed: count, 'timed-out': count, left: count, open: count }),
  abandonment: share,
  rangeHitRate: share,
  waits: times,
  answers: times,
  firstReplies: times,
  handling: times,
  ratings: z.object({ assistant: rating, agent: rating }),
  intents: z.array(z.object({ intent: z.string(), count })),
  moods: z.object({ calm: count, unhappy: count, angry: count }),
  model: z.object({ tokens: count, costMicros: count }),
});
export type WireSummary = z.infer<typeof summary>;

/** Answer of `GET /api/insights/figures`. Times in seconds, days in the operator's time zone. */
export const figuresAnswer = z.object({
  timezone: z.string(),
  from: z.string(),
  to: z.string(),
  total: summary,
  before: summary.nullable(),
  days: z.array(z.object({ day: z.string(), summary })),
  cases: z.array(z.object({ kind: z.string(), stage: z.string(), count })),
  promises: counts,
  published: z.array(z.object({ number: z.int(), at: z.number(), day: z.string(), note: z.string() })),
  intentNames: z.record(z.string(), z.object({ 'zh-CN': z.string(), en: z.string() })),
});
export type WireFigures = z.infer<typeof figuresAnswer>;
