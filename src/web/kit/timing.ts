/** Time and chance as the kit asks for them, so that tests hold both in their hand. */
export interface Timing {
  now(): number;
  /** Calls back once after `ms`; the answer calls it off. */
  after(ms: number, act: () => void): () => void;
  /** From 0 up to, not including, 1. */
  random(): number;
}

export const browserTiming: Timing = {
  now: () => Date.now(),
  after: (ms, act) => {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
  random: () => Math.random(),
};
