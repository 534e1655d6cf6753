/** One conversation as it stands: who has it, who waits, what the assistant remembers. Steps on it live in `conversation-steps.ts`. */
import type { Aside } from './aside.js';
import type { DialogueMemory } from './dialogue-memory.js';
import type { ConversationId, Msisdn, StaffId, VisitorId } from './ids.js';
import type { Locale } from './locale.js';
import type { Rating } from './rating.js';
import type { MoodLabel } from './reading.js';
import type { SkillGroup } from './staff.js';
import type { Summaries } from './summary.js';

/** `bot`: the assistant answers. `queued`: waiting in line, the assistant still helps. `live`: an agent has it and the assistant is silent. */
export const STATES = ['bot', 'queued', 'live', 'closed'] as const;
export type ConversationState = (typeof STATES)[number];

export type Channel = 'web' | 'wechat-page' | 'wechat' | 'wechat-kf' | 'bot-framework' | 'direct-line';

/** `step-up`: a code was entered for this very request; it lapses at `until`. */
export interface VerifiedIdentity {
  readonly msisdn: Msisdn;
  readonly via: 'site-token' | 'one-time-code';
  readonly at: number;
  readonly stepUpUntil: number | null;
}

/** `how` is missing of who had it and gave it back. */
export interface PassedOffer {
  readonly staffId: StaffId;
  readonly at: number;
  readonly how?: 'declined' | 'lapsed';
  /** Why it was declined, as the agent said it. */
  readonly reason?: string;
}

/** Of what is said in one line of why somebody waits: a wish in English with its month, charge and amount. */
export const HEADLINE_CHARS = 120;

/** The place in line. Kept while live, so that a lost agent gives the conversation back to its old place. */
export interface Waiting {
  /** Epoch ms of joining the line for the first time in this handoff. */
  readonly since: number;
  /** When an agent's hands gave it back: its place goes by `since`, but the time with the agent was no waiting. */
  readonly backSince?: number;
  readonly priority: Priority;
  readonly skillGroup: SkillGroup;
  readonly language: string;
  readonly reason: HandoffReason;
  readonly headline: string;
  readonly mood: MoodLabel;
  /** A colleague it was transferred to, or who had it before. */
  readonly preferredStaffId: StaffId | null;
  /** Who declined or let it lapse, so that the next offer goes elsewhere first. */
  readonly passedBy: readonly PassedOffer[];
  readonly note: string | null;
  /** Somebody outside takes it, and our own line does not see it. A hub has until `answerDueAt` to answer. */
  readonly hub?: { readonly answerDueAt?: number; readonly isOnChannel?: true };
  /** What the subscriber had the agent told instead of our reading of it. */
  readonly ownWords?: string;
  /** Who answers for this subscriber's open case, and who served them last. */
  readonly caseOwnerStaffId?: StaffId | null;
  readonly previousStaffId?: StaffId | null;
}

/** Higher is served sooner; first come first served within one value. */
export const PRIORITY = { normal: 0, vip: 1, unhappy: 2, elder: 3, urgent: 4 } as const;
export type Priority = (typeof PRIORITY)[keyof typeof PRIORITY];

export type HandoffReason =
  | 'asked'
  | 'intent'
  | 'unhappy'
  | 'failed-turns'
  | 'fraud'
  | 'transfer'
  | 'returned'
  | 'takeover';

/** Which rule of the floor chose this agent. */
export type AssignmentReason = 'transfer' | 'case-owner' | 'previous-agent' | 'language' | 'longest-idle' | 'only-one-left' | 'takeover';

export interface Offer {
  readonly staffId: StaffId;
  readonly at: number;
  readonly expiresAt: number;
  readonly why?: AssignmentReason;
}

export interface Owner {
  readonly staffId: StaffId;
  readonly name: string;
  readonly since: number;
  readonly why?: AssignmentReason;
  /** Without a word by then the conversation goes back to the line; null once she spoke. */
  readonly replyDueAt?: number | null;
}

/** A colleague asked to take the conversation over, or to help with it, until `expiresAt`. */
export interface Pass {
  readonly kind: 'transfer' | 'join';
  readonly from: { readonly staffId: StaffId; readonly name: string };
  readonly to: { readonly staffId: StaffId; readonly name: string };
  readonly note: string;
  readonly at: number;
  readonly expiresAt: number;
}

export interface Conversation {
  readonly id: ConversationId;
  readonly visitorId: VisitorId;
  readonly channel: Channel;
  readonly locale: Locale;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly state: ConversationState;
  /** Raised by every change of owner; what was begun under an older epoch is dropped. */
  readonly epoch: number;
  readonly lastSeq: number;
  /** Highest subscriber `seq`; a turn is due while `handledSeq` is behind it. */
  readonly subscriberSeq: number;
  readonly handledSeq: number;
  readonly identity: VerifiedIdentity | null;
  readonly waiting: Waiting | null;
  readonly offer: Offer | null;
  readonly owner: Owner | null;
  /** Absent in what was stored before there were any; the same holds for helpers and words taken back. */
  readonly pass?: Pass | null;
  /** Who else may speak while it is live. */
  readonly helpers?: readonly Owner[];
  readonly recalled?: readonly { readonly seq: number; readonly at: number; readonly attachmentId: string | null }[];
  /** The last few of them. */
  readonly asides?: readonly Aside[];
  /** Of a language model; absent without one. */
  readonly summaries?: Summaries;
  /** At the subscriber's wish nothing of what was said up to here is kept. */
  readonly erased?: { readonly at: number; readonly throughSeq: number };
  /** Its subscriber went on with another number: nobody comes back to it, and its way back leads to a new one. */
  readonly isLeft?: true;
  readonly readSeq: { readonly subscriber: number; readonly agent: number };
  readonly isElderMode: boolean;
  readonly memory: DialogueMemory;
  readonly closed: { readonly at: number; readonly by: 'agent' | 'subscriber' | 'assistant'; readonly disposition: string; readonly summary: string; readonly tags?: readonly string[]; readonly servedBy?: { readonly staffId: StaffId; readonly name: string } } | null;
  readonly rating: Rating | null;
}

/** What the agent is told: asked, tried, known. Facts only, every figure from the account; beside them what a language model made of the talk. */
export interface Brief {
  readonly who: { readonly msisdn: string | null; readonly name: string | null; readonly tier: string | null; readonly isElder: boolean };
  readonly verified: boolean;
  readonly reason: string;
  readonly mood: MoodLabel;
  /** Of what the subscriber said last, oldest first. */
  readonly moods: readonly MoodLabel[];
  readonly summary: string;
  readonly modelSummary?: { readonly text: string; readonly at: number };
  /** As the subscriber corrected it. */
  readonly ownWords?: string;
  readonly tried: readonly { readonly intent: string; readonly label: string; readonly outcome: string; readonly at: number }[];
  /** `told`: what the subscriber calls it, where their language says it differently from the desk's. */
  readonly account: readonly { readonly name: string; readonly value: string; readonly told?: string }[];
  readonly earlier: readonly EarlierConversation[];
}

/** What else the subscriber has with us, and in whose hands. */
export interface EarlierConversation {
  readonly conversationId: ConversationId;
  readonly at: number;
  readonly headline: string;
  readonly disposition: string | null;
  readonly state: ConversationState;
  readonly agent?: { readonly staffId: StaffId; readonly name: string };
}
