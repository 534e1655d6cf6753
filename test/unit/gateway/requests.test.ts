/** A flood on one socket: refused without being looked at, read more slowly, and no hindrance to what it does not flood. */
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io';
import { z } from 'zod';
import { rule, serveRequests } from '../../../src/gateway/sockets/requests.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { HandClock } from '../../support/hand-clock.js';

type Answer = { ok: boolean; error?: { code: string } };
type Listener = (event: string, payload: unknown, ack: (answer: Answer) => void) => void;

const ALLOWED = 3;

describe('a flood on one socket', () => {
  let clock: HandClock;
  let parsed: number;
  let taken: string[];
  let line: string[];
  let ask: (event: string, payload?: unknown) => Promise<Answer>;

  beforeEach(() => {
    clock = new HandClock();
    parsed = 0;
    taken = [];
    line = [];
    let listener: Listener = () => undefined;
    const transport = { socket: { pause: () => line.push('pause'), resume: () => line.push('resume') } };
    const socket = { conn: { transport }, onAny: (added: Listener) => (listener = added) };
    const schema = z.object({}).refine(() => (parsed += 1) > 0);
    const handle = () => Promise.resolve({});
    serveRequests(socket as unknown as Socket, null, {
      rules: new Map([
        ['send', rule(schema, 'sending', handle)],
        ['handoff', rule(schema, 'acting', handle)],
      ]),
      rateLimit: {
        take: (bucket) => {
          taken.push(bucket);
          return Promise.resolve({ allowed: taken.filter((one) => one === bucket).length <= ALLOWED, retryAfterMs: 8000 });
        },
      },
      clock,
      logger: createLogger('silent'),
      keyOf: () => 'key',
      localeOf: () => 'en',
      count: () => undefined,
      isOpen: () => true,
    });
    ask = (event, payload = {}) => new Promise((resolve) => listener(event, payload, resolve));
  });

  it('is refused without a look at what it says or at the limit, with a code for each', async () => {
    for (let count = 0; count < ALLOWED; count += 1) expect((await ask('send')).ok).toBe(true);
    expect((await ask('send')).error?.code).toBe('rate-limited');
    const answers = await Promise.all(Array.from({ length: 1000 }, () => ask('send')));
    expect(new Set(answers.map(({ error }) => error?.code))).toEqual(new Set(['rate-limited']));
    expect({ parsed, taken: taken.length }).toEqual({ parsed: ALLOWED + 1, taken: ALLOWED + 1 });
  });

  it('leaves the other limits of the same socket alone, and is looked at again a second later', async () => {
    for (let count = 0; count <= ALLOWED + 50; count += 1) await ask('send');
    expect((await ask('handoff')).ok).toBe(true);
    const before = taken.length;
    clock.advance(1000);
    await ask('send');
    expect(taken.length).toBe(before + 1);
  });

  it.each([
    ['of what is too fast', 'send', {}],
    ['of unknown events', 'no-such-event', {}],
    ['of what does not fit', 'handoff', 'no object'],
  ])('%s lets the line rest for a moment, and it is read again', async (_name, event, payload) => {
    for (let count = 0; count < 150; count += 1) await ask(event, payload);
    expect(line).toEqual(['pause']);
    clock.advance(200);
    expect(line).toEqual(['pause', 'resume']);
  });

  it('is not what somebody hasty does: a few refusals never stop the line', async () => {
    for (let second = 0; second < 20; second += 1) {
      for (let count = 0; count < 60; count += 1) await ask('send');
      clock.advance(1000);
    }
    expect(line).toEqual([]);
  });
});
