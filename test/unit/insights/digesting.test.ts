/** What moved is read, also when the database was away for the first try. */
import { describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { MemoryTurnLock } from '../../../src/adapters/memory/turn-lock.js';
import { Digesting } from '../../../src/insights/digesting.js';
import type { DigestingDeps } from '../../../src/insights/digesting.js';
import { aConversation } from '../../contracts/record-builders.js';
import { HandClock } from '../../support/hand-clock.js';
import { until } from '../../support/until.js';

describe('digesting', () => {
  it('tries a conversation again that could not be read, and reads the others meanwhile', async () => {
    const clock = new HandClock();
    const bus = new MemoryBus({ warn: () => undefined, error: () => undefined });
    const [unlucky, other] = [aConversation(), aConversation()];
    const kept: string[] = [];
    const troubles: unknown[] = [];
    let isAway = true;
    const digestedAt = (id: string): Promise<null> => {
      if (id !== unlucky.id || !isAway) return Promise.resolve(null);
      isAway = false;
      return Promise.reject(new Error('away'));
    };
    const digesting = new Digesting({
      ...{ bus, clock, turnLock: new MemoryTurnLock(), alsoReads: [], onTrouble: (error: unknown) => troubles.push(error) },
      figures: { digestedAt, undigested: () => Promise.resolve({ ids: [], after: null }), keepDigest: (digest: { conversationId: string }) => Promise.resolve(kept.push(digest.conversationId)) },
      log: { find: (id: string) => Promise.resolve(id === unlucky.id ? unlucky : other) },
      ledger: { ofConversation: () => Promise.resolve({ tokens: { input: 0, output: 0 }, costMicros: 0 }) },
    } as unknown as DigestingDeps);
    digesting.start();
    for (const conversation of [unlucky, other]) bus.publish({ type: 'conversation.changed', conversationId: conversation.id, conversation });
    await until(() => {
      clock.advance(2_000);
      return kept.length === 2;
    });
    await digesting.stop();
    expect(kept).toEqual([other.id, unlucky.id]);
    expect(troubles).toHaveLength(1);
  });
});
