/** What stands behind the leading figures: what was asked, through which doors, how handoffs, cases and promises ended. */
import type { WireFigures } from '../../../protocol/insights.js';
import { useFormats, useLocale, useWords } from '../frame/insights-context.js';

interface Row {
  readonly name: string;
  readonly count: number;
}

export function Lists({ figures }: { readonly figures: WireFigures }) {
  const { figures: words } = useWords();
  const locale = useLocale();
  const { count, decimal } = useFormats();
  const { total, cases, promises, intentNames } = figures;
  const { tokens, costMicros } = total.model;
  const named = (counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>>): readonly Row[] =>
    Object.entries(counts).map(([key, times]) => ({ name: names[key] ?? key, count: times })).filter((row) => row.count > 0).sort((one, other) => other.count - one.count);
  const { asked: _asked, ...endings } = total.handoffs;
  return (
    <div className="lists">
      <BarList words={words.lists.intents} rows={total.intents.map(({ intent, count: times }) => ({ name: intentNames[intent]?.[locale] ?? intent, count: times }))} />
      <BarList words={words.lists.doors} rows={named(total.doors, words.door)} />
      <BarList words={words.lists.handoffs} rows={named(endings, words.ending)} />
      <BarList words={words.lists.moods} rows={named(total.moods, words.mood)} />
      <BarList words={words.lists.cases} rows={cases.map(({ kind, stage, count: times }) => ({ name: `${words.caseKind[kind] ?? kind} · ${words.stage[stage] ?? stage}`, count: times }))} />
      <BarList words={words.lists.promises} rows={named(promises, words.promise)} />
      <section className="card">
        <ListHead words={words.lists.model} />
        <p>{tokens === 0 ? words.noModel : `${count(tokens)} ${words.tokens} · ${words.cost} ${decimal(costMicros / 1_000_000)}`}</p>
      </section>
    </div>
  );
}

function ListHead({ words: [title = '', meaning = ''] }: { readonly words: readonly string[] }) {
  return (
    <>
      <h2>{title}</h2>
      <p className="hint">{meaning}</p>
    </>
  );
}

function BarList({ words, rows }: { readonly words: readonly string[]; readonly rows: readonly Row[] }) {
  const { none } = useWords().figures;
  const { count } = useFormats();
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <section className="card">
      <ListHead words={words} />
      {rows.length === 0 ? <p className="hint">{none}</p> : null}
      <ol className="bars">
        {rows.map((row) => (
          <li key={row.name}>
            <span>{row.name}</span>
            <span className="num">{count(row.count)}</span>
            <i aria-hidden="true" style={{ width: `${(row.count / most) * 100}%` }} />
          </li>
        ))}
      </ol>
    </section>
  );
}
