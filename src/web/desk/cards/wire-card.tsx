/** A card as the subscriber saw it, drawn small: the figures an agent needs beside the words. */
import { useTranslation } from 'react-i18next';
import type { WireCard } from '../../../protocol/cards.js';
import { yuan } from '../../kit/format.js';
import { BillCard, BillChangeCard } from './bill-cards.js';
import { Facts } from './facts.js';
import { UsageCard } from './usage-card.js';
import { useDates } from './use-dates.js';
import './cards.css';

export function WireCardView({ card }: { readonly card: WireCard }) {
  return <div className="card">{content(card)}</div>;
}

function content(card: WireCard) {
  switch (card.type) {
    case 'balance':
      return <BalanceCard card={card} />;
    case 'usage':
      return <UsageCard card={card} />;
    case 'bill':
      return <BillCard card={card} />;
    case 'bill-change':
      return <BillChangeCard card={card} />;
    case 'cases':
    case 'facts':
      return <Facts title={card.title} rows={card.rows} />;
    case 'confirm':
      return <ConfirmCard card={card} />;
    case 'form':
      return <FormCard card={card} />;
    case 'comparison':
      return <ComparisonCard card={card} />;
  }
}

type Of<Type extends WireCard['type']> = { readonly card: Extract<WireCard, { type: Type }> };

function BalanceCard({ card }: Of<'balance'>) {
  const { t } = useTranslation();
  const { moment, day } = useDates();
  const rows = [
    ...(card.owedFen > 0 ? [{ name: t('cards.owed'), value: yuan(card.owedFen), tone: 'bad' }] : []),
    ...(card.creditFen > 0 ? [{ name: t('cards.credit'), value: yuan(card.creditFen) }] : []),
    ...(card.lastTopUp ? [{ name: t('cards.lastTopUp'), value: `${yuan(card.lastTopUp.amountFen)} · ${moment(card.lastTopUp.at)}` }] : []),
    ...(card.expiresOn ? [{ name: t('cards.expires'), value: day(card.expiresOn) }] : []),
  ];
  return (
    <>
      <p className="card-big">
        <span>{t('cards.balance')}</span>
        <b className="num">{yuan(card.balanceFen)}</b>
      </p>
      <Facts rows={rows} />
      <p className="card-as-of">{t('cards.asOf', { time: moment(card.asOf) })}</p>
    </>
  );
}

function ConfirmCard({ card }: Of<'confirm'>) {
  const { t } = useTranslation();
  return (
    <>
      <Facts title={`${t('cards.confirm')} · ${card.title}`} rows={card.rows} />
      <p className="card-as-of">{card.undo}</p>
    </>
  );
}

function FormCard({ card }: Of<'form'>) {
  const { t } = useTranslation();
  return (
    <p className="card-form">
      {t(`cards.form.${card.form}`)} · {card.label}
    </p>
  );
}

function ComparisonCard({ card }: Of<'comparison'>) {
  const { t } = useTranslation();
  const rows = card.options.map((option) => ({
    name: option.name,
    value: t('cards.perMonth', { amount: yuan(option.monthlyFen) }),
    note: [t('cards.average', { amount: yuan(option.averageFen) }), ...option.notes].join(' · '),
  }));
  return <Facts title={card.title} rows={rows} />;
}
