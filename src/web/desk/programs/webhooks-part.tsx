/** Webhooks: where to tell of what, switching one off, and how telling went. */
import { App, Button, Checkbox, Input, Modal, Skeleton, Switch } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WEBHOOK_EVENT_NAMES } from '../../../protocol/limits.js';
import type { WireWebhook } from '../../../protocol/neighbours.js';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Deliveries } from './deliveries.js';
import { changeWebhook, fetchWebhooks, makeWebhook, removeWebhook, type WebhookWish } from './programs-api.js';
import { ShownOnce } from './shown-once.js';

const NEW: WebhookWish = { url: 'https://', events: [...WEBHOOK_EVENT_NAMES], withNumbers: false, isActive: true };

export function WebhooksPart() {
  const { t } = useTranslation();
  const { session } = useTools();
  const report = useReport();
  const { modal } = App.useApp();
  const [open, setOpen] = useState<WireWebhook | 'new' | null>(null);
  const [log, setLog] = useState<WireWebhook | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const { data, refetch } = useQuery({ queryKey: ['webhooks'], queryFn: () => fetchWebhooks(session.token) });
  const remove = (webhook: WireWebhook): void =>
    void modal.confirm({ title: webhook.url, content: t('programs.removeAsk'), okText: t('programs.remove'), cancelText: t('acts.cancel'), okButtonProps: { danger: true }, onOk: () => report(removeWebhook(session.token, webhook.id)).then(() => refetch()) });
  return (
    <section className="board-part" aria-labelledby="programs-hooks">
      <h3 id="programs-hooks">
        {t('programs.hooks')} <Button size="small" onClick={() => setOpen('new')}>{t('programs.newHook')}</Button>
      </h3>
      <p className="programs-lead">{t('programs.hooksLead')}</p>
      {data === undefined ? <Skeleton active /> : data.length === 0 ? <p className="board-none">{t('programs.noHooks')}</p> : null}
      <ul className="programs-hooks">
        {(data ?? []).map((webhook) => (
          <li key={webhook.id}>
            <span>
              <b>{webhook.url}</b> {webhook.isActive ? null : <span className="tag">{t('programs.off')}</span>}
              <small>{webhook.events.join(' · ')}</small>
            </span>
            <span className="programs-acts">
              <Button size="small" onClick={() => setLog(webhook)}>{t('programs.log')}</Button>
              <Button size="small" onClick={() => setOpen(webhook)}>{t('programs.edit')}</Button>
              <Button size="small" danger onClick={() => remove(webhook)}>{t('programs.remove')}</Button>
            </span>
          </li>
        ))}
      </ul>
      {open === null ? null : (
        <WebhookDialog
          webhook={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onSaved={(made) => {
            setOpen(null);
            setSecret(made);
            void refetch();
          }}
        />
      )}
      {log === null ? null : <Deliveries webhook={log} onClose={() => setLog(null)} />}
      {secret === null ? null : <ShownOnce title={t('programs.newHook')} secret={secret} onClose={() => setSecret(null)} />}
    </section>
  );
}

interface WebhookDialogProps {
  readonly webhook: WireWebhook | null;
  readonly onClose: () => void;
  /** With the secret of a new one. */
  readonly onSaved: (secret: string | null) => void;
}

function WebhookDialog({ webhook, onClose, onSaved }: WebhookDialogProps) {
  const { t } = useTranslation();
  const { session } = useTools();
  const report = useReport();
  const { message } = App.useApp();
  const [wish, setWish] = useState<WebhookWish>(() => (webhook === null ? NEW : { url: webhook.url, events: webhook.events, withNumbers: webhook.withNumbers, isActive: webhook.isActive }));
  const [isGoing, setIsGoing] = useState(false);
  const save = async (): Promise<void> => {
    setIsGoing(true);
    const answer = webhook === null ? await makeWebhook(session.token, wish) : await changeWebhook(session.token, webhook.id, wish);
    setIsGoing(false);
    if (!answer.ok && answer.error.code === 'bad-request') return void message.error(t('programs.badUrl'));
    if (await report(Promise.resolve(answer))) onSaved(answer.ok && 'secret' in answer ? (answer.secret as string) : null);
  };
  return (
    <Modal open title={webhook?.url ?? t('programs.newHook')} okText={t(webhook === null ? 'programs.create' : 'programs.save')} cancelText={t('acts.cancel')} confirmLoading={isGoing} onOk={() => void save()} onCancel={onClose}>
      <div className="account-fields">
        <div><label htmlFor="hook-url">{t('programs.url')}</label><Input id="hook-url" value={wish.url} maxLength={2000} onChange={(event) => setWish({ ...wish, url: event.target.value })} /></div>
        <div>
          <span id="hook-events">{t('programs.events')}</span>
          <Checkbox.Group aria-labelledby="hook-events" className="programs-events" options={WEBHOOK_EVENT_NAMES.map((event) => ({ value: event, label: event }))} value={[...wish.events]} onChange={(events) => setWish({ ...wish, events: events })} />
        </div>
        <div><span /><Checkbox checked={wish.withNumbers} onChange={(event) => setWish({ ...wish, withNumbers: event.target.checked })}>{t('programs.numbers')}</Checkbox></div>
        <div><label htmlFor="hook-active">{t('programs.active')}</label><Switch id="hook-active" checked={wish.isActive} onChange={(isActive) => setWish({ ...wish, isActive })} /></div>
      </div>
    </Modal>
  );
}
