/** The subscriber's socket, namespace `/chat`: what may be sent and what comes back. */
import { z } from 'zod';
import { ownCase } from './cases.js';
import { button, card, citation } from './cards.js';
import { CHAT_NAMESPACE, MAX_COMMENT, MAX_TEXT } from './limits.js';
import { ratingReason } from './follow-ups.js';
import { clientMadeId, entryId, freeText, optionalText } from './texts.js';

export { CHAT_NAMESPACE };
export const localeSchema = z.enum(['zh-CN', 'en']);
export type WireLocale = z.infer<typeof localeSchema>;

export const chatHandshake = z.object({
  token: z.string().min(1).max(8192).optional(),
  resumeToken: z.string().min(1).max(512).optional(),
  afterSeq: z.int().min(0).optional(),
  locale: localeSchema.optional(),
  /** Which page it is: shapes the channel of the conversation, nothing else. */
  page: z.enum(['web', 'wechat']).optional(),
});
export type ChatHandshake = z.infer<typeof chatHandshake>;

/** Of what somebody is still writing an agent sees this much. */
const MAX_PREVIEW = 500;

const actionSchema = z.strictObject({ id: entryId, value: optionalText(200).optional() });
export const chatSend = z.union([
  z.strictObject({ clientId: clientMadeId, text: freeText(MAX_TEXT) }),
  z.strictObject({ clientId: clientMadeId, action: actionSchema }),
  z.strictObject({ clientId: clientMadeId, attachment: z.strictObject({ id: entryId }) }),
]);
export type ChatSend = z.infer<typeof chatSend>;

/** Requests of `/chat`, by event name. */
export const chatRequests = {
  send: chatSend,
  handoff: z.strictObject({ reason: optionalText(200).optional() }),
  history: z.strictObject({ beforeSeq: z.int().min(1).optional(), limit: z.int().min(1).max(200).optional() }),
  read: z.strictObject({ seq: z.int().min(0) }),
  typing: z.strictObject({ on: z.boolean(), text: optionalText(MAX_PREVIEW).optional().describe('what is written so far; shown to the agent only') }),
  rate: z.strictObject({ score: z.int().min(1).max(5), comment: optionalText(MAX_COMMENT).optional(), reasons: z.array(ratingReason).max(5).readonly().optional() }),
  end: z.strictObject({}),
} as const;
export type ChatRequestName = keyof typeof chatRequests;

export const wireMessage = z.object({
  id: z.string(),
  conversationId: z.string(),
  seq: z.int(),
  from: z.enum(['subscriber', 'bot', 'agent', 'system']),
  kind: z.enum(['text', 'card', 'form', 'attachment', 'event']),
  text: z.string(),
  at: z.number().describe('epoch milliseconds'),
  clientId: z.string().optional(),
  buttons: z.array(button).readonly().optional(),
  card: card.optional(),
  beside: z.string().optional().describe('those of the words in `text` that the card does not say, to be shown beside it; without it the first line'),
  citations: z.array(citation).readonly().optional(),
  intent: z.string().optional(),
  ai: z.boolean().optional(),
  agentName: z.string().optional(),
  recalled: z.literal(true).optional().describe('taken back; subscribers see only that'),
  attachment: z.object({ id: z.string(), name: z.string(), mime: z.string(), bytes: z.number() }).optional(),
  erased: z.literal(true).optional().describe('what was said is gone at the subscriber’s wish; the text says so'),
  links: z.array(z.object({ label: z.string(), href: z.string() })).readonly().optional().describe('files to open for a few minutes, for this subscriber’s own page alone'),
});
export type WireMessage = z.infer<typeof wireMessage>;

export const wireConversation = z.object({
  id: z.string(),
  resumeToken: z.string(),
  state: z.enum(['bot', 'queued', 'live', 'closed']),
  lastSeq: z.int(),
  agent: z.object({ name: z.string() }).optional(),
  verified: z.boolean(),
  locale: localeSchema,
  elder: z.boolean(),
  readSeq: z.object({ subscriber: z.int(), agent: z.int() }),
  signIn: z.object({ seq: z.int(), step: z.enum(['number', 'code']) }).optional().describe('the form an agent asked for that is open, by its message'),
  proposal: z.object({ seq: z.int(), expiresAt: z.number() }).optional().describe('the card of an agent that waits for the tap, by its message'),
});
export type WireConversation = z.infer<typeof wireConversation>;

export const wireError = z.object({ code: z.string(), message: z.string() });
export type WireError = z.infer<typeof wireError>;
export type Ack<Result extends object = object> = ({ ok: true } & Result) | { ok: false; error: WireError };

/** Events from the server, by name. */
export const chatEvents = {
  conversation: wireConversation,
  message: wireMessage,
  'message:recall': wireMessage.describe('replaces the message with this seq'),
  'message:delta': z.object({ id: z.string(), text: z.string() }),
  'message:cancel': z.object({ id: z.string() }),
  queue: z.object({
    position: z.int().min(1),
    eta: z.object({ low: z.int(), high: z.int(), likely: z.int().optional() }).nullable().describe('seconds; null when nobody is there'),
  }),
  typing: z.object({ from: z.enum(['bot', 'agent']), on: z.boolean() }),
  survey: z.object({
    scale: z.literal(5),
    reasons: z.array(z.object({ id: ratingReason, label: z.string(), for: z.array(z.enum(['low', 'high'])).readonly() })).readonly(),
  }),
  case: ownCase,
} as const;
export type ChatEvents = { [Name in keyof typeof chatEvents]: (payload: z.infer<(typeof chatEvents)[Name]>) => void };
export type Survey = z.infer<(typeof chatEvents)['survey']>;
export type QueuePlace = z.infer<(typeof chatEvents)['queue']>;
