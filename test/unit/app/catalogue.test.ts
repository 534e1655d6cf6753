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
const revisionWith = (plans: number, number = 1): Revision => ({ plans, number }) as unknown as Revision;
const plansOf = (content: Published): number => (content.current() as unknown as { plans: number }).plans;

function scene(failure: Error | null) {
  const state = { failure, asked: 0, inForce: 1, opened: 0, meanwhile: (): Promise<unknown> => Promise.resolve() };
  const clock = new HandClock();
  const plans = () => {
    state.asked += 1;
    return state.failure === null ? demoCatalogue.plans() : Promise.reject(state.failure);
  };
  const opening = openWithCatalogue({
    catalogue: { plans, products: () => demoCatalogue.products() },
    open: async (sold) => {
      state.opened += 1;
      const { inForce } = state;
      await state.meanwhile();
      return new Published(revisionWith(sold.plans.length, inForce));
    },
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

  const whenBack = (clock: HandClock, content: Published) =>
    until(() => {
      clock.advance(ASK_AGAIN_MS);
      return plansOf(content) > 0;
    });

  it('learns what is sold for what was published in the meantime as well', async () => {
    const { opening, state, clock } = scene(AWAY);
    const content = await opening;
    state.inForce = 2;
    content.swap(revisionWith(0, 2));
    state.failure = null;
    await whenBack(clock, content);
    expect(content.current().number).toBe(2);
  });

  it('puts nothing back that goes live while the names are laid over what was in force', async () => {
    const { opening, state, clock } = scene(AWAY);
    const content = await opening;
    state.failure = null;
    state.meanwhile = () => {
      state.meanwhile = () => Promise.resolve();
      state.inForce = 2;
      content.swap(revisionWith(0, 2));
      return Promise.resolve();
    };
    await whenBack(clock, content);
    expect(content.current().number).toBe(2);
  });

  it('tries again when the names could not be laid over the content', async () => {
    const { opening, state, clock } = scene(AWAY);
    const content = await opening;
    state.failure = null;
    state.meanwhile = () => {
      state.meanwhile = () => Promise.resolve();
      return Promise.reject(new Error('the database is away'));
    };
    await whenBack(clock, content);
    expect(state.opened).toBe(3);
  });

  it('does not open with an operator that answers nonsense', async () => {
    await expect(scene(new TypeError('no such field')).opening).rejects.toThrow('no such field');
  });
});
