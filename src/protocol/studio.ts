/** What the content studio sends and is answered, over HTTP. */
import { z } from 'zod';
import { localeSchema } from './chat.js';
import { entryId, freeText, MAX_NOTE, MAX_TEXT, optionalText } from './texts.js';

export const pictureQuery = z.object({ name: z.string().min(1).max(200) });
export const pictureTaken = z.object({
  name: z.string().describe('Shown in an article as ![words](/kb-images/NAME)'),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
  by: z.object({ staffId: z.string(), name: z.string() }).nullable(),
  at: z.int(),
});
export const planList = z.object({ plans: z.array(z.object({ id: z.string(), name: z.object({ 'zh-CN': z.string(), en: z.string() }), isWithdrawn: z.boolean() })) });
export const pictureList = z.object({ images: z.array(pictureTaken) });

/** Turns of a conversation tried beside the draft. */
export const MAX_TRIED = 20;

/** What is inside is checked field by field against the shape of its file, so that the answer tells file and line. */
export const contentEntry = z.record(z.string().max(64), z.json()).describe('As in its file');

export const draftEntry = z.object({
  version: z.int().describe('Send it back in If-Match, so that nothing newer is overwritten'),
  changedBy: z.object({ staffId: z.string(), name: z.string() }).nullable(),
  changedAt: z.int(),
});

const MAX_TOGETHER = 20;

export const intentsTogether = z
  .strictObject({ intents: z.array(z.looseObject({ id: z.string().max(64), version: z.int() })).min(1).max(MAX_TOGETHER) })
  .describe('Intents as they were read and changed: all are saved or none, so that a phrase goes from one to another without standing in both');

export const publishRequest = z.strictObject({
  note: optionalText(MAX_NOTE).optional(),
  override: z.strictObject({ reason: freeText(MAX_NOTE) }).optional(),
  at: z.int().min(0).max(8_640_000_000_000_000).optional().describe('Epoch milliseconds: goes live then, not now'),
});

export const plannedPublication = z.object({
  id: z.string(),
  state: z.enum(['awaiting', 'scheduled', 'published', 'failed', 'cancelled']),
  note: z.string(),
  by: z.object({ staffId: z.string(), name: z.string() }),
  askedAt: z.int(),
  at: z.int().nullable(),
  base: z.int().describe('The revision that was in force when it was asked for'),
  overrideReason: z.string().nullable(),
  approvedBy: z.object({ staffId: z.string(), name: z.string() }).nullable(),
  revision: z.int().nullable(),
  failure: z.string().nullable(),
  endedAt: z.int().nullable(),
});
export const plannedList = z.object({ planned: z.array(plannedPublication), needsSecondPerson: z.boolean(), mayOverride: z.boolean().describe('Whether who asks may publish past the gate with a reason') });

export const editingAt = z.strictObject({
  path: z.string().max(200).regex(/^(intents|knowledge-base)\/[\w./-]+$/).nullable(),
  tab: z.string().max(64).optional().describe('Any word of your own: who works in several windows is told of in each by itself'),
});
export const editorsAtWork = z.object({ editing: z.array(z.object({ path: z.string(), who: z.object({ staffId: z.string(), name: z.string() }), seenAt: z.int() })) });
export const restoreRequest = z.strictObject({ note: optionalText(MAX_NOTE).optional() });
export const changesQuery = z.object({ from: z.coerce.number().int().min(1).optional(), to: z.coerce.number().int().min(1).optional() });
export const tryRequest = z.strictObject({
  messages: z.array(freeText(MAX_TEXT)).min(1).max(MAX_TRIED),
  locale: localeSchema.optional(),
  /** The draft, unless `inForce`. */
  inForce: z.boolean().optional(),
  /** A demo subscriber who is signed in. */
  subscriber: z.string().max(32).optional(),
});

/** Variants asked for at once, and what an article may be drafted from. */
const MAX_VARIANTS = 30;
const MAX_SOURCES = 10;

export const variantsRequest = z.strictObject({ text: freeText(MAX_NOTE), locale: localeSchema.optional(), count: z.int().min(1).max(MAX_VARIANTS).optional() });
export const phraseVariants = z.object({ ai: z.literal(true), variants: z.array(z.string()) });
export const draftArticleRequest = z
  .strictObject({
    locale: localeSchema.optional(),
    conversationIds: z.array(entryId).max(MAX_SOURCES).optional(),
    questions: z.array(freeText(MAX_NOTE)).max(MAX_SOURCES).optional(),
  })
  .refine(({ conversationIds = [], questions = [] }) => conversationIds.length + questions.length > 0, 'conversations or questions');
export const draftedArticle = z.object({
  ai: z.literal(true),
  article: z.object({ locale: localeSchema, title: z.string(), intents: z.array(z.string()), asked: z.array(z.string()), body: z.string() }),
  withheld: z.int().describe('Sentences left out: they claimed what no source says, or held something personal'),
  from: z.array(z.string()).describe('The conversations it was drafted from'),
});

export const revisionNote = z.object({
  revision: z.int(),
  origin: z.enum(['files', 'draft', 'restore']),
  note: z.string(),
  at: z.int(),
  by: z.object({ staffId: z.string(), name: z.string() }).nullable(),
  restoredFrom: z.int().nullable(),
  overrideReason: z.string().nullable(),
  approvedBy: z.object({ staffId: z.string(), name: z.string() }).nullable(),
});

const doubtfulExamples = z.object({
  duplicates: z.array(z.object({ text: z.string(), locale: localeSchema, intents: z.array(z.string()) })).describe('The same phrase in two intents, or twice in one'),
  conflicts: z.array(z.object({ text: z.string(), locale: localeSchema, intent: z.string(), read: z.string(), confidence: z.number() })).describe('An example that its own model gives to another intent'),
});
export const publishedRevision = revisionNote.extend({ doubts: doubtfulExamples.describe('Brought in by this revision; they block nothing') });
