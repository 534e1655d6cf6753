/** The right pane: who this is, why they came, what was said and tried, what the account says, and the notes. */
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskSignIn } from '../account/ask-sign-in.js';
import { AccountTab } from '../account/account-tab.js';
import { CasesTab } from '../cases/cases-tab.js';
import { useCasesHere } from '../cases/use-cases.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import { ElderTag, MoodTag, VerifiedTag } from '../look/tags.js';
import type { Thread } from '../state/desk-state.js';
import { standingOf } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';
import { BriefSections } from './brief-sections.js';
import type { Assigned } from './brief-sections.js';
import { NotesList } from './notes-list.js';
import { RevealedNumber } from './revealed-number.js';
import './who.css';

const LABELS = { brief: 'who.brief', account: 'account.tab', cases: 'cases.tab', notes: 'who.notes' } as const;
type Tab = keyof typeof LABELS;

export function WhoPane({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const { toggleWho } = useConsole();
  const assigned = useAssigned(thread);
  const [tab, setTab] = useState<Tab>('brief');
  const count = thread.notes.length;
  const open = (useCasesHere(thread.id).data ?? []).filter(({ stage }) => stage !== 'closed').length;
  return (
    <>
      <header className="who-head">
        <Segmented
          value={tab}
          onChange={setTab}
          options={[
            { value: 'brief', label: t('who.brief') },
            { value: 'account', label: t('account.tab') },
            { value: 'cases', label: open > 0 ? t('cases.tabCount', { count: open }) : t('cases.tab') },
            { value: 'notes', label: count > 0 ? `${t('who.notes')} ${count}` : t('who.notes') },
          ]}
        />
        <button type="button" className="square who-close" aria-label={t('who.close')} onClick={toggleWho}>
          <Icon name="close" />
        </button>
      </header>
      <div className="who-scroll" tabIndex={0} role="region" aria-label={t(LABELS[tab])}>
        {tab === 'notes' ? <NotesList notes={thread.notes} /> : null}
        {tab === 'account' ? <AccountTab thread={thread} /> : null}
        {tab === 'cases' ? <CasesTab key={thread.id} conversationId={thread.id} /> : null}
        {tab === 'brief' ? (
          <>
            <Identity thread={thread} />
            {thread.brief ? <BriefSections brief={thread.brief} assigned={assigned} /> : null}
          </>
        ) : null}
      </div>
    </>
  );
}

/** Which rule of the floor chose whoever has it: told to them as theirs, to others by name. */
function useAssigned({ id, conversation, assignedBecause }: Thread): Assigned | null {
  const { t } = useTranslation();
  const isMine = useDesk((state) => standingOf(state, id)) === 'mine';
  const name = conversation?.agent?.name;
  if (assignedBecause === null || (!isMine && name === undefined)) return null;
  return { title: isMine ? t('who.whyMine') : t('who.whyTheirs', { name }), text: assignedBecause };
}

function Identity({ thread }: { readonly thread: Thread }) {
  const { id, conversation, brief } = thread;
  const { t } = useTranslation();
  const names = useNames();
  const who = brief?.who;
  const standing = useDesk((state) => standingOf(state, id));
  const number = who?.msisdn ?? conversation?.subscriber ?? null;
  const isVerified = brief?.verified ?? conversation?.verified ?? false;
  const canReveal = isVerified && standing !== 'ended';
  return (
    <section className="who-identity">
      <span className="face" data-verified={isVerified} aria-hidden="true">
        <Icon name="person" size={22} />
      </span>
      <div>
        <h2>{who?.name ?? t('chats.visitor')}</h2>
        {number === null ? (
          <p>{t('who.unverifiedHint')}</p>
        ) : (
          <RevealedNumber key={`${id} ${canReveal}`} conversationId={id} masked={number} canReveal={canReveal} />
        )}
        <p className="who-tags">
          <VerifiedTag isVerified={isVerified} />
          {who?.tier ? <span className="tag">{names('who.tiers', who.tier)}</span> : null}
          {who?.isElder ? <ElderTag /> : null}
          <MoodTag mood={brief?.mood ?? 'calm'} />
        </p>
        <AskSignIn key={id} thread={thread} />
      </div>
    </section>
  );
}
