/** The account in the right pane: what may be put before the customer, then plan, bills, tickets, extras and payments as rows. */
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireAccount } from '../../../protocol/account.js';
import { yuan } from '../../kit/format.js';
import { useDates } from '../cards/use-dates.js';
import { useDesk } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import type { Thread } from '../state/desk-state.js';
import { standingOf } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';
import { BillRow, ExtraRow, PaymentRow, Rows, TicketRow } from './account-rows.js';
import { AskSignIn } from './ask-sign-in.js';
import { Proposing } from './proposing.js';
import { useAccount } from './use-account.js';
import './account.css';

export function AccountTab({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const names = useNames();
  const isMine = useDesk((state) => standingOf(state, thread.id) === 'mine');
  const { data, error, isFetching, refetch } = useAccount(thread);
  const { moment } = useDates();
  if (thread.conversation?.verified !== true) {
    return (
      <div className="account-none">
        <p className="who-none">{t('account.unverified')}</p>
        <AskSignIn key={thread.id} thread={thread} />
      </div>
    );
  }
  if (error) return <p role="alert" className="account-none">{names('errors', error.message)}</p>;
  if (data === undefined) return <Skeleton active title={false} className="account-none" />;
  return (
    <div className="account-tab">
      {isMine ? <Proposing thread={thread} account={data} /> : null}
      <Missing missing={data.missing} />
      <PlanNow account={data} />
      <Rows title={t('account.parts.bills')}>{data.bills.map((bill) => <BillRow key={bill.month} bill={bill} />)}</Rows>
      <Rows title={t('account.parts.tickets')}>{data.tickets.map((ticket) => <TicketRow key={ticket.id} ticket={ticket} />)}</Rows>
      <Rows title={t('account.parts.extras')}>{data.extras.map((extra) => <ExtraRow key={extra.id} extra={extra} />)}</Rows>
      <Rows title={t('account.parts.payments')}>{data.payments.map((payment) => <PaymentRow key={payment.id} payment={payment} />)}</Rows>
      <p className="account-as-of num">
        {t('account.asOf', { time: moment(data.asOf) })}
        <button type="button" className="square" aria-label={t('account.again')} disabled={isFetching} onClick={() => void refetch()}>
          <Icon name="refresh" size={15} />
        </button>
      </p>
    </div>
  );
}

function Missing({ missing }: Pick<WireAccount, 'missing'>) {
  const { t, i18n } = useTranslation();
  if (missing.length === 0) return null;
  const parts = new Intl.ListFormat(i18n.language, { type: 'conjunction' }).format(missing.map((part) => t(`account.parts.${part}`)));
  return <p role="alert" className="account-missing">{t('account.missing', { parts })}</p>;
}

function PlanNow({ account: { plan } }: { readonly account: WireAccount }) {
  const { t } = useTranslation();
  const { day } = useDates();
  if (!plan) return null;
  return (
    <section className="who-section">
      <h3>{t('account.plan')}</h3>
      <p className="account-line">
        <span>{plan.name}</span>
        <b className="num">{t('account.perMonth', { amount: yuan(plan.monthlyFen) })}</b>
      </p>
      {plan.next ? <p className="account-small">{t('account.next', { name: plan.next.name, from: day(plan.next.from) })}</p> : null}
    </section>
  );
}
