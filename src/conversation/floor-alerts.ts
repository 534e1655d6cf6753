/** Calls supervisors to what the board warns of, once for each: anger, a silent agent, a line over its limit. */
import type { StaffId } from '../domain/ids.js';
import type { Localised } from '../domain/locale.js';
import type { Board, BoardAlert } from '../handoff/board.js';
import type { Clock } from '../ports/clock.js';
import type { Bus } from '../ports/bus.js';
import type { TurnLock } from '../ports/turn-lock.js';
import type { Logger } from '../telemetry/logger.js';
import { inBoth } from './alert-words.js';
import type { AlertWords } from './alert-words.js';

const LOOK_EVERY_MS = 3000;

export interface FloorAlertsDeps {
  readonly board: { now(): Promise<Board> };
  readonly bus: Bus;
  readonly clock: Clock;
  readonly turnLock: TurnLock;
  readonly logger: Logger;
}

export class FloorAlerts {
  readonly #raised = new Set<string>();
  #stops: (() => void)[] = [];

  constructor(private readonly deps: FloorAlertsDeps) {}

  start(): void {
    const { bus, clock, logger } = this.deps;
    // What another node has called out is not called out again.
    this.#stops.push(bus.subscribe((fact) => {
      if (fact.type === 'alert.raised' && fact.key !== undefined) this.#raised.add(fact.key);
    }));
    const again = () => {
      void this.look().catch((error: unknown) => logger.error({ error }, 'the floor could not be watched'));
      cancel = clock.after(LOOK_EVERY_MS, again);
    };
    let cancel = clock.after(LOOK_EVERY_MS, again);
    this.#stops.push(() => cancel());
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  /** One node looks at a time. */
  async look(): Promise<void> {
    await this.deps.turnLock.tryRun('floor:alerts', async () => this.#callOut(await this.deps.board.now()));
  }

  #callOut({ alerts, live }: Board): void {
    const found = new Map(alerts.flatMap((alert) => (wordsOf(alert) === null ? [] : [[keyOf(alert), alert] as const])));
    const serving = new Set<string>(live.map(({ conversation }) => conversation.id));
    for (const key of this.#raised) {
      const [, id = ''] = key.split(' ');
      // A line that is short again may be too long again; of one chat it is said once while it lasts.
      if (!found.has(key) && !serving.has(id)) this.#raised.delete(key);
    }
    for (const [key, alert] of found) {
      const say = wordsOf(alert);
      if (say === null || this.#raised.has(key)) continue;
      this.#raised.add(key);
      this.deps.bus.publish({ type: 'alert.raised', kind: alert.kind, conversationId: alert.conversationId, text: inBoth(say), key, ...toOwner(alert) });
    }
  }
}

/** Silence is another one each time, anger the same while the chat lasts. */
function keyOf({ kind, conversationId, at }: BoardAlert): string {
  return `${kind} ${conversationId ?? ''} ${kind === 'silent-agent' ? at : ''}`;
}

/** A supervisor may have the chat herself. */
function toOwner({ kind, staffId }: BoardAlert): { readonly toOneself?: { readonly staffId: StaffId; readonly text: Localised } } {
  if (staffId === null || (kind !== 'anger' && kind !== 'silent-agent')) return {};
  return { toOneself: { staffId, text: inBoth((words) => (kind === 'anger' ? words.angerOneself : words.silentOneself)) } };
}

/** Null for what is called out elsewhere: promises by those who watch them. */
function wordsOf({ kind, who, count }: BoardAlert): ((words: AlertWords) => string) | null {
  switch (kind) {
    case 'line-full':
      return (words) => words.lineFull(count);
    case 'line-slow':
      return (words) => words.lineSlow(count);
    case 'nobody-there':
      return (words) => words.nobodyThere(count);
    case 'anger':
      return (words) => words.anger(who ?? '');
    case 'silent-agent':
      return (words) => words.silent(who ?? '');
    case 'promise-due':
      return null;
  }
}
