/** The room's face: figures for supervisors, what came up again and again, outage notices, and what keeps them up to date. */
import { Digesting } from './digesting.js';
import type { DigestingDeps } from './digesting.js';
import { FiguresRoom } from './figures-room.js';
import type { FiguresDeps } from './figures-room.js';
import { FindingsRoom } from './findings-room.js';
import type { FindingsDeps } from './findings-room.js';
import { NoticesRoom } from './notices-room.js';
import type { NoticesDeps } from './notices-room.js';

export type InsightsDeps = Omit<DigestingDeps, 'alsoReads'> & Omit<FiguresDeps, 'catchUp'> & FindingsDeps & NoticesDeps;

export class Insights {
  readonly figures: FiguresRoom;
  readonly findings: FindingsRoom;
  readonly notices: NoticesRoom;
  readonly #digesting: Digesting;
  #stopListening: () => void = () => undefined;

  constructor(private readonly deps: InsightsDeps) {
    this.findings = new FindingsRoom(deps);
    this.notices = new NoticesRoom(deps);
    this.#digesting = new Digesting({ ...deps, alsoReads: [(conversation, messages) => this.findings.read(conversation, messages)] });
    this.figures = new FiguresRoom({ ...deps, catchUp: () => this.#digesting.catchUp() });
  }

  /** Reads at once what has moved, for who looks now. */
  catchUp(): Promise<void> {
    return this.#digesting.catchUp();
  }

  start(): void {
    this.#stopListening = this.deps.bus.subscribe((fact) => {
      if (fact.type === 'words.erased') void this.findings.forgetErased();
    });
    this.#digesting.start();
  }

  stop(): Promise<void> {
    this.#stopListening();
    return this.#digesting.stop();
  }
}
