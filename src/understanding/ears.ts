/** The ears that are the product's own: for moods, and for the wish for a person. Learnt once from what ships; what editors write later is only taught on top. */
import { PERSON_INTENT } from '../domain/intent.js';
import { Canon } from './canon.js';
import { Concepts } from './concepts.js';
import { corpusOf, Preparer } from './corpus.js';
import type { Corpus, Item } from './corpus.js';
import { hashText } from './features.js';
import { fold } from './fold.js';
import { GENERIC_SENTENCES } from './generic-sentences.js';
import type { Ears } from './learnt-ears.js';
import { MOOD_SENTENCES } from './mood-sentences.js';
import type { MoodSentence } from './mood-sentences.js';
import { trainMood } from './mood-training.js';
import { PERSON_SENTENCES } from './person-sentences.js';
import { teachPerson, trainPerson } from './person-training.js';
import { seeded } from './random.js';
import type { TrainingSet } from './training-set.js';

const SEED = 20;
const MARK = 0x27d4eb2f;

/** From the content that ships and the product's own sentences. */
export function trainEars(set: Pick<TrainingSet, 'intents' | 'lexicon'>): Ears {
  const preparer = new Preparer(new Canon(set.lexicon), new Concepts());
  return earsFrom(corpusOf(set, GENERIC_SENTENCES, preparer), preparer, MOOD_SENTENCES);
}

export function earsFrom(corpus: Corpus, preparer: Preparer, moods: readonly MoodSentence[]): Ears {
  // Each by chance of its own, so that a sentence added to the one leaves the other as it was.
  const training = () => ({ preparer, corpus, random: seeded(SEED) });
  return { mood: trainMood(moods, training()), person: trainPerson(PERSON_SENTENCES, training()), known: Uint32Array.from(corpus.items, (item) => markOf(item, corpus)) };
}

/** The same ears for the same examples, number for number. Moods are the product's own matter: examples teach only who asks for a person. */
export function earsTaught(ears: Ears, corpus: Corpus, preparer: Preparer): Pick<Ears, 'mood' | 'person'> {
  const known = new Set(ears.known);
  const fresh = corpus.items.filter((item) => !known.has(markOf(item, corpus)));
  return { mood: ears.mood, person: teachPerson(ears.person, fresh, { preparer, corpus }) };
}

/** An example by its words and by whether it asks for a person. */
function markOf({ text, label }: Item, { intentIds }: Corpus): number {
  return hashText(fold(text), intentIds[label] === PERSON_INTENT ? ~MARK : MARK);
}
