/** A floor of agents and conversations, driven at random: accepts, declines, crashes, transfers, returns and clock jumps. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { driveFloor } from '../../support/floor-drive.js';

/** `FLOOR_SEED=123` drives an earlier day again. */
const SEED = process.env['FLOOR_SEED'];
/** `FLOOR=full` for all 2,000; without it a quarter of the day, with the same fifty agents and a line of hundreds. */
const CONVERSATIONS = process.env['FLOOR'] === 'full' ? 2000 : 500;

describe('a floor at work', () => {
  it('never has two owners, loses nobody, lets nobody overtake, shows everybody their place, and comes to an end', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), (seed) => driveFloor({ agents: 4, conversations: 30 }, seed)), { numRuns: 5 });
  });

  it(`does so with 50 agents and ${CONVERSATIONS} conversations`, async () => {
    const seed = SEED === undefined ? Math.floor(Math.random() * 2 ** 30) : Number(SEED);
    await expect(driveFloor({ agents: 50, conversations: CONVERSATIONS }, seed).then(() => 'done', (error: unknown) => `FLOOR_SEED=${seed}: ${String(error)}`)).resolves.toBe('done');
  }, 240_000);
});
