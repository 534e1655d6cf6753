/** The places of those who wait: one for each person, wherever they are told it. */
import { describe, expect, it } from '@jest/globals';
import type { Channel, Conversation } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.js';
import { PASS_COOLDOWN_MS } from '../../../src/handoff/match.js';
import { Line } from '../../../src/handoff/line.js';
import type { LineDeps } from '../../../src/handoff/line.js';

function waits(id: string, since: number, { msisdn, channel = 'web' }: { msisdn?: string; channel?: Channel } = {}): Conversation {
  const identity = msisdn === undefined ? null : ({ msisdn, via: 'site-token', at: 0, stepUpUntil: null } as unknown as Conversation['identity']);
  const base = newConversation({ id: conversationId(id), visitorId: visitorId(id), channel, locale: 'zh-CN', identity, now: 0 });
  const rest = { priority: 0, skillGroup: 'general', language: 'zh-CN', reason: 'asked', headline: '', mood: 'calm', preferredStaffId: null, passedBy: [], note: null } as const;
  return { ...base, state: 'queued', waiting: { ...rest, since } };
}

const NOW = 1000;
const AGENT = staffId('only');
const person = { id: AGENT, email: '', name: 'Only', role: 'agent', skillGroups: ['general'], languages: ['zh-CN'], isActive: true };

function lineOf(queued: readonly Conversation[], { isStaffed = false, wrapUpUntil = 0 } = {}): Line {
  const none = () => Promise.resolve([]);
  const row = { staffId: AGENT, status: 'online', capacity: 3, leaseUntil: Infinity, isConnected: true, idleSince: 0, lapses: 0, wrapUpUntil };
  const deps = {
    waitingLine: { queued: () => Promise.resolve(queued), live: none, handlingTimes: none },
    handoffs: { leaving: () => Promise.resolve({ left: 0, waitedMs: 0 }) },
    board: { all: () => Promise.resolve(isStaffed ? [row] : []) },
    staff: { list: () => Promise.resolve(isStaffed ? [person] : []) },
    settings: { current: (name: keyof typeof DEFAULT_SETTINGS) => DEFAULT_SETTINGS[name] },
    clock: { now: () => NOW },
  } as unknown as LineDeps;
  return new Line(deps);
}

async function placesOf(queued: readonly Conversation[]): Promise<Record<string, number>> {
  return Object.fromEntries([...(await lineOf(queued).places())].map(([id, { position }]) => [id, position]));
}

describe('places in line', () => {
  it('do not move back for who is behind while somebody’s place goes along to another channel', async () => {
    const [first, phone] = [waits('first', 1, { msisdn: '13800000012' }), waits('phone', 1, { msisdn: '13800000012', channel: 'wechat-page' })];
    const behind = [waits('behind', 2), waits('last', 3, { msisdn: '13800000013' })];
    expect(await placesOf([first, ...behind])).toEqual({ first: 1, behind: 2, last: 3 });
    expect(await placesOf([first, phone, ...behind])).toEqual({ first: 1, phone: 1, behind: 2, last: 3 });
  });

  it('say no shorter a wait than those with room are kept from it: by having passed it just now, or by wrapping up', async () => {
    const etaOf = async (passedAt: number | null, rest = {}) => {
      const one = waits('one', 1);
      const waiting = one.waiting && { ...one.waiting, passedBy: passedAt === null ? [] : [{ staffId: AGENT, at: passedAt }] };
      return (await lineOf([{ ...one, waiting }], { isStaffed: true, ...rest }).places()).get(one.id)?.eta;
    };
    const free = { low: 0, likely: 5, high: 20 };
    expect(await etaOf(null)).toEqual(free);
    expect(await etaOf(NOW)).toEqual({ low: 0, likely: 35, high: 50 });
    expect(await etaOf(NOW - PASS_COOLDOWN_MS)).toEqual(free);
    expect(await etaOf(null, { wrapUpUntil: NOW + 90_000 })).toEqual({ low: 0, likely: 95, high: 110 });
  });
});
