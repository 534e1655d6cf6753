/** One case as a whole: who answers for it and by when, what was promised, the money, everything said, and what may be done next. */
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DeskCase, DeskCaseWhole } from '../../../protocol/cases.js';
import { useConsole } from '../frame/console-context.js';
import { Icon } from '../look/icons.js';
import { useNames } from '../words/use-words.js';
import { CaseHistory } from './case-history.js';
import { CasePeople } from './case-people.js';
import { CaseRefund } from './case-refund.js';
import { CaseSection } from './case-section.js';
import { CaseWriting } from './case-writing.js';
import { StageTag } from './case-tags.js';
import { Deadlines, Promises } from './deadlines.js';
import { useCase } from './use-cases.js';
import './cases.css';

interface CaseDetailProps {
  readonly id: string;
  readonly onBack: (() => void) | null;
  /** Where the conversation is in front anyway, the way to it is left out. */
  readonly hasLink: boolean;
}

export function CaseDetail({ id, onBack, hasLink }: CaseDetailProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { data, error, refetch } = useCase(id);
  return (
    <article className="case" aria-label={data?.case.number}>
      {onBack === null ? null : (
        <button type="button" className="plain case-back" onClick={onBack}>
          <Icon name="back" size={16} /> {t('cases.back')}
        </button>
      )}
      {data === undefined && error === null ? <Skeleton active /> : null}
      {error === null ? null : (
        <div className="case-failed" role="alert">
          <p>{names('errors', error.message)}</p>
          <Button size="small" onClick={() => void refetch()}>
            {t('thread.retryOpen')}
          </Button>
        </div>
      )}
      {data === undefined ? null : <Whole whole={data} hasLink={hasLink} />}
    </article>
  );
}

function Whole({ whole: { case: one, promises, wrongCharges }, hasLink }: { readonly whole: DeskCaseWhole; readonly hasLink: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Head one={one} hasLink={hasLink} />
      <Deadlines one={one} />
      <CasePeople one={one} />
      {one.kind === 'refund' || one.kind === 'complaint' ? <CaseRefund one={one} wrongCharges={wrongCharges} /> : null}
      <Promises one={one} promises={promises} />
      <CaseSection title={t('cases.history')}>
        <CaseHistory history={one.history} />
      </CaseSection>
      <CaseWriting key={one.id} one={one} />
    </>
  );
}

function Head({ one, hasLink }: { readonly one: DeskCase; readonly hasLink: boolean }) {
  const { t } = useTranslation();
  const { show } = useConsole();
  const { kind, stage, number, title, subscriber, conversationId, reopened, ticketId } = one;
  return (
    <header className="case-head">
      <h3>
        {t(`cases.kinds.${kind}`)} <StageTag stage={stage} />
        {reopened > 0 ? (
          <span className="tag" data-tone="warn">
            {t('cases.reopened', { count: reopened })}
          </span>
        ) : null}
      </h3>
      <p className="case-number num">
        <span>{number}</span>
        {subscriber === null ? null : <span>{subscriber}</span>}
        {ticketId === null ? null : <span>{`${t('cases.ticket')} ${ticketId}`}</span>}
      </p>
      <blockquote>{title}</blockquote>
      {hasLink && conversationId !== null ? (
        <Button size="small" icon={<Icon name="chats" size={15} />} onClick={() => show(conversationId)}>
          {t('cases.conversation')}
        </Button>
      ) : null}
    </header>
  );
}
