/** What the supervisor's board makes of what was said: since when an answer is owed, and how somebody feels. */
import { describe, expect, it } from '@jest/globals';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';
import { DEFAULT_LINE_SETTINGS } from '../../../src/domain/line-settings.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { afterMessage, boardOf } from '../../../src/handoff/board.js';
import type { Glimpse } from '../../../src/handoff/board.js';
import type { AgentOnFloor } from '../../../src/handoff/match.js';
import type { MoodLabel } from '../../../src/domain/reading.js';

type Said = readonly [from: 'subscriber' | 'agent' | 'bot', at: number, mood?: MoodLabel];
const NOTHING: Glimpse = { moods: [], subscriberAt: null, agentAt: null };
const after = (...said: readonly Said[]): Glimpse => said.reduce((glimpse, [from, at, mood]) => afterMessage(glimpse, { from, at }, () => mood ?? null), NOTHING);

describe('an answer', () => {
  it('is owed since the first question that had none, however often it is asked again', () => {
    expect(after(['agent', 1], ['subscriber', 2], ['subscriber', 50], ['bot', 60], ['subscriber', 110])).toMatchObject({ subscriberAt: 2, agentAt: 1 });
  });

  it('once given is owed anew from the next question', () => {
    expect(after(['subscriber', 2], ['subscriber', 5], ['agent', 9], ['subscriber', 20], ['subscriber', 30])).toMatchObject({ subscriberAt: 20, agentAt: 9 });
  });
});

describe('a mood', () => {
  it('is that of the last three messages with words', () => {
    expect(after(['subscriber', 1, 'angry'], ['subscriber', 2, 'calm'], ['subscriber', 3], ['subscriber', 4, 'unhappy'], ['subscriber', 5, 'calm']).moods).toEqual(['calm', 'unhappy', 'calm']);
  });
});

describe('an agent on the board', () => {
  const now = 1_000_000;
  const gone: AgentOnFloor = { staffId: staffId('a'), status: 'online', isConnected: false, skillGroups: [], languages: [], capacity: 3, load: 1, chats: 1, wrapUpUntil: 0, idleSince: 0, isAsked: false };
  const started = newConversation({ id: conversationId('c'), visitorId: visitorId('c'), channel: 'web', locale: 'zh-CN', identity: null, now });
  const agentsWith = (agent: AgentOnFloor, offer: typeof started.offer) =>
    boardOf({ line: [{ ...started, state: 'queued', offer }], live: [], agents: [agent], people: [], glimpses: new Map(), lastReplies: new Map(), promises: [], rules: DEFAULT_LINE_SETTINGS, hitRate: null, now }).agents;

  it('who is gone is there for her chats alone, not for what is only on offer to her', () => {
    expect(agentsWith(gone, null)).toMatchObject([{ status: 'offline', chats: 1 }]);
    const offer = { staffId: gone.staffId, at: now, expiresAt: now + 1000 };
    expect(agentsWith(gone, offer)).toEqual([]);
    expect(agentsWith({ ...gone, chats: 2 }, offer)).toMatchObject([{ chats: 1 }]);
    expect(agentsWith({ ...gone, isConnected: true }, offer)).toMatchObject([{ status: 'online', chats: 0 }]);
  });
});
