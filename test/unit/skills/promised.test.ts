import { describe, expect, it } from '@jest/globals';
import { conversationId, messageId, staffId } from '../../../src/domain/ids.js';
import type { PromiseMade } from '../../../src/domain/promise.js';
import { cardOf, find, messageOf, numberOf, sceneOn } from './scene.js';

const DAY = '2026-11-23';
const HOUR_MS = 3_600_000;

function made(more: Partial<PromiseMade> & Pick<PromiseMade, 'dueAt'>): PromiseMade {
  const [id, chat] = ['promise-1', conversationId('chat')];
  const by = { staffId: staffId('lin'), name: '林晓' };
  return { id, caseId: null, conversationId: chat, messageId: messageId('m1'), msisdn: numberOf(11), by, text: '我 2 小时内给您回电。', madeAt: 1, state: 'open', endedAt: null, isNearTold: false, ...more };
}

describe('asked how things stand', () => {
  it('tells what was promised though there is no case, who promised it, by when, and what is late', async () => {
    const scene = sceneOn(DAY);
    const { now } = scene.request('ticket-progress', 11);
    scene.cases.promised.push(made({ dueAt: now - HOUR_MS, text: '今天 13 点前回电', state: 'broken', id: 'late' }), made({ dueAt: now + HOUR_MS }));
    const answer = await scene.ask('ticket-progress', 11);
    const { text } = messageOf(answer);
    expect(text).toMatch(/答应您、还没办完的事有 2 件/);
    expect(text).toMatch(/「今天 13 点前回电」，林晓 答应的，应在 11月23日 13:07 前办到，已经超时/);
    expect(text).toMatch(/「我 2 小时内给您回电」，林晓 答应的，最晚 11月23日 15:07/);
    expect(text).not.toContain('工单有');
    expect(cardOf(answer, 'cases').rows).toMatchObject([{ value: '已超时', dueAt: now - HOUR_MS }, { value: '进行中', dueAt: now + HOUR_MS }]);
  });

  it('tells a visitor what this chat left open without a sign-in, and nothing of anybody’s number', async () => {
    const scene = sceneOn(DAY);
    const request = { ...scene.request('ticket-progress', 1), msisdn: null };
    const ask = () => find(scene.skills, 'ticket-progress').run(request);
    scene.cases.promised.push(made({ dueAt: request.now + HOUR_MS, text: '别的号码的事' }));
    expect(await ask()).toEqual({ kind: 'needs-verification', level: 'basic' });
    scene.cases.promised.push(made({ dueAt: request.now + HOUR_MS, msisdn: null, conversationId: request.conversationId }));
    expect(messageOf(await ask()).text).toContain('2 小时内给您回电');
    expect(messageOf(await ask()).text).not.toContain('别的号码的事');
  });
});
