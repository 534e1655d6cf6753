/** Passing a conversation on: to a colleague or a skill group, with a note that spares the subscriber repeating anything. */
import { useQuery } from '@tanstack/react-query';
import { Alert, Input, Modal, Segmented, Skeleton } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireColleague } from '../../../protocol/desk.js';
import { MAX_NOTE } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import type { TransferTarget } from '../link/desk-client.js';
import { ColleagueList } from './colleague-list.js';
import { GroupList } from './group-list.js';
import { focusField } from './focus-field.js';
import { useGoing } from './use-going.js';
import './acts.css';

interface DialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

export default function TransferDialog({ conversationId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const [target, setTarget] = useState<TransferTarget | null>(null);
  const [to, setTo] = useState<Whereto>('colleague');
  const [note, setNote] = useState('');
  const { client } = useTools();
  const { isGoing, go } = useGoing(onClose);
  const transfer = (): void => {
    if (target === null || isGoing) return;
    const isForHelp = to === 'help' && 'staffId' in target;
    const asked = isForHelp ? client.invite(conversationId, target.staffId, note.trim()) : client.transfer(conversationId, target, note.trim());
    go(asked, { unavailable: t('team.notThere') });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) transfer();
  };
  return (
    <Modal
      open
      title={t('transfer.title')}
      onCancel={onClose}
      onOk={transfer}
      okText={t(to === 'help' ? 'team.helpSubmit' : 'transfer.submit')}
      okButtonProps={{ disabled: target === null, loading: isGoing }}
      cancelText={t('acts.cancel')}
      width="32.5rem"
      afterOpenChange={focusField}
    >
      <div className="act-body" onKeyDown={onKeyDown}>
        <p className="act-lead">{t(LEADS[to])}</p>
        <TargetChoice to={to} onTo={setTo} target={target} onTarget={setTarget} />
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

type Whereto = 'colleague' | 'help' | 'group';
const LEADS = { colleague: 'team.takeLead', help: 'team.helpLead', group: 'transfer.kept' } as const;

interface TargetChoiceProps {
  readonly to: Whereto;
  readonly onTo: (to: Whereto) => void;
  readonly target: TransferTarget | null;
  readonly onTarget: (target: TransferTarget | null) => void;
}

function TargetChoice({ to, onTo, target, onTarget }: TargetChoiceProps) {
  const { t } = useTranslation();
  const mine = useDesk((state) => state.staff?.skillGroups ?? NONE);
  const { data, isPending, isError } = useColleagues();
  return (
    <>
      <Segmented<Whereto>
        block
        value={to}
        onChange={(chosen) => {
          onTo(chosen);
          onTarget(null);
        }}
        options={[
          { value: 'colleague', label: t('transfer.colleague') },
          { value: 'group', label: t('transfer.group') },
          { value: 'help', label: t('team.help') },
        ]}
      />
      {isPending ? <Skeleton active title={false} /> : null}
      {isError ? <Alert type="error" title={t('transfer.failedToLoad')} /> : null}
      {data && to !== 'group' ? <ColleagueList colleagues={data} target={target} onTarget={onTarget} /> : null}
      {data && to === 'group' ? <GroupList colleagues={data} mine={mine} target={target} onTarget={onTarget} /> : null}
    </>
  );
}

/** Who is there changes while one chooses. */
const ASK_AGAIN_MS = 5000;

function useColleagues() {
  const { client } = useTools();
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: async (): Promise<readonly WireColleague[]> => {
      const answer = await client.colleagues();
      if (!answer.ok) throw new Error(answer.error.code);
      return answer.colleagues;
    },
    staleTime: 0,
    refetchInterval: ASK_AGAIN_MS,
  });
}

const NONE: readonly string[] = [];
