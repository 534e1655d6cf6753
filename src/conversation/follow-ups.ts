/** Follow-ups of low ratings: opened once for each service, shown to supervisors at once, taken on and ended by one of them. */
import type { Alert } from '../domain/alert.js';
import type { Conversation } from '../domain/conversation.js';
import type { Errand } from '../domain/errand.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { ending, handing, noting, reopening, taking } from '../domain/follow-up.js';
import type { FollowUp, FollowUpNote, FollowUpPerson } from '../domain/follow-up.js';
import { serviceOf } from '../domain/rating.js';
import type { Rating } from '../domain/rating.js';
import type { Staff } from '../domain/staff.js';
import type { FollowUpQuery } from '../ports/follow-up-book.js';
import { inBoth } from './alert-words.js';
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

  /** A low rating opens one; another rating of the same service changes the one that is there. Of all who run an errand one does it. */
  async run({ id, about }: Errand): Promise<void> {
    if (about.kind !== 'rating') return;
    const { followUps, bus } = this.room;
    const alert = lowRating(about.followUp);
    const done = await followUps.rated(id, about, alert);
    if (!done) return;
    this.#tell(done.followUp);
    if (done.isNew) bus.publish({ type: 'alert.raised', ...alert });
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

  async #change(by: Staff, id: string, { act, step, detail = '' }: { readonly act: string | null; readonly step: Step; readonly detail?: string }): Promise<FollowUp | Refusal> {
    const { ids, clock, followUps } = this.room;
    const entry = { id: ids.next(), at: clock.now(), staff: { id: by.id, name: by.name }, target: id, reason: '', detail };
    const changed = await followUps.change(id, step, ({ conversationId }) => (act === null ? null : { ...entry, act, conversationId }));
    if (!isRefusal(changed)) this.#tell(changed);
    return changed;
  }

  #noteOf(by: Staff, text: string): FollowUpNote {
    return { at: this.room.clock.now(), by: personOf(by), text };
  }

  #tell(followUp: FollowUp): void {
    this.room.bus.publish({ type: 'follow-up.changed', conversationId: followUp.conversationId, followUp });
  }
}

/** As it is opened, should the rating be low. */
export function followUpOf(conversation: Conversation, { saidAs: _saidAs, ...rating }: Rating): FollowUp {
  const { id: conversationId, owner, closed, identity, memory } = conversation;
  return {
    ...{ id: `${conversationId}:${serviceOf(conversation)}`, conversationId, openedAt: rating.at, rating, msisdn: identity?.msisdn ?? null },
    headline: closed?.summary || (memory.recent.at(-1) ?? ''),
    servedBy: owner ? { staffId: owner.staffId, name: owner.name } : (closed?.servedBy ?? null),
    ...{ state: 'open', owner: null, notes: [], doneAt: null },
  };
}

function lowRating({ id, openedAt: at, conversationId, rating }: FollowUp): Alert {
  return { id: `low-rating:${id}`, at, kind: 'low-rating', conversationId, text: inBoth((words) => words.lowRating(rating.score)) };
}

const personOf = ({ id, name }: Staff): FollowUpPerson => ({ staffId: id, name });
