/** Conversations, messages and offers for tests of the desk, with only what a test cares about spelled out. */
import type { WireMessage } from '../../../src/protocol/chat.js';
import type { DeskConversation, OpenedConversation, WireBrief, WireStaff } from '../../../src/protocol/desk.js';
import type { DeskEvent } from '../../../src/web/desk/state/desk-events.js';
import { reduceDesk } from '../../../src/web/desk/state/desk-reducer.js';
import { EMPTY_DESK } from '../../../src/web/desk/state/desk-state.js';
import type { DeskState } from '../../../src/web/desk/state/desk-state.js';

export const ME: WireStaff = { id: 'me', email: 'me@demo', name: '林晓', role: 'agent', skillGroups: ['general'] };

export function conversation(change: Partial<DeskConversation> = {}): DeskConversation {
  return {
    id: 'c1',
    state: 'live',
    lastSeq: 0,
    agent: { name: '林晓' },
    verified: true,
    locale: 'zh-CN',
    elder: false,
    readSeq: { subscriber: 0, agent: 0 },
    channel: 'web',
    epoch: 1,
    subscriber: '138****0001',
    ownerId: 'me',
    since: 1000,
    replyDueAt: null,
    waitingSince: 500,
    skill: 'general',
    headline: '查账单',
    mood: 'calm',
    pass: null,
    helpers: [],
    ...change,
  };
}

export function message(seq: number, change: Partial<WireMessage> = {}): WireMessage {
  return { id: `m${seq}`, conversationId: 'c1', seq, from: 'subscriber', kind: 'text', text: `第${seq}句`, at: seq * 1000, ...change };
}

export const BRIEF: WireBrief = {
  who: { msisdn: '138****0001', name: '王**', tier: 'standard', isElder: false },
  verified: true,
  reason: '主动要求人工',
  mood: 'calm',
  moods: [],
  summary: '查账单',
  tried: [],
  account: [],
  earlier: [],
};

export function opened(messages: readonly WireMessage[], change: Partial<DeskConversation> = {}): OpenedConversation {
  return { conversation: conversation({ lastSeq: messages.at(-1)?.seq ?? 0, ...change }), messages, notes: [], brief: BRIEF };
}

export function desk(...events: readonly DeskEvent[]): DeskState {
  return events.reduce(reduceDesk, EMPTY_DESK);
}

export const signedIn: DeskEvent = { type: 'signed-in', staff: ME };

export function listed(...mine: readonly DeskConversation[]): DeskEvent {
  return { type: 'desk', desk: { staff: ME, status: 'online', capacity: 3, wrapUpUntil: null, hasModel: false, mine } };
}

export function openedEvent(messages: readonly WireMessage[], change: Partial<DeskConversation> = {}): DeskEvent {
  return { type: 'opened', conversationId: change.id ?? 'c1', opened: opened(messages, change) };
}

export function sending(clientId: string, text: string): DeskEvent {
  return { type: 'sending', conversationId: 'c1', item: { clientId, text, at: 9000, status: 'sending', error: null } };
}
