/** The head of a conversation: who it is, how it stands, and the ways to pass it on or end it. */
import { App, Button, Dropdown, Tooltip } from 'antd';
import { useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTranscriptMenu } from '../acts/use-transcript-menu.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { useDeskKey } from '../frame/use-shortcuts.js';
import { Elapsed } from '../look/elapsed.js';
import { Icon } from '../look/icons.js';
import { MoodTag } from '../look/tags.js';
import { TimeLeft } from '../look/time-left.js';
import { ONE_PANE, TOUCH, useMedia } from '../look/use-media.js';
import type { Thread } from '../state/desk-state.js';
import { unreadElsewhere } from '../state/desk-view.js';
import type { Standing } from '../state/desk-view.js';
import { firstWordDue } from '../state/thread-view.js';
import { useNames } from '../words/use-words.js';
import { DOT, TeamLine } from './team-line.js';

interface ThreadHeadProps {
  readonly thread: Thread;
  readonly standing: Standing;
}

export function ThreadHead({ thread, standing }: ThreadHeadProps) {
  const { t } = useTranslation();
  const { toggleWho, isWhoOpen } = useConsole();
  const { conversation } = thread;
  return (
    <header className="thread-head">
      <Back />
      <div className="thread-who">
        <h2 className="num">
          {conversation?.subscriber ?? t('chats.visitor')}
          {conversation ? <MoodTag mood={conversation.mood} /> : null}
        </h2>
        <p>{conversation === null ? null : <Standings thread={thread} standing={standing} />}</p>
      </div>
      {standing === 'helping' ? <LeaveHelp conversationId={thread.id} /> : null}
      <ActsAndMenu conversationId={thread.id} isMine={standing === 'mine'} />
      <button type="button" className="square thread-about" aria-label={t('thread.about')} aria-expanded={isWhoOpen} onClick={toggleWho}>
        <Icon name="panel" size={20} />
      </button>
    </header>
  );
}

/** On a phone the list is out of sight, and what comes in there with it. */
function Back() {
  const { t } = useTranslation();
  const { show } = useConsole();
  const unread = useDesk(unreadElsewhere);
  const label = unread > 0 ? `${t('thread.back')}, ${t('chats.unread', { count: unread })}` : t('thread.back');
  return (
    <button type="button" className="square phone-only thread-back" aria-label={label} onClick={() => show(null)}>
      <Icon name="back" size={20} />
      {unread > 0 ? <span className="count num">{unread > 99 ? '99+' : unread}</span> : null}
    </button>
  );
}

function Standings({ thread, standing }: ThreadHeadProps) {
  const { conversation } = thread;
  const { t, i18n } = useTranslation();
  const names = useNames();
  if (conversation === null) return null;
  const isForeign = conversation.locale !== i18n.language;
  const agent = conversation.agent?.name;
  // Of what was given away only the giving is known: a colleague may have it by now.
  const whereItIs =
    standing === 'ended' && thread.ended !== null
      ? names('endedShort', thread.ended)
      : agent !== undefined && conversation.state === 'live'
        ? `${t('states.live')} · ${agent}`
        : t(`states.${conversation.state}`);
  return (
    <>
      {standing === 'mine' ? (
        <Held thread={thread} since={conversation.since} />
      ) : (
        <span>{whereItIs}</span>
      )}
      {DOT}
      <span>{names('channels', conversation.channel)}</span>
      {conversation.skill === null ? null : DOT}
      {conversation.skill === null ? null : <span>{names('skills', conversation.skill)}</span>}
      <TeamLine thread={thread} />
      {isForeign ? DOT : null}
      {isForeign ? <span>{t(`languages.${conversation.locale}`)}</span> : null}
    </>
  );
}

/** How long she has it, or how long she may still take for a first word. */
function Held({ thread, since }: { readonly thread: Thread; readonly since: number }) {
  const { t } = useTranslation();
  const due = firstWordDue(thread);
  return (
    <span title={due === null ? undefined : t('chats.firstWordDue')}>
      {`${t(due === null ? 'thread.since' : 'thread.firstWord')} `}
      {due === null ? <Elapsed since={since} /> : <TimeLeft until={due} />}
    </span>
  );
}

/** On a touch phone there is no room for all of them and who it is: the rarest act is in the menu. */
function ActsAndMenu({ conversationId, isMine }: { readonly conversationId: string; readonly isMine: boolean }) {
  const isShort = useMedia(`${ONE_PANE} and ${TOUCH}`);
  if (!isMine) return <MoreMenu conversationId={conversationId} />;
  return <Acts conversationId={conversationId} isShort={isShort} />;
}

function Acts({ conversationId, isShort }: { readonly conversationId: string; readonly isShort: boolean }) {
  const giveBack = useGiveBack(conversationId);
  return (
    <>
      <ActButtons {...(isShort ? {} : { giveBack })} />
      <MoreMenu conversationId={conversationId} {...(isShort ? { giveBack } : {})} />
    </>
  );
}

function ActButtons({ giveBack }: { readonly giveBack?: () => void }) {
  const { t } = useTranslation();
  const { openDialog } = useConsole();
  const isOff = useDesk((state) => state.link !== 'online');
  const acts = [
    { key: 'T', icon: 'swap', label: t('acts.transfer'), act: () => openDialog('transfer') },
    ...(giveBack === undefined ? [] : [{ key: 'B', icon: 'spark', label: t('acts.giveBack'), act: giveBack } as const]),
    { key: 'E', icon: 'done', label: t('acts.close'), act: () => openDialog('close') },
  ] as const;
  return (
    <div className="thread-acts">
      {acts.map(({ key, icon, label, act }) => (
        <Hint key={key} label={label} letter={key}>
          <Button type={key === 'E' ? 'default' : 'text'} disabled={isOff} onClick={act} icon={<Icon name={icon} />} aria-label={label}>
            <span className="thread-act-label">{label}</span>
          </Button>
        </Hint>
      ))}
    </div>
  );
}

/** Not over a dialog, even when the pointer still rests there: Escape would close it first, and the dialog only then. */
function Hint({ label, letter, children }: { readonly label: string; readonly letter: string; readonly children: ReactNode }) {
  const { hasDialog } = useConsole();
  const [isResting, setIsResting] = useState(false);
  useEffect(() => {
    if (hasDialog) setIsResting(false);
  }, [hasDialog]);
  return (
    <Tooltip open={isResting && !hasDialog} onOpenChange={(isThere) => setIsResting(isThere && !hasDialog)} title={<KeyHint label={label} letter={letter} />}>
      {children}
    </Tooltip>
  );
}

function LeaveHelp({ conversationId }: { readonly conversationId: string }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  return <Button onClick={() => void report(client.stopHelping(conversationId))}>{t('team.leave')}</Button>;
}

function KeyHint({ label, letter }: { readonly label: string; readonly letter: string }) {
  return (
    <>
      {label} <kbd>{letter}</kbd>
    </>
  );
}

function useGiveBack(conversationId: string): () => void {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { client } = useTools();
  const report = useReport();
  const giveBack = useCallback(() => {
    modal.confirm({
      title: t('acts.giveBackTitle'),
      content: t('acts.giveBackText'),
      okText: t('acts.giveBack'),
      cancelText: t('acts.cancel'),
      onOk: () => report(client.giveBack(conversationId)),
    });
  }, [modal, t, report, client, conversationId]);
  useDeskKey('giveBack', giveBack);
  return giveBack;
}

function MoreMenu({ conversationId, giveBack }: { readonly conversationId: string; readonly giveBack?: () => void }) {
  const { t } = useTranslation();
  const isOff = useDesk((state) => state.link !== 'online');
  const items = useTranscriptMenu(conversationId);
  const first = giveBack === undefined ? [] : [{ key: 'back', label: t('acts.giveBack'), disabled: isOff, onClick: giveBack }, { type: 'divider' as const }];
  return (
    <Dropdown menu={{ items: [...first, ...items] }} trigger={['click']} placement="bottomRight">
      <button type="button" className="square" aria-label={t('acts.more')}>
        <Icon name="more" size={20} />
      </button>
    </Dropdown>
  );
}
