/** Takes back changes of a list one by one; typing in one row counts as one change. What came from elsewhere meanwhile (saved, discarded, merged) is not undone. */
import { useRef, useState } from 'react';
import { changedRow } from './examples.js';

type List = readonly string[];

export interface Step {
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
  /** Null: nothing to take back. Rejects when it could not be: then it is still there to be taken back. */
  readonly back: (() => Promise<void>) | null;
}

/** `takeBack` hears of a step once everything else about it is taken back. */
export function useUndo(now: List, takeBack: (step: Step) => void): Undo {
  const [steps, setSteps] = useState<readonly Step[]>([]);
  const isBusy = useRef(false);
  const last = steps.at(-1);
  return {
    note: (before, after, also) => setSteps((known) => withStep(known, { before, after, row: also ? null : changedRow(before, after), also: also ?? null })),
    back: last?.after !== now
      ? null
      : async () => {
          // Another tap while it is under way is the same wish.
          if (isBusy.current) return;
          isBusy.current = true;
          try {
            await last.also?.();
          } finally {
            isBusy.current = false;
          }
          setSteps((known) => known.filter((step) => step !== last));
          takeBack(last);
        },
  };
}

function withStep(known: readonly Step[], step: Step): readonly Step[] {
  const last = known.at(-1);
  if (last?.after !== step.before) return [step];
  return step.row !== null && step.row === last.row ? [...known.slice(0, -1), { ...last, after: step.after }] : [...known, step].slice(-MOST_STEPS);
}
