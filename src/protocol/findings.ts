/** What editors and supervisors send about what we could not answer and about causes, and what they are answered, over HTTP. */
import { z } from 'zod';
import { localeSchema } from './chat.js';
import { entryId, freeText } from './texts.js';

const MOST_PHRASES = 100;
const state = z.enum(['open', 'done', 'ignored']);

export const findingsQuery = z.strictObject({
  kind: z.enum(['question', 'case']),
  state: z.enum(['open', 'done', 'ignored', 'all']).default('open'),
  days: z.coerce.number().int().min(1).max(90).default(28),
});
/** `seenAt`: of the decision that was shown, null for none. */
export const findingDecision = z.strictObject({ state, note: z.string().max(500).optional(), seenAt: z.number().nullable() });
/** `ref` names one of `fix-choices`; a rule that is no plan's has a short name of its own. */
export const findingFix = z.strictObject({ kind: z.enum(['intent', 'article', 'rule', 'notice']), ref: freeText(64), text: z.string().max(500).default('') });
export const findingPhrases = z.strictObject({ intent: entryId, phrases: z.array(freeText(200)).min(1).max(MOST_PHRASES) });

/** `items` by their keys, left out for all of them; `into`: another group of the same kind and language, or null for a new one. */
export const findingMove = z.strictObject({ items: z.array(z.string().max(40)).min(1).max(MOST_PHRASES).optional(), into: z.string().max(64).nullable() });

const author = z.object({ staffId: z.string(), name: z.string() });
const fix = z.object({ kind: z.enum(['intent', 'article', 'rule', 'notice']), ref: z.string(), text: z.string(), at: z.number(), by: author, isModelText: z.boolean() });
const finding = z.object({
  id: z.string(),
  kind: z.enum(['question', 'case']),
  locale: localeSchema,
  state,
  examples: z.array(z.string()),
  firstAt: z.number(),
  lastAt: z.number(),
  count: z.int().min(0),
  decided: z.object({ by: author, at: z.number(), note: z.string() }).nullable(),
  fixes: z.array(fix),
});
const listed = finding.extend({
  days: z.array(z.object({ day: z.string(), count: z.int().min(0) })),
  recent: z.int().min(0),
  whys: z.record(z.string(), z.int()),
  areas: z.array(z.object({ area: z.string(), count: z.int() })),
  effect: z.object({ since: z.number(), before: z.number(), after: z.number() }).nullable(),
});
export type WireFinding = z.infer<typeof listed>;

const localised = z.object({ 'zh-CN': z.string(), en: z.string() });
export const fixChoicesAnswer = z.object({
  articles: z.array(z.object({ ref: z.string(), title: z.string() })),
  intents: z.array(z.object({ ref: z.string(), names: localised })),
  notices: z.array(z.object({ ref: z.string(), areas: z.array(z.string()), services: z.array(z.enum(['mobile', 'broadband'])), since: z.number(), isRunning: z.boolean() })),
  plans: z.array(z.object({ ref: z.string(), name: localised })),
});
export type WireFixChoices = z.infer<typeof fixChoicesAnswer>;

export const findingsAnswer = z.object({ findings: z.array(listed) });
export const findingAnswer = z.object({ finding });
const item = z.object({ key: z.string(), at: z.number(), why: z.string(), text: z.string(), area: z.string().nullable(), conversationId: z.string().optional() });
export type WireFindingItem = z.infer<typeof item>;
export const findingWhole = z.object({ finding, items: z.array(item) });
export const findingArticle = z.object({ article: z.string(), writtenByModel: z.boolean() });
export const findingTold = z.object({ told: z.int().min(0), unreachable: z.int().min(0) });
