/** What editors add to a reading: their patterns decide, and an intent outside its dates is not heard. */
import { isInForce } from '../domain/intent.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { Need, Reading } from '../domain/reading.js';
import { patternOf } from '../understanding/editor-patterns.js';
import type { EditorPattern } from '../understanding/editor-patterns.js';

export type ServedReading = (reading: Reading, today: string) => Reading;

/** As sure as a rule of a person's is; no more, so that nothing above it in the table is passed over. */
const BY_PATTERN = 0.99;

/** `compile` is asked once for each pattern of a revision: all of a thousand anew would hold up every message. */
export function servedReading(intents: readonly IntentDefinition[], compile: (source: string) => EditorPattern | null = patternOf): ServedReading {
  const dated = intents.filter(({ validFrom, validTo }) => validFrom !== undefined || validTo !== undefined);
  const patterned = intents.flatMap((intent) => (intent.patterns ?? []).map((source) => ({ intent, pattern: onceAsked(() => compile(source)) })));
  if (dated.length + patterned.length === 0) return (reading) => reading;
  return (reading, today) => {
    const out = new Set(dated.filter((intent) => !isInForce(intent, today)).map(({ id }) => id));
    const named = patterned.find(({ intent, pattern }) => !out.has(intent.id) && (pattern()?.find(reading.text) ?? null) !== null);
    const left = out.size === 0 ? reading : withoutThose(reading, out);
    return named && !left.asksForPerson ? { ...left, ...byPattern(left, named.intent.id) } : left;
  };
}

/** Not before the first message wants it: revisions that are only checked hear few. */
function onceAsked<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
}

function withoutThose(reading: Reading, out: ReadonlySet<string>): Reading {
  const rest = <Ranked extends Pick<Need, 'ranking' | 'isAccepted'>>(ranked: Ranked): Ranked => {
    const [best] = ranked.ranking;
    const ranking = ranked.ranking.filter(({ intent }) => !out.has(intent));
    return { ...ranked, ranking, isAccepted: ranked.isAccepted && best !== undefined && !out.has(best.intent) };
  };
  return { ...rest(reading), needs: reading.needs.map(rest) };
}

function byPattern({ ranking }: Reading, intent: string): Partial<Reading> {
  const others = ranking.filter((score) => score.intent !== intent).map((score) => ({ ...score, confidence: score.confidence * (1 - BY_PATTERN) }));
  return { ranking: [{ intent, confidence: BY_PATTERN }, ...others], isAccepted: true, outOfScope: 0, needs: [] };
}
