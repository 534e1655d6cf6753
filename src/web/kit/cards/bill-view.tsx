/** One month's bill: the items that make the total, whether it is paid, and the months before. */
import { useChat } from '../chat-context.js';
import { monthName, shortDay, yuan } from '../format.js';
import { CardFrame, Rows } from './card-frame.js';
import type { CardOf } from './card-of.js';
import { TrendChart } from './trend-chart.js';

export function BillView({ card }: { card: CardOf<'bill'> }) {
  const { strings } = useChat();
  const state = card.isPaid ? strings.paid : `${strings.unpaid} · ${strings.dueOn(shortDay(card.dueOn, strings))}`;
  return (
    <CardFrame title={strings.billOf(monthName(card.month, strings))} asOf={card.asOf} aside={<em class={card.isPaid ? 'jb-tag jb-good' : 'jb-tag jb-warn'}>{state}</em>}>
      <div class="jb-figure">{yuan(card.totalFen)}</div>
      <Rows rows={card.items.map((item) => ({ name: item.name, value: yuan(item.amountFen) }))} />
      {card.trend.length > 1 && <TrendChart trend={card.trend} month={card.month} />}
    </CardFrame>
  );
}
