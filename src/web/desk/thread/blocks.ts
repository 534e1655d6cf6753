/** Rows of a conversation in blocks that are drawn and measured as one. Pure. */
import type { Row } from '../state/rows.js';

export interface Block {
  /** The same while more is fetched above, so that heights and the eye's place hold. */
  readonly key: string;
  readonly rows: readonly Row[];
}

const ROWS = 20;

/** Cut at fixed places of the record, so that what is fetched above leaves the blocks below as they are. */
export function blocksOf(rows: readonly Row[]): readonly Block[] {
  const blocks: Row[][] = [];
  for (const row of rows) {
    const isEdge = row.type === 'message' && row.message.seq % ROWS === 0;
    const block = blocks.at(-1);
    if (block === undefined || isEdge) blocks.push([row]);
    else block.push(row);
  }
  return blocks.map((block) => ({ key: keyOf(block), rows: block }));
}

function keyOf(rows: readonly Row[]): string {
  const first = rows.find((row) => row.type === 'message');
  return first?.type === 'message' ? `from-${Math.floor(first.message.seq / ROWS)}` : (rows[0]?.key ?? '');
}
