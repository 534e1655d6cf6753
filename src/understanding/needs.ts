/** Finds several needs in one message, and lets a need win over the courtesy it comes with. */
import type { AskedKind } from '../domain/asked.js';
import type { Locale } from '../domain/locale.js';
import type { IntentScore, Need } from '../domain/reading.js';
import type { ModelIntent } from './model.js';
import { askedIn } from './asked.js';
import { segmentsOf } from './segments.js';
import type { Segment } from './segments.js';

export interface SegmentReading {
  readonly locale: Locale;
  readonly ranking: readonly IntentScore[];
  readonly isAccepted: boolean;
  readonly outOfScope: number;
}

interface Candidate {
  readonly segment: Segment;
  readonly reading: SegmentReading;
  readonly best: IntentScore;
}

export interface NeedsFound {
  readonly main: SegmentReading;
  readonly needs: readonly Omit<Need, 'text'>[];
}

/** A piece must be this sure of itself; one that is announced, a little less. */
const SURE = 0.75;
const SURE_WHEN_ANNOUNCED = 0.55;
/** By how much surer than the whole message a piece must be to stand for it: a long one is in doubt more often than it is about its shortest sentence. */
const FAR_SURER = 1.5;
/** A need the whole message gives this little is an accident of the cut. */
const ECHO = 0.02;
/** In characters; what is this short is said of something else: 「充一个」. */
const NAMES_LITTLE = 4;
/** Asked of whatever stands before: 「国外能用吗 怎么收费」, "does it work abroad and what does it cost". */
const OF_WHAT_STANDS_BEFORE: ReadonlySet<AskedKind> = new Set(['how-much', 'fee', 'is-free', 'what-it-cost', 'how-long', 'when', 'when-done', 'since-when', 'how', 'why', 'where', 'terms', 'what-to-bring', 'undoing', 'how-reckoned']);
/** Without urgency of their own, needs of these kinds go first. */
const KIND_ORDER = ['handoff', 'skill', 'faq', 'control'];

export function needsOf(folded: string, whole: SegmentReading, byId: ReadonlyMap<string, ModelIntent>, read: (piece: string) => SegmentReading): NeedsFound {
  const segments = segmentsOf(folded);
  if (segments.length < 2 || whole.ranking.length === 0) return { main: whole, needs: [] };
  const candidates: Candidate[] = [];
  for (const [index, segment] of segments.entries()) {
    if (index > 0 && askedIn(folded.slice(segment.start, segment.end)).some((kind) => OF_WHAT_STANDS_BEFORE.has(kind))) continue;
    const reading = read(folded.slice(segment.start, segment.end));
    const best = reading.ranking[0];
    if (best !== undefined && reading.isAccepted) candidates.push({ segment, reading, best });
  }
  const isCourtesy = (intent: string | undefined): boolean => byId.get(intent ?? '')?.kind === 'control';
  const needed = distinct(withWhole(candidates.filter((one) => !isCourtesy(one.best.intent) && isOwn(one, whole)), whole, isCourtesy));
  const main = mainOf(whole, candidates, isCourtesy);
  if (needed.length < 2) return { main, needs: [] };
  const order = (one: Candidate): number => rank(byId.get(one.best.intent));
  const needs = [...needed]
    .sort((one, other) => order(one) - order(other) || one.segment.start - other.segment.start)
    .map(({ segment, reading }) => ({ start: segment.start, end: segment.end, ranking: reading.ranking, isAccepted: reading.isAccepted }));
  return { main, needs };
}

function rank(intent: ModelIntent | undefined): number {
  if (intent === undefined) return KIND_ORDER.length;
  return intent.isUrgent ? -1 : KIND_ORDER.indexOf(intent.kind);
}

function isOwn({ segment, best }: Candidate, whole: SegmentReading): boolean {
  if (best.confidence < (segment.isAnnounced ? SURE_WHEN_ANNOUNCED : SURE)) return false;
  const echo = whole.ranking.find((score) => score.intent === best.intent)?.confidence ?? 0;
  return segment.isAnnounced || segment.isFollowed || echo >= ECHO;
}

/** 「流量不够，充一个，再看下话费」: what the whole is sure of and no piece says stands in the place of one that names next to nothing. */
function withWhole(pieces: readonly Candidate[], whole: SegmentReading, isCourtesy: (intent: string | undefined) => boolean): readonly Candidate[] {
  const [best] = whole.ranking;
  if (!best || !whole.isAccepted || best.confidence < SURE || isCourtesy(best.intent) || pieces.some((one) => one.best.intent === best.intent)) return pieces;
  const odd = pieces.findIndex(({ segment, best: own }) => !segment.isAnnounced && segment.end - segment.start <= NAMES_LITTLE && (whole.ranking.find(({ intent }) => intent === own.intent)?.confidence ?? 0) < ECHO);
  return pieces.map((one, index) => (index === odd ? { ...one, segment: { ...one.segment, start: 0 }, reading: whole, best } : one));
}

/** The surest piece of each intent stands for it. */
function distinct(candidates: readonly Candidate[]): Candidate[] {
  const byIntent = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const known = byIntent.get(candidate.best.intent);
    if (known === undefined || known.best.confidence < candidate.best.confidence) byIntent.set(candidate.best.intent, candidate);
  }
  return [...byIntent.values()];
}

/** 「你好,查话费」 is about the bill: what comes with a greeting or thanks outweighs it. */
function mainOf(whole: SegmentReading, candidates: readonly Candidate[], isCourtesy: (intent: string | undefined) => boolean): SegmentReading {
  const best = whole.ranking[0];
  const isSettled = whole.isAccepted && best !== undefined && !isCourtesy(best.intent);
  if (isSettled) return whole;
  const needs = candidates.filter((one) => !isCourtesy(one.best.intent) && one.best.confidence >= SURE_WHEN_ANNOUNCED);
  const surest = needs.reduce<Candidate | null>((kept, one) => (kept === null || one.best.confidence > kept.best.confidence ? one : kept), null);
  const isBetter = surest !== null && (isCourtesy(best?.intent) || surest.best.confidence > FAR_SURER * (best?.confidence ?? 0));
  return surest === null || !isBetter ? whole : { ...surest.reading, locale: whole.locale };
}
