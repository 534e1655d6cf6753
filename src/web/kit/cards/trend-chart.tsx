/** Totals of the last months as small bars, the month at hand in the brand's colour; read aloud as one sentence. */
import { useChat } from '../chat-context.js';
import { monthName, monthShort, yuan } from '../format.js';

const WIDTH = 300;
const BARS_TOP = 20;
const BARS_BOTTOM = 92;
const HEIGHT = 112;

interface Month {
  readonly month: string;
  readonly totalFen: number;
}

export function TrendChart({ trend, month }: { trend: readonly Month[]; month: string }) {
  const { strings } = useChat();
  const highest = Math.max(1, ...trend.map((entry) => entry.totalFen));
  const step = WIDTH / Math.max(trend.length, 4);
  const spoken = trend.map((entry) => `${monthName(entry.month, strings)} ${yuan(entry.totalFen)}`).join(', ');
  return (
    <svg class="jb-trend" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={`${strings.trend}: ${spoken}`}>
      {trend.map((entry, index) => {
        const height = Math.max(2, ((BARS_BOTTOM - BARS_TOP) * entry.totalFen) / highest);
        const middle = step * (index + 0.5);
        const width = Math.min(26, step * 0.5);
        return (
          <g key={entry.month} class={entry.month === month ? 'jb-now' : undefined}>
            <text x={middle} y={BARS_BOTTOM - height - 6}>{short(entry.totalFen)}</text>
            <rect x={middle - width / 2} y={BARS_BOTTOM - height} width={width} height={height} rx="3" />
            <text x={middle} y={HEIGHT - 4}>{monthShort(entry.month, strings)}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** Exact, without the sign; full yuan without the decimals. */
function short(fen: number): string {
  return yuan(fen).replace('¥', '').replace(/\.00$/, '');
}
