/** Totals of the last months as small bars, one below the other so that figures have room in any type size; read aloud as one sentence. */
import { useChat } from '../chat-context.js';
import { monthName, monthShort, yuan } from '../format.js';

interface Month {
  readonly month: string;
  readonly totalFen: number;
}

export function TrendChart({ trend, month }: { trend: readonly Month[]; month: string }) {
  const { strings } = useChat();
  const highest = Math.max(1, ...trend.map((entry) => entry.totalFen));
  const spoken = trend.map((entry) => `${monthName(entry.month, strings)} ${yuan(entry.totalFen)}`).join(', ');
  return (
    <div class="jb-trend" role="img" aria-label={`${strings.trend}: ${spoken}`}>
      {trend.map((entry) => (
        <div key={entry.month} class={entry.month === month ? 'jb-now' : undefined}>
          <span>{monthShort(entry.month, strings)}</span>
          <i style={{ width: `${(100 * entry.totalFen) / highest}%` }} />
          <b>{yuan(entry.totalFen)}</b>
        </div>
      ))}
    </div>
  );
}
