/** Which words belong to a sign-in that an agent asked for, and which are hers to answer. */
import { describe, expect, it } from '@jest/globals';
import { answersSignIn } from '../../../src/domain/asked-sign-in.js';
import type { SaidToForm } from '../../../src/domain/asked-sign-in.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { newConversation, receiving } from '../../../src/domain/conversation-steps.js';
import { EMPTY_MEMORY } from '../../../src/domain/dialogue-memory.js';
import { conversationId, parseMsisdn, staffId, visitorId } from '../../../src/domain/ids.js';

const by = { staffId: staffId('s-1'), name: '林晓' };
const fresh = newConversation({ id: conversationId('c-1'), visitorId: visitorId('v-1'), channel: 'web', locale: 'zh-CN', identity: null, now: 1 });
const live = (step: 'number' | 'code', over: Partial<Conversation> = {}): Conversation => ({
  ...fresh,
  ...{ state: 'live', owner: { ...by, since: 1 } },
  memory: { ...EMPTY_MEMORY, form: { kind: 'verify', step, msisdn: step === 'code' ? parseMsisdn('13800000002') : null, level: 'basic', pendingText: '', pendingIntent: null, asked: { by, seq: 1 } } },
  ...over,
});
const words = (text: string): SaidToForm => ({ text });
const tap = (id: string): SaidToForm => ({ text: id, action: { id } });

describe('a sign-in asked for by an agent', () => {
  it.each([
    ['number', tap('verify.number'), true],
    ['number', tap('verify.cancel'), true],
    ['number', words('138 0000 0002'), true],
    ['number', words('我的号码是 13800000002'), false],
    ['number', words('123456'), false],
    ['number', words('算了'), false],
    ['number', tap('handoff'), false],
    ['code', words('123456'), true],
    ['code', words('１２３４５６'), true],
    ['code', words('••••••'), true],
    ['code', words('我欠了 123456 块吗'), false],
    ['code', words('13900000002'), true],
  ] as const)('with the %s open takes %j: %s', (step, said, expected) => {
    expect(answersSignIn(live(step), said)).toBe(expected);
    // What is for the form is owed its answer; what is for her is not.
    expect(receiving(live(step), said).handledSeq).toBe(expected ? 0 : 1);
  });

  it('takes nothing without an agent, or where the assistant asked itself', () => {
    expect(answersSignIn(live('number', { state: 'queued', owner: null }), tap('verify.number'))).toBe(false);
    const { form } = live('number').memory;
    const own = form?.kind === 'verify' ? { kind: form.kind, step: form.step, msisdn: null, level: form.level, pendingText: '', pendingIntent: null } : null;
    expect(answersSignIn(live('number', { memory: { ...EMPTY_MEMORY, form: own } }), tap('verify.number'))).toBe(false);
  });
});
