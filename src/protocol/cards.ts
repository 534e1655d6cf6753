/** Cards, buttons and citations as they travel; the page draws them, `text` beside them says the same in words. */
import { z } from 'zod';

const fen = z.int();
const month = z.string().regex(/^\d{4}-\d{2}$/);
const trend = z.array(z.object({ month, totalFen: fen })).readonly();

export const balanceCard = z.object({
  type: z.literal('balance'),
  asOf: z.number(),
  balanceFen: fen,
  creditFen: fen,
  owedFen: fen,
  expiresOn: z.string().nullable(),
  lastTopUp: z.object({ amountFen: fen, at: z.number() }).nullable(),
});

export const usageCard = z.object({
  type: z.literal('usage'),
  asOf: z.number(),
  measure: z.enum(['data', 'voice']),
  buckets: z
    .array(
      z.object({
        name: z.string(),
        scope: z.enum(['domestic', 'roaming', 'local']),
        unit: z.enum(['MB', 'min', 'sms']),
        total: z.number(),
        used: z.number(),
        left: z.number(),
        resetsOn: z.string(),
      }),
    )
    .readonly(),
});

export const billCard = z.object({
  type: z.literal('bill'),
  asOf: z.number(),
  month,
  totalFen: fen,
  dueOn: z.string(),
  isPaid: z.boolean(),
  items: z.array(z.object({ name: z.string(), amountFen: fen })).readonly(),
  trend,
});

export const billChangeCard = z.object({
  type: z.literal('bill-change'),
  asOf: z.number(),
  month,
  previousMonth: month,
  totalFen: fen,
  previousTotalFen: fen,
  changes: z.array(z.object({ name: z.string(), beforeFen: fen, afterFen: fen, reason: z.string() })).readonly(),
  trend,
});

export const factsCard = z.object({
  type: z.literal('facts'),
  asOf: z.number(),
  title: z.string(),
  rows: z.array(z.object({ name: z.string(), value: z.string(), note: z.string().optional() })).readonly(),
});

export const casesCard = z.object({
  type: z.literal('cases'),
  asOf: z.number(),
  title: z.string(),
  rows: z.array(z.object({ name: z.string(), value: z.string(), note: z.string().optional(), dueAt: z.number().optional() })).readonly(),
});

export const formCard = z.object({
  type: z.literal('form'),
  form: z.enum(['verify.number', 'verify.code', 'text']),
  label: z.string(),
  resendAfterSeconds: z.number().optional(),
});

export const confirmCard = z.object({
  type: z.literal('confirm'),
  token: z.string(),
  title: z.string(),
  rows: z.array(z.object({ name: z.string(), value: z.string() })).readonly(),
  undo: z.string(),
  /** Epoch ms: from then on a tap changes nothing. */
  expiresAt: z.number().optional(),
});

export const comparisonCard = z.object({
  type: z.literal('comparison'),
  asOf: z.number(),
  title: z.string(),
  options: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        monthlyFen: fen,
        averageFen: fen,
        notes: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
});

export const card = z.discriminatedUnion('type', [
  balanceCard,
  usageCard,
  billCard,
  billChangeCard,
  factsCard,
  casesCard,
  formCard,
  confirmCard,
  comparisonCard,
]);
export type WireCard = z.infer<typeof card>;

export const button = z.object({ id: z.string(), label: z.string(), value: z.string().optional() });
export type WireButton = z.infer<typeof button>;

/** `text`: the words that stand for it in the message; `words`: what it shows. */
const picture = z.object({ text: z.string(), words: z.string(), href: z.string() });
export const citation = z.object({ articleId: z.string(), title: z.string(), href: z.string(), pictures: z.array(picture).readonly().optional() });
export type WireCitation = z.infer<typeof citation>;
