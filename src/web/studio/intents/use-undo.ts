/** Takes back changes of a list one by one; typing in one row counts as one change. What came from elsewhere meanwhile (saved, discarded, merged) is not undone. */
import { useState } from 'react';
import { changedRow } from './examples.js';

type List = readonly string[];

interface Step {
  readonly before: List;
  readonly after: List;
  readonly row: number | null;
  /** What else the change did, taken back first; rejects when it could not be. */
  readonly also: (() => Promise<void>) | null;
}

const MOST_STEPS = 100;

export interface Undo {
  /** Tell of every change by hand. */
  readonly note: (before: List, after: List, also?: () => Promise<void>) => void;
  /** Null: nothing to take back. */
  readonly back: (() => Promise<void>) | null;
}

export function useUndo(now: List, put: (list: List) => void): Undo {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const last = steps.at(-1);
  const isOurs = last?.after === now;
  return {
    note: (before, after, also) => {
      const kept = isOurs ? steps : [];
      const row = also ? null : changedRow(before, after);
      const isSameRow = isOurs && row !== null && row === last.row;
      setSteps(isSameRow ? [...kept.slice(0, -1), { ...last, after }] : [...kept, { before, after, row, also: also ?? null }].slice(-MOST_STEPS));
    },
    back: !isOurs
      ? null
      : async () => {
          setSteps(steps.slice(0, -1));
          await last.also?.();
          put(last.before);
        },
  };
}
