/** What looks beside the outside channels stops for good, also when it was just looking. */
import { describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { ChannelDelivery } from '../../../src/gateway/channels/channel-delivery.js';
import type { ChannelDeliveryDeps, ChannelSender } from '../../../src/gateway/channels/channel-delivery.js';
import { PlaceTeller } from '../../../src/gateway/channels/place-teller.js';
import type { PlaceTellerDeps } from '../../../src/gateway/channels/place-teller.js';
import { WordRecall } from '../../../src/gateway/channels/word-recall.js';
import type { WordRecallDeps } from '../../../src/gateway/channels/word-recall.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { HandClock } from '../../support/hand-clock.js';

const SENDER: ChannelSender = { channel: 'bot-framework', send: () => Promise.resolve({ done: 0, then: { kind: 'sent' } }), recall: () => Promise.resolve(true), say: () => Promise.resolve() };
const MINUTE_MS = 60_000;
const settled = async () => {
  for (let round = 0; round < 10; round += 1) await new Promise<void>((resolve) => setImmediate(resolve));
};

/** A look that takes until it is let go. */
function slowly<Found>(found: Found) {
  const waiting: (() => void)[] = [];
  const look = { count: 0, letGo: () => waiting.splice(0).forEach((go) => go()) };
  const ask = () => {
    look.count += 1;
    return new Promise<Found>((resolve) => waiting.push(() => resolve(found)));
  };
  return { look, ask };
}

describe('stopping in the middle of a look', () => {
  const clock = new HandClock();
  const shared = { clock, bus: new MemoryBus({ error: () => undefined, warn: () => undefined }), logger: createLogger('silent'), senders: [SENDER] };

  it('ends the looking for what is untold', async () => {
    const { look, ask } = slowly([]);
    const delivery = new ChannelDelivery({ ...shared, threads: { due: ask } } as unknown as ChannelDeliveryDeps);
    delivery.start();
    await delivery.stop();
    look.letGo();
    await settled();
    clock.advance(MINUTE_MS);
    expect(look.count).toBe(1);
  });

  it('ends the looking for words to take back', async () => {
    const { look, ask } = slowly([]);
    const recall = new WordRecall({ ...shared, told: { prune: () => Promise.resolve(), claimDue: ask } } as unknown as WordRecallDeps);
    recall.start();
    clock.advance(5_000);
    await settled();
    const stopped = recall.stop();
    look.letGo();
    await stopped;
    await settled();
    clock.advance(MINUTE_MS);
    await settled();
    expect(look.count).toBe(1);
  });

  it('ends the telling of places', async () => {
    const { look, ask } = slowly([]);
    const places = new PlaceTeller({ ...shared, told: { queued: ask } } as unknown as PlaceTellerDeps);
    places.start();
    clock.advance(15_000);
    places.stop();
    look.letGo();
    await settled();
    clock.advance(MINUTE_MS);
    await settled();
    expect(look.count).toBe(1);
  });
});
