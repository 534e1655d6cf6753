/** Two rewritings of one text, put together line by line; where both changed the same lines, mine stand before theirs. Pure. */

export interface MergedText {
  readonly text: string;
  readonly isClash: boolean;
}

export function mergedLines(base: string, mine: string, theirs: string): MergedText {
  const [was, own, other] = [base, mine, theirs].map((text) => text.split('\n')) as [string[], string[], string[]];
  const [inMine, inTheirs] = [matches(was, own), matches(was, other)];
  const result: string[] = [];
  let isClash = false;
  let [from, ownFrom, otherFrom] = [0, 0, 0];
  const take = (to: number, ownTo: number, otherTo: number): void => {
    const [before, my, their] = [was.slice(from, to), own.slice(ownFrom, ownTo), other.slice(otherFrom, otherTo)];
    if (sameLines(my, before)) result.push(...their);
    else if (sameLines(their, before) || sameLines(my, their)) result.push(...my);
    else {
      isClash = true;
      result.push(...my, ...their);
    }
  };
  for (const [line, text] of was.entries()) {
    const [ownAt, otherAt] = [inMine[line], inTheirs[line]];
    // A line both have kept: what lies before it is decided by itself.
    if (ownAt === undefined || otherAt === undefined) continue;
    take(line, ownAt, otherAt);
    result.push(text);
    [from, ownFrom, otherFrom] = [line + 1, ownAt + 1, otherAt + 1];
  }
  take(was.length, own.length, other.length);
  return { text: result.join('\n'), isClash };
}

/** For each line of `was` where it stands in `now`, by the longest run of lines both have in this order. */
function matches(was: readonly string[], now: readonly string[]): readonly (number | undefined)[] {
  const width = now.length + 1;
  const longest = new Uint32Array((was.length + 1) * width);
  const at = (row: number, column: number): number => longest[row * width + column] ?? 0;
  for (let row = was.length - 1; row >= 0; row--) {
    for (let column = now.length - 1; column >= 0; column--) {
      longest[row * width + column] = was[row] === now[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const found: (number | undefined)[] = [];
  let [row, column] = [0, 0];
  while (row < was.length && column < now.length) {
    if (was[row] === now[column]) found[row++] = column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return Array.from(was, (_, line) => found[line]);
}

function sameLines(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((line, at) => line === other[at]);
}
