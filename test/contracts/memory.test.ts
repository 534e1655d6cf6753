/** Bus, turns and rates within one process keep the ports' promises. */
import { describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../src/adapters/memory/bus.js';
import { MemoryRateLimit } from '../../src/adapters/memory/rate-limit.js';
import { MemoryTurnLock } from '../../src/adapters/memory/turn-lock.js';
import { BUCKETS, busContract, rateLimitContract, turnLockContract } from './process.contract.js';

const close = () => Promise.resolve();

busContract({
  name: 'in memory',
  make: () => {
    const complaints: unknown[] = [];
    const complain = (fields: object) => void complaints.push(fields);
    const bus = new MemoryBus({ warn: complain, error: complain });
    return Promise.resolve({ nodes: [bus, bus], complaints, close });
  },
});

turnLockContract({
  name: 'in memory',
  make: () => {
    const lock = new MemoryTurnLock();
    return Promise.resolve({ nodes: [lock, lock], complaints: [], close });
  },
});

rateLimitContract({
  name: 'in memory',
  make: () => {
    const limit = new MemoryRateLimit(BUCKETS);
    return Promise.resolve({ nodes: [limit, limit], complaints: [], close });
  },
});

describe('the turn lock in memory', () => {
  it('remembers no name that nobody holds', async () => {
    const lock = new MemoryTurnLock();
    const tasks = Array.from({ length: 100 }, (_, index) => lock.run(`c-${index % 10}`, async () => index));
    expect(lock.size).toBe(10);
    await Promise.all(tasks);
    expect(lock.size).toBe(0);
  });
});
