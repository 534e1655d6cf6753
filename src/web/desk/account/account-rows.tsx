/** Rows of the account; what has more to say opens. */
import { Children } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireAccount } from '../../../protocol/account.js';
import { yuan } from '../../kit/format.js';
import { Facts } from '../cards/facts.js';
import { useDates } from '../cards/use-dates.js';
import { useNames } from '../words/use-words.js';

type One<Part extends 'bills' | 'tickets' | 'extras' | 'payments'> = WireAccount[Part][number];

export function Rows({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <section className="who-section" aria-label={title}>
      <h3>{title}</h3>
      {Children.count(children) === 0 ? <p className="who-none">{t('account.none')}</p> : <ul className="account-rows">{children}</ul>}
    </section>
  );
}

export function BillRow({ bill: { month, totalFen, paidFen, dueOn, items } }: { readonly bill: One<'bills'> }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const isPaid = paidFen >= totalFen;
  return (
    <Opening
      name={month}
      value={yuan(totalFen)}
      note={isPaid ? t('account.paid') : t('account.unpaid', { amount: yuan(totalFen - paidFen), day: day(dueOn) })}
      {...(isPaid ? {} : { tone: 'bad' as const })}
    >
      <Facts rows={items.map(({ name, amountFen }) => ({ name, value: yuan(amountFen) }))} />
    </Opening>
  );
}

export function TicketRow({ ticket: { id, title, state, createdAt, dueAt, steps } }: { readonly ticket: One<'tickets'> }) {
  const { t } = useTranslation();
  const { moment } = useDates();
  return (
    <Opening name={title} value={t(`account.ticketStates.${state}`)} note={id}>
      <Facts
        rows={[
          { name: t('account.opened'), value: moment(createdAt) },
          ...(state === 'open' || state === 'in-progress' ? [{ name: t('account.due'), value: moment(dueAt) }] : []),
          ...steps.map(({ at, text }) => ({ name: moment(at), value: text })),
        ]}
      />
    </Opening>
  );
}

export function ExtraRow({ extra: { name, priceFen, since, freeUntil, endsOn } }: { readonly extra: One<'extras'> }) {
  const { t } = useTranslation();
  const { day } = useDates();
  const note = endsOn !== null ? t('account.endsOn', { day: day(endsOn) }) : freeUntil !== null ? t('account.freeUntil', { day: day(freeUntil) }) : t('account.since', { day: day(since) });
  return <Plain name={name} value={t('account.perMonth', { amount: yuan(priceFen) })} note={note} />;
}

export function PaymentRow({ payment: { at, amountFen, way, state } }: { readonly payment: One<'payments'> }) {
  const { t } = useTranslation();
  const names = useNames();
  const { moment } = useDates();
  return <Plain name={moment(at)} value={yuan(amountFen)} note={`${names('account.ways', way)} · ${t(`account.paymentStates.${state}`)}`} {...(state === 'failed' ? { tone: 'bad' as const } : {})} />;
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  readonly note: string;
  readonly tone?: 'bad';
}

function Plain(row: RowProps) {
  return (
    <li className="account-row">
      <Line {...row} />
    </li>
  );
}

function Opening({ children, ...row }: RowProps & { readonly children: ReactNode }) {
  return (
    <li>
      <details className="account-row">
        <summary>
          <Line {...row} />
        </summary>
        <div className="account-more">{children}</div>
      </details>
    </li>
  );
}

function Line({ name, value, note, tone }: RowProps) {
  return (
    <>
      <span className="account-name">{name}</span>
      <b className="num">{value}</b>
      <small className="num" data-tone={tone}>
        {note}
      </small>
    </>
  );
}
