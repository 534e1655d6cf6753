/** What the use cases of this room share: the record, the clock and the neighbours below. */
import type { Channel } from '../domain/conversation.js';
import type { Cases } from '../cases/cases.js';
import type { TakesTurns } from '../dialogue/turn.js';
import type { Line } from '../handoff/line.js';
import type { Presence } from '../handoff/presence.js';
import type { ResumeTokens } from '../identity/resume-token.js';
import type { Verification } from '../identity/verification.js';
import type { AlertBook } from '../ports/alert-book.js';
import type { AttachmentStore } from '../ports/attachment-store.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { EditingHelp } from '../knowledge/editing-help.js';
import type { ReplyDrafts } from '../knowledge/reply-drafts.js';
import type { WritingHelp } from '../knowledge/writing-help.js';
import type { Bus } from '../ports/bus.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { CannedReplies } from '../ports/canned-replies.js';
import type { CaseBook } from '../ports/case-book.js';
import type { Clock } from '../ports/clock.js';
import type { ConversationLog } from '../ports/conversation-log.js';
import type { ErrandBook } from '../ports/errand-book.js';
import type { FollowUpBook } from '../ports/follow-up-book.js';
import type { HandoffBook } from '../ports/handoff-book.js';
import type { Ids } from '../ports/ids.js';
import type { PresenceBoard } from '../ports/presence-board.js';
import type { ProductCatalogue } from '../ports/product-catalogue.js';
import type { PublishedContent } from '../ports/published-content.js';
import type { ServiceNetwork } from '../ports/service-network.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import type { TurnLock } from '../ports/turn-lock.js';
import type { WaitingLine } from '../ports/waiting-line.js';
import type { Logger } from '../telemetry/logger.js';
import type { StoredPersonalData } from './personal-data.js';
import type { Generations } from './generations.js';
import type { Record } from './record.js';
import type { Summaries } from './summaries.js';

/** An outside hub that takes handoffs. */
export interface Hub {
  /** Whose handoffs it takes. */
  takes(channel: Channel): boolean;
  /** How long it may leave a handoff without an answer. */
  readonly answerWithinMs: number;
  /** How long nothing may be heard of a conversation that it has before it counts as done. */
  readonly doneWithinMs: number;
}

export interface ConversationRoom {
  readonly handoffs: HandoffBook;
  /** Null when our own line takes every handoff. */
  readonly hub: Hub | null;
  readonly followUps: FollowUpBook;
  readonly settings: SettingsInForce;
  readonly cases: CaseBook;
  readonly alerts: AlertBook;
  readonly errands: ErrandBook;
  readonly log: ConversationLog;
  readonly record: Record;
  readonly caseDesk: Pick<Cases, 'openFor' | 'ofHolder' | 'ownCase' | 'confirm' | 'moveCall' | 'keepPromisesOf'>;
  readonly waitingLine: WaitingLine;
  readonly line: Line;
  readonly presence: Presence;
  readonly board: PresenceBoard;
  readonly staff: StaffDirectory;
  readonly bus: Bus;
  readonly audit: AuditLog;
  readonly attachments: AttachmentStore;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly turnLock: TurnLock;
  readonly assistant: TakesTurns;
  readonly content: PublishedContent;
  readonly business: BusinessSystem;
  readonly catalogue: Pick<ProductCatalogue, 'plans' | 'products'>;
  readonly network: Pick<ServiceNetwork, 'tickets'>;
  readonly verification: Verification;
  readonly resumeTokens: ResumeTokens;
  readonly drafts: Pick<ReplyDrafts, 'draft' | 'passagesOn'>;
  readonly canned: CannedReplies;
  /** Null without a language model. */
  readonly writing: WritingHelp | null;
  readonly editing: EditingHelp | null;
  readonly personal: StoredPersonalData;
  readonly generations: Generations | null;
  readonly summaries: Pick<Summaries, 'wanted' | 'upToNow'> | null;
  readonly logger: Logger;
}
