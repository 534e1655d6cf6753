/** Keeps in mind what was said last in each live conversation, so that the board of the floor can be drawn at any moment. */
import type { AuditEntry } from '../domain/audit.js';
import type { Conversation } from '../domain/conversation.js';
import { dayOf } from '../domain/calendar.js';
import type { Fact } from '../domain/facts.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { MoodLabel } from '../domain/reading.js';
import type { Staff } from '../domain/staff.js';
import { isRecalled } from '../domain/working-together.js';
import { afterMessage, boardOf } from '../handoff/board.js';
import type { Board, Glimpse } from '../handoff/board.js';
import { lineDays, rangeHits } from '../handoff/figures.js';
import type { LineDay, RangeHits } from '../handoff/figures.js';
import { reclaim } from './agent-acts.js';
import type { ConversationRoom } from './room.js';

const LOOKED_BACK = 30;
const PROMISES_SHOWN = 20;
const MINUTE_MS = 60_000;
const FIGURES_MS = 30 * 86_400_000;
const HITS_EVERY_MS = 60_000;
const NOTHING: Glimpse = { moods: [], subscriberAt: null, agentAt: null };

export class FloorBoard {
  readonly #glimpses = new Map<ConversationId, Glimpse>();
  readonly #lastReplies = new Map<StaffId, number>();
  readonly #stop: () => void;
  #hits: { readonly at: number; readonly rate: number | null } | null = null;

  constructor(private readonly room: ConversationRoom) {
    this.#stop = room.bus.subscribe((fact) => this.#heard(fact));
  }

  stop(): void {
    this.#stop();
  }

  async now(): Promise<Board> {
    const { line: floor, waitingLine, staff, settings, clock, cases } = this.room;
    const now = clock.now();
    const [{ line, agents }, live, people, open, hitRate] = await Promise.all([
      floor.floor(),
      waitingLine.live(),
      staff.list(),
      cases.promises({ state: 'open' }, PROMISES_SHOWN),
      this.#hitRate(now),
    ]);
    await this.#lookBack(live);
    const nearMs = settings.current('cases').nearMinutes * MINUTE_MS;
    const promises = open.filter(({ dueAt }) => dueAt - now <= nearMs);
    return boardOf({ line, live, agents, people, promises, hitRate, now, glimpses: this.#glimpses, lastReplies: this.#lastReplies, rules: settings.current('line') });
  }

  async figures(): Promise<{ days: readonly LineDay[]; ranges: RangeHits }> {
    const now = this.room.clock.now();
    const handoffs = await this.room.handoffs.between(now - FIGURES_MS, now + 1);
    return { days: lineDays(handoffs), ranges: rangeHits(handoffs) };
  }

  /** Everything one agent has goes back to its old places, and nothing new comes to her until she says so; answers how many. */
  async reassign(supervisor: Staff, agentId: StaffId): Promise<number> {
    const { presence, board, waitingLine, audit, ids, clock } = this.room;
    if ((await board.find(agentId))?.status === 'online') await presence.set(agentId, 'away');
    const mine = await waitingLine.liveOf(agentId);
    const act = { act: 'agent.relieved', conversationId: null, target: agentId, reason: '', detail: String(mine.length) };
    const entry: AuditEntry = { ...act, id: ids.next(), at: clock.now(), staff: { id: supervisor.id, name: supervisor.name } };
    // With the first that goes back, and once: whoever goes down after it leaves the sweep to do the rest.
    const moved = await Promise.all(mine.map(({ id }) => reclaim(this.room, id, agentId, 'returned', () => [{ kind: 'audit', entry }])));
    if (!moved.includes(true)) await audit.add(entry);
    return moved.filter(Boolean).length;
  }

  #heard(fact: Fact): void {
    if (fact.type === 'message.added') this.#note(fact.message);
    // What was taken back answered nothing: it is read anew from the record.
    if (fact.type === 'message.recalled') this.#glimpses.delete(fact.conversationId);
    if (fact.type === 'conversation.changed' && fact.conversation.state !== 'live') this.#glimpses.delete(fact.conversationId);
  }

  #note(message: Message): void {
    const { conversationId, author, at } = message;
    if (author) this.#lastReplies.set(author.staffId, Math.max(at, this.#lastReplies.get(author.staffId) ?? 0));
    const known = this.#glimpses.get(conversationId);
    if (known) this.#glimpses.set(conversationId, afterMessage(known, message, () => (message.action ? null : this.#moodOf(message.text))));
  }

  #moodOf(text: string): MoodLabel {
    return this.room.content.current().read(text, { today: dayOf(this.room.clock.now()) }).mood.label;
  }

  /** After a start, and for what came live since, the record says what the bus did not. */
  async #lookBack(live: readonly Conversation[]): Promise<void> {
    for (const conversation of live) {
      const { id } = conversation;
      if (this.#glimpses.has(id)) continue;
      this.#glimpses.set(id, NOTHING);
      const messages = await this.room.log.messages(id, { limit: LOOKED_BACK });
      this.#glimpses.set(id, NOTHING);
      for (const message of messages) if (!isRecalled(conversation, message.seq)) this.#note(message);
    }
  }

  async #hitRate(now: number): Promise<number | null> {
    if (this.#hits && now - this.#hits.at < HITS_EVERY_MS) return this.#hits.rate;
    const rate = (await this.figures()).ranges.hitRate;
    this.#hits = { at: now, rate };
    return rate;
  }
}
