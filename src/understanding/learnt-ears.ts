/** What was learnt of moods and of the wish for a person, as plain data. */
import type { TextLogisticData } from './text-logistic.js';

export interface MoodData {
  readonly upset: TextLogisticData;
  readonly angry: TextLogisticData;
}

export interface Ears {
  readonly mood: MoodData;
  readonly person: TextLogisticData;
  /** A mark of each example they were learnt from: only others need teaching. */
  readonly known: Uint32Array;
}
