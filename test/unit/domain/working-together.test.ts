/** Who may take a conversation over, help with it or take words back, and when no more. */
import { describe, expect, it } from '@jest/globals';
import type { Conversation, Pass } from '../../../src/domain/conversation.js';
import { closing, newConversation, requeueing } from '../../../src/domain/conversation-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { conversationId, messageId, staffId, visitorId } from '../../../src/domain/ids.js';
import type { Message } from '../../../src/domain/message.js';
import { askingColleague, endingPass, helps, leavingHelp, MAX_HELPERS, openPass, owingFirstWord, recalling, RECALL_MS, takingPass } from '../../../src/domain/working-together.js';

const NOW = 1_763_800_000_000;
const [ANNA, BEN] = [{ id: staffId('anna'), name: 'Anna' }, { id: staffId('ben'), name: 'Ben' }];

function live(over: Partial<Conversation> = {}): Conversation {
  const opened = newConversation({ id: conversationId('c'), visitorId: visitorId('v'), channel: 'web', locale: 'en', identity: null, now: NOW });
  const waiting = { since: NOW, priority: 0, skillGroup: 'general', language: 'en', reason: 'asked', headline: '', mood: 'calm', preferredStaffId: null, passedBy: [], note: null } as const;
  return { ...opened, state: 'live', epoch: 1, waiting, owner: { staffId: ANNA.id, name: ANNA.name, since: NOW }, ...over };
}
const pass = (kind: Pass['kind'], over: Partial<Pass> = {}): Pass => ({
  kind,
  from: { staffId: ANNA.id, name: ANNA.name },
  to: { staffId: BEN.id, name: BEN.name },
  note: '',
  at: NOW,
  expiresAt: NOW + 20_000,
  ...over,
});
function done<Value>(value: Value): Exclude<Value, { refused: unknown }> {
  if (isRefusal(value)) throw new Error(`refused: ${value.refused}`);
  return value as Exclude<Value, { refused: unknown }>;
}

describe('a colleague asked to take over', () => {
  it('becomes the owner under a new epoch only by saying yes in time', () => {
    const asked = done(askingColleague(live(), ANNA.id, pass('transfer')));
    expect(asked.owner?.staffId).toBe(ANNA.id);
    expect(takingPass(asked, BEN, NOW + 20_000)).toMatchObject({ refused: 'gone' });
    expect(takingPass(asked, ANNA, NOW)).toMatchObject({ refused: 'gone' });
    expect(takingPass(asked, BEN, NOW + 1)).toMatchObject({ state: 'live', epoch: 2, owner: { staffId: BEN.id }, pass: null });
  });

  it('is one at a time, and an old question never ends a newer one', () => {
    const asked = done(askingColleague(live(), ANNA.id, pass('transfer')));
    expect(askingColleague(asked, ANNA.id, pass('join', { at: NOW + 1 }))).toMatchObject({ refused: 'conflict' });
    const again = done(askingColleague(asked, ANNA.id, pass('transfer', { at: NOW + 20_000, expiresAt: NOW + 40_000 })));
    expect(endingPass(again, NOW)).toMatchObject({ refused: 'gone' });
    expect(endingPass(again, NOW + 20_000)).toMatchObject({ pass: null });
  });

  it('is no longer asked once the conversation moved on', () => {
    const asked = done(askingColleague(live(), ANNA.id, pass('transfer')));
    const closed = done(closing(asked, { at: NOW, by: 'subscriber', disposition: '', summary: '' }));
    expect([openPass(closed, NOW), openPass(done(requeueing(asked, ANNA.id, {})), NOW)]).toEqual([null, null]);
  });
});

describe('helping', () => {
  it('adds a voice, leaves the owner, and ends with the service', () => {
    const helped = done(takingPass(done(askingColleague(live(), ANNA.id, pass('join'))), BEN, NOW));
    expect(helped).toMatchObject({ epoch: 1, owner: { staffId: ANNA.id }, pass: null });
    expect(helps(helped, BEN.id)).toBe(true);
    expect(helps(done(leavingHelp(helped, BEN.id)), BEN.id)).toBe(false);
    expect(helps(done(requeueing(helped, ANNA.id, {})), BEN.id)).toBe(false);
  });

  it('has room for a few and each of them once', () => {
    const helpers = Array.from({ length: MAX_HELPERS }, (_, index) => ({ staffId: staffId(`h${index}`), name: 'x', since: NOW }));
    expect(askingColleague(live({ helpers }), ANNA.id, pass('join'))).toMatchObject({ refused: 'no-capacity' });
    const ben = [{ staffId: BEN.id, name: BEN.name, since: NOW }];
    expect(askingColleague(live({ helpers: ben }), ANNA.id, pass('join'))).toMatchObject({ refused: 'conflict' });
    const taken = done(takingPass(done(askingColleague(live({ helpers: ben }), ANNA.id, pass('transfer'))), BEN, NOW));
    expect(taken.helpers).toEqual([]);
  });
});

describe('taking words back', () => {
  const message: Message = { id: messageId('m'), conversationId: conversationId('c'), seq: 4, at: NOW, from: 'agent', kind: 'text', text: 'x', author: { staffId: ANNA.id, name: 'Anna' } };

  it('works for one’s own, once, within two minutes', () => {
    const taken = done(recalling(live(), ANNA.id, message, NOW + RECALL_MS));
    expect(taken.recalled).toEqual([{ seq: 4, at: NOW + RECALL_MS, attachmentId: null }]);
    expect(recalling(taken, ANNA.id, message, NOW)).toMatchObject({ refused: 'conflict' });
    expect(recalling(live(), ANNA.id, message, NOW + RECALL_MS + 1)).toMatchObject({ refused: 'gone' });
    expect(recalling(live(), BEN.id, message, NOW)).toMatchObject({ refused: 'not-yours' });
  });

  it('leaves a first word to be said again when nothing else of an agent stands', () => {
    const said = (seq: number, from: Message['from'] = 'agent', at = NOW): Message => ({ ...message, seq, from, at });
    const owner = { staffId: ANNA.id, name: ANNA.name, since: NOW, replyDueAt: null };
    const owes = (around: readonly Message[], change: Partial<Conversation> = {}): number | null | undefined =>
      owingFirstWord(live({ owner, lastSeq: 4, recalled: [{ seq: 4, at: NOW, attachmentId: null }], ...change }), around, NOW + 60).owner?.replyDueAt;
    expect(owes([said(3, 'subscriber'), said(4)])).toBe(NOW + 60);
    expect(owes([said(2, 'agent', NOW - 1), said(4)])).toBe(NOW + 60);
    expect(owes([said(3), said(4)])).toBeNull();
    // Somebody spoke since this was read.
    expect(owes([said(4)], { lastSeq: 5 })).toBeNull();
    // A supervisor who took over has no such time; one who has not spoken yet has it already.
    expect(owes([said(4)], { owner: { staffId: ANNA.id, name: ANNA.name, since: NOW } })).toBeUndefined();
    expect(owes([said(4)], { owner: { ...owner, replyDueAt: NOW + 5 } })).toBe(NOW + 5);
  });
});
