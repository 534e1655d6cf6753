/** Which part of a long conversation is drawn: the blocks near the eye, with empty space of the right height for all others. Pure. */
import type { Block } from './blocks.js';

/** The upper edge of the screen, so far below the upper edge of a block; blocks above may come and grow without moving it. */
export interface Eye {
  readonly block: string;
  readonly offsetPx: number;
  readonly heightPx: number;
}

/** `end`: at the end, however long the end grows. */
export type View = Eye | 'end';

/** Blocks `from` up to, not including, `to`. */
export interface DrawnPart {
  readonly from: number;
  readonly to: number;
  readonly abovePx: number;
  readonly belowPx: number;
}

/** So far beyond both edges, so that scrolling finds it drawn. */
const BEYOND_PX = 900;
const SCREEN_PX = 900;

export function partAt(blocks: readonly Block[], heightOf: (block: Block) => number, view: View): DrawnPart {
  const heights = blocks.map(heightOf);
  const total = sumOf(heights);
  const { top, height } = edgesOf(blocks, heights, view);
  let from = 0;
  let abovePx = 0;
  for (; from < heights.length - 1; from += 1) {
    const next = abovePx + (heights[from] ?? 0);
    if (next > top - BEYOND_PX) break;
    abovePx = next;
  }
  let to = from;
  let drawnPx = 0;
  for (; to < heights.length; to += 1) {
    if (to > from && abovePx + drawnPx >= top + height + BEYOND_PX) break;
    drawnPx += heights[to] ?? 0;
  }
  return { from, to, abovePx, belowPx: Math.max(0, total - abovePx - drawnPx) };
}

function edgesOf(blocks: readonly Block[], heights: readonly number[], view: View): { readonly top: number; readonly height: number } {
  if (view === 'end') return { top: sumOf(heights) - SCREEN_PX, height: SCREEN_PX };
  const at = blocks.findIndex(({ key }) => key === view.block);
  return { top: sumOf(heights.slice(0, Math.max(0, at))) + view.offsetPx, height: view.heightPx };
}

/** `topPx`: from the upper edge of the first block to that of the screen, as it is drawn now. */
export function eyeAt(blocks: readonly Block[], heightOf: (block: Block) => number, drawn: DrawnPart, seen: { readonly topPx: number; readonly heightPx: number }): Eye {
  const { topPx, heightPx } = seen;
  const height = (index: number): number => {
    const block = blocks[index];
    return block === undefined ? 0 : heightOf(block);
  };
  let index = Math.min(drawn.from, Math.max(0, blocks.length - 1));
  let y = drawn.abovePx;
  while (index > 0 && topPx < y) {
    index -= 1;
    y -= height(index);
  }
  while (index < blocks.length - 1 && topPx >= y + height(index)) {
    y += height(index);
    index += 1;
  }
  return { block: blocks[index]?.key ?? '', offsetPx: topPx - y, heightPx };
}

const sumOf = (heights: readonly number[]): number => heights.reduce((sum, height) => sum + height, 0);
