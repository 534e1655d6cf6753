/** What happened, told after it is durable. The bus carries these; a lost one costs a delay, never a message. */
import type { Alert } from './alert.js';
import type { Case } from './case.js';
import type { Channel, Conversation, Offer, Pass } from './conversation.js';
import type { FollowUp } from './follow-up.js';
import type { ConversationId, MessageId, StaffId } from './ids.js';
import type { Locale, Localised } from './locale.js';
import type { Message, Speaker, StaffNote } from './message.js';
import type { SectionName } from './settings.js';
import type { Presence } from './staff.js';

export type ReleaseReason = 'closed' | 'transferred' | 'returned' | 'agent-gone' | 'agent-silent' | 'taken-over' | 'subscriber-left';

/** `taken`: by somebody else, or turned down; `left`: the agent left the floor, or the subscriber the line. */
export type WithdrawalReason = 'lapsed' | 'taken' | 'left';

export type PassOutcome = 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

export type Fact =
  /** `channel`: the conversation's; whoever speaks for one channel need not look the others up. */
  | { readonly type: 'message.added'; readonly conversationId: ConversationId; readonly channel: Channel; readonly message: Message; readonly ownerId: StaffId | null }
  | { readonly type: 'message.delta'; readonly conversationId: ConversationId; readonly messageId: MessageId; readonly text: string }
  | { readonly type: 'message.cancelled'; readonly conversationId: ConversationId; readonly messageId: MessageId }
  | { readonly type: 'message.recalled'; readonly conversationId: ConversationId; readonly message: Message; readonly ownerId: StaffId | null }
  | { readonly type: 'pass.asked'; readonly conversationId: ConversationId; readonly pass: Pass }
  | { readonly type: 'pass.ended'; readonly conversationId: ConversationId; readonly pass: Pass; readonly outcome: PassOutcome; readonly reason?: string }
  | { readonly type: 'viewing.changed'; readonly conversationId: ConversationId; readonly staffId: StaffId; readonly name: string; readonly isOn: boolean; readonly isSilent: boolean }
  | { readonly type: 'note.added'; readonly conversationId: ConversationId; readonly note: StaffNote; readonly ownerId: StaffId | null }
  | { readonly type: 'conversation.changed'; readonly conversationId: ConversationId; readonly conversation: Conversation }
  /** It was kept long enough, and is in the record no more. */
  | { readonly type: 'conversation.removed'; readonly conversationId: ConversationId }
  /** Its subscriber went on with another number. */
  | { readonly type: 'conversation.left'; readonly conversationId: ConversationId }
  /** A subscriber's words are in the record no more: what was made of them in memory goes as well. */
  | { readonly type: 'words.erased' }
  | { readonly type: 'line.changed' }
  | { readonly type: 'offer.made'; readonly conversationId: ConversationId; readonly offer: Offer }
  | { readonly type: 'offer.withdrawn'; readonly conversationId: ConversationId; readonly staffId: StaffId; readonly reason: WithdrawalReason }
  | { readonly type: 'brief.changed'; readonly conversationId: ConversationId; readonly staffId: StaffId | null }
  | { readonly type: 'summary.written'; readonly conversationId: ConversationId; readonly locale: Locale }
  | { readonly type: 'agent.assigned'; readonly conversationId: ConversationId; readonly staffId: StaffId; readonly reason: string }
  | { readonly type: 'agent.released'; readonly conversationId: ConversationId; readonly staffId: StaffId; readonly reason: ReleaseReason }
  | { readonly type: 'typing.changed'; readonly conversationId: ConversationId; readonly channel: Channel; readonly from: Speaker; readonly isOn: boolean; readonly ownerId: StaffId | null; readonly text?: string }
  /** Beside the record; what it was is kept with the conversation. */
  | { readonly type: 'aside.said'; readonly conversationId: ConversationId }
  | { readonly type: 'survey.asked'; readonly conversationId: ConversationId }
  | { readonly type: 'presence.changed'; readonly presence: Presence }
  | { readonly type: 'staff.signed-out'; readonly staffId: StaffId; readonly sessionId?: string }
  | { readonly type: 'settings.changed'; readonly section: SectionName; readonly version: number }
  | { readonly type: 'notice.changed'; readonly noticeId: string }
  | { readonly type: 'content.published'; readonly number: number }
  | { readonly type: 'draft.changed' }
  /** `news` names what the subscriber is to be told in the conversation it belongs to. */
  | { readonly type: 'case.changed'; readonly case: Case; readonly news: CaseNews | null }
  | { readonly type: 'follow-up.changed'; readonly conversationId: ConversationId; readonly followUp: FollowUp }
  /** For supervisors, and for those named; `text` alone where it reads the same in either language. What the board shows for as long as it lasts is kept nowhere else, has no `id`, and is raised once of one `key`. */
  | (Omit<Alert, 'id' | 'at' | 'text'> & { readonly type: 'alert.raised'; readonly id?: string; readonly at?: number; readonly text: string | Localised; readonly key?: string });

export type CaseNews = 'opened' | 'asked' | 'answered' | 'paid';

export type FactType = Fact['type'];
