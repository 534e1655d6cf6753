/** The cases of the person in front, in the right pane: the list, one of them, or a new one being opened. */
import { Button, Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import { isSupervisor, standingOf } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';
import { CaseDetail } from './case-detail.js';
import { CaseOpening } from './case-opening.js';
import { CaseRow } from './case-tags.js';
import { PromiseRow } from './deadlines.js';
import { useCasesHere, usePromises } from './use-cases.js';
import './cases.css';

type Shown = { readonly what: 'list' | 'new' } | { readonly what: 'case'; readonly id: string };

export function CasesTab({ conversationId }: { readonly conversationId: string }) {
  const [shown, setShown] = useState<Shown>({ what: 'list' });
  const toList = (): void => setShown({ what: 'list' });
  if (shown.what === 'case') return <CaseDetail id={shown.id} onBack={toList} hasLink={false} />;
  if (shown.what === 'new') return <CaseOpening conversationId={conversationId} onDone={(id) => (id === null ? toList() : setShown({ what: 'case', id }))} />;
  return <List conversationId={conversationId} onShow={(id) => setShown({ what: 'case', id })} onNew={() => setShown({ what: 'new' })} />;
}

interface ListProps {
  readonly conversationId: string;
  readonly onShow: (id: string) => void;
  readonly onNew: () => void;
}

function List({ conversationId, onShow, onNew }: ListProps) {
  const { t } = useTranslation();
  const { data, error } = useCasesHere(conversationId);
  const mayOpen = useDesk((state) => standingOf(state, conversationId) === 'mine' || isSupervisor(state));
  return (
    <div className="cases-tab">
      {data === undefined && error === null ? <Skeleton active title={false} /> : null}
      {error === null ? null : <NotToldHere code={error.message} />}
      {error === null && data?.length === 0 ? <p className="who-none">{t('cases.noneHere')}</p> : null}
      <ul>
        {(error === null ? (data ?? []) : []).map((one) => (
          <CaseRow key={one.id} one={one} isShown={false} onShow={() => onShow(one.id)} />
        ))}
      </ul>
      <PromisesHere conversationId={conversationId} />
      {mayOpen ? (
        <Button icon={<Icon name="plus" size={16} />} onClick={onNew}>
          {t('cases.add')}
        </Button>
      ) : null}
    </div>
  );
}

/** A chat that went elsewhere is no error, and says nothing of whether there are cases. */
function NotToldHere({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const names = useNames();
  return code === 'not-yours' ? <p className="who-none">{t('cases.notServed')}</p> : <p role="alert">{names('errors', code)}</p>;
}

/** Said in the chat, and to be kept though no case was opened. */
function PromisesHere({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { promises, keep } = usePromises(conversationId);
  if (promises.length === 0) return null;
  return (
    <section aria-label={t('cases.promises')}>
      <h3>{t('cases.promises')}</h3>
      <ul className="case-promises">
        {promises.map((promise) => (
          <PromiseRow key={promise.id} promise={promise} onKeep={() => keep(promise.id)} />
        ))}
      </ul>
    </section>
  );
}
