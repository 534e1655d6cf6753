/** What one desk knows: presence, chats, the line, offers, and a thread for every conversation it has looked into. Plain data. */
import type { WireBoard } from '../../../protocol/board.js';
import type { WireMessage } from '../../../protocol/chat.js';
import type { DeskConversation, DeskEvents, WaitingEntry, WireBrief, WireColleague, WireNote, WireStaff } from '../../../protocol/desk.js';
import type { OnItsWay } from '../../kit/merging.js';

export type Link = 'connecting' | 'online' | 'offline';
export type Presence = WireColleague['status'];
export type DeskPayload<Name extends keyof DeskEvents> = Parameters<DeskEvents[Name]>[0];
/** `shownAt`: when it came, on the server's clock; its bar begins there. */
export type Offer = DeskPayload<'offer'> & { readonly shownAt: number };
export type Mood = DeskConversation['mood'];
export type ComposerMode = 'reply' | 'note';

export interface Outgoing extends OnItsWay {
  readonly text: string;
  readonly at: number;
}

export interface Thread {
  readonly id: string;
  readonly conversation: DeskConversation | null;
  /** Strictly rising by `seq`; may have holes until history fills them. */
  readonly messages: readonly WireMessage[];
  readonly notes: readonly WireNote[];
  readonly brief: WireBrief | null;
  /** Which rule gave it to whoever has it, in words; null when nobody has, or it is not known. */
  readonly assignedBecause: string | null;
  readonly outgoing: readonly Outgoing[];
  readonly loading: 'none' | 'loading' | 'loaded' | 'failed';
  readonly error: string | null;
  readonly isFetchingEarlier: boolean;
  readonly isSubscriberTyping: boolean;
  /** What the subscriber has written and not sent. */
  readonly preview: string;
  readonly viewers: DeskPayload<'viewers'>['viewers'];
  /** Why it is no longer mine; null while it is, or when it never was. */
  readonly ended: string | null;
  /** The mark "new" stands after this `seq`. */
  readonly unreadAfter: number | null;
  /** The last note a colleague wrote while another chat was in front. */
  readonly unseenNote: WireNote | null;
}

export interface DeskAlert {
  readonly id: number;
  readonly kind: string;
  readonly conversationId: string | null;
  readonly text: string;
  readonly at: number;
  /** Whether the board lists it while it lasts. */
  readonly isOnBoard: boolean;
  /** The case it is about, and its deadline as it stood. */
  readonly ofCase?: { readonly id: string; readonly dueAt: number | null } | undefined;
}

export interface Drafts {
  readonly reply: string;
  readonly note: string;
}

export interface DeskState {
  readonly link: Link;
  readonly staff: WireStaff | null;
  readonly status: Presence;
  readonly capacity: number;
  /** No new chat before this: time to write up the last one. */
  readonly wrapUpUntil: number | null;
  /** False until the server has said what is ours. */
  readonly isReady: boolean;
  /** Whether a language model helps with writing. */
  readonly hasModel: boolean;
  readonly mine: readonly string[];
  readonly recent: readonly string[];
  readonly waiting: readonly WaitingEntry[];
  readonly counts: DeskPayload<'queue'>['counts'];
  readonly offers: readonly Offer[];
  readonly threads: Readonly<Record<string, Thread>>;
  readonly shownId: string | null;
  /** By conversation; what is being written on a case stands under the id of the case, the matter of one being opened under `new case` and its conversation. */
  readonly drafts: Readonly<Record<string, Drafts>>;
  readonly alerts: readonly DeskAlert[];
  /** The whole floor, for supervisors. */
  readonly board: WireBoard | null;
  /** The last answer of a colleague who was asked. */
  readonly passEnded: DeskPayload<'pass:ended'> | null;
  /** The last note a colleague wrote in a chat of one's own. */
  readonly noteForMe: WireNote | null;
}

export const EMPTY_DRAFTS: Drafts = { reply: '', note: '' };

export const EMPTY_DESK: DeskState = {
  link: 'connecting',
  staff: null,
  status: 'offline',
  capacity: 3,
  wrapUpUntil: null,
  isReady: false,
  hasModel: false,
  mine: [],
  recent: [],
  waiting: [],
  counts: { waiting: 0, live: 0, agentsOnline: 0 },
  offers: [],
  threads: {},
  shownId: null,
  drafts: {},
  alerts: [],
  board: null,
  passEnded: null,
  noteForMe: null,
};

export function emptyThread(id: string): Thread {
  return {
    id,
    conversation: null,
    messages: [],
    notes: [],
    brief: null,
    assignedBecause: null,
    outgoing: [],
    loading: 'none',
    error: null,
    isFetchingEarlier: false,
    isSubscriberTyping: false,
    preview: '',
    viewers: [],
    ended: null,
    unreadAfter: null,
    unseenNote: null,
  };
}
