/** An operator that is away at the start keeps nothing else from starting. */
import { describe, expect, it } from '@jest/globals';
import { ASK_AGAIN_MS, openWithCatalogue } from '../../../src/app/catalogue.js';
import { demoCatalogue } from '../../../src/adapters/operator/catalogue.js';
import { Published } from '../../../src/content/published.js';
import { ProductError } from '../../../src/domain/errors.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { HandClock } from '../../support/hand-clock.js';
import { until } from '../../support/until.js';

/** A stand-in that only remembers how many plans it was opened with. */
const revisionWith = (plans: number): Revision => ({ plans }) as unknown as Revision;
const plansOf = (content: Published): number => (content.current() as unknown as { plans: number }).plans;

function scene(failure: Error | null) {
  const state = { failure, asked: 0 };
  const clock = new HandClock();
  const plans = () => {
    state.asked += 1;
    return state.failure === null ? demoCatalogue.plans() : Promise.reject(state.failure);
  };
  const opening = openWithCatalogue({
    catalogue: { plans, products: () => demoCatalogue.products() },
    open: (sold) => Promise.resolve(new Published(revisionWith(sold.plans.length))),
    clock,
    logger: createLogger('silent'),
  });
  return { state, clock, opening };
}

const AWAY = new ProductError('unavailable', 'nobody answers');

describe('the content at the start', () => {
  it('knows what is sold', async () => {
    const { opening, state, clock } = scene(null);
    expect(plansOf(await opening)).toBe((await demoCatalogue.plans()).length);
    clock.advance(10 * ASK_AGAIN_MS);
    expect(state.asked).toBe(1);
  });

  it('opens without an operator that is away, and learns what is sold when it is back', async () => {
    const { opening, state, clock } = scene(AWAY);
    const content = await opening;
    expect(plansOf(content)).toBe(0);
    clock.advance(ASK_AGAIN_MS);
    await until(() => state.asked === 2);
    state.failure = null;
    // The next try is put down only once the last one has failed.
    await until(() => {
      clock.advance(ASK_AGAIN_MS);
      return plansOf(content) > 0;
    });
    expect(state.asked).toBe(3);
  });

  it('keeps what was published in the meantime', async () => {
    const { opening, state, clock } = scene(AWAY);
    const content = await opening;
    content.swap(revisionWith(99));
    state.failure = null;
    clock.advance(ASK_AGAIN_MS);
    await until(() => state.asked === 2);
    for (let step = 0; step < 10; step += 1) await Promise.resolve();
    expect(plansOf(content)).toBe(99);
  });

  it('does not open with an operator that answers nonsense', async () => {
    await expect(scene(new TypeError('no such field')).opening).rejects.toThrow('no such field');
  });
});
