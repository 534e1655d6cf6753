/** Turns a classifier's signals into calibrated confidence and a decision on scope; fitted on messages the classifier had not seen. */
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import { fitLogistic, logit, sigmoid } from './logistic.js';
import type { Logistic, Sample } from './logistic.js';

/** One held-out message: what the classifier made of it without having learnt it. */
export interface Heldout {
  readonly signals: Float64Array;
  readonly best: number;
  /** Its true intent, -1 out of scope. */
  readonly label: number;
  readonly locale: Locale;
}

export interface LocaleJudge {
  readonly scope: Logistic;
  readonly confidence: Logistic;
  /** Confidence is sigmoid(slope × logit + offset). */
  readonly slope: number;
  readonly offset: number;
  /** Out-of-scope log-odds above which a message is refused, by intent. */
  readonly thresholds: Float64Array;
}

export type JudgeData = Readonly<Record<Locale, LocaleJudge>>;

/** Below this many held-out messages a language borrows from the other. */
const ENOUGH = 120;
const KEEP = 0.9;

export interface Verdict {
  readonly confidence: number;
  readonly outOfScope: number;
  readonly isAccepted: boolean;
}

export function judge(data: LocaleJudge, signals: Float64Array, best: number): Verdict {
  const outside = logit(data.scope, signals);
  return {
    confidence: sigmoid(data.slope * logit(data.confidence, signals) + data.offset),
    outOfScope: sigmoid(outside),
    isAccepted: outside <= (data.thresholds[best] ?? 0),
  };
}

export interface JudgeFitting {
  readonly heldout: readonly Heldout[];
  /** Labelled messages given apart, to tune thresholds by. */
  readonly tuning: readonly Heldout[];
  readonly intentCount: number;
  /** How many of the signals may be used. */
  readonly width: number;
}

export function fitJudges({ heldout, tuning, ...rest }: JudgeFitting): JudgeData {
  const judges = LOCALES.map((locale) => {
    const own = heldout.filter((row) => row.locale === locale);
    const inScope = own.filter((row) => row.label >= 0).length;
    const rows = inScope >= ENOUGH && own.length - inScope >= ENOUGH / 2 ? own : heldout;
    return [locale, fitJudge({ heldout: rows, tuning: tuning.filter((row) => row.locale === locale), ...rest })] as const;
  });
  return Object.fromEntries(judges) as Record<Locale, LocaleJudge>;
}

function fitJudge({ heldout: rows, tuning, intentCount, width }: JudgeFitting): LocaleJudge {
  const inside = rows.filter((row) => row.label >= 0);
  const outside = rows.filter((row) => row.label < 0);
  const balance = inside.length / Math.max(1, outside.length);
  const scope = fitLogistic(
    rows.map((row): Sample => ({ signals: row.signals, target: row.label < 0 ? 1 : 0, weight: row.label < 0 ? balance : 1 })),
    width,
  );
  const confidence = fitLogistic(
    rows.map((row): Sample => ({ signals: row.signals, target: row.label === row.best ? 1 : 0, weight: row.label < 0 ? 0.5 * balance : 1 })),
    width,
  );
  const platt = fitLogistic(
    inside.map((row): Sample => ({ signals: [logit(confidence, row.signals)], target: row.label === row.best ? 1 : 0, weight: 1 })),
    1,
    0.01,
  );
  const slope = (platt.weights[0] ?? 1) / (platt.scales[0] ?? 1);
  return {
    scope,
    confidence,
    slope,
    offset: platt.bias - slope * (platt.means[0] ?? 0),
    thresholds: thresholdsOf(scope, tuning.some((row) => row.label < 0) ? tuning : rows, intentCount),
  };
}

/** Each intent keeps its share of held-out messages; with few of them it leans on the threshold of all. */
function thresholdsOf(scope: Logistic, rows: readonly Heldout[], intentCount: number): Float64Array {
  const scored = rows.map((row) => ({ row, value: logit(scope, row.signals) }));
  const inside = scored.filter(({ row }) => row.label >= 0).map(({ value }) => value);
  const common = quantile(inside, KEEP);
  const thresholds = new Float64Array(intentCount).fill(common);
  for (let intent = 0; intent < intentCount; intent += 1) {
    const own = scored.filter(({ row }) => row.label === intent && row.best === intent).map(({ value }) => value);
    if (own.length < 8) continue;
    const share = own.length / (own.length + 60);
    thresholds[intent] = share * quantile(own, KEEP) + (1 - share) * common;
  }
  return thresholds;
}

export function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
