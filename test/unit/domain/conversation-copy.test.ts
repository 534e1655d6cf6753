/** Two states of one conversation are the same beside memory only when every other part is the very same. */
import { expect, it } from '@jest/globals';
import { changed, isSameBesideMemory } from '../../../src/domain/conversation-copy.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { aConversation } from '../../contracts/record-builders.js';

const whole = changed(aConversation(), {});
const COUNTED: readonly string[] = ['lastSeq', 'subscriberSeq', 'handledSeq', 'updatedAt', 'memory'];

it.each(Object.keys(whole).filter((field) => !COUNTED.includes(field)))('is not the same with another %s', (field) => {
  const moved: Conversation = { ...whole, [field]: {} };
  expect(isSameBesideMemory(whole, moved)).toBe(false);
});

it('is the same when it only counted on, or remembers something else, however absent parts are written', () => {
  const counted = { ...whole, lastSeq: 9, subscriberSeq: 8, handledSeq: 8, updatedAt: 7, memory: { ...whole.memory } };
  expect(isSameBesideMemory(whole, counted)).toBe(true);
  expect(isSameBesideMemory(whole, JSON.parse(JSON.stringify(whole)) as Conversation)).toBe(false);
  const { helpers: _absent, ...without } = whole;
  expect(isSameBesideMemory(whole, without)).toBe(true);
});
