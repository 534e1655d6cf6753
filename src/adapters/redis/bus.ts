/** Tells every node through one Redis stream; a node that was cut off for a moment reads on where it was. */
import type { Redis } from 'ioredis';
import type { Fact } from '../../domain/facts.js';
import type { Bus } from '../../ports/bus.js';
import type { Ids } from '../../ports/ids.js';
import type { TroubleLog } from '../system/trouble-log.js';

export interface RedisBusOptions {
  readonly commands: Redis;
  readonly readings: Redis;
  readonly prefix: string;
  readonly ids: Ids;
  readonly logger: TroubleLog;
}

/** About the last seconds of a busy day; older news interest nobody. */
const STREAM_LENGTH = 10_000;
const READ_COUNT = 1_000;
const READ_BLOCK_MS = 5_000;
const OUTBOX_LENGTH = 10_000;

export class RedisBus implements Bus {
  readonly #options: RedisBusOptions;
  readonly #key: string;
  readonly #node: string;
  readonly #handlers = new Set<{ readonly handle: (fact: Fact) => unknown }>();
  #outbox: string[] = [];
  #isScheduled = false;
  #isStopped = false;
  #lastId: string;

  private constructor(options: RedisBusOptions, lastId: string) {
    this.#options = options;
    this.#key = `${options.prefix}bus`;
    this.#node = options.ids.next();
    this.#lastId = lastId;
    options.commands.on('ready', () => this.#schedule());
  }

  /** Resolves when everything published from now on will be heard. */
  static async open(options: RedisBusOptions): Promise<RedisBus> {
    const [last] = await options.readings.xrevrange(`${options.prefix}bus`, '+', '-', 'COUNT', 1);
    const bus = new RedisBus(options, last?.[0] ?? '0-0');
    void bus.#listen();
    return bus;
  }

  publish(fact: Fact): void {
    this.#tell(fact);
    this.#outbox.push(JSON.stringify(fact));
    // While Redis is away the oldest news go first: whoever needs certainty reads the record.
    if (this.#outbox.length > OUTBOX_LENGTH) this.#outbox.splice(0, this.#outbox.length - OUTBOX_LENGTH);
    this.#schedule();
  }

  subscribe(handler: (fact: Fact) => void): () => void {
    const entry = { handle: handler };
    this.#handlers.add(entry);
    return () => this.#handlers.delete(entry);
  }

  /** Sends what is still to be sent. */
  async stop(): Promise<void> {
    this.#handlers.clear();
    await this.#send();
    this.#isStopped = true;
  }

  #schedule(): void {
    if (this.#isScheduled || this.#outbox.length === 0) return;
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      void this.#send();
    });
  }

  async #send(): Promise<void> {
    const { commands, logger } = this.#options;
    if (commands.status !== 'ready' || this.#outbox.length === 0) return;
    const pipeline = commands.pipeline();
    for (const fact of this.#outbox.splice(0)) pipeline.xadd(this.#key, 'MAXLEN', '~', STREAM_LENGTH, '*', 'node', this.#node, 'fact', fact);
    const answers = await pipeline.exec().catch((error: unknown) => [[error]]);
    const failure = answers?.find(([error]) => error !== null);
    if (failure !== undefined) logger.warn({ err: failure[0] }, 'news for the other nodes were lost');
  }

  async #listen(): Promise<void> {
    const { readings, logger, commands } = this.#options;
    while (!this.#isStopped) {
      try {
        const streams = await readings.xread('COUNT', READ_COUNT, 'BLOCK', READ_BLOCK_MS, 'STREAMS', this.#key, this.#lastId);
        for (const [, entries] of streams ?? []) for (const [id, fields] of entries) this.#hear(id, fields);
      } catch (error) {
        if (this.#isStopped || readings.status === 'end') return;
        logger.warn({ err: error, isSending: commands.status === 'ready' }, 'the bus could not be read and is tried again');
        await new Promise((resolve) => setTimeout(resolve, 200).unref());
      }
    }
  }

  #hear(id: string, fields: readonly string[]): void {
    this.#lastId = id;
    const [, node, , fact] = fields;
    if (node === this.#node || fact === undefined) return;
    this.#tell(JSON.parse(fact) as Fact);
  }

  #tell(fact: Fact): void {
    for (const { handle } of [...this.#handlers]) {
      try {
        const outcome = handle(fact);
        // A handler may be an async function; its failure would otherwise end the process.
        if (outcome instanceof Promise) outcome.catch((error: unknown) => this.#complain(fact, error));
      } catch (error) {
        this.#complain(fact, error);
      }
    }
  }

  #complain(fact: Fact, error: unknown): void {
    this.#options.logger.error({ err: error, fact: fact.type }, 'a handler of the bus failed');
  }
}
