/** The places of those who wait: one for each person, wherever they are told it. */
import { describe, expect, it } from '@jest/globals';
import type { Channel, Conversation } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, visitorId } from '../../../src/domain/ids.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.js';
import { Line } from '../../../src/handoff/line.js';
import type { LineDeps } from '../../../src/handoff/line.js';

function waits(id: string, since: number, { msisdn, channel = 'web' }: { msisdn?: string; channel?: Channel } = {}): Conversation {
  const identity = msisdn === undefined ? null : ({ msisdn, via: 'site-token', at: 0, stepUpUntil: null } as unknown as Conversation['identity']);
  const base = newConversation({ id: conversationId(id), visitorId: visitorId(id), channel, locale: 'zh-CN', identity, now: 0 });
  const rest = { priority: 0, skillGroup: 'general', language: 'zh-CN', reason: 'asked', headline: '', mood: 'calm', preferredStaffId: null, passedBy: [], note: null } as const;
  return { ...base, state: 'queued', waiting: { ...rest, since } };
}

async function placesOf(queued: readonly Conversation[]): Promise<Record<string, number>> {
  const none = () => Promise.resolve([]);
  const deps = {
    waitingLine: { queued: () => Promise.resolve(queued), live: none, handlingTimes: none },
    handoffs: { leaving: () => Promise.resolve({ left: 0, waitedMs: 0 }) },
    board: { all: none },
    staff: { list: none },
    settings: { current: (name: keyof typeof DEFAULT_SETTINGS) => DEFAULT_SETTINGS[name] },
    clock: { now: () => 1000 },
  } as unknown as LineDeps;
  return Object.fromEntries([...(await new Line(deps).places())].map(([id, { position }]) => [id, position]));
}

describe('places in line', () => {
  it('do not move back for who is behind while somebody’s place goes along to another channel', async () => {
    const [first, phone] = [waits('first', 1, { msisdn: '13800000012' }), waits('phone', 1, { msisdn: '13800000012', channel: 'wechat-page' })];
    const behind = [waits('behind', 2), waits('last', 3, { msisdn: '13800000013' })];
    expect(await placesOf([first, ...behind])).toEqual({ first: 1, behind: 2, last: 3 });
    expect(await placesOf([first, phone, ...behind])).toEqual({ first: 1, phone: 1, behind: 2, last: 3 });
  });
});
