/** A table as somebody who looks at it reads it: merged cells say the same in every row they cover, and rows beside one question are one. Pure. */
import { cellOfList, listOf } from './lists.js';
import type { Sheet } from './sheet.js';
import type { MergedCells } from './workbook.js';

export interface SeenAs {
  /** Which column holds what is asked, and which hold lists; counted from 1. */
  readonly question: number;
  readonly lists: ReadonlySet<number>;
  /** Rows below it, counted from 1. */
  readonly head: number;
}

/** Rows keep their places: one that went into the row above it is empty. */
export function asSeen(sheet: Sheet, merged: readonly MergedCells[], { question, lists, head }: SeenAs): Sheet {
  const rows = sheet.map((cells) => [...cells]);
  const below = merged.filter(({ row }) => row > head);
  for (const { column, row, lastRow } of below) {
    if (column === question) continue;
    const says = rows[row - 1]?.[column - 1] ?? '';
    // A row with nothing of its own stays an empty one.
    for (const [index, cells] of rows.slice(row, lastRow).entries()) if ((sheet[row + index] ?? []).some((cell) => cell.trim() !== '')) cells[column - 1] = says;
  }
  for (const { row, lastRow } of below.filter(({ column }) => column === question)) {
    const first = rows[row - 1];
    if (!first) continue;
    for (const cells of rows.slice(row, lastRow)) {
      cells.forEach((cell, index) => (first[index] = together(first[index] ?? '', cell, lists.has(index + 1))));
      cells.fill('');
    }
  }
  return rows;
}

function together(above: string, cell: string, isList: boolean): string {
  if (cell.trim() === '' || cell === above) return above;
  if (above.trim() === '') return cell;
  return isList ? cellOfList([...new Set([...listOf(above), ...listOf(cell)])]) : `${above}\n${cell}`;
}
