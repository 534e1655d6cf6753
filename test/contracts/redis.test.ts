/** Bus, turns and rates over Redis keep the ports' promises, between nodes and when Redis goes away. */
import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { openRedis, type RedisRoom } from '../../src/adapters/redis/redis.js';
import { RedisRateLimit } from '../../src/adapters/redis/rate-limit.js';
import { RedisTurnLock } from '../../src/adapters/redis/turn-lock.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import type { Fact } from '../../src/domain/facts.js';
import { HandClock } from '../support/hand-clock.js';
import { until } from '../support/until.js';
import { BUCKETS, busContract, rateLimitContract, turnLockContract, type Subject } from './process.contract.js';

const URL = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const clock = new SystemClock();
const ids = new SystemIds(clock);

const control = new Redis(URL, { lazyConnect: true, retryStrategy: () => null });
control.on('error', () => undefined);

async function isThere(): Promise<boolean> {
  try {
    await control.connect();
    return true;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    process.stderr.write(`SKIPPED on Redis: no server answers at ${URL}\n`);
    return false;
  }
}

async function makeRooms() {
  const prefix = `jiebang-test:${randomUUID()}:`;
  const complaints: unknown[] = [];
  const complain = (fields: object) => void complaints.push(fields);
  const open = () => openRedis({ url: URL, prefix, buckets: BUCKETS, clock, ids, logger: { warn: complain, error: complain } });
  const rooms = await Promise.all([open(), open()]);
  const close = async () => {
    await Promise.all(rooms.map((room) => room.close()));
    const keys = await control.keys(`${prefix}*`);
    if (keys.length > 0) await control.del(...keys);
  };
  return { prefix, complaints, rooms, close };
}

function over<Port>(port: (room: RedisRoom) => Port): Subject<Port> {
  return {
    name: 'over Redis',
    make: async () => {
      const { rooms, complaints, close } = await makeRooms();
      return { nodes: [port(rooms[0]), port(rooms[1])], complaints, close };
    },
  };
}

if (await isThere()) {
  afterAll(() => control.disconnect());
  busContract(over((room) => room.bus));
  turnLockContract(over((room) => room.turnLock));
  rateLimitContract(over((room) => room.rateLimit));

  describe('the bus over Redis', () => {
    it('tells a node that was cut off for a moment what it missed, once and in order', async () => {
      const { rooms, prefix, close } = await makeRooms();
      const [near, far] = rooms;
      const heard: Fact[] = [];
      far.bus.subscribe((fact) => heard.push(fact));
      const facts = Array.from({ length: 50 }, (_, index): Fact => ({ type: 'alert.raised', kind: 'test', conversationId: null, text: String(index) }));
      for (const fact of facts.slice(0, 25)) near.bus.publish(fact);
      await until(() => heard.length === 25);
      const connections = String(await control.client('LIST')).split('\n');
      const readings = connections.filter((line) => line.includes(`name=${prefix}bus`));
      expect(readings).toHaveLength(2);
      for (const line of readings) await control.client('KILL', 'ID', line.slice(3, line.indexOf(' ')));
      for (const fact of facts.slice(25)) near.bus.publish(fact);
      await until(() => heard.length >= 50);
      expect(heard).toEqual(facts);
      await close();
    });
  });

  describe('the turn lock over Redis', () => {
    const lockWith = async (over: { clock?: HandClock; leaseMs: number }) => {
      const made = await makeRooms();
      const commands = made.rooms[0].connection();
      const options = { commands, prefix: made.prefix, clock, ids, logger: { warn: () => undefined, error: () => undefined } };
      return { ...made, commands, lock: new RedisTurnLock({ ...options, ...over }) };
    };

    it('gives on what a dead node holds when its lease ends', async () => {
      // The clock of this node stands still: it never renews, as if the process were gone.
      const { lock, rooms, close } = await lockWith({ clock: new HandClock(), leaseMs: 100 });
      let end: () => void = () => undefined;
      let dead: Promise<void> = Promise.resolve();
      await new Promise<void>((hasBegun) => {
        dead = lock.run('held', () => {
          hasBegun();
          return new Promise((resolve) => (end = resolve));
        });
      });
      expect(await rooms[1].turnLock.run('held', async () => 'taken over')).toBe('taken over');
      end();
      await dead;
      await close();
    });

    it('renews the lease of a task that takes longer', async () => {
      const { lock, prefix, rooms, close } = await lockWith({ leaseMs: 2_400 });
      await lock.run('long', async () => {
        let last = 2_400;
        for (let renewals = 0; renewals < 2; ) {
          const left = await control.pttl(`${prefix}turn:{long}`);
          if (left > last) renewals += 1;
          last = left;
        }
        expect(await rooms[1].turnLock.tryRun('long', async () => 'stolen')).toBeNull();
      });
      await close();
    });

    it('serves the node that asked first, however many ask on the other', async () => {
      const { rooms, prefix, close } = await makeRooms();
      const [near, far] = rooms;
      const order: string[] = [];
      let isWaiting = false;
      const holding = near.turnLock.run('fair', async () => {
        while (!isWaiting) isWaiting = (await control.zcard(`${prefix}turn:{fair}:asked`)) === 1;
      });
      const waiting = far.turnLock.run('fair', async () => void order.push('far'));
      const later = Array.from({ length: 5 }, () => near.turnLock.run('fair', async () => void order.push('near')));
      await Promise.all([holding, waiting, ...later]);
      expect(order).toEqual(['far', 'near', 'near', 'near', 'near', 'near']);
      await close();
    });
  });
}

describe('without Redis', () => {
  const away = () => {
    const commands = new Redis('redis://127.0.0.1:1', { lazyConnect: true, enableOfflineQueue: false, retryStrategy: () => null });
    commands.on('error', () => undefined);
    return commands;
  };
  const options = { prefix: 'jiebang-test:', clock, ids, logger: { warn: () => undefined, error: () => undefined } };

  it('a room cannot be opened, and says so as unavailable', async () => {
    await expect(openRedis({ ...options, url: 'redis://127.0.0.1:1', buckets: BUCKETS })).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('turns are still kept on this node', async () => {
    const lock = new RedisTurnLock({ ...options, commands: away() });
    const order: number[] = [];
    await Promise.all([1, 2, 3].map((index) => lock.run('alone', async () => void order.push(index))));
    expect(order).toEqual([1, 2, 3]);
  });

  it('what was taken is given back though another asking got no answer meanwhile, and so is what was taken without one', async () => {
    const held = new Set<unknown>();
    const script = (text: string, _keys: number, key: string): Promise<number> => {
      if (text.includes('zrangebyscore')) held.add(key);
      else if (text.includes("'del'")) held.delete(key);
      return key.includes('slow') && text.includes('zrangebyscore') ? Promise.reject(new Error('Command timed out')) : Promise.resolve(1);
    };
    const lock = new RedisTurnLock({ ...options, commands: { eval: script } as unknown as Redis });
    await lock.run('quick', () => lock.run('slow', async () => expect(held.size).toBe(2)));
    expect(held.size).toBe(0);
  });

  it('rates are still counted on this node', async () => {
    const limit = new RedisRateLimit({ ...options, buckets: BUCKETS, commands: away() });
    const taken = [await limit.take('code.send', 'a'), await limit.take('code.send', 'a')];
    expect(taken.map(({ allowed }) => allowed)).toEqual([true, false]);
  });
});
