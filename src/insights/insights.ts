/** The room's face: figures for supervisors, and what keeps them up to date. */
import { Digesting } from './digesting.js';
import type { DigestingDeps } from './digesting.js';
import { FiguresRoom } from './figures-room.js';
import type { FiguresDeps } from './figures-room.js';

export type InsightsDeps = Omit<DigestingDeps, 'alsoReads'> & Omit<FiguresDeps, 'catchUp'>;

export class Insights {
  readonly figures: FiguresRoom;
  readonly #digesting: Digesting;

  constructor(deps: InsightsDeps) {
    this.#digesting = new Digesting({ ...deps, alsoReads: [] });
    this.figures = new FiguresRoom({ ...deps, catchUp: () => this.#digesting.catchUp() });
  }

  start(): void {
    this.#digesting.start();
  }

  async stop(): Promise<void> {
    await this.#digesting.stop();
  }
}
