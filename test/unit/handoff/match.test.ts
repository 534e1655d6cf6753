/** Who is offered what: the rules of the floor. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Conversation, Waiting } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';
import { DEFAULT_LINE_SETTINGS } from '../../../src/domain/line-settings.js';
import { match, PASS_COOLDOWN_MS } from '../../../src/handoff/match.js';
import type { AgentOnFloor } from '../../../src/handoff/match.js';

const NOW = 1_000_000;
const SETTINGS = DEFAULT_LINE_SETTINGS;
const RULES = { settings: SETTINGS, now: NOW };

function inLine(id: string, change: Partial<Waiting> = {}, offer: Conversation['offer'] = null): Conversation {
  const waiting: Waiting = {
    since: NOW - 60_000,
    priority: 0,
    skillGroup: 'general',
    language: 'zh-CN',
    reason: 'asked',
    headline: '',
    mood: 'calm',
    preferredStaffId: null,
    passedBy: [],
    note: null,
    ...change,
  };
  const base = newConversation({ id: conversationId(id), visitorId: visitorId(id), channel: 'web', locale: 'zh-CN', identity: null, now: NOW });
  return { ...base, state: 'queued', waiting, offer };
}

const agent = (id: string, change: Partial<AgentOnFloor> = {}): AgentOnFloor => ({
  staffId: staffId(id),
  status: 'online',
  isConnected: true,
  skillGroups: ['general'],
  languages: ['zh-CN'],
  capacity: 3,
  load: 0,
  chats: change.load ?? 0,
  wrapUpUntil: 0,
  idleSince: NOW - 1000,
  isAsked: false,
  ...change,
});

const pairs = (line: readonly Conversation[], agents: readonly AgentOnFloor[]) => match(line, agents, RULES).map((one) => `${one.conversationId}→${one.staffId}`);

describe('matching the line with the floor', () => {
  it('serves the line in its order', () => {
    expect(pairs([inLine('1'), inLine('2')], [agent('a', { capacity: 1 })])).toEqual(['1→a']);
  });

  it('lets nobody without the skill group, away, gone or full be offered anything', () => {
    const floor = [
      agent('a', { skillGroups: ['billing'] }),
      agent('b', { status: 'away' }),
      agent('c', { status: 'busy' }),
      agent('d', { isConnected: false }),
      agent('e', { load: 3 }),
    ];
    expect(pairs([inLine('1')], floor)).toEqual([]);
  });

  it('passes over a conversation nobody there can serve without holding up those behind it', () => {
    expect(pairs([inLine('1', { skillGroup: 'security' }), inLine('2')], [agent('a')])).toEqual(['2→a']);
  });

  it('prefers the free over the half busy, then who has been idle longest', () => {
    expect(pairs([inLine('1')], [agent('a', { load: 1, idleSince: 0 }), agent('b', { idleSince: NOW - 5 }), agent('c', { idleSince: NOW - 9 })])).toEqual(['1→c']);
  });

  it('offers to the preferred colleague first, and to others when she cannot', () => {
    const line = [inLine('1', { preferredStaffId: staffId('b') })];
    expect(pairs(line, [agent('a', { idleSince: 0 }), agent('b')])).toEqual(['1→b']);
    expect(pairs(line, [agent('a'), agent('b', { status: 'away' })])).toEqual(['1→a']);
  });

  it('goes to the owner of the case, then to who served last, when they are free; to whom it was passed on above all', () => {
    const line = [inLine('1', { caseOwnerStaffId: staffId('o'), previousStaffId: staffId('p') })];
    const why = (agents: readonly AgentOnFloor[], settings = SETTINGS) => match(line, agents, { settings, now: NOW }).map((one) => `${one.staffId} ${one.why}`);
    const [idle, owner, previous] = [agent('a', { idleSince: 0 }), agent('o', { load: 2 }), agent('p', { load: 2 })];
    expect(why([idle, owner, previous])).toEqual(['o case-owner']);
    expect(why([idle, { ...owner, load: 3, chats: 3 }, previous])).toEqual(['p previous-agent']);
    expect(why([idle, owner, previous], { ...SETTINGS, isCaseOwnerFirst: false })).toEqual(['p previous-agent']);
    expect(why([idle, owner, previous], { ...SETTINGS, isCaseOwnerFirst: false, isPreviousAgentFirst: false })).toEqual(['a longest-idle']);
    expect(match([inLine('1', { preferredStaffId: staffId('a'), caseOwnerStaffId: staffId('o') })], [idle, owner], RULES)).toMatchObject([{ staffId: 'a', why: 'transfer' }]);
  });

  it('waits for somebody who speaks the language while there is one, but not for ever, and not for nobody', () => {
    const [speaker, other] = [agent('y', { languages: ['zh-CN', 'yue'], load: 1 }), agent('a')];
    const since = (seconds: number) => [inLine('1', { language: 'yue', since: NOW - seconds * 1000 })];
    expect(match(since(1), [speaker, other], RULES)).toMatchObject([{ staffId: 'y', why: 'language' }]);
    const busy = { ...speaker, load: 3, chats: 3 };
    expect(match(since(59), [busy, other], RULES)).toEqual([]);
    expect(match(since(60), [busy, other], RULES)).toMatchObject([{ staffId: 'a' }]);
    expect(match(since(1), [other], RULES)).toMatchObject([{ staffId: 'a' }]);
    expect(match(since(1), [busy, other], { settings: { ...SETTINGS, isLanguageMatched: false }, now: NOW })).toMatchObject([{ staffId: 'a' }]);
  });

  it('leaves an agent alone while she wraps up', () => {
    expect(pairs([inLine('1')], [agent('a', { wrapUpUntil: NOW + 1 })])).toEqual([]);
    expect(pairs([inLine('1')], [agent('a', { wrapUpUntil: NOW })])).toEqual(['1→a']);
  });

  it('counts heavy conversations as heavy, but lets idle hands take any', () => {
    const settings = { ...SETTINGS, weights: { ...SETTINGS.weights, unhappy: 2 } };
    const line = [inLine('1', { priority: 2 }), inLine('2', { priority: 2 }), inLine('3')];
    // Nobody is asked: chats come all at once.
    const taken = (capacity: number) => match(line, [agent('a', { capacity })], { settings: { ...settings, isAutoAccept: true }, now: NOW }).map((one) => one.conversationId);
    expect(taken(3)).toEqual(['1', '3']);
    expect(taken(4)).toEqual(['1', '2']);
    expect(taken(1)).toEqual(['1']);
  });

  it('goes to somebody who has not passed; when all have, waits out the cool-down and asks again', () => {
    const passed = (at: number) => [inLine('1', { passedBy: [{ staffId: staffId('a'), at }] })];
    expect(pairs(passed(NOW), [agent('a'), agent('b')])).toEqual(['1→b']);
    expect(pairs(passed(NOW - PASS_COOLDOWN_MS + 1), [agent('a')])).toEqual([]);
    expect(pairs(passed(NOW - PASS_COOLDOWN_MS), [agent('a')])).toEqual(['1→a']);
  });

  it('asks an agent one thing at a time, so that no countdown runs behind the card she reads; who is meant in person may be asked beside it', () => {
    expect(pairs([inLine('1'), inLine('2'), inLine('3')], [agent('a'), agent('b')])).toEqual(['1→a', '2→b']);
    expect(pairs([inLine('1')], [agent('a', { isAsked: true, load: 1 })])).toEqual([]);
    expect(pairs([inLine('1')], [agent('a', { isAsked: true, load: 0 }), agent('b', { load: 2 })])).toEqual(['1→b']);
    expect(pairs([inLine('1'), inLine('2', { preferredStaffId: staffId('a') })], [agent('a')])).toEqual(['1→a', '2→a']);
    expect(pairs([inLine('1', { previousStaffId: staffId('a') })], [agent('a', { isAsked: true, load: 1 }), agent('b')])).toEqual(['1→a']);
    const auto = { settings: { ...SETTINGS, isAutoAccept: true }, now: NOW };
    expect(match([inLine('1'), inLine('2')], [agent('a')], auto)).toHaveLength(2);
  });

  it('leaves a running offer alone and renews one that ran out', () => {
    const offer = (expiresAt: number) => ({ staffId: staffId('b'), at: 0, expiresAt });
    expect(pairs([inLine('1', {}, offer(NOW + 1))], [agent('a')])).toEqual([]);
    expect(pairs([inLine('1', {}, offer(NOW))], [agent('a')])).toEqual(['1→a']);
  });

  it('never offers beyond capacity, never twice, and never overtakes within a skill group', () => {
    const conversation = fc.record({ group: fc.constantFrom('general', 'billing', 'security') });
    const someone = fc.record({ groups: fc.subarray(['general', 'billing', 'security'], { minLength: 1 }), capacity: fc.nat(4), load: fc.nat(4), isConnected: fc.boolean() });
    fc.assert(
      fc.property(fc.array(conversation, { maxLength: 30 }), fc.array(someone, { maxLength: 8 }), fc.boolean(), (waits, people, isAutoAccept) => {
        const line = waits.map(({ group }, index) => inLine(`c${String(index).padStart(2, '0')}`, { skillGroup: group }));
        const floor = people.map((one, index) => agent(`a${index}`, { skillGroups: one.groups, capacity: one.capacity, load: one.load, isConnected: one.isConnected }));
        const matches = match(line, floor, { ...RULES, settings: { ...SETTINGS, isAutoAccept } });
        expect(new Set(matches.map((one) => one.conversationId)).size).toBe(matches.length);
        for (const { staffId: id, capacity, load } of floor) {
          expect(matches.filter((one) => one.staffId === id).length).toBeLessThanOrEqual(Math.max(0, capacity - load));
        }
        for (const group of ['general', 'billing', 'security']) {
          const ids = line.filter((one) => one.waiting?.skillGroup === group).map((one) => one.id);
          const served = matches.map((one) => one.conversationId).filter((id) => ids.includes(id));
          expect(served).toEqual(ids.slice(0, served.length));
        }
      }),
    );
  });
});
