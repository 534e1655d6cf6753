/** Several agents on one conversation, for the doors above: asking, answering, helping, looking on, taking words back. */
import type { Conversation } from '../domain/conversation.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { Staff } from '../domain/staff.js';
import { helps, openPass } from '../domain/working-together.js';
import type { ConversationRoom } from './room.js';
import * as acts from './team-acts.js';

export class Team {
  constructor(private readonly room: ConversationRoom) {}

  async askColleague(staff: Staff, asked: { id: ConversationId; kind: 'transfer' | 'join'; colleagueId: StaffId; note: string }): Promise<Conversation | Refusal> {
    const colleague = await this.room.staff.find(asked.colleagueId);
    if (!colleague?.isActive || colleague.id === staff.id || colleague.role === 'editor') return refuse('not-found', 'no such colleague');
    return acts.askColleague(this.room, staff, { id: asked.id, kind: asked.kind, colleague, note: asked.note });
  }

  /** Conversations this colleague is being asked about right now. */
  async passesTo(staffId: StaffId): Promise<readonly Conversation[]> {
    const now = this.room.clock.now();
    return (await this.room.waitingLine.live()).filter((conversation) => openPass(conversation, now)?.to.staffId === staffId);
  }

  async helpedBy(staffId: StaffId): Promise<readonly Conversation[]> {
    return (await this.room.waitingLine.live()).filter((conversation) => helps(conversation, staffId));
  }

  withdrawPass(staff: Staff, conversation: Conversation): Promise<Conversation | Refusal> {
    return acts.withdrawPass(this.room, staff, conversation);
  }

  stopHelping(staff: Staff, id: ConversationId): Promise<Conversation | Refusal> {
    return acts.stopHelping(this.room, staff, id);
  }

  recall(staff: Staff, asked: { id: ConversationId; seq: number }): Promise<Message | Refusal> {
    return acts.recall(this.room, staff, asked);
  }

  /** Told to colleagues, kept nowhere. `isSilent`: only supervisors learn of it. */
  viewing(staff: Staff, seen: { id: ConversationId; isOn: boolean; isSilent: boolean }): void {
    const { id: conversationId, isOn, isSilent } = seen;
    this.room.bus.publish({ type: 'viewing.changed', conversationId, staffId: staff.id, name: staff.name, isOn, isSilent });
  }
}
