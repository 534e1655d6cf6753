/** What programs are told of a handoff: every beginning has its end, whoever has the conversation. */
import { describe, expect, it } from '@jest/globals';
import { newConversation, takenOutside } from '../../../src/domain/conversation-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { happened } from '../../../src/domain/happening.js';
import { conversationId, visitorId } from '../../../src/domain/ids.js';
import type { Conversation } from '../../../src/domain/conversation.js';

const NOW = 1_763_800_000_000;
const opened: Conversation = { ...newConversation({ id: conversationId('c'), visitorId: visitorId('v'), channel: 'wechat-kf', locale: 'en', identity: null, now: NOW }), lastSeq: 1 };
const told = (before: Conversation, now: Conversation) => {
  const happening = happened(before, now);
  return happening?.kind === 'conversation' ? happening.events : [];
};

describe('what programs are told of a handoff', () => {
  it('is that somebody outside has it, like an agent of ours, and that they have it no more', () => {
    const outside = takenOutside(opened, NOW);
    if (isRefusal(outside)) throw new Error('not taken');
    expect(told(opened, outside)).toEqual(['handoff.accepted']);
    expect(told(outside, { ...outside, updatedAt: NOW + 1 })).toEqual([]);
    expect(told(outside, { ...outside, state: 'bot', epoch: outside.epoch + 1 })).toEqual(['handoff.released']);
  });
});
