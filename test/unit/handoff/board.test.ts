/** What the supervisor's board makes of what was said: since when an answer is owed, and how somebody feels. */
import { describe, expect, it } from '@jest/globals';
import { afterMessage } from '../../../src/handoff/board.js';
import type { Glimpse } from '../../../src/handoff/board.js';
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
