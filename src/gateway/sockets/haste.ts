/** Keeps one socket's flood from everybody else: what is refused over and over is refused without being looked at, and its line is read more slowly. */
import type { Socket } from 'socket.io';
import type { Clock } from '../../ports/clock.js';

/** Refusals within one period, of whatever kind, after which the line rests: no page comes near. */
const MOST_REFUSALS = 100;
const PERIOD_MS = 1000;
/** Meanwhile what the flooder sends waits in the network, on its own side. */
const REST_MS = 200;

/** What a transport by web socket is read from. */
interface Line {
  pause(): void;
  resume(): void;
}

export class Haste {
  /** Made when there is something to keep: most sockets are never too fast. */
  #until: Map<string, number> | null = null;
  #periodFrom = 0;
  #refusals = 0;

  constructor(
    private readonly socket: Pick<Socket, 'conn'>,
    private readonly clock: Clock,
  ) {}

  /** True while this limit is known to be used up: then neither the payload nor the limit need be looked at. */
  isTooFast(bucket: string): boolean {
    return this.#until !== null && (this.#until.get(bucket) ?? 0) > this.clock.now();
  }

  /** The limit was used up just now. Looked at again within the period all the same: others may count against it too. */
  wasTooFast(bucket: string, retryAfterMs: number): void {
    this.#until ??= new Map();
    this.#until.set(bucket, this.clock.now() + Math.min(retryAfterMs, PERIOD_MS));
  }

  /** Something of this socket's was refused. */
  refused(): void {
    const now = this.clock.now();
    if (now - this.#periodFrom >= PERIOD_MS) {
      this.#periodFrom = now;
      this.#refusals = 0;
    }
    this.#refusals += 1;
    if (this.#refusals % MOST_REFUSALS === 0) this.#rest();
  }

  /** One that polls sends one bounded batch at a time and has no line to rest. */
  #rest(): void {
    const line = lineOf(this.socket);
    if (line === null) return;
    line.pause();
    this.clock.after(REST_MS, () => line.resume());
  }
}

function lineOf({ conn }: Pick<Socket, 'conn'>): Line | null {
  const transport: object = conn.transport;
  const line: unknown = 'socket' in transport ? transport.socket : null;
  return isLine(line) ? line : null;
}

function isLine(line: unknown): line is Line {
  return typeof line === 'object' && line !== null && 'pause' in line && typeof line.pause === 'function' && 'resume' in line && typeof line.resume === 'function';
}
