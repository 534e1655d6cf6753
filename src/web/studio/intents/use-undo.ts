/** Takes back changes of a list one by one; typing in one row counts as one change. What came from elsewhere meanwhile (saved, discarded, merged) is not undone. */
import { useState } from 'react';
import { changedRow } from './examples.js';

type List = readonly string[];

interface Step {
  readonly before: List;
  readonly after: List;
  readonly row: number | null;
}

const MOST_STEPS = 100;

export interface Undo {
  /** Tell of every change by hand. */
  readonly note: (before: List, after: List) => void;
  /** Null: nothing to take back. */
  readonly back: (() => void) | null;
}

export function useUndo(now: List, put: (list: List) => void): Undo {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const last = steps.at(-1);
  const isOurs = last?.after === now;
  return {
    note: (before, after) => {
      const kept = isOurs ? steps : [];
      const row = changedRow(before, after);
      const isSameRow = isOurs && row !== null && row === last.row;
      setSteps(isSameRow ? [...kept.slice(0, -1), { ...last, after }] : [...kept, { before, after, row }].slice(-MOST_STEPS));
    },
    back: !isOurs
      ? null
      : () => {
          setSteps(steps.slice(0, -1));
          put(last.before);
        },
  };
}
