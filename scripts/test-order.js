/**
 * The order of the suites where no earlier run has told how long each takes. Journeys wait most, and a few of them for minutes by the clock:
 * those begin first, so that the end is not one suite that everything waits for.
 */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** They keep what takes two minutes, a minute or fifteen seconds for whoever uses the product. */
const WAIT_BY_THE_CLOCK = ['supervisor-after-kill', 'line-settings', 'line-places', 'bot-framework', 'desk-trouble', 'wechat-kf', 'handover'];
const KINDS = ['test/journeys/', 'test/contracts/', 'test/'];

function placeOf({ path, context }) {
  const name = relative(context.config.rootDir, path);
  const waits = WAIT_BY_THE_CLOCK.findIndex((suite) => name === `test/journeys/${suite}.test.ts`);
  return waits < 0 ? WAIT_BY_THE_CLOCK.length + KINDS.findIndex((kind) => name.startsWith(kind)) : waits;
}

export default class TestOrder extends TestSequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.every(({ duration }) => duration !== undefined)) return sorted;
    return sorted.sort((one, other) => placeOf(one) - placeOf(other) || statSync(other.path).size - statSync(one.path).size);
  }
}
