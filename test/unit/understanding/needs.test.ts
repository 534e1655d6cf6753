/** Which piece of a long message may stand for the whole. */
import { describe, expect, it } from '@jest/globals';
import { needsOf } from '../../../src/understanding/needs.js';
import type { SegmentReading } from '../../../src/understanding/needs.js';

const reading = (intent: string, confidence: number, isAccepted: boolean): SegmentReading => ({ locale: 'en', ranking: [{ intent, confidence }], isAccepted, outOfScope: isAccepted ? 0.1 : 0.6 });
const TEXT = 'can my daughter also have a card, she is twelve';
const mainOf = (whole: SegmentReading, piece: SegmentReading) => needsOf(TEXT, whole, new Map(), (part) => (part.includes('twelve') ? piece : reading('other', 0.2, false))).main.ranking[0]?.intent;

describe('a message as a whole is in doubt', () => {
  it('and is still what it is about where a piece is only a little surer', () => {
    expect(mainOf(reading('spare_card', 0.5, false), reading('age_limit', 0.6, true))).toBe('spare_card');
  });

  it('and is about the piece that is far surer', () => {
    expect(mainOf(reading('spare_card', 0.3, false), reading('age_limit', 0.8, true))).toBe('age_limit');
  });

  it('and no piece stands for it that is in doubt itself', () => {
    expect(mainOf(reading('spare_card', 0.1, false), reading('age_limit', 0.8, false))).toBe('spare_card');
  });
});
