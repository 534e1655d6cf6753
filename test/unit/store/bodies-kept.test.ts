/** A body put together of what was kept and of the memory is the body that would have been written whole. */
import { describe, expect, it } from '@jest/globals';
import { BodiesKept } from '../../../src/adapters/store/bodies-kept.js';
import { conversationRow } from '../../../src/adapters/store/rows.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { aConversation } from '../../contracts/record-builders.js';

const first = aConversation();
const turned = (before: Conversation): Conversation => ({ ...before, lastSeq: before.lastSeq + 2, memory: { ...before.memory, turns: before.memory.turns + 1, recent: ['还剩"多少"流量'] } });
const isWhole = (bodies: BodiesKept, conversation: Conversation): void => expect(JSON.parse(bodies.bodyOf(conversation))).toEqual(JSON.parse(conversationRow(conversation).body));

describe('the bodies that are kept', () => {
  it('hold the memory of now beside what has not moved', () => {
    const bodies = new BodiesKept();
    let conversation = first;
    for (let turn = 0; turn < 3; turn += 1) {
      conversation = turned(conversation);
      isWhole(bodies, conversation);
    }
  });

  it('follow a part that moves, comes or goes', () => {
    const bodies = new BodiesKept();
    isWhole(bodies, first);
    const elder = { ...turned(first), isElderMode: true };
    isWhole(bodies, elder);
    const helped = { ...elder, helpers: [] };
    isWhole(bodies, helped);
    const { helpers: _gone, ...alone } = helped;
    isWhole(bodies, alone);
  });

  it('do not take one conversation for another, nor for what it was before something failed', () => {
    const bodies = new BodiesKept();
    isWhole(bodies, { ...first, state: 'closed' });
    isWhole(bodies, turned(first));
    isWhole(bodies, aConversation());
  });
});
