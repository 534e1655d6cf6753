/** One account: what the person may do and is competent in, a link for the password, the sessions. */
import { Button, Input, Modal, Select, Switch } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireStaffAccount, WireStaffProfile } from '../../../protocol/staff.js';
import { focusField } from '../acts/focus-field.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { SKILLS } from '../words/skills.js';
import { useNames } from '../words/use-words.js';
import { endSession, passwordLink, saveAccount, signOutEverywhere } from './accounts-api.js';
import { SessionList } from './session-list.js';
import './account.css';

const ROLES = ['agent', 'supervisor', 'editor', 'admin'] as const;
const NOBODY: WireStaffProfile = { email: '', name: '', role: 'agent', skillGroups: ['general'], languages: ['zh-CN'], isActive: true };

interface AccountDialogProps {
  readonly account: WireStaffAccount | null;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function AccountDialog({ account, onChanged, onClose }: AccountDialogProps) {
  const { t } = useTranslation();
  const { session } = useTools();
  const report = useReport();
  const [profile, setProfile] = useState<WireStaffProfile>(() => profileOf(account));
  const [id, setId] = useState(account?.id ?? null);
  const [link, setLink] = useState<string | null>(null);
  const makeLink = async (of: string): Promise<void> => {
    const answer = await passwordLink(session.token, of);
    if (await report(Promise.resolve(answer))) setLink(answer.ok ? `${location.origin}${answer.href}` : null);
  };
  const [isGoing, setIsGoing] = useState(false);
  const save = async (): Promise<void> => {
    setIsGoing(true);
    const answer = await saveAccount(session.token, id, profile);
    setIsGoing(false);
    if (!(await report(Promise.resolve(answer)))) return;
    onChanged();
    if (id !== null || !answer.ok) return onClose();
    setId(answer.staff.id);
    await makeLink(answer.staff.id);
  };
  return (
    <Modal open title={account?.name ?? t('staff.invite')} okText={t('staff.save')} cancelText={t('acts.cancel')} confirmLoading={isGoing} onOk={() => void save()} onCancel={onClose} afterOpenChange={focusField}>
      <Fields profile={profile} onChange={(part) => setProfile({ ...profile, ...part })} />
      {link === null ? null : <LinkToGive link={link} />}
      {id === null || account === null || account.sessions.length === 0 ? null : (
        <section className="account-sessions" aria-label={t('sessions.title')}>
          <h3>{t('sessions.title')}</h3>
          <SessionList sessions={account.sessions} onEnd={(one) => void report(endSession(session.token, id, one)).then(onChanged)} />
        </section>
      )}
      {id === null ? null : (
        <p className="account-acts">
          <Button onClick={() => void makeLink(id)}>{t('staff.passwordLink')}</Button>
          <Button danger disabled={(account?.sessions.length ?? 0) === 0} onClick={() => void report(signOutEverywhere(session.token, id)).then(onChanged)}>
            {t('staff.signOutAll', { count: account?.sessions.length ?? 0 })}
          </Button>
        </p>
      )}
    </Modal>
  );
}

function profileOf(account: WireStaffAccount | null): WireStaffProfile {
  if (account === null) return NOBODY;
  const { email, name, role, skillGroups, languages, isActive } = account;
  return { email, name, role, skillGroups, languages, isActive };
}

function Fields({ profile, onChange }: { readonly profile: WireStaffProfile; readonly onChange: (part: Partial<WireStaffProfile>) => void }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="account-fields">
      <Field label={t('staff.name')}>
        <Input value={profile.name} aria-label={t('staff.name')} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field label={t('signIn.email')}>
        <Input value={profile.email} aria-label={t('signIn.email')} onChange={(event) => onChange({ email: event.target.value })} />
      </Field>
      <Field label={t('staff.role')}>
        <Select value={profile.role} aria-label={t('staff.role')} options={ROLES.map((value) => ({ value, label: t(`staff.roles.${value}`) }))} onChange={(role) => onChange({ role })} />
      </Field>
      <Field label={t('staff.groups')}>
        <Select mode="tags" value={[...profile.skillGroups]} aria-label={t('staff.groups')} options={SKILLS.map((value) => ({ value, label: names('skills', value) }))} onChange={(skillGroups) => onChange({ skillGroups })} />
      </Field>
      <Field label={t('staff.languages')}>
        <Select mode="tags" value={[...profile.languages]} aria-label={t('staff.languages')} options={(['zh-CN', 'en'] as const).map((value) => ({ value, label: t(`languages.${value}`) }))} onChange={(languages) => onChange({ languages })} />
      </Field>
      <Field label={t('staff.active')}>
        <Switch checked={profile.isActive} aria-label={t('staff.active')} onChange={(isActive) => onChange({ isActive })} />
      </Field>
    </div>
  );
}

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <span>{label}</span>
      {children}
    </div>
  );
}

function LinkToGive({ link }: { readonly link: string }) {
  const { t } = useTranslation();
  return (
    <div className="account-link" role="status">
      <p>{t('staff.linkHint')}</p>
      <Input.TextArea readOnly autoSize value={link} aria-label={t('staff.passwordLink')} onFocus={(event) => event.target.select()} />
    </div>
  );
}
