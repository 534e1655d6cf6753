/** The only writer of the record: changes the log, and once that is durable tells everybody what happened. */
import type { Conversation } from '../domain/conversation.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ReleaseReason } from '../domain/facts.js';
import type { Bus } from '../ports/bus.js';
import type { Changed, ChangeRequest, ConversationLog, Duplicate } from '../ports/conversation-log.js';

export interface Why {
  readonly released?: ReleaseReason;
  readonly assigned?: string;
}

export class Record {
  constructor(
    private readonly log: ConversationLog,
    private readonly bus: Bus,
  ) {}

  async change<Result>(request: ChangeRequest<Result>, why: Why = {}): Promise<Changed<Result> | Duplicate | Refusal> {
    const changed = await this.log.change(request);
    if (!isRefusal(changed) && !('duplicate' in changed)) this.#tell(changed, why);
    return changed;
  }

  #tell<Result>({ before, conversation, messages }: Changed<Result>, why: Why): void {
    const conversationId = conversation.id;
    if (isVisiblyChanged(before, conversation)) {
      this.bus.publish({ type: 'conversation.changed', conversationId, conversation });
    }
    const ownerId = conversation.owner?.staffId ?? null;
    for (const message of messages) this.bus.publish({ type: 'message.added', conversationId, message, ownerId });
    const formerId = before.owner?.staffId ?? null;
    if (formerId !== null && formerId !== ownerId) {
      this.bus.publish({ type: 'agent.released', conversationId, staffId: formerId, reason: why.released ?? 'returned' });
    }
    if (ownerId !== null && ownerId !== formerId) {
      this.bus.publish({ type: 'agent.assigned', conversationId, staffId: ownerId, reason: why.assigned ?? 'accepted' });
    }
    if (isLineChanged(before, conversation)) this.bus.publish({ type: 'line.changed' });
  }
}

function isVisiblyChanged(before: Conversation, after: Conversation): boolean {
  return (
    before.state !== after.state ||
    before.epoch !== after.epoch ||
    before.owner !== after.owner ||
    before.identity !== after.identity ||
    before.locale !== after.locale ||
    before.isElderMode !== after.isElderMode ||
    before.readSeq !== after.readSeq
  );
}

function isLineChanged(before: Conversation, after: Conversation): boolean {
  const touches = before.state === 'queued' || after.state === 'queued' || before.state === 'live' || after.state === 'live';
  return touches && (before.state !== after.state || before.owner !== after.owner || before.offer !== after.offer || before.waiting !== after.waiting);
}
