/** The figures day by day, for who would rather read than look. */
import type { WireFigures } from '../../../protocol/insights.js';
import { useFormats, useWords } from '../frame/insights-context.js';

export function DaysTable({ days }: Pick<WireFigures, 'days'>) {
  const { figures: words } = useWords();
  const { count, share, seconds, day } = useFormats();
  const { tiles, charts } = words;
  const [title = '', meaning = ''] = words.lists.days;
  return (
    <details className="card">
      <summary>{title} <span className="hint">{meaning}</span></summary>
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <table className="sheet">
          <thead>
            <tr>
              <th scope="col">{words.day}</th>
              {[tiles.conversations[0], charts.outcome.assistant, charts.outcome.person, charts.outcome.unanswered, tiles.containment[0], tiles.fallbackShare[0], tiles.handoffs[0], tiles.abandonment[0], tiles.waits[0]].map((name) => (
                <th key={name} scope="col" className="num">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day: text, summary }) => (
              <tr key={text}>
                <th scope="row">{day(text)}</th>
                {[
                  count(summary.conversations), count(summary.outcomes.assistant), count(summary.outcomes.person), count(summary.outcomes.unanswered), share(summary.containment), share(summary.fallbackShare),
                  count(summary.handoffs.asked), share(summary.abandonment), `${seconds(summary.waits.p50)} / ${seconds(summary.waits.p90)}`,
                ].map((cell, index) => (
                  <td key={index} className="num">{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
