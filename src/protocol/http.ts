/** Bodies and queries of the HTTP API. */
import { z } from 'zod';
import { localeSchema } from './chat.js';
import { entryId, freeText, MAX_TEXT } from './texts.js';

export const loginRequest = z.strictObject({ email: z.string().min(1).max(254), password: z.string().min(1).max(1024) });
export const transcriptFormat = z.enum(['text', 'json', 'html']);
export const articleQuery = z.object({ locale: localeSchema.default('zh-CN') });
export const parseRequest = z.strictObject({ text: freeText(MAX_TEXT), locale: localeSchema.optional() });
export const demoTokenRequest = z.strictObject({ msisdn: z.string().max(32) });

/** What stands beside the file in the form of `POST /api/attachments`. */
export const attachmentFields = z.strictObject({ conversationId: entryId.optional() });
export const attachmentPass = z.string().max(128);
export const personalCopyQuery = z.strictObject({ pass: z.string().max(128), format: z.enum(['html', 'json']).default('html') });
export const uploadedAttachment = z.object({ id: z.string(), name: z.string(), mime: z.string(), bytes: z.int() });
export const attachmentLink = z.object({ href: z.string(), expiresAt: z.number() });

const AUDIT_PAGE = 100;
export const auditQuery = z.strictObject({
  conversationId: entryId.optional(),
  staffId: entryId.optional(),
  act: entryId.optional(),
  before: z.coerce.number().int().min(0).optional(),
  beforeId: z.string().min(1).max(256).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(AUDIT_PAGE),
});

/** Answer of `GET /api/audit`, newest first. */
export const auditEntries = z.object({
  entries: z.array(
    z.object({
      id: z.string(),
      at: z.number(),
      staff: z.object({ id: z.string(), name: z.string() }).nullable(),
      act: z.string(),
      conversationId: z.string().nullable(),
      target: z.string().nullable(),
      targetName: z.string().nullable().describe('the name, when the target is a member of staff'),
      reason: z.string(),
      detail: z.string(),
    }),
  ),
});

export type WireAuditEntry = z.infer<typeof auditEntries>['entries'][number];

/** Answer of `POST /api/nlu/parse`. */
export const parsedText = z.object({
  intent: z.string().nullable(),
  confidence: z.number(),
  ranking: z.array(z.object({ intent: z.string(), confidence: z.number() })),
  entities: z.array(z.object({ kind: z.string(), start: z.int(), end: z.int(), text: z.string(), value: z.union([z.string(), z.number()]) })),
  mood: z.object({ score: z.number(), label: z.enum(['calm', 'unhappy', 'angry']) }),
  decision: z.enum(['answer', 'clarify', 'fallback', 'handoff']),
});

const count = z.int().min(0);

/** Answer of `GET /api/line/figures`. */
export const lineFigures = z.object({
  days: z.array(
    z.object({
      day: z.string(),
      asked: count,
      open: count,
      endings: z.object({ accepted: count, failed: count, 'timed-out': count, left: count }),
      medianWaitSeconds: z.number().nullable(),
      longWaitSeconds: z.number().nullable(),
    }),
  ),
  ranges: z.object({ shown: count, within: count, sooner: count, later: count, hitRate: z.number().nullable() }),
});

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string().optional(),
});
