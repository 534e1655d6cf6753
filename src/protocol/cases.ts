/** Cases on the wire: what a subscriber sees of her own, what the desk sees, and what may be asked over HTTP. */
import { z } from 'zod';
import { clientMadeId, entryId, freeText, MAX_NOTE, optionalText } from './texts.js';

export const caseKind = z.enum(['complaint', 'fault', 'refund', 'call-back', 'privacy-request', 'message']);
export const caseStage = z.enum(['received', 'working', 'asked', 'closed']);
export type WireCaseKind = z.infer<typeof caseKind>;
export type WireCaseStage = z.infer<typeof caseStage>;

const deadline = z.object({ at: z.number(), what: z.enum(['first-answer', 'call', 'close']) });

/** A subscriber's own case: `next` is the sentence of what comes next, `due` what a countdown runs to. */
export const ownCase = z.object({
  id: z.string(),
  number: z.string(),
  kind: caseKind,
  kindName: z.string(),
  stage: caseStage,
  stageName: z.string(),
  title: z.string(),
  createdAt: z.number(),
  next: z.string(),
  due: deadline.nullable(),
  owner: z.string().nullable(),
  steps: z.array(z.object({ at: z.number(), text: z.string() })).readonly(),
});
export type OwnCase = z.infer<typeof ownCase>;
const person = z.object({ staffId: z.string(), name: z.string() });
export const wirePromise = z.object({
  id: z.string(),
  text: z.string(),
  by: z.string().nullable().describe('name of the agent; null when the assistant promised'),
  madeAt: z.number(),
  dueAt: z.number(),
  state: z.enum(['open', 'kept', 'broken', 'void']),
});
export type WirePromise = z.infer<typeof wirePromise>;
export const ownCases = z.object({
  cases: z.array(ownCase).readonly(),
  promises: z.array(wirePromise).readonly().describe('what was promised to this subscriber: what is still open, and for a week what was broken'),
});
export type OwnCases = z.infer<typeof ownCases>;

const charge = z.object({ month: z.string(), itemCode: z.string(), item: z.string(), chargedFen: z.int() });
export type WireCharge = z.infer<typeof charge>;

export const deskCase = z.object({
  id: z.string(),
  number: z.string(),
  kind: caseKind,
  stage: caseStage,
  title: z.string(),
  subscriber: z.string().nullable().describe('number, masked in the middle'),
  conversationId: z.string().nullable(),
  ticketId: z.string().nullable(),
  priority: z.int(),
  owner: person.nullable(),
  handler: person.nullable(),
  dueAt: z.number().nullable(),
  firstAnswerDueAt: z.number().nullable(),
  closeDueAt: z.number(),
  reopened: z.int(),
  refund: charge
    .extend({ refundFen: z.int(), state: z.enum(['waits', 'approved', 'refused', 'paid']), proposedBy: person, decidedBy: person.nullable(), orderId: z.string().nullable(), isStuck: z.literal(true).optional().describe('the business system does not take it; a supervisor may end it') })
    .nullable(),
  history: z.array(z.object({ at: z.number(), kind: z.string(), by: z.string(), text: z.string(), isPublic: z.boolean() })).readonly(),
  createdAt: z.number(),
  updatedAt: z.number(),
  version: z.int(),
});
export type DeskCase = z.infer<typeof deskCase>;
export const oneOwnCase = z.object({ case: ownCase });
export const oneDeskCase = z.object({ case: deskCase });
export const deskCases = z.object({ cases: z.array(deskCase).readonly() });
export const deskCaseWhole = z.object({ case: deskCase, promises: z.array(wirePromise).readonly(), wrongCharges: z.array(charge).readonly() });
export type DeskCaseWhole = z.infer<typeof deskCaseWhole>;

const MOST_LISTED = 200;
/** `mine`: owner or handler is who asks. `due`: minutes ahead; 0 is what has passed. */
export const caseQuery = z.strictObject({
  mine: z.enum(['1', 'true']).optional(),
  owner: entryId.optional(),
  handler: entryId.optional(),
  due: z.coerce.number().int().min(0).max(60 * 24 * 30).optional(),
  kind: caseKind.optional(),
  state: z.enum(['open', 'received', 'working', 'asked', 'closed']).optional(),
  number: z.string().max(32).regex(/^JB-\d{8}-\d{4,6}$/).optional(),
  conversationId: entryId.optional(),
  limit: z.coerce.number().int().min(1).max(MOST_LISTED).default(100),
});

export const caseOpening = z.strictObject({
  clientId: clientMadeId,
  kind: caseKind,
  title: freeText(500),
  conversationId: entryId,
  callAt: z.int().min(0).optional(),
});
export const caseNote = z.strictObject({ text: freeText(MAX_NOTE), public: z.boolean().default(false) });
export const caseToStage = z.strictObject({ stage: z.enum(['working', 'closed']), text: freeText(MAX_NOTE) });
export const caseToHandler = z.strictObject({ staffId: entryId });
export const caseSolve = z.strictObject({ text: optionalText(MAX_NOTE).default('') });
export const caseRefund = z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), itemCode: entryId });
export const caseApproval = z.strictObject({ approved: z.boolean() });
/** What was promised beside any case, to whom one serves. */
export const promiseQuery = z.strictObject({ conversationId: entryId });
export const promiseKeep = z.strictObject({ conversationId: entryId });
export const promisesBeside = z.object({ promises: z.array(wirePromise).readonly() });
export const onePromise = z.object({ promise: wirePromise });
export const casePromiseKeep = z.strictObject({ promiseId: z.string().min(1).max(160) });
export const caseConfirm = z.strictObject({ solved: z.boolean(), comment: optionalText(500).default('') });
