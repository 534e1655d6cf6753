/** Remembers how short texts were read: a reading is a function of the text, the language and the day, and most texts are said by many. */
import type { Reading } from '../domain/reading.js';
import { OftenUsed } from '../domain/recently-used.js';
import type { ReadingContext } from '../ports/published-content.js';
import { lingering } from '../understanding/mood.js';

/** A few kB each. */
const MOST_KEPT = 4000;
/** In characters: buttons, names of things and plain questions; what is longer is hardly said twice. */
const LONGEST_KEPT = 40;

type Read = (text: string, context: ReadingContext) => Reading;

/** `read` is asked without earlier moods, whose colour is added to what is kept; and of what has a vector nothing is kept. */
export function keptReadings(read: Read): Read {
  const kept = new OftenUsed<string, Reading>(MOST_KEPT);
  return (text, context) => {
    const { today, locale, previousMoods, embedding } = context;
    if (embedding !== undefined || text.length > LONGEST_KEPT) return read(text, context);
    const key = `${today} ${locale ?? '-'} ${text}`;
    const reading = kept.take(key, () => read(text, { today, ...(locale === undefined ? {} : { locale }) }));
    const mood = lingering(reading.mood, previousMoods ?? []);
    return mood === reading.mood ? reading : { ...reading, mood };
  };
}
