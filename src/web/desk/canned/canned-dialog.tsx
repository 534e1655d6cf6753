/** Keeping ready replies: one's own, and for supervisors those that everybody shares. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireCannedReply } from '../../../protocol/canned.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { isSupervisor } from '../state/desk-view.js';
import { fetchCanned, removeCanned } from './canned-api.js';
import { CannedForm } from './canned-form.js';
import { findReplies } from './canned-texts.js';
import './canned.css';

export default function CannedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [edited, setEdited] = useState<WireCannedReply | 'new' | null>(null);
  return (
    <Modal open title={t('canned.manage')} onCancel={onClose} footer={null} width={640}>
      {edited === null ? <AllReplies onEdit={setEdited} /> : <CannedForm reply={edited === 'new' ? null : edited} onDone={() => setEdited(null)} />}
    </Modal>
  );
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
  return (
    <div className="canned-form">
      <Input allowClear autoFocus value={sought} placeholder={t('canned.search')} aria-label={t('canned.search')} onChange={(event) => setSought(event.target.value)} />
      <div className="canned-all">
        {findReplies(data ?? [], sought).map((reply) => (
          <div key={reply.id} className="canned-kept">
            <b>{reply.title}</b>
            <small>{`${reply.folder} · ${t(reply.shared ? 'canned.shared' : 'canned.own')}`}</small>
            <span style={{ flex: 1 }} />
            {!reply.shared || mayShare ? (
              <>
                <Button size="small" onClick={() => onEdit(reply)}>
                  {t('canned.edit')}
                </Button>
                <Button size="small" danger onClick={() => void remove(reply.id)}>
                  {t('canned.remove')}
                </Button>
              </>
            ) : null}
          </div>
        ))}
      </div>
      <Button type="primary" onClick={() => onEdit('new')}>
        {t('canned.add')}
      </Button>
    </div>
  );
}
