/** Passing a conversation on: to a colleague or a skill group, with a note that spares the subscriber repeating anything. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireColleague } from '../../../protocol/desk.js';
import { MAX_NOTE } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { TransferTarget } from '../link/desk-client.js';
import { ColleagueList } from './colleague-list.js';
import { GroupList } from './group-list.js';
import './acts.css';

interface DialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

export default function TransferDialog({ conversationId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const groupsOfMine = useDesk((state) => state.staff?.skillGroups ?? NONE);
  const [to, setTo] = useState<'colleague' | 'group'>('colleague');
  const [target, setTarget] = useState<TransferTarget | null>(null);
  const [note, setNote] = useState('');
  const [isGoing, setIsGoing] = useState(false);
  const colleagues = useQuery({
    queryKey: ['colleagues'],
    queryFn: async (): Promise<readonly WireColleague[]> => {
      const answer = await client.colleagues();
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.colleagues;
    },
    staleTime: 0,
    refetchInterval: 5000,
  });
  const go = async (): Promise<void> => {
    if (target === null) return;
    setIsGoing(true);
    const isDone = await report(client.transfer(conversationId, target, note.trim()));
    setIsGoing(false);
    if (isDone) onClose();
  };
  return (
    <Modal
      open
      title={t('transfer.title')}
      onCancel={onClose}
      onOk={() => void go()}
      okText={t('transfer.submit')}
      okButtonProps={{ disabled: target === null, loading: isGoing }}
      cancelText={t('acts.cancel')}
      width={520}
    >
      <div className="act-body">
        <p className="act-lead">{t('transfer.kept')}</p>
        <Segmented<'colleague' | 'group'>
          block
          value={to}
          onChange={(chosen) => {
            setTo(chosen);
            setTarget(null);
          }}
          options={[
            { value: 'colleague', label: t('transfer.colleague') },
            { value: 'group', label: t('transfer.group') },
          ]}
        />
        {colleagues.isPending ? <Skeleton active title={false} /> : null}
        {colleagues.isError ? <Alert type="error" title={t('transfer.failedToLoad')} /> : null}
        {colleagues.data && to === 'colleague' ? <ColleagueList colleagues={colleagues.data} target={target} onTarget={setTarget} /> : null}
        {colleagues.data && to === 'group' ? (
          <GroupList colleagues={colleagues.data} mine={groupsOfMine} target={target} onTarget={setTarget} />
        ) : null}
        <label className="act-label">
          {t('transfer.note')}
          <Input.TextArea
            value={note}
            onChange={(event) => setNote(event.target.value)}
            maxLength={MAX_NOTE}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('transfer.notePlaceholder')}
          />
        </label>
      </div>
    </Modal>
  );
}

const NONE: readonly string[] = [];
