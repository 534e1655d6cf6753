/** Keeping ready replies: one's own, and for supervisors those that everybody shares. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Popconfirm, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireCannedReply } from '../../../protocol/canned.js';
import { focusField } from '../acts/focus-field.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Icon } from '../look/icons.js';
import { isSupervisor } from '../state/desk-view.js';
import { fetchCanned, removeCanned } from './canned-api.js';
import { CannedForm, placeOfReply } from './canned-form.js';
import { findReplies, textFor } from './canned-texts.js';
import '../acts/acts.css';
import './canned.css';

export default function CannedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const left = useLeft();
  /** Undefined until something is chosen: what was left is open. */
  const [chosen, setEdited] = useState<WireCannedReply | 'new' | null | undefined>();
  const edited = chosen === undefined ? left : chosen;
  useEffect(() => {
    if (chosen === undefined && left !== null) setEdited(left);
  }, [chosen, left]);
  return (
    <Modal open title={t('canned.manage')} onCancel={onClose} footer={null} width="40rem" afterOpenChange={focusField}>
      {edited === null ? <AllReplies onEdit={setEdited} /> : <CannedForm reply={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
    </Modal>
  );
}

/** What was being written when the dialog or the page was left. */
function useLeft(): WireCannedReply | 'new' | null {
  const { session, unsaved } = useTools();
  const { data = [] } = useQuery({ queryKey: ['canned'], queryFn: () => fetchCanned(session.token) });
  const isLeft = (id: string | null): boolean => unsaved.get(placeOfReply(id)) !== null;
  return isLeft(null) ? 'new' : (data.find(({ id }) => isLeft(id)) ?? null);
}

function AllReplies({ onEdit }: { readonly onEdit: (reply: WireCannedReply | 'new') => void }) {
  const { t } = useTranslation();
  const { session } = useTools();
  const queries = useQueryClient();
  const report = useReport();
  const mayShare = useDesk(isSupervisor);
  const [sought, setSought] = useState('');
  const { data } = useQuery({ queryKey: ['canned'], queryFn: () => fetchCanned(session.token) });
  const remove = async (id: string): Promise<void> => {
    await report(removeCanned(session.token, id));
    await queries.invalidateQueries({ queryKey: ['canned'] });
  };
  const found = findReplies(data ?? [], sought);
  const folders = [...new Set(found.map(({ folder }) => folder))];
  return (
    <div className="canned-form">
      <div className="canned-search">
        <Input allowClear value={sought} placeholder={t('canned.search')} aria-label={t('canned.search')} onChange={(event) => setSought(event.target.value)} />
        <Button type="primary" icon={<Icon name="plus" size={16} />} onClick={() => onEdit('new')}>
          {t('canned.add')}
        </Button>
      </div>
      <div className="canned-all">
        {data === undefined ? <Skeleton active title={false} /> : null}
        {data !== undefined && found.length === 0 ? <p className="choices-none">{t('canned.none')}</p> : null}
        {folders.map((folder) => (
          <section key={folder} aria-label={folder}>
            <h3>{folder}</h3>
            {found.map((reply) =>
              reply.folder === folder ? <KeptReply key={reply.id} reply={reply} mayChange={!reply.shared || mayShare} onEdit={() => onEdit(reply)} onRemove={() => void remove(reply.id)} /> : null,
            )}
          </section>
        ))}
      </div>
    </div>
  );
}

interface KeptReplyProps {
  readonly reply: WireCannedReply;
  readonly mayChange: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function KeptReply({ reply, mayChange, onEdit, onRemove }: KeptReplyProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="canned-kept">
      <div>
        <p>
          <b>{reply.title}</b> <small>{t(reply.shared ? 'canned.shared' : 'canned.own')}</small>
        </p>
        <p className="canned-text">{textFor(reply, i18n.language === 'en' ? 'en' : 'zh-CN')}</p>
      </div>
      {mayChange ? (
        <>
          <Button size="small" onClick={onEdit}>
            {t('canned.edit')}
          </Button>
          <Popconfirm title={t('canned.removeAsk', { title: reply.title })} okText={t('canned.remove')} cancelText={t('acts.cancel')} onConfirm={onRemove}>
            <Button size="small" danger>
              {t('canned.remove')}
            </Button>
          </Popconfirm>
        </>
      ) : null}
    </div>
  );
}
