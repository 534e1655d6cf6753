/** What every Bus, TurnLock and RateLimit promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Fact } from '../../src/domain/facts.js';
import { conversationId } from '../../src/domain/ids.js';
import type { Bus } from '../../src/ports/bus.js';
import type { RateLimit } from '../../src/ports/rate-limit.js';
import type { TurnLock } from '../../src/ports/turn-lock.js';
import { until } from '../support/until.js';

/** `nodes` are two ends of the same thing: the same object in one process, two connections otherwise. */
export interface Subject<Port> {
  readonly name: string;
  make(): Promise<{ readonly nodes: readonly [Port, Port]; readonly complaints: readonly unknown[]; close(): Promise<void> }>;
}

const asked = (id: string): Fact => ({ type: 'survey.asked', conversationId: conversationId(id) });

export function busContract(subject: Subject<Bus>): void {
  describe(`the bus ${subject.name}`, () => {
    let made: Awaited<ReturnType<Subject<Bus>['make']>>;
    beforeAll(async () => {
      made = await subject.make();
    });
    afterAll(() => made.close());

    it('runs the handlers of this node before publish returns, each once', async () => {
      const [bus] = made.nodes;
      const heard: Fact[] = [];
      const stop = bus.subscribe((fact) => heard.push(fact));
      bus.publish(asked('here'));
      expect(heard).toEqual([asked('here')]);
      const last = new Promise<void>((resolve) => bus.subscribe((fact) => fact.type === 'line.changed' && resolve()));
      bus.publish({ type: 'line.changed' });
      await last;
      expect(heard).toEqual([asked('here'), { type: 'line.changed' }]);
      stop();
    });

    it('reaches the handlers of every node, in order', async () => {
      const [near, far] = made.nodes;
      const heard: Fact[] = [];
      const mark = '😀 \ud800 \0';
      const stop = far.subscribe((fact) => fact.type === 'survey.asked' && fact.conversationId.startsWith(mark) && heard.push(fact));
      const facts = Array.from({ length: 500 }, (_, index) => asked(`${mark}${index}`));
      for (const fact of facts) near.publish(fact);
      await until(() => heard.length >= facts.length);
      expect(heard).toEqual(facts);
      stop();
    });

    it('lets a handler that fails disturb nobody, and says so', async () => {
      const [bus] = made.nodes;
      const heard: Fact[] = [];
      const stops = [
        bus.subscribe(() => {
          throw new Error('a handler fails');
        }),
        bus.subscribe(async () => Promise.reject(new Error('a handler fails later'))),
        bus.subscribe((fact) => heard.push(fact)),
      ];
      const before = made.complaints.length;
      bus.publish(asked('fails'));
      expect(heard).toEqual([asked('fails')]);
      await until(() => made.complaints.length >= before + 2);
      for (const stop of stops) stop();
    });

    it('tells nobody who has stopped listening', () => {
      const [bus] = made.nodes;
      const heard: Fact[] = [];
      const stop = bus.subscribe((fact) => heard.push(fact));
      stop();
      stop();
      bus.publish(asked('gone'));
      expect(heard).toEqual([]);
    });
  });
}

export function turnLockContract(subject: Subject<TurnLock>): void {
  describe(`the turn lock ${subject.name}`, () => {
    let made: Awaited<ReturnType<Subject<TurnLock>['make']>>;
    beforeAll(async () => {
      made = await subject.make();
    });
    afterAll(() => made.close());

    it('lets one in at a time, whichever node asks', async () => {
      let inside = 0;
      let most = 0;
      const task = async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      };
      const [near, far] = made.nodes;
      await Promise.all(Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? near : far).run('one', task)));
      expect(most).toBe(1);
    });

    it('serves those of one node in order of asking', async () => {
      const order: number[] = [];
      const [lock] = made.nodes;
      await Promise.all(Array.from({ length: 30 }, (_, index) => lock.run('order', async () => void order.push(index))));
      expect(order).toEqual(Array.from({ length: 30 }, (_, index) => index));
    });

    it('does not make other names wait', async () => {
      const [lock] = made.nodes;
      const answer = await lock.run('outer', () => lock.run('inner', async () => 'both'));
      expect(answer).toBe('both');
    });

    it('lets go when the task fails, and hands the failure on', async () => {
      const [near, far] = made.nodes;
      await expect(near.run('fails', () => Promise.reject(new Error('a task fails')))).rejects.toThrow('a task fails');
      expect(await far.run('fails', async () => 'next')).toBe('next');
    });

    it('answers null at once to who only tries while somebody has it', async () => {
      const [near, far] = made.nodes;
      const answers = await near.run('tried', () => Promise.all([near.tryRun('tried', async () => 1), far.tryRun('tried', async () => 2)]));
      expect(answers).toEqual([null, null]);
      expect(await far.tryRun('tried', async () => 3)).toBe(3);
    });
  });
}

export const BUCKETS = { 'chat.send': { points: 3, windowSeconds: 60 }, 'code.send': { points: 1, windowSeconds: 60 } } as const;

export function rateLimitContract(subject: Subject<RateLimit>): void {
  describe(`the rate limit ${subject.name}`, () => {
    let made: Awaited<ReturnType<Subject<RateLimit>['make']>>;
    beforeAll(async () => {
      made = await subject.make();
    });
    afterAll(() => made.close());

    it('allows so many in a window on all nodes together, and says when to try again', async () => {
      const [near, far] = made.nodes;
      const taken = [await near.take('chat.send', 'a'), await far.take('chat.send', 'a'), await near.take('chat.send', 'a'), await far.take('chat.send', 'a')];
      expect(taken.map(({ allowed }) => allowed)).toEqual([true, true, true, false]);
      expect(taken[3]?.retryAfterMs).toBeGreaterThan(0);
      expect(taken[3]?.retryAfterMs).toBeLessThanOrEqual(60_000);
    });

    it('counts keys and buckets apart', async () => {
      const [limit] = made.nodes;
      expect(await limit.take('code.send', 'b')).toEqual({ allowed: true, retryAfterMs: 0 });
      expect(await limit.take('code.send', 'c')).toMatchObject({ allowed: true });
      expect(await limit.take('chat.send', 'b')).toMatchObject({ allowed: true });
      expect(await limit.take('code.send', 'b')).toMatchObject({ allowed: false });
    });

    it('treats a bucket nobody configured as a mistake, not as no limit', async () => {
      await expect(made.nodes[0].take('chat.sned', 'a')).rejects.toMatchObject({ code: 'internal' });
    });
  });
}
