/** The report of a check: first what is wrong, then what would change, then what may be doubtful, each as a table one can read. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ProblemList } from '../frame/problem-list.js';
import { useWords } from '../frame/studio-context.js';
import { IntentLink, TextLink, useNames } from '../frame/use-names.js';
import type { Bench, Doubts, FailedQuestion, Report } from '../link/wire.js';

const SHOWN = 50;
const PAIRS_SHOWN = 20;
export const percent = (share: number): string => `${(share * 100).toFixed(share === 1 ? 0 : 1)}%`;

export function ReportView({ report }: { readonly report: Report }) {
  const words = useWords();
  const names = useNames();
  const { problems, regressions, stories, differences, differing, conflicts, duplicates, coverage, unknownPlaces, bench, before, messages } = report;
  const broken = stories.filter(({ failedTurn }) => failedTurn !== null);
  const thin = coverage.filter(({ kind, examples }) => kind !== 'control' && (examples['zh-CN'] < 5 || examples.en < 5));
  return (
    <div className="report" role="region" aria-label={words.report.title}>
      <p role="status">{problems.length > 0 ? words.report.unsound(problems.length) : words.report.summary(bench?.asked ?? 0, percent((bench?.right ?? 0) / Math.max(1, bench?.asked ?? 0)), percent((before?.right ?? 0) / Math.max(1, before?.asked ?? 0)))}</p>
      <Section title={words.report.problems} count={problems.length} isOpen>
        <ProblemList problems={problems} />
      </Section>
      <Section title={words.report.regressions} count={regressions.length} isOpen><FailedList failed={regressions} /></Section>
      <Section title={words.report.stories} count={broken.length} isOpen={broken.some(({ isRegression }) => isRegression)}>
        <ul className="plain-list">{broken.map(({ name, says, expected, got, isRegression }) => <li key={name}>{words.publish.story(name, says ?? '', names.route(expected ?? ''), names.route(got ?? ''))} {isRegression ? <span className="tag" data-tone="bad">{words.report.worse}</span> : null}</li>)}</ul>
      </Section>
      <Differences differences={differences} differing={differing} messages={messages} />
      <DoubtSections doubts={{ conflicts, duplicates }} />
      <Section title={words.report.places} count={unknownPlaces.length} isOpen>
        <ul className="plain-list">{unknownPlaces.map(({ path, places }) => <li key={path}><TextLink path={path} /> {places.join(names.comma)}</li>)}</ul>
      </Section>
      <Section title={words.report.thin} count={thin.length}>
        <Sheet heads={[words.intents.name, '中文', 'English']} rows={thin.map(({ intent, examples }) => [<IntentLink key="i" id={intent} />, examples['zh-CN'], examples.en])} />
      </Section>
      {bench === null ? null : <BenchSections bench={bench} before={before} />}
    </div>
  );
}

/** Both answers side by side: what a subscriber was told, and what the draft would tell. */
export function Differences({ differences, differing, messages }: Pick<Report, 'differences' | 'differing' | 'messages'>) {
  const words = useWords().report;
  const [shown, setShown] = useState(PAIRS_SHOWN);
  return (
    <Section title={words.differences(messages)} count={differing} isOpen>
      <ul className="pairs">
        {differences.slice(0, shown).map(({ text, before, after, confidence, saidBefore, saidAfter }) => (
          <li key={text}>
            <p className="asked">{text}</p>
            <div className="pair">
              <Side label={words.before} route={before} said={saidBefore} isSame={saidBefore === saidAfter} />
              <Side label={words.after} route={after} said={saidAfter} isSame={saidBefore === saidAfter} note={percent(confidence)} />
            </div>
          </li>
        ))}
      </ul>
      {differences.length > shown ? <button type="button" className="more" onClick={() => setShown(shown + PAIRS_SHOWN)}>{words.more(differing - shown)}</button> : null}
      {differences.length <= shown && differing > differences.length ? <p className="hint">{words.more(differing - differences.length)}</p> : null}
    </Section>
  );
}

function Side({ label, route, said, isSame, note }: { readonly label: string; readonly route: string; readonly said: string; readonly isSame: boolean; readonly note?: string }) {
  const words = useWords().report;
  const names = useNames();
  return (
    <div>
      <p className="hint">{label} <span className="tag" title={route}>{names.route(route)}</span> {note}</p>
      {isSame ? <p className="hint">{words.sameWords}</p> : <p className="said-words">{said === '' ? words.noWords : said}</p>}
    </div>
  );
}

export function DoubtSections({ doubts: { conflicts, duplicates }, isOpen = false }: { readonly doubts: Doubts; readonly isOpen?: boolean }) {
  const words = useWords();
  return (
    <>
      <Section title={words.report.conflicts} count={conflicts.length} isOpen={isOpen}>
        <Sheet heads={[words.report.message, words.report.belongs, words.report.reads, words.report.confidence]} rows={conflicts.map(({ text, intent, read, confidence }) => [text, <IntentLink key="i" id={intent} />, <IntentLink key="r" id={read} />, percent(confidence)])} />
      </Section>
      <Section title={words.report.duplicates} count={duplicates.length} isOpen={isOpen}>
        <Sheet heads={[words.report.message, words.nav.intents]} rows={duplicates.map(({ text, intents }) => [text, [...new Set(intents)].map((id) => <IntentLink key={id} id={id} />)])} />
      </Section>
    </>
  );
}

function BenchSections({ bench, before }: { readonly bench: Bench; readonly before: Bench | null }) {
  const words = useWords().report;
  const { route } = useNames();
  const was = new Map(before?.byIntent.map((one) => [one.intent, one]));
  return (
    <>
      <Section title={words.accuracy} count={bench.byIntent.length}>
        <Sheet
          heads={[words.belongs, words.asked, words.before, words.after]}
          rows={bench.byIntent.map(({ intent, asked, right }) => {
            const old = was.get(intent);
            return [route(intent), asked, old === undefined ? '' : percent(old.right / old.asked), percent(right / asked)];
          })}
        />
      </Section>
      <Section title={words.confusions} count={bench.confusions.length}>
        <Sheet heads={[words.expected, words.got, words.times]} rows={bench.confusions.map(({ expected, got, times }) => [route(expected), route(got), times])} />
      </Section>
      <Section title={words.calibration} count={bench.calibration.filter(({ asked }) => asked > 0).length}>
        <p className="hint">{words.calibrationText}</p>
        <Sheet heads={[words.confidence, words.asked, words.right]} rows={bench.calibration.filter(({ asked }) => asked > 0).map(({ confidence, asked, right }) => [percent(confidence), asked, percent(right)])} />
      </Section>
    </>
  );
}

export function FailedList({ failed }: { readonly failed: readonly FailedQuestion[] }) {
  const words = useWords().report;
  const { route } = useNames();
  return <Sheet heads={[words.message, words.expected, words.got, words.confidence]} rows={failed.map(({ text, expected, got, confidence }) => [text, route(expected), route(got), percent(confidence)])} />;
}

function Section({ title, count, isOpen = false, children }: { readonly title: string; readonly count: number; readonly isOpen?: boolean; readonly children: ReactNode }) {
  return (
    <details className="card" open={isOpen && count > 0}>
      <summary>
        {title} <span className="count">{count}</span>
      </summary>
      {children}
    </details>
  );
}

function Sheet({ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly ReactNode[])[] }) {
  const { more } = useWords().report;
  if (rows.length === 0) return null;
  return (
    <div className="scroll" tabIndex={0}>
      <table className="sheet">
        <thead>
          <tr>{heads.map((head) => <th key={head} scope="col">{head}</th>)}</tr>
        </thead>
        <tbody>
          {rows.slice(0, SHOWN).map((row, index) => (
            <tr key={index}>{row.map((cell, at) => <td key={at}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
      {rows.length > SHOWN ? <p className="hint">{more(rows.length - SHOWN)}</p> : null}
    </div>
  );
}
