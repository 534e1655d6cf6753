/** The staff, for admins: who there is, what they may do, who is signed in or locked out; inviting and shutting out. */
import { Button, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireStaffAccount } from '../../../protocol/staff.js';
import { useTools } from '../frame/desk-context.js';
import { clockOf } from '../look/times.js';
import { useNames } from '../words/use-words.js';
import { AccountDialog } from './account-dialog.js';
import { fetchAccounts } from './accounts-api.js';
import '../board/board.css';

/** No account has this id. */
const NEW = 'new';

export default function StaffPage() {
  const { t } = useTranslation();
  const { session } = useTools();
  const [openId, setOpenId] = useState<string | null>(null);
  const { data, refetch } = useQuery({ queryKey: ['accounts'], queryFn: () => fetchAccounts(session.token) });
  return (
    <main className="board" aria-label={t('staff.title')}>
      <h2>
        {t('staff.title')} <Button onClick={() => setOpenId(NEW)}>{t('staff.invite')}</Button>
      </h2>
      <section className="board-part">{data === undefined ? <Skeleton active /> : <Table accounts={data} onOpen={({ id }) => setOpenId(id)} />}</section>
      {openId === null ? null : <AccountDialog account={data?.find(({ id }) => id === openId) ?? null} onChanged={() => void refetch()} onClose={() => setOpenId(null)} />}
    </main>
  );
}

function Table({ accounts, onOpen }: { readonly accounts: readonly WireStaffAccount[]; readonly onOpen: (account: WireStaffAccount) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <table className="board-table staff-table">
      <thead>
        <tr>
          {(['name', 'role', 'groups', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`staff.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="hidden">{t('acts.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {accounts.map((account) => (
          <tr key={account.id}>
            <th scope="row">
              {account.name} <small>{account.email}</small>
            </th>
            <td>{t(`staff.roles.${account.role}`)}</td>
            <td className="board-matter">{account.skillGroups.map((group) => names('skills', group)).join(' · ')}</td>
            <td>
              <State account={account} />
            </td>
            <td className="board-acts">
              <Button size="small" onClick={() => onOpen(account)}>
                {t('staff.edit')}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function State({ account: { isActive, lockedUntil, hasPassword, sessions } }: { readonly account: WireStaffAccount }) {
  const { t } = useTranslation();
  if (!isActive) return <span className="tag">{t('staff.inactive')}</span>;
  if (lockedUntil !== null) return <span className="tag" data-tone="bad">{t('staff.locked', { time: clockOf(lockedUntil) })}</span>;
  if (!hasPassword) return <span className="tag" data-tone="warn">{t('staff.invited')}</span>;
  return <span className="num">{t('staff.sessions', { count: sessions.length })}</span>;
}
