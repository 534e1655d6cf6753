/**
 * The order of the suites. Journeys come first, so that the end is not one suite that everything waits for. A few of them wait for minutes
 * by the clock and need no processor meanwhile: they take turns with those that keep it busy.
 */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import TestSequencer from '@jest/test-sequencer';

/** They keep what takes two minutes, a minute or fifteen seconds for whoever uses the product. */
const WAIT_BY_THE_CLOCK = ['line-settings', 'supervisor-after-kill', 'bot-framework', 'line-places', 'wechat-kf', 'handover', 'desk-trouble', 'desk-first-word', 'lost-acknowledgement'];
const KINDS = ['test/journeys/', 'test/contracts/', 'test/'];

const nameOf = ({ path, context }) => relative(context.config.rootDir, path);
const clockPlaceOf = (test) => WAIT_BY_THE_CLOCK.findIndex((suite) => nameOf(test) === `test/journeys/${suite}.test.ts`);
const kindOf = (test) => KINDS.findIndex((kind) => nameOf(test).startsWith(kind));

export default class TestOrder extends TestSequencer {
  sort(tests) {
    const waiting = tests.filter((test) => clockPlaceOf(test) >= 0).sort((one, other) => clockPlaceOf(one) - clockPlaceOf(other));
    const busy = tests.filter((test) => clockPlaceOf(test) < 0).sort((one, other) => kindOf(one) - kindOf(other) || statSync(other.path).size - statSync(one.path).size);
    const inTurn = waiting.flatMap((test, index) => (busy[index] === undefined ? [test] : [test, busy[index]]));
    return [...inTurn, ...busy.slice(waiting.length)];
  }
}
