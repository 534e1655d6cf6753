/** Turns over all nodes: a queue in order of asking on each node, and between the nodes a lease in Redis that its holder renews. */
import type { Redis } from 'ioredis';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';
import type { TurnLock } from '../../ports/turn-lock.js';
import type { TroubleLog } from '../system/trouble-log.js';

export interface RedisTurnLockOptions {
  readonly commands: Redis;
  readonly prefix: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: TroubleLog;
  /** How long the lock of a node that died stays. */
  readonly leaseMs?: number;
}

const LEASE_MS = 10_000;
const ASK_AGAIN_MS = 10;

/**
 * Keys: the lock, who waits by when they first asked, who waits by when they last asked. Arguments: token, lease ms,
 * whether to wait. Who has not asked for a second is gone and no longer in the way of those behind.
 */
const TAKE = `local time = redis.call('time')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
for _, gone in ipairs(redis.call('zrangebyscore', KEYS[3], '-inf', now - 1000)) do
  redis.call('zrem', KEYS[2], gone)
  redis.call('zrem', KEYS[3], gone)
end
local first = redis.call('zrange', KEYS[2], 0, 0)[1]
if redis.call('exists', KEYS[1]) == 0 and (not first or first == ARGV[1]) then
  redis.call('set', KEYS[1], ARGV[1], 'PX', ARGV[2])
  redis.call('zrem', KEYS[2], ARGV[1])
  redis.call('zrem', KEYS[3], ARGV[1])
  return 1
end
if ARGV[3] == '1' then
  redis.call('zadd', KEYS[2], 'NX', time[1] * 1000000 + time[2], ARGV[1])
  redis.call('zadd', KEYS[3], now, ARGV[1])
  redis.call('pexpire', KEYS[2], 10000)
  redis.call('pexpire', KEYS[3], 10000)
end
return 0`;

const RENEW = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0`;
const LET_GO = `if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0`;

export class RedisTurnLock implements TurnLock {
  readonly #options: RedisTurnLockOptions;
  readonly #leaseMs: number;
  /** The end of this node's queue for each name; only its head asks Redis. */
  readonly #tails = new Map<string, Promise<void>>();
  #isAlone = false;

  constructor(options: RedisTurnLockOptions) {
    this.#options = options;
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
  }

  async run<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    return this.#inTurn(name, async () => {
      const token = this.#options.ids.next();
      while (!(await this.#take(name, token, true))) await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_MS));
      return this.#holding(name, token, task);
    });
  }

  async tryRun<Result>(name: string, task: () => Promise<Result>): Promise<Result | null> {
    if (this.#tails.has(name)) return null;
    return this.#inTurn(name, async () => {
      const token = this.#options.ids.next();
      return (await this.#take(name, token, false)) ? this.#holding(name, token, task) : null;
    });
  }

  async #inTurn<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const ahead = this.#tails.get(name);
    let letGo: () => void = () => undefined;
    const tail = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    this.#tails.set(name, tail);
    if (ahead !== undefined) await ahead;
    try {
      return await task();
    } finally {
      if (this.#tails.get(name) === tail) this.#tails.delete(name);
      letGo();
    }
  }

  async #take(name: string, token: string, isWaiting: boolean): Promise<boolean> {
    const { commands, logger } = this.#options;
    const lock = this.#key(name);
    try {
      const taken = await commands.eval(TAKE, 3, lock, `${lock}:asked`, `${lock}:seen`, token, this.#leaseMs, isWaiting ? 1 : 0);
      this.#isAlone = false;
      return taken === 1;
    } catch (error) {
      // Better one answer too many than none: without Redis turns are kept on each node, and the record's epochs still hold.
      if (!this.#isAlone) logger.warn({ err: error }, 'Redis does not answer; turns are kept on this node only');
      this.#isAlone = true;
      return true;
    }
  }

  async #holding<Result>(name: string, token: string, task: () => Promise<Result>): Promise<Result> {
    const stop = this.#renewing(name, token);
    try {
      return await task();
    } finally {
      stop();
      // Also where Redis did not answer: what was asked of it may have been done all the same, and would be held until its lease ends.
      const gone = this.#letGo(name, token);
      if (!this.#isAlone) await gone;
    }
  }

  async #letGo(name: string, token: string): Promise<void> {
    try {
      await this.#options.commands.eval(LET_GO, 1, this.#key(name), token);
    } catch (error) {
      if (!this.#isAlone) this.#complain(error);
    }
  }

  #renewing(name: string, token: string): () => void {
    const { clock, commands, logger } = this.#options;
    let cancel: () => void = () => undefined;
    const renewLater = (): void => {
      cancel = clock.after(this.#leaseMs / 3, () => {
        renewLater();
        commands.eval(RENEW, 1, this.#key(name), token, this.#leaseMs).then(
          (kept) => kept === 1 || logger.warn({ turn: name }, 'a turn outlived its lease'),
          (error: unknown) => this.#complain(error),
        );
      });
    };
    renewLater();
    return () => cancel();
  }

  /** The braces keep the three keys of a name together on a Redis cluster. */
  #key(name: string): string {
    return `${this.#options.prefix}turn:{${name}}`;
  }

  #complain(error: unknown): void {
    this.#options.logger.warn({ err: error }, 'a lease could not be renewed or returned; it ends by itself');
  }
}
