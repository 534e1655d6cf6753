/** A bill item by item, and what changed from one month to the next, each with its small run of months. */
import { useTranslation } from 'react-i18next';
import type { WireCard } from '../../../protocol/cards.js';
import { signedYuan, yuan } from '../../kit/format.js';
import { Facts } from './facts.js';
import { useDates } from './use-dates.js';

type Of<Type extends WireCard['type']> = { readonly card: Extract<WireCard, { type: Type }> };

export function BillCard({ card }: Of<'bill'>) {
  const { t } = useTranslation();
  const { month, day, moment } = useDates();
  return (
    <>
      <p className="card-big">
        <span>{t('cards.bill', { month: month(card.month) })}</span>
        <b className="num">{yuan(card.totalFen)}</b>
        <span className="tag" data-tone={card.isPaid ? 'ok' : 'warn'}>
          {card.isPaid ? t('cards.paid') : t('cards.unpaid', { date: day(card.dueOn) })}
        </span>
      </p>
      <Facts rows={card.items.map((item) => ({ name: item.name, value: yuan(item.amountFen) }))} />
      <Trend months={card.trend} current={card.month} />
      <p className="card-as-of">{t('cards.asOf', { time: moment(card.asOf) })}</p>
    </>
  );
}

export function BillChangeCard({ card }: Of<'bill-change'>) {
  const { t } = useTranslation();
  const { month, moment } = useDates();
  const rows = card.changes.map((change) => {
    const difference = change.afterFen - change.beforeFen;
    return { name: change.name, value: signedYuan(difference), note: change.reason, tone: difference > 0 ? 'bad' : 'ok' };
  });
  return (
    <>
      <p className="card-big">
        <span>{t('cards.change', { month: month(card.month), previous: month(card.previousMonth) })}</span>
        <b className="num">{signedYuan(card.totalFen - card.previousTotalFen)}</b>
        <span className="card-as-of num">
          {yuan(card.previousTotalFen)} → {yuan(card.totalFen)}
        </span>
      </p>
      <Facts rows={rows} />
      <Trend months={card.trend} current={card.month} />
      <p className="card-as-of">{t('cards.asOf', { time: moment(card.asOf) })}</p>
    </>
  );
}

function Trend({
  months,
  current,
}: {
  readonly months: readonly { readonly month: string; readonly totalFen: number }[];
  readonly current: string;
}) {
  const { t } = useTranslation();
  const { month } = useDates();
  const most = Math.max(1, ...months.map((one) => one.totalFen));
  if (months.length < 2) return null;
  return (
    <ol className="trend" aria-label={t('cards.trend')}>
      {months.map((one) => (
        <li key={one.month} data-current={one.month === current} title={yuan(one.totalFen)}>
          <i style={{ height: `${Math.max(4, (one.totalFen / most) * 100)}%` }} aria-hidden="true" />
          <span>{month(one.month)}</span>
          <span className="hidden">{yuan(one.totalFen)}</span>
        </li>
      ))}
    </ol>
  );
}
