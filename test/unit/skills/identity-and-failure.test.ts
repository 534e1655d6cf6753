/** No figure before identity, none of anybody else's, and a plain sentence when the business system is away. */
import { describe, expect, it } from '@jest/globals';
import { ProductError, type ErrorCode } from '../../../src/domain/errors.js';
import { LOCALES } from '../../../src/domain/locale.js';
import type { Msisdn } from '../../../src/domain/ids.js';
import { find, messageOf, sceneOn } from './scene.js';

const DAY = '2026-11-22';
const STEP_UP = ['puk-unlock', 'call-detail'];

/** Ports every method of which rejects, and counts how often it was asked. */
function awayWith(code: ErrorCode): { ports: Parameters<typeof sceneOn>[1]; calls: () => number } {
  let calls = 0;
  const away = new Proxy({}, {
    get: () => () => {
      calls += 1;
      return Promise.reject(new ProductError(code, 'away'));
    },
  });
  return { ports: { ports: { businessSystem: away as never, catalogue: away as never, orders: away as never, network: away as never } }, calls: () => calls };
}

describe('identity', () => {
  it('every skill but the look at the network asks who it is before it asks any system', async () => {
    const { ports, calls } = awayWith('unavailable');
    const { skills, request } = sceneOn(DAY, ports);
    for (const [id, skill] of skills) {
      const answer = await skill.run({ ...request(id, 1), msisdn: null, text: '13800000002' });
      if (id !== 'no-signal') expect([id, answer.kind]).toEqual([id, 'needs-verification']);
    }
    expect(calls()).toBe(0);
  });

  it('codes and call records ask for a fresh code even of the verified', async () => {
    const { ports, calls } = awayWith('unavailable');
    const scene = sceneOn(DAY, ports);
    for (const id of STEP_UP) expect(await scene.ask(id, 1, { isSteppedUp: false })).toEqual({ kind: 'needs-verification', level: 'step-up' });
    for (const request of ['export', 'delete']) expect(await scene.ask('privacy-request', 1, { isSteppedUp: false, slots: { request } })).toEqual({ kind: 'needs-verification', level: 'step-up' });
    expect(calls()).toBe(0);
  });

  it('a commit asks who it is, too', async () => {
    const { skills, request } = sceneOn(DAY);
    const change = { kind: 'pack', targetId: 'pack-5g', priceDifferenceFen: 0, effectiveOn: DAY, boundUntil: null } as const;
    const answer = await find(skills, 'data-pack-buy').commit?.({ ...request('data-pack-buy', 1), msisdn: null }, change);
    expect(answer?.kind).toBe('needs-verification');
  });

  it('no number in the text, in an entity or in a slot changes whose account is read', async () => {
    const seen = new Set<Msisdn>();
    const { operator } = sceneOn(DAY);
    const watched = new Proxy(operator.businessSystem, {
      get: (target, name) => (msisdn: Msisdn, ...rest: unknown[]) => {
        seen.add(msisdn);
        return (Reflect.get(target, name) as (...values: unknown[]) => unknown)(msisdn, ...rest);
      },
    });
    const scene = sceneOn(DAY, { ports: { businessSystem: watched } });
    for (const id of scene.skills.keys()) {
      await scene.ask(id, 1, {
        text: '查一下 13800000004 的', entities: [{ kind: 'msisdn', value: '13800000004', start: 4, end: 15, text: '13800000004' }], slots: { msisdn: '13800000004' },
      });
    }
    expect([...seen]).toEqual(['13800000001']);
  });
});

describe('a business system that is away', () => {
  it('is said plainly in both languages, with a way to a person, and no figure', async () => {
    for (const code of ['unavailable', 'not-found'] as const) {
      const scene = sceneOn(DAY, awayWith(code).ports);
      for (const id of scene.skills.keys()) {
        if (id === 'privacy-request') continue;
        for (const locale of LOCALES) {
          const answer = await scene.ask(id, 1, { locale });
          const { text, buttons } = messageOf(answer);
          expect([id, answer.kind]).toEqual([id, 'failed']);
          expect(text).not.toMatch(/\d/u);
          expect(buttons?.map((button) => button.id)).toContain('handoff');
        }
      }
    }
  });

  it('is said after a tap as well', async () => {
    const { skills, request } = sceneOn(DAY, awayWith('unavailable').ports);
    const change = { kind: 'pack', targetId: 'pack-5g', priceDifferenceFen: 0, effectiveOn: DAY, boundUntil: null } as const;
    expect((await find(skills, 'data-pack-buy').commit?.(request('data-pack-buy', 1), change))?.kind).toBe('failed');
  });

  it('is not what a mistake of ours is taken for', async () => {
    const broken = new Proxy({}, { get: () => () => Promise.reject(new TypeError('ours')) }) as never;
    await expect(sceneOn(DAY, { ports: { businessSystem: broken } }).ask('balance-query', 1)).rejects.toThrow('ours');
  });
});
