/** What is kept of a subscriber, for skills under test: a count, and what was erased. */
import type { PersonalData } from '../../src/ports/personal-data.js';

const HELD = { conversations: 2, messages: 9, files: 1, openCases: 0 };

export interface MemoryPersonal extends PersonalData {
  readonly erased: string[];
}

export function memoryPersonal(): MemoryPersonal {
  const erased: string[] = [];
  return {
    erased,
    counts: () => Promise.resolve(HELD),
    erase: (msisdn) => {
      erased.push(msisdn);
      return Promise.resolve(HELD);
    },
  };
}
