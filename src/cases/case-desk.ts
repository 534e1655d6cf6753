/** The room put together: cases, refunds, and the two that run beside and watch over them. */
import { CaseSweep } from './case-sweep.js';
import { CaseWatch } from './case-watch.js';
import { Cases } from './cases.js';
import { Refunds } from './refunds.js';
import type { CaseRoom } from './room.js';

export interface CaseDesk {
  readonly cases: Cases;
  readonly refunds: Refunds;
  start(): Promise<void>;
  stop(): void;
}

export function openCaseDesk(room: CaseRoom): CaseDesk {
  const watch = new CaseWatch(room);
  const sweep = new CaseSweep(room);
  return {
    cases: new Cases(room),
    refunds: new Refunds(room),
    async start() {
      watch.start();
      sweep.start();
      await watch.catchUp();
    },
    stop() {
      watch.stop();
      sweep.stop();
    },
  };
}
