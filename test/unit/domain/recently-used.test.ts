/** The bounded memory: what was used last stays, what is put again replaces, and it never grows beyond its bound. */
import { describe, expect, it } from '@jest/globals';
import { OftenUsed, RecentlyUsed } from '../../../src/domain/recently-used.js';

describe('what was used recently', () => {
  it('is kept as long as it is asked for, while what nobody asks for is let go', () => {
    const kept = new RecentlyUsed<number, string>(10);
    for (let key = 0; key < 100; key += 1) {
      kept.put(key, `v${key}`);
      expect(kept.get(0)).toBe('v0');
    }
    const there = Array.from({ length: 100 }, (_, key) => key).filter((key) => kept.get(key) !== undefined);
    expect(there.length).toBeLessThanOrEqual(10);
    expect(there).toContain(99);
    expect(there).not.toContain(50);
  });

  it('is the newest value, wherever the older one still lay', () => {
    const kept = new RecentlyUsed<string, string>(4);
    kept.put('a', 'old');
    kept.put('b', 'b');
    kept.put('c', 'c');
    kept.put('a', 'new');
    expect(kept.get('a')).toBe('new');
    for (const key of ['d', 'e', 'f', 'g']) kept.put(key, key);
    expect(kept.get('a')).toBeUndefined();
  });

  it('is made once and then taken, and nothing is left after clearing', () => {
    const kept = new RecentlyUsed<string, string>(4);
    let made = 0;
    const make = () => `made ${(made += 1)}`;
    expect([kept.take('a', make), kept.take('a', make)]).toEqual(['made 1', 'made 1']);
    kept.clear();
    expect(kept.take('a', make)).toBe('made 2');
  });
});

describe('what is used often', () => {
  it('is kept from the second time on, and what is wanted once is not', () => {
    const kept = new OftenUsed<string, string>(4);
    let made = 0;
    const make = () => `made ${(made += 1)}`;
    expect(kept.take('a', make)).toBe('made 1');
    expect(kept.get('a')).toBeUndefined();
    expect([kept.take('a', make), kept.take('a', make), kept.get('a')]).toEqual(['made 2', 'made 2', 'made 2']);
  });

  it('stays while others come once', () => {
    const kept = new OftenUsed<number, string>(10);
    for (const round of [1, 2]) kept.put(0, `often ${round}`);
    for (let key = 1; key < 100; key += 1) kept.put(key, 'once');
    expect(kept.get(0)).toBe('often 2');
  });
});
