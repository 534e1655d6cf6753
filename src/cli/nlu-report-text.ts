/** The report on understanding as Markdown: overall, by language and length, per intent, confusions, calibration, scope, mood. */
import type { ExaminedMood } from '../understanding/examination.js';
import type { CurvePoint } from './nlu-charts.js';
import { accuracy, areaUnderCurve, bins, calibrationError, confusions, inScope, share } from './nlu-figures.js';
import type { Judged } from './nlu-figures.js';

const percent = (value: number): string => (100 * value).toFixed(1);

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.map((cell) => String(cell).replace(/\|/gu, '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function shippedPoint(rows: readonly Judged[]): CurvePoint {
  return {
    kept: share(inScope(rows), (row) => row.isAccepted),
    refused: share(rows.filter((row) => row.intent === null), (row) => !row.isAccepted),
  };
}

export function curveOf(rows: readonly Judged[]): CurvePoint[] {
  const outside = rows.filter((row) => row.intent === null);
  const inside = inScope(rows);
  const limits = [...new Set(rows.map((row) => Math.round(row.outOfScope * 500) / 500))].sort((one, other) => one - other);
  return [0, ...limits, 1].map((limit) => ({
    kept: share(inside, (row) => row.outOfScope <= limit),
    refused: share(outside, (row) => row.outOfScope > limit),
  }));
}

function lengthOf({ text, locale }: Judged): string {
  const size = locale === 'en' ? text.split(/\s+/u).length : text.length / 2;
  return size <= 3 ? 'short' : size <= 8 ? 'middling' : 'long';
}

function groups(rows: readonly Judged[]): string {
  const parts: [string, readonly Judged[]][] = [['all', rows]];
  for (const locale of ['zh-CN', 'en']) parts.push([locale, rows.filter((row) => row.locale === locale)]);
  for (const length of ['short', 'middling', 'long']) parts.push([length, rows.filter((row) => lengthOf(row) === length)]);
  return table(
    ['messages', 'in scope', 'accuracy %', 'accepted %', 'refused of out of scope %', 'calibration error %', 'scope AUROC'],
    parts.map(([name, part]) => {
      const { kept, refused } = shippedPoint(part);
      const auroc = areaUnderCurve(part.filter((row) => row.intent === null).map((row) => row.outOfScope), inScope(part).map((row) => row.outOfScope));
      return [name, inScope(part).length, percent(accuracy(part)), percent(kept), percent(refused), percent(calibrationError(part)), auroc.toFixed(3)];
    }),
  );
}

function perIntent(rows: readonly Judged[]): string {
  const ids = [...new Set(inScope(rows).map((row) => row.intent ?? ''))].sort();
  return table(
    ['intent', 'examples', 'found %', 'right when said %', 'accepted %'],
    ids.map((id) => {
      const own = rows.filter((row) => row.intent === id);
      const said = inScope(rows).filter((row) => row.best === id);
      return [id, own.length, percent(accuracy(own)), percent(accuracy(said)), percent(share(own, (row) => row.isAccepted))];
    }),
  );
}

function moodText(moods: readonly ExaminedMood[]): string {
  const part = (name: string, rows: readonly ExaminedMood[]): (string | number)[] => {
    const scores = (wanted: (mood: ExaminedMood) => boolean): number[] => rows.filter(wanted).map((row) => row.score);
    return [
      name,
      rows.length,
      areaUnderCurve(scores((row) => row.mood !== 'calm'), scores((row) => row.mood === 'calm')).toFixed(3),
      areaUnderCurve(scores((row) => row.mood === 'angry'), scores((row) => row.mood === 'calm')).toFixed(3),
      percent(share(rows, (row) => row.label === row.mood)),
    ];
  };
  return table(
    ['sentences', 'number', 'AUROC upset or calm', 'AUROC angry or calm', 'label right %'],
    [part('all', moods), part('zh-CN', moods.filter((row) => row.locale === 'zh-CN')), part('en', moods.filter((row) => row.locale === 'en'))],
  );
}

export function reportText(rows: readonly Judged[], moods: readonly ExaminedMood[], seconds: number): string {
  const calibration = bins(rows).map((bin) => [`${bin.from.toFixed(1)}–${bin.to.toFixed(1)}`, bin.count, percent(bin.confidence), percent(bin.accuracy)]);
  const confused = confusions(rows).slice(0, 40).map((one) => [one.intent, one.taken, one.count, one.example]);
  const curve = [0.99, 0.98, 0.95, 0.92, 0.9, 0.85].map((kept) => {
    const reached = curveOf(rows).find((point) => point.kept >= kept);
    return [percent(kept), percent(reached?.refused ?? 0)];
  });
  return [
    '# How the shipped content is understood',
    `Cross-validation: every example was read by a model that had not learnt it, with thresholds it had not tuned. ${rows.length} messages in ${seconds.toFixed(1)} s.`,
    groups(rows),
    '## Calibration\n\n![calibration](calibration.svg)',
    table(['confidence', 'messages', 'mean confidence %', 'right %'], calibration),
    '## Out of scope\n\n![out of scope](out-of-scope.svg)',
    table(['in scope accepted %', 'out of scope refused %'], curve),
    '## Mood',
    moodText(moods),
    '## Most frequent confusions',
    table(['intent', 'taken for', 'times', 'for example'], confused),
    '## Per intent',
    perIntent(rows),
    '',
  ].join('\n\n');
}
