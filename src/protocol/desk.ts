/** The staff socket, namespace `/desk`: what staff may do and what they are told. */
import { z } from 'zod';
import { accountRequest, proposeRequest, signInRequest, withdrawRequest } from './account.js';
import { boardRequest, reassignRequest, wireBoard } from './board.js';
import { cannedTag } from './canned.js';
import { deskCase } from './cases.js';
import { localeSchema, wireConversation, wireMessage } from './chat.js';
import { wireFollowUp } from './follow-ups.js';
import { clientMadeId, entryId, freeText, MAX_NOTE, MAX_TEXT, optionalText } from './texts.js';

/** Why something masked is looked at. */
const MAX_REASON = 200;

export const deskHandshake = z.object({ token: z.string().min(1).max(512), locale: localeSchema.optional().catch(undefined), alertsAfter: z.int().min(0).optional().catch(undefined) });

const conversationId = entryId;
export const presenceStatus = z.enum(['online', 'busy', 'away', 'offline']);
export const disposition = z.enum(['solved', 'follow-up', 'transferred-out', 'no-answer', 'spam', 'other']);
export type WireDisposition = z.infer<typeof disposition>;

/** The epoch a page believes in: one that slept through a change of owner is refused with `gone`. */
const epoch = z.int().min(0).optional();

/** Requests of `/desk`, by event name. */
export const deskRequests = {
  presence: z.strictObject({ status: presenceStatus, capacity: z.int().min(1).max(20).optional() }),
  accept: z.strictObject({ conversationId, reason: optionalText(200).optional() }),
  decline: z.strictObject({ conversationId, reason: optionalText(200).optional() }),
  open: z.strictObject({ conversationId }),
  send: z.union([
    z.strictObject({ conversationId, clientId: clientMadeId, text: freeText(MAX_TEXT), epoch }),
    z.strictObject({ conversationId, clientId: clientMadeId, attachment: z.strictObject({ id: entryId }), epoch }),
  ]),
  note: z.strictObject({ conversationId, text: freeText(MAX_NOTE), clientId: clientMadeId.optional() }),
  transfer: z.strictObject({
    conversationId,
    to: z.union([z.strictObject({ staffId: entryId }), z.strictObject({ skill: entryId })]),
    note: optionalText(MAX_NOTE),
    isAskedOnly: z.boolean().optional().describe('a colleague who is not there is not waited for in the line: refused with `unavailable`, and it stays with the giver'),
    epoch,
  }),
  return: z.strictObject({ conversationId, epoch }),
  close: z.strictObject({ conversationId, disposition: freeText(64), summary: optionalText(MAX_NOTE).optional(), tags: z.array(cannedTag).max(10).readonly().optional(), epoch }),
  suggest: z.strictObject({ conversationId }),
  summary: z.strictObject({ conversationId }),
  rephrase: z.strictObject({ conversationId, text: freeText(MAX_TEXT), tone: z.enum(['warm', 'formal', 'short', 'plain']) }),
  translate: z.strictObject({ conversationId, text: freeText(MAX_TEXT), to: localeSchema }),
  whisper: z.strictObject({ conversationId, text: freeText(MAX_NOTE), clientId: clientMadeId.optional() }),
  takeover: z.strictObject({ conversationId }),
  typing: z.strictObject({ conversationId, on: z.boolean() }),
  read: z.strictObject({ conversationId, seq: z.int().min(0) }),
  history: z.strictObject({ conversationId, beforeSeq: z.int().min(1).optional(), limit: z.int().min(1).max(200).optional() }),
  colleagues: z.strictObject({}),
  invite: z.strictObject({ conversationId, staffId: entryId, note: optionalText(MAX_NOTE).optional() }),
  'pass:withdraw': z.strictObject({ conversationId }),
  leave: z.strictObject({ conversationId }),
  recall: z.strictObject({ conversationId, seq: z.int().min(1) }),
  viewing: z.strictObject({ conversationId: conversationId.nullable() }),
  reveal: z.strictObject({ conversationId, reason: freeText(MAX_REASON) }),
  account: accountRequest,
  signin: signInRequest,
  propose: proposeRequest,
  'propose:withdraw': withdrawRequest,
  board: boardRequest,
  reassign: reassignRequest,
} as const;

/** Make sense only for a page that stays open; everything else goes over HTTP, too: `POST /api/desk/<event>`. */
const PAGES_ONLY: ReadonlySet<string> = new Set(['presence', 'accept', 'decline', 'typing', 'viewing', 'read']);
export const DESK_OVER_HTTP = (Object.keys(deskRequests) as (keyof typeof deskRequests)[]).filter((event) => !PAGES_ONLY.has(event));
export type DeskRequestName = keyof typeof deskRequests;

const colleagueNamed = z.object({ staffId: z.string(), name: z.string() });

export const wireBrief = z.object({
  who: z.object({ msisdn: z.string().nullable(), name: z.string().nullable(), tier: z.string().nullable(), isElder: z.boolean() }),
  verified: z.boolean(),
  reason: z.string(),
  mood: z.enum(['calm', 'unhappy', 'angry']),
  moods: z.array(z.enum(['calm', 'unhappy', 'angry'])).readonly().describe('of what the subscriber said last, oldest first'),
  summary: z.string(),
  modelSummary: z.object({ text: z.string(), at: z.number(), ai: z.literal(true) }).optional().describe('the talk in short, in a language model’s words; follows with a later `brief`'),
  ownWords: z.string().optional().describe('what the subscriber had the agent told, in their own words'),
  tried: z.array(z.object({ intent: z.string(), label: z.string(), outcome: z.string(), at: z.number() })).readonly(),
  account: z
    .array(z.object({ name: z.string(), value: z.string(), told: z.string().optional().describe('the value in the subscriber’s language, where it differs') }))
    .readonly(),
  earlier: z
    .array(
      z.object({
        conversationId: z.string(),
        at: z.number(),
        headline: z.string(),
        disposition: z.string().nullable(),
        state: wireConversation.shape.state.describe('as it was when the brief was made; one in the line or with a colleague opens for supervisors only'),
        agent: colleagueNamed.optional().describe('in whose hands'),
      }),
    )
    .readonly(),
});
export type WireBrief = z.infer<typeof wireBrief>;

export const wireNote = z.object({
  id: z.string(),
  conversationId: z.string(),
  kind: z.enum(['note', 'whisper']),
  text: z.string(),
  at: z.number(),
  author: z.object({ staffId: z.string(), name: z.string() }),
});
export type WireNote = z.infer<typeof wireNote>;

/** A colleague asked to take over or to help, until `expiresAt`. */
export const wirePass = z.object({ kind: z.enum(['transfer', 'join']), from: colleagueNamed, to: colleagueNamed, note: z.string(), expiresAt: z.number() });
export type WirePass = z.infer<typeof wirePass>;

const WAITING_SINCE = 'since when nobody has been there for them: who came back from an agent waits since then, at the old place';

export const deskConversation = wireConversation.omit({ resumeToken: true }).extend({
  channel: z.string(),
  epoch: z.int(),
  subscriber: z.string().nullable().describe('number, masked in the middle'),
  ownerId: z.string().nullable(),
  since: z.number(),
  replyDueAt: z.number().nullable().describe('by when its agent has to say a first word; without it the conversation goes back to the line'),
  waitingSince: z.number().nullable().describe(WAITING_SINCE),
  skill: z.string().nullable(),
  headline: z.string(),
  mood: z.enum(['calm', 'unhappy', 'angry']),
  pass: wirePass.nullable(),
  helpers: z.array(colleagueNamed).readonly(),
});
export type DeskConversation = z.infer<typeof deskConversation>;

/** Which rule of the floor chose the agent, and the same in words. */
export const assignmentReason = z.object({ rule: z.string(), text: z.string() });

export const waitingEntry = z.object({
  conversationId: z.string(),
  skill: z.string(),
  priority: z.int(),
  waitingSince: z.number().describe(WAITING_SINCE),
  mood: z.enum(['calm', 'unhappy', 'angry']),
  headline: z.string(),
  reason: z.string(),
  offeredTo: z.string().nullable(),
});
export type WaitingEntry = z.infer<typeof waitingEntry>;

/** Answer to `open`. */
export const openedConversation = z.object({
  conversation: deskConversation,
  messages: z.array(wireMessage).readonly(),
  notes: z.array(wireNote).readonly(),
  brief: wireBrief,
  why: assignmentReason.optional(),
});
export type OpenedConversation = z.infer<typeof openedConversation>;

/** Answer to `suggest`: texts to edit, and where each is from; `ai` marks what a language model wrote. */
export const suggested = z.object({
  suggestions: z.array(z.string()).readonly(),
  drafts: z.array(z.object({ text: z.string(), source: z.enum(['model', 'article', 'canned']), title: z.string().optional(), ai: z.literal(true).optional() })).readonly(),
});

/** Answer to `summary`: the talk up to now in a language model's words; null without one, or when it has nothing to show. */
export const summarised = z.object({ summary: z.object({ text: z.string(), at: z.number(), ai: z.literal(true) }).nullable() });
export type Summarised = z.infer<typeof summarised>;

export type Suggested = z.infer<typeof suggested>;

export const wireStaff = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role: z.enum(['agent', 'supervisor', 'editor', 'admin']),
  skillGroups: z.array(z.string()).readonly(),
});
export type WireStaff = z.infer<typeof wireStaff>;

export const colleague = z.object({
  id: z.string(),
  name: z.string(),
  status: presenceStatus,
  skillGroups: z.array(z.string()).readonly(),
  load: z.int(),
  capacity: z.int(),
});
export type WireColleague = z.infer<typeof colleague>;

/** Sent on connect, at every change of one's own presence or list, and when a service ends that wants writing up. */
export const deskState = z.object({
  staff: wireStaff,
  status: presenceStatus,
  capacity: z.int(),
  wrapUpUntil: z.number().nullable().describe('until when no new conversation comes, after the last one; saying `online` ends it'),
  hasModel: z.boolean().describe('whether `rephrase` and `translate` can be had'),
  mine: z.array(deskConversation).readonly(),
});

/** The line as every agent sees it: the event `queue` and the answer of `GET /api/line`. */
export const lineNow = z.object({
  waiting: z.array(waitingEntry).readonly(),
  counts: z.object({ waiting: z.int(), live: z.int(), agentsOnline: z.int() }),
});
export type LineNow = z.infer<typeof lineNow>;

/** Events from the server, by name. `message`, `note` and `typing` name their conversation. */
export const deskEvents = {
  desk: deskState,
  queue: lineNow,
  offer: z.object({ conversationId: z.string(), brief: wireBrief, expiresAt: z.number(), skill: z.string(), headline: z.string(), why: assignmentReason.optional(), pass: wirePass.optional() }),
  'offer:withdrawn': z.object({ conversationId: z.string(), reason: z.string() }),
  assigned: z.object({ conversationId: z.string(), reason: z.string() }),
  released: z.object({ conversationId: z.string(), reason: z.string() }),
  conversation: deskConversation,
  message: wireMessage,
  note: wireNote,
  'message:recall': wireMessage,
  'pass:ended': z.object({ conversationId: z.string(), pass: wirePass, outcome: z.enum(['accepted', 'declined', 'lapsed', 'withdrawn']), reason: z.string().optional() }),
  viewers: z.object({ conversationId: z.string(), viewers: z.array(colleagueNamed).readonly() }),
  typing: z.object({
    conversationId: z.string(),
    from: z.enum(['subscriber', 'agent', 'bot']),
    on: z.boolean(),
    text: z.string().optional().describe('what the subscriber has written so far'),
  }),
  brief: z.object({ conversationId: z.string(), brief: wireBrief }),
  board: wireBoard,
  case: deskCase,
  'follow-up': wireFollowUp,
  alert: z.object({
    kind: z.string(),
    conversationId: z.string().nullable(),
    text: z.string(),
    id: z.string().optional().describe('of what is kept and told again with `alertsAfter`: the same one is told under the same id'),
    at: z.number().optional().describe('epoch ms; with `id`'),
    isOnBoard: z.boolean().describe('whether `board` lists it among its `alerts` while it lasts'),
    ofCase: z.object({ id: z.string(), dueAt: z.number().nullable() }).optional().describe('the case it is about and its `dueAt` as it stood: with another, or with a refund that is decided, the alert is over'),
  }),
} as const;
export type DeskEvents = { [Name in keyof typeof deskEvents]: (payload: z.infer<(typeof deskEvents)[Name]>) => void };
