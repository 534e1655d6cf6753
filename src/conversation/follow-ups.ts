/** Follow-ups of low ratings: opened once for each service, shown to supervisors at once, taken on and ended by one of them. */
import type { Conversation } from '../domain/conversation.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { ending, handing, noting, reopening, rerating, taking } from '../domain/follow-up.js';
import type { FollowUp, FollowUpNote, FollowUpPerson } from '../domain/follow-up.js';
import { serviceOf } from '../domain/rating.js';
import type { Rating } from '../domain/rating.js';
import type { Staff } from '../domain/staff.js';
import type { FollowUpQuery } from '../ports/follow-up-book.js';
import { inBoth } from './alert-words.js';
import { raise } from './raising.js';
import type { ConversationRoom } from './room.js';

type Step = (one: FollowUp) => FollowUp | Refusal;

export class FollowUps {
  constructor(private readonly room: ConversationRoom) {}

  list(query: FollowUpQuery): Promise<readonly FollowUp[]> {
    return this.room.followUps.list(query);
  }

  find(id: string): Promise<FollowUp | null> {
    return this.room.followUps.find(id);
  }

  /** A low rating opens one; another rating of the same service changes the one that is there. */
  async rated(conversation: Conversation, isLow: boolean): Promise<void> {
    const { rating } = conversation;
    if (!rating) return;
    const id = `${conversation.id}:${serviceOf(conversation)}`;
    if (isLow && (await this.#open(id, conversation, rating))) return;
    const changed = await this.room.followUps.change(id, (one) => rerating(one, rating));
    if (!isRefusal(changed)) this.#tell(changed);
  }

  take(by: Staff, id: string): Promise<FollowUp | Refusal> {
    return this.#change(by, id, { act: 'follow-up.taken', step: (one) => taking(one, personOf(by)) });
  }

  hand(by: Staff, id: string, to: Staff): Promise<FollowUp | Refusal> {
    return this.#change(by, id, { act: 'follow-up.handed', step: (one) => handing(one, personOf(to)), detail: to.name });
  }

  note(by: Staff, id: string, text: string): Promise<FollowUp | Refusal> {
    return this.#change(by, id, { act: null, step: (one) => noting(one, this.#noteOf(by, text)) });
  }

  end(by: Staff, id: string, text: string): Promise<FollowUp | Refusal> {
    return this.#change(by, id, { act: 'follow-up.done', step: (one) => ending(one, this.#noteOf(by, text)) });
  }

  reopen(by: Staff, id: string, text: string): Promise<FollowUp | Refusal> {
    return this.#change(by, id, { act: 'follow-up.reopened', step: (one) => reopening(one, this.#noteOf(by, text)) });
  }

  async #open(id: string, conversation: Conversation, rating: Rating): Promise<boolean> {
    const { room } = this;
    const followUp: FollowUp = {
      ...{ id, conversationId: conversation.id, openedAt: room.clock.now(), rating, msisdn: conversation.identity?.msisdn ?? null },
      headline: conversation.closed?.summary || (conversation.memory.recent.at(-1) ?? ''),
      servedBy: conversation.owner ? { staffId: conversation.owner.staffId, name: conversation.owner.name } : (conversation.closed?.servedBy ?? null),
      ...{ state: 'open', owner: null, notes: [], doneAt: null },
    };
    if (!(await room.followUps.open(followUp))) return false;
    this.#tell(followUp);
    await raise(room, { kind: 'low-rating', conversationId: conversation.id, text: inBoth((words) => words.lowRating(rating.score)) });
    return true;
  }

  async #change(by: Staff, id: string, { act, step, detail = '' }: { readonly act: string | null; readonly step: Step; readonly detail?: string }): Promise<FollowUp | Refusal> {
    const changed = await this.room.followUps.change(id, step);
    if (isRefusal(changed)) return changed;
    const { audit, ids, clock } = this.room;
    if (act !== null) await audit.add({ id: ids.next(), at: clock.now(), staff: { id: by.id, name: by.name }, act, conversationId: changed.conversationId, target: id, reason: '', detail });
    this.#tell(changed);
    return changed;
  }

  #noteOf(by: Staff, text: string): FollowUpNote {
    return { at: this.room.clock.now(), by: personOf(by), text };
  }

  #tell(followUp: FollowUp): void {
    this.room.bus.publish({ type: 'follow-up.changed', conversationId: followUp.conversationId, followUp });
  }
}

const personOf = ({ id, name }: Staff): FollowUpPerson => ({ staffId: id, name });
