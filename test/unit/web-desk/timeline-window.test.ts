/** What is drawn of a long conversation: always what is on the screen, never much more, and the eye stays where it was. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Block } from '../../../src/web/desk/thread/blocks.js';
import { eyeAt, partAt } from '../../../src/web/desk/thread/timeline-window.js';
import { blocksOf } from '../../../src/web/desk/thread/blocks.js';
import { rowsOf } from '../../../src/web/desk/state/rows.js';
import { message } from './builders.js';

const SCREEN = 700;
const blocksWith = (count: number): readonly Block[] => Array.from({ length: count }, (_, index) => ({ key: `b${index}`, rows: [] }));
const heights = fc.array(fc.integer({ min: 40, max: 2500 }), { minLength: 1, maxLength: 80 });

describe('the part that is drawn', () => {
  it('covers the screen wherever the eye is, holds the height of all the rest, and stays small', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 1, noNaN: true }), (sizes, share) => {
        const blocks = blocksWith(sizes.length);
        const heightOf = ({ key }: Block): number => sizes[Number(key.slice(1))] ?? 0;
        const total = sizes.reduce((sum, one) => sum + one, 0);
        const top = Math.max(0, total - SCREEN) * share;
        const start = partAt(blocks, heightOf, 'end');
        const part = partAt(blocks, heightOf, eyeAt(blocks, heightOf, start, { topPx: top, heightPx: SCREEN }));
        const drawn = sizes.slice(part.from, part.to).reduce((sum, one) => sum + one, 0);
        expect(part.abovePx + drawn + part.belowPx).toBe(total);
        expect(part.abovePx).toBeLessThanOrEqual(top);
        expect(part.abovePx + drawn).toBeGreaterThanOrEqual(Math.min(total, top + SCREEN));
        expect(drawn).toBeLessThanOrEqual(SCREEN + 2 * 900 + 2 * 2500);
      }),
    );
  });

  it('is the end while the end is followed', () => {
    const part = partAt(blocksWith(500), () => 1000, 'end');
    expect(part).toMatchObject({ to: 500, belowPx: 0 });
    expect(part.to - part.from).toBeLessThanOrEqual(3);
  });

  it('stays with its block when more is fetched above', () => {
    const heightOf = (): number => 500;
    const eye = eyeAt(blocksWith(20), heightOf, partAt(blocksWith(20), heightOf, 'end'), { topPx: 120, heightPx: SCREEN });
    const after = [...Array.from({ length: 10 }, (_, index) => ({ key: `older${index}`, rows: [] })), ...blocksWith(20)];
    const part = partAt(after, heightOf, eye);
    expect(after.slice(part.from, part.to).map(({ key }) => key)).toContain('b0');
  });
});

describe('blocks', () => {
  const rows = (from: number, to: number) =>
    rowsOf({ messages: Array.from({ length: to - from + 1 }, (_, index) => message(from + index)), notes: [], outgoing: [], unreadAfter: null, agentName: undefined }, 0);

  it('keep their keys and rows below while a page is put in above', () => {
    const [, ...before] = blocksOf(rows(57, 260));
    const after = blocksOf(rows(1, 260));
    expect(after.slice(-before.length)).toEqual(before);
    expect(blocksOf(rows(57, 260))[0]?.key).toBe(after.at(-before.length - 1)?.key);
    expect(new Set(after.map(({ key }) => key)).size).toBe(after.length);
  });
});
