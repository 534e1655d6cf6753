/** Usage: one bar for each bucket, with what is left in figures. */
import { useTranslation } from 'react-i18next';
import type { WireCard } from '../../../protocol/cards.js';
import { dataSize } from '../../kit/format.js';
import { useDates } from './use-dates.js';

type Usage = Extract<WireCard, { type: 'usage' }>;

const LOW = 0.1;

export function UsageCard({ card }: { readonly card: Usage }) {
  const { t } = useTranslation();
  const { day, moment } = useDates();
  const amount = (value: number, unit: Usage['buckets'][number]['unit']): string =>
    unit === 'MB' ? dataSize(value) : `${value} ${t(`cards.units.${unit}`)}`;
  return (
    <>
      <p className="card-title">{t(card.measure === 'data' ? 'cards.data' : 'cards.voice')}</p>
      <ul className="buckets">
        {card.buckets.map((bucket) => {
          const share = bucket.total > 0 ? Math.max(0, Math.min(1, bucket.left / bucket.total)) : 0;
          return (
            <li key={bucket.name}>
              <p>
                <span>{bucket.name}</span>
                <b className="num">{t('cards.left', { left: amount(bucket.left, bucket.unit) })}</b>
              </p>
              <div className="bar" data-low={share < LOW} aria-hidden="true">
                <i style={{ width: `${share * 100}%` }} />
              </div>
              <p className="card-as-of num">
                {t('cards.of', { total: amount(bucket.total, bucket.unit) })} · {t('cards.resets', { date: day(bucket.resetsOn) })}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="card-as-of">{t('cards.asOf', { time: moment(card.asOf) })}</p>
    </>
  );
}
