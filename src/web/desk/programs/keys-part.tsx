/** Keys of programs: which there are, making one for somebody, revoking one. */
import { App, Button, Input, Modal, Select, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireKey } from '../../../protocol/neighbours.js';
import { momentOfField } from '../../../wording/operator-time.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { fetchAccounts } from '../staff/accounts-api.js';
import { fetchKeys, issueKey, revokeKey } from './programs-api.js';
import { ShownOnce } from './shown-once.js';
import { dateOf } from './dates.js';

export function KeysPart() {
  const { t } = useTranslation();
  const { session } = useTools();
  const report = useReport();
  const { modal } = App.useApp();
  const [isMaking, setIsMaking] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const { data, refetch } = useQuery({ queryKey: ['keys'], queryFn: () => fetchKeys(session.token) });
  const { data: people } = useQuery({ queryKey: ['accounts'], queryFn: () => fetchAccounts(session.token) });
  const nameOf = (id: string): string => people?.find((one) => one.id === id)?.name ?? id;
  const revoke = (key: WireKey): void =>
    void modal.confirm({ title: `${t('programs.revoke')}: ${key.name}`, content: t('programs.revokeAsk'), okText: t('programs.revoke'), cancelText: t('acts.cancel'), okButtonProps: { danger: true }, onOk: () => report(revokeKey(session.token, key.id)).then(() => refetch()) });
  return (
    <section className="board-part" aria-labelledby="programs-keys">
      <h3 id="programs-keys">
        {t('programs.keys')} <Button size="small" onClick={() => setIsMaking(true)}>{t('programs.newKey')}</Button>
      </h3>
      <p className="programs-lead">{t('programs.keysLead')}</p>
      {data === undefined ? <Skeleton active /> : data.keys.length === 0 ? <p className="board-none">{t('programs.noKeys')}</p> : <Table keys={data.keys} nameOf={nameOf} onRevoke={revoke} />}
      {isMaking && data !== undefined ? (
        <KeyDialog
          scopes={data.scopes}
          people={(people ?? []).filter(({ isActive }) => isActive).map(({ id, name, email }) => ({ value: id, label: `${name} ${email}` }))}
          onClose={() => setIsMaking(false)}
          onMade={(made) => {
            setIsMaking(false);
            setSecret(made);
            void refetch();
          }}
        />
      ) : null}
      {secret === null ? null : <ShownOnce title={t('programs.newKey')} secret={secret} onClose={() => setSecret(null)} />}
    </section>
  );
}

function Table({ keys, nameOf, onRevoke }: { readonly keys: readonly WireKey[]; readonly nameOf: (id: string) => string; readonly onRevoke: (key: WireKey) => void }) {
  const { t } = useTranslation();
  return (
    <table className="board-table">
      <thead>
        <tr>
          {(['name', 'person', 'scopes', 'used', 'ends'] as const).map((column) => (
            <th key={column} scope="col">{t(`programs.${column}`)}</th>
          ))}
          <th scope="col"><span className="hidden">{t('acts.more')}</span></th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => (
          <tr key={key.id}>
            <th scope="row">{key.name}</th>
            <td>{nameOf(key.staffId)}</td>
            <td className="programs-wrap">{key.scopes.map((scope) => <code key={scope}>{scope}</code>)}</td>
            <td className="num">{key.lastUsedAt === null ? t('programs.never') : dateOf(key.lastUsedAt)}</td>
            <td className="num">{key.expiresAt === null ? t('programs.noEnd') : dateOf(key.expiresAt)}</td>
            <td className="board-acts">
              {key.revokedAt !== null ? <span className="tag">{t('programs.revoked')}</span> : <Button size="small" danger onClick={() => onRevoke(key)}>{t('programs.revoke')}</Button>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface KeyDialogProps {
  readonly scopes: readonly string[];
  readonly people: { readonly value: string; readonly label: string }[];
  readonly onClose: () => void;
  readonly onMade: (secret: string) => void;
}

function KeyDialog({ scopes, people, onClose, onMade }: KeyDialogProps) {
  const { t } = useTranslation();
  const { session } = useTools();
  const report = useReport();
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [staffId, setStaffId] = useState<string | undefined>(undefined);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [endsOn, setEndsOn] = useState('');
  const [isGoing, setIsGoing] = useState(false);
  const make = async (): Promise<void> => {
    if (name.trim() === '' || staffId === undefined || chosen.length === 0) return void message.error(t('programs.required'));
    setIsGoing(true);
    const answer = await issueKey(session.token, { name: name.trim(), staffId, scopes: chosen, expiresAt: endsOn === '' ? null : momentOfField(`${endsOn}T23:59:59`) });
    setIsGoing(false);
    if ((await report(Promise.resolve(answer))) && answer.ok) onMade(answer.secret);
  };
  return (
    <Modal open title={t('programs.newKey')} okText={t('programs.create')} cancelText={t('acts.cancel')} confirmLoading={isGoing} onOk={() => void make()} onCancel={onClose}>
      <div className="account-fields">
        <div><label htmlFor="key-name">{t('programs.name')}</label><Input id="key-name" value={name} maxLength={64} onChange={(event) => setName(event.target.value)} /></div>
        <div><label htmlFor="key-person">{t('programs.person')}</label><Select<string> id="key-person" value={staffId ?? null} options={people} showSearch={{ optionFilterProp: 'label' }} onChange={setStaffId} /></div>
        <div><label htmlFor="key-scopes">{t('programs.scopes')}</label><Select<string[]> id="key-scopes" mode="multiple" value={[...chosen]} options={scopes.map((scope) => ({ value: scope, label: scope }))} onChange={setChosen} /></div>
        <div><label htmlFor="key-ends">{t('programs.ends')}</label><Input id="key-ends" type="date" value={endsOn} onChange={(event) => setEndsOn(event.target.value)} /></div>
      </div>
    </Modal>
  );
}
