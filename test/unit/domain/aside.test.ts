/** What is said beside the record: each once, later than all before it, only the last few, and none after an erasure. */
import { describe, expect, it } from '@jest/globals';
import { besideUpTo, withAside } from '../../../src/domain/aside.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { erasing } from '../../../src/domain/erasing.js';
import { conversationId, visitorId } from '../../../src/domain/ids.js';

const NOW = 1_763_800_000_000;
const opened = newConversation({ id: conversationId('c'), visitorId: visitorId('v'), channel: 'direct-line', locale: 'en', identity: null, now: NOW });
const score = (clientId: string) => ({ heard: { clientId, text: '4' }, text: 'Thank you' });

describe('what is said beside the record', () => {
  it('is there once, and later than what was told before, whichever node’s clock it was', () => {
    const first = withAside({ ...opened, recalled: [{ seq: 1, at: NOW + 50, attachmentId: null }] }, score('a'), NOW);
    expect(besideUpTo(first)).toBe(NOW + 51);
    expect(withAside(first, score('a'), NOW + 900)).toBe(first);
    expect(besideUpTo(withAside(first, score('b'), NOW))).toBe(NOW + 52);
  });

  it('is kept while there is not much of it, and not when the subscriber had everything erased', () => {
    const many = [...'abcdefgh'].reduce((conversation, clientId) => withAside(conversation, score(clientId), NOW), opened);
    expect(many.asides?.map(({ heard }) => heard.clientId)).toEqual([...'defgh']);
    expect(JSON.stringify(erasing(many, NOW))).not.toContain('Thank you');
  });
});
