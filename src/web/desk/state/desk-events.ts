/** Everything that can happen to a desk: told by the server, or done by the person in front of it. */
import type { WireBoard } from '../../../protocol/board.js';
import type { DeskCase } from '../../../protocol/cases.js';
import type { WireMessage } from '../../../protocol/chat.js';
import type { OpenedConversation, WireNote, WireStaff } from '../../../protocol/desk.js';
import type { ComposerMode, DeskAlert, DeskPayload, Drafts, Link, Offer, Outgoing } from './desk-state.js';

type About = { readonly conversationId: string };

export type ThreadEvent = About &
  (
    | { readonly type: 'conversation'; readonly conversation: DeskPayload<'conversation'> }
    | { readonly type: 'messages'; readonly messages: readonly WireMessage[] }
    | { readonly type: 'note'; readonly note: WireNote }
    | { readonly type: 'brief'; readonly brief: DeskPayload<'brief'>['brief'] }
    | { readonly type: 'typing'; readonly on: boolean; readonly text?: string }
    | { readonly type: 'viewers'; readonly viewers: DeskPayload<'viewers'>['viewers'] }
    | { readonly type: 'opening' }
    | { readonly type: 'opened'; readonly opened: OpenedConversation }
    | { readonly type: 'open-failed'; readonly code: string }
    | { readonly type: 'earlier-asked' }
    | { readonly type: 'earlier-ended' }
    | { readonly type: 'sending'; readonly item: Outgoing }
    | { readonly type: 'acked'; readonly clientId: string; readonly id: string; readonly seq: number }
    | { readonly type: 'failed'; readonly clientId: string; readonly error: string }
    | { readonly type: 'retry'; readonly clientId: string }
    | { readonly type: 'discard'; readonly clientId: string }
    | { readonly type: 'read'; readonly seq: number }
    /** The eye left the page: what comes from here on is new to it. */
    | { readonly type: 'looked-away' }
  );

export type DeskEvent =
  | ThreadEvent
  | { readonly type: 'link'; readonly link: Link }
  | { readonly type: 'signed-in'; readonly staff: WireStaff }
  | { readonly type: 'signed-out' }
  | {
      readonly type: 'restored';
      readonly drafts: Readonly<Record<string, Drafts>>;
      readonly outgoing: Readonly<Record<string, readonly Outgoing[]>>;
    }
  | { readonly type: 'desk'; readonly desk: DeskPayload<'desk'> }
  | { readonly type: 'queue'; readonly queue: DeskPayload<'queue'> }
  | { readonly type: 'offer'; readonly offer: Offer }
  | { readonly type: 'offer-gone'; readonly conversationId: string }
  | { readonly type: 'assigned'; readonly conversationId: string }
  | { readonly type: 'released'; readonly conversationId: string; readonly reason: string }
  | { readonly type: 'show'; readonly conversationId: string | null }
  | { readonly type: 'draft'; readonly conversationId: string; readonly mode: ComposerMode; readonly text: string }
  | { readonly type: 'pass-ended'; readonly ended: DeskPayload<'pass:ended'> }
  | { readonly type: 'alert'; readonly alert: DeskAlert }
  | { readonly type: 'case'; readonly case: DeskCase }
  | { readonly type: 'board'; readonly board: WireBoard }
  | { readonly type: 'alert-dismissed'; readonly id: number };
