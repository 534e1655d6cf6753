/** A page ends with the session it was opened with, whoever ended that and whether or not the word of it came. */
import { describe, expect, it } from '@jest/globals';
import { whileSignedIn } from '../../../src/gateway/desk/still-signed-in.js';
import { START } from '../../contracts/record-builders.js';
import { HandClock } from '../../support/hand-clock.js';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a page whose session ended unheard', () => {
  it('goes on while the session does, or the record is away, and ends within half a minute', async () => {
    const clock = new HandClock(START);
    let answer: () => Promise<boolean> = () => Promise.resolve(true);
    let ended = 0;
    const stop = whileSignedIn(clock, { endsAt: START + 1e9, isSignedIn: () => answer() }, () => void (ended += 1));
    const passes = async (): Promise<number> => {
      clock.advance(30_000);
      await settled();
      return ended;
    };
    expect([await passes(), await passes()]).toEqual([0, 0]);
    answer = () => Promise.reject(new Error('away'));
    expect(await passes()).toBe(0);
    answer = () => Promise.resolve(false);
    expect(await passes()).toBe(1);
    expect(await passes()).toBe(1);
    stop();
  });

  it('is not asked for once it is gone', async () => {
    const clock = new HandClock(START);
    let asked = 0;
    whileSignedIn(clock, { endsAt: null, isSignedIn: () => Promise.resolve((asked += 1) < 0) }, () => undefined)();
    clock.advance(90_000);
    await settled();
    expect(asked).toBe(0);
  });
});
