/** Why a bill differs from the one before: each item before and after, and the reason. */
import { useChat } from '../chat-context.js';
import { monthName, monthShort, signedYuan, yuan } from '../format.js';
import { CardFrame } from './card-frame.js';
import type { CardOf } from './card-of.js';
import { TrendChart } from './trend-chart.js';

export function BillChangeView({ card }: { card: CardOf<'bill-change'> }) {
  const { strings } = useChat();
  const difference = card.totalFen - card.previousTotalFen;
  const word = difference > 0 ? strings.more : difference < 0 ? strings.less : strings.same;
  const title = strings.changeOf(monthName(card.month, strings), monthShort(card.previousMonth, strings));
  return (
    <CardFrame title={title} asOf={card.asOf}>
      <div class="jb-figure">
        <small>{word}</small> {difference !== 0 && yuan(Math.abs(difference))}
        <span class="jb-from-to">{yuan(card.previousTotalFen)} → {yuan(card.totalFen)}</span>
      </div>
      <ul class="jb-changes">
        {card.changes.map((change, index) => {
          const delta = change.afterFen - change.beforeFen;
          return (
            <li key={index}>
              <div><span>{change.name}</span><b class={delta > 0 ? 'jb-bad' : delta < 0 ? 'jb-good' : undefined}>{signedYuan(delta)}</b></div>
              <div><small>{change.reason}</small><small class="jb-from-to">{yuan(change.beforeFen)} → {yuan(change.afterFen)}</small></div>
            </li>
          );
        })}
      </ul>
      {card.trend.length > 1 && <TrendChart trend={card.trend} month={card.month} />}
    </CardFrame>
  );
}
