/** Reads messages with a trained model: language, intents with confidence, entities, mood, needs, corrections, and whether a person is asked for. */
import { PERSON_INTENT } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { Entity, IntentScore, Need, Reading } from '../domain/reading.js';
import { OftenUsed } from '../domain/recently-used.js';
import { askedIn } from './asked.js';
import { Canon } from './canon.js';
import { Concepts } from './concepts.js';
import { findCorrection } from './correction.js';
import type { Correction } from './correction.js';
import { CatalogueFinder } from './entities/catalogue-names.js';
import { findEntities } from './entities/entities.js';
import { extract, FeatureBuffer } from './features.js';
import { fold } from './fold.js';
import { judge } from './judge.js';
import type { JudgeData, Verdict } from './judge.js';
import { Classifier } from './learner.js';
import type { Model, ModelIntent } from './model.js';
import { addCues, lingering, moodOf } from './mood.js';
import { cuesOf } from './mood-cues.js';
import { needsOf } from './needs.js';
import type { SegmentReading } from './needs.js';
import { OwnWords } from './own-words.js';
import { namesNothing } from './particulars.js';
import { PersonEar } from './person-ear.js';
import { personVerdict } from './person-rules.js';
import { rankingOf } from './ranking.js';
import { localeOf } from './script.js';
import type { Scorer } from './scorer.js';

export interface ReadingContext {
  /** YYYY-MM-DD where the subscriber is. */
  readonly today: string;
  readonly locale?: Locale;
  readonly previous?: { readonly mood: readonly number[] };
  /** Of this text, when the model was trained with embeddings. */
  readonly embedding?: Float32Array;
}

/** Longer messages are read up to here. */
const LONGEST = 2000;
/** Pieces that are read once for all, and how long they may be, in characters: longer ones hardly come again. */
const MOST_PIECES = 1000;
const LONGEST_PIECE = 24;
/** From which a piece of several is heard by itself as a wish for a person; not behind a word that turns it down. */
const SURE_WISH = 0.9;
const NEGATES = /不用|不要|不想|不必|别|勿|没有?要|\b(?:not|no|never|without|don'?t|doesn'?t|didn'?t|won'?t|can'?t|cannot|stop|instead of|rather than)\b/u;
/** As sure as one can be of what words want that name nothing. */
const UNNAMED = 0.2;
/** What editors wrote themselves leaves no doubt worth asking about. */
const OWN = { confidence: 0.98, outOfScope: 0.02 };
const QUESTION = { upset: 0, angry: 1, person: 2 } as const;

interface Classifiers {
  readonly plain: Classifier;
  readonly embedded: Classifier | null;
}

const questionsTo = ({ mood, person }: Model) => [mood.upset, mood.angry, person];

function classifiersOf(model: Model): Classifiers {
  const questions = questionsTo(model);
  return { plain: new Classifier(model.classifier, questions), embedded: model.embedded && new Classifier(model.embedded.classifier, questions) };
}

export class Reader {
  private readonly canon: Canon;
  private readonly concepts = new Concepts();
  private readonly classifier: Classifier;
  private readonly embedded: { readonly classifier: Classifier; readonly judges: JudgeData } | null;
  /** The one that classified last, which answers the questions too. */
  private inUse: Classifier;
  /** One for each classifier there is. */
  private readonly persons: ReadonlyMap<Classifier, PersonEar>;
  private readonly ownWords: OwnWords;
  private readonly names: CatalogueFinder;
  private readonly intents: ReadonlyMap<string, ModelIntent>;
  private readonly buffer = new FeatureBuffer();
  private readonly cues = new FeatureBuffer(64);
  private readonly words: string[] = [];
  /** 「你好」, 「谢谢」: of messages that nobody ever wrote before many a piece was. */
  private readonly pieces = new OftenUsed<string, SegmentReading>(MOST_PIECES);
  /** Of the text whose features are in the buffer. */
  private canonical = '';

  /** In one go, which takes a tenth of a second with the content of an operator. */
  constructor(
    private readonly model: Model,
    { plain, embedded }: Classifiers = classifiersOf(model),
  ) {
    this.canon = new Canon(model.lexicon);
    this.classifier = plain;
    this.embedded = model.embedded !== null && embedded !== null ? { classifier: embedded, judges: model.embedded.judges } : null;
    this.inUse = this.classifier;
    const earOf = (classifier: Classifier): PersonEar => new PersonEar({ hear: (features) => classifier.hear(features), answer: (signs) => classifier.answer(QUESTION.person, signs) }, this.canon, this.concepts);
    this.persons = new Map([plain, ...(embedded ? [embedded] : [])].map((classifier) => [classifier, earOf(classifier)]));
    this.ownWords = new OwnWords(model.ownWords);
    this.names = new CatalogueFinder(model.catalogue);
    this.intents = new Map(model.intents.map((intent) => [intent.id, intent]));
  }

  /** The same in short steps, between which messages are answered. */
  static async slowly(model: Model, pause: () => Promise<void>): Promise<Reader> {
    const questions = questionsTo(model);
    const plain = await Classifier.slowly(model.classifier, questions, pause);
    return new Reader(model, { plain, embedded: model.embedded && (await Classifier.slowly(model.embedded.classifier, questions, pause)) });
  }

  read(text: string, context: ReadingContext): Reading {
    const original = text.length > LONGEST ? text.slice(0, LONGEST) : text;
    const folded = fold(original);
    const found = findEntities(original, folded, context.today, this.names);
    const isOwn = this.ownWords.labelOf(folded) !== null;
    const correction = isOwn ? null : findCorrection(folded, found);
    const whole = this.classify(folded, context, context.embedding);
    const mood = this.moodOf(original, folded, context);
    const asked = askedIn(original);
    const asksForPerson = this.asksForPerson(folded, whole) && (asked.length === 0 || personVerdict(folded) === 'asked');
    const meant = correction?.kind === 'intent' ? this.classify(folded.slice(correction.start, correction.end), context) : whole;
    const { main, needs } = correction === null && !isOwn ? needsOf(folded, whole, this.intents, (piece) => this.pieceOf(piece, context)) : { main: meant, needs: [] };
    return {
      text,
      locale: whole.locale,
      ranking: main.ranking,
      isAccepted: main.isAccepted,
      outOfScope: main.outOfScope,
      entities: withoutDropped(found, correction),
      mood,
      asksForPerson: asksForPerson || (asked.length === 0 && needs.some((need) => this.wishesIn(folded, need, context))),
      asked,
      needs: needs.map((need): Need => ({ ...need, text: original.slice(need.start, need.end) })),
      correction: correction?.kind ?? null,
    };
  }

  /** What the classifier sees of a text after typing errors, dialect and pinyin were put right: English word by word, Chinese by signs that stand together. For people who ask why. */
  tokens(text: string): { readonly canonical: string; readonly words: readonly string[] } {
    const canonical = this.canon.of(fold(text.slice(0, LONGEST)));
    const buffer = new FeatureBuffer();
    const words = canonical.split(/(\p{Script=Han}+)/u).flatMap((run) => {
      const found: string[] = [];
      extract(run, this.concepts, buffer, found);
      return /^\p{Script=Han}/u.test(run) ? pairsOf(run) : found;
    });
    return { canonical, words };
  }

  private pieceOf(folded: string, context: ReadingContext): SegmentReading {
    if (folded.length > LONGEST_PIECE) return this.classify(folded, context);
    return this.pieces.take(`${context.locale ?? '-'} ${folded}`, () => this.classify(folded, context));
  }

  /** Pieces of a message have no embedding of their own. */
  private classify(folded: string, context: ReadingContext, embedding?: Float32Array): SegmentReading {
    const canonical = this.canon.of(folded);
    this.canonical = canonical;
    extract(canonical, this.concepts, this.buffer, this.words);
    const locale = localeOf(canonical, context.locale ?? 'zh-CN');
    const message = { features: this.buffer, words: this.words, embedding: embedding ?? null };
    const isEmbedded = this.embedded !== null && embedding?.length === this.model.embedded?.classifier.embeddingSize;
    const { classifier, judges } = (isEmbedded ? this.embedded : null) ?? { classifier: this.classifier, judges: this.model.judges };
    this.inUse = classifier;
    const scorer = classifier.classify(message);
    const verdict = judge(judges[locale], scorer.signals, scorer.best);
    if (this.buffer.count === 0 || this.model.intents.length === 0) return { locale, ranking: [], isAccepted: false, outOfScope: 1 };
    const isUnnamed = namesNothing(canonical);
    const own = isUnnamed ? null : this.ownWords.labelOf(folded);
    if (own !== null) return { locale, isAccepted: true, ...this.asMeant(scorer, own, verdict) };
    const ranking = rankingOf(this.model.intents, scorer, isUnnamed ? Math.min(verdict.confidence, UNNAMED) : verdict.confidence);
    return { locale, ranking, isAccepted: verdict.isAccepted && !isUnnamed, outOfScope: verdict.outOfScope };
  }

  private asMeant({ chances }: Scorer, best: number, verdict: Verdict): Pick<SegmentReading, 'ranking' | 'outOfScope'> {
    const confidence = Math.max(OWN.confidence, verdict.confidence);
    return { ranking: rankingOf(this.model.intents, { chances, best }, confidence), outOfScope: Math.min(OWN.outOfScope, verdict.outOfScope) };
  }

  /** About the message classified last. */
  private asksForPerson(folded: string, whole: SegmentReading): boolean {
    const best: IntentScore | undefined = whole.ranking[0];
    const isBest = whole.isAccepted && best !== undefined && best.intent === PERSON_INTENT && best.confidence >= 0.5;
    return this.buffer.count > 0 && (this.persons.get(this.inUse)?.hears({ folded, canonical: this.canonical }, isBest) ?? false);
  }

  /** "… and can I speak to someone": a piece that is nothing but the wish, where the whole is about so much else. */
  private wishesIn(folded: string, { start, end, ranking }: Pick<Need, 'start' | 'end' | 'ranking'>, context: ReadingContext): boolean {
    const best = ranking[0];
    if (best?.intent !== PERSON_INTENT || best.confidence < SURE_WISH || NEGATES.test(folded.slice(0, start))) return false;
    const piece = folded.slice(start, end);
    return this.asksForPerson(piece, this.classify(piece, context));
  }

  private moodOf(original: string, folded: string, context: ReadingContext): Reading['mood'] {
    const cues = cuesOf(original, folded);
    this.cues.count = 0;
    addCues(cues, this.cues);
    const mood = moodOf(this.inUse.answer(QUESTION.upset, this.cues), this.inUse.answer(QUESTION.angry, this.cues), cues);
    return lingering(mood, context.previous?.mood ?? []);
  }
}

function withoutDropped(entities: readonly Entity[], correction: Correction | null): readonly Entity[] {
  const dropped = correction?.dropped ?? null;
  if (dropped === null) return entities;
  return entities.filter((entity) => entity.end <= dropped.start || entity.start >= dropped.end);
}

function pairsOf(run: string): readonly string[] {
  const signs = [...run];
  return signs.length === 1 ? signs : signs.slice(1).map((sign, index) => `${signs[index] ?? ''}${sign}`);
}
