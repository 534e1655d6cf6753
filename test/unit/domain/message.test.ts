/** A draft takes its place in the record whole: whatever a message may carry is carried over. */
import { describe, expect, it } from '@jest/globals';
import { conversationId, messageId, visitorId } from '../../../src/domain/ids.js';
import { placed } from '../../../src/domain/message.js';
import type { MessageDraft } from '../../../src/domain/message.js';
import { said } from '../../../src/domain/said.js';
import { messageOf, messageRow } from '../../../src/adapters/store/rows.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { toSubscriberMessage, toToldMessage } from '../../../src/gateway/wire.js';

/** Every field there is: a new one that is missing here does not compile. */
const WHOLE = {
  id: 'of-the-draft',
  from: 'bot',
  kind: 'card',
  text: '话费余额',
  clientId: 'c1',
  buttons: [{ id: 'handoff', label: '转人工' }],
  card: { type: 'confirm', token: 't', title: '', rows: [], undo: '', expiresAt: 1 },
  beside: '请确认',
  citations: [{ articleId: 'a', title: 't', href: '/kb/a' }],
  intent: 'balance_query',
  ai: true,
  rule: 'clear-intent',
  promises: [],
  author: { staffId: 's' as never, name: '小林' },
  action: { id: 'a', value: 'v' },
  erased: true,
  copyUntil: 5,
  handoff: { id: 'h', step: 'asked' },
  isRecordOnly: true,
  attachment: { id: 'f', name: 'n', mime: 'm', bytes: 1 },
  wordless: 'voice',
} satisfies Required<MessageDraft>;

const PLACE = { id: messageId('m1'), conversationId: conversationId('k1'), seq: 7, at: 9 };

it('keeps every field of a draft, in memory and through the store', () => {
  expect(placed(WHOLE, PLACE)).toEqual({ ...WHOLE, ...PLACE });
  expect(messageOf(messageRow(placed(WHOLE, PLACE)))).toEqual({ ...WHOLE, ...PLACE });
});

it('says nothing that the draft has not', () => {
  const said: MessageDraft = { from: 'subscriber', kind: 'text', text: '你好' };
  expect(JSON.parse(JSON.stringify(placed(said, PLACE)))).toStrictEqual({ ...said, ...PLACE });
});

it('is of one shape, whatever the draft has', () => {
  expect(Object.keys(placed({ from: 'subscriber', kind: 'text', text: '你好' }, PLACE))).toEqual(Object.keys(placed(WHOLE, PLACE)));
});

/** As a page gets it. */
const asTold = (payload: object): unknown => JSON.parse(JSON.stringify(payload));

describe('what a page is told', () => {
  const conversation = newConversation({ id: PLACE.conversationId, visitorId: visitorId('v1'), channel: 'web', locale: 'zh-CN', identity: null, now: 0 });
  const plain: MessageDraft = { from: 'subscriber', kind: 'text', text: '说"好"\n\u0000\ud800', clientId: 'c1' };

  it.each([WHOLE, plain, { from: 'bot', kind: 'text', text: '' } satisfies MessageDraft])('is the same from the record\'s JSON as put together anew', (draft) => {
    const message = placed(draft, PLACE);
    messageRow(message);
    expect(asTold(toToldMessage(message, conversation))).toEqual(asTold(toSubscriberMessage(message, conversation)));
  });

  it('is nothing of what was taken back, and links where there are some', () => {
    const message = placed(plain, PLACE);
    const recalled = { ...conversation, recalled: [{ seq: PLACE.seq, at: 9, attachmentId: null }] };
    expect(said(message)).toContain('说');
    expect(asTold(toToldMessage(message, recalled))).toEqual(asTold(toSubscriberMessage(message, recalled)));
    const links = [{ label: '下载', href: '/copy' }];
    expect(toToldMessage(message, conversation, links)).toEqual(toSubscriberMessage(message, conversation, links));
  });
});
