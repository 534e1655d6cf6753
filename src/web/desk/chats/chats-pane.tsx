/** The left pane: my presence, my chats, and who is waiting. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { AccountMenu } from '../frame/rail.js';
import type { DeskState } from '../state/desk-state.js';
import { helpingIn, standingOf } from '../state/desk-view.js';
import { ChatRow } from './chat-row.js';
import { NotifyQuestion } from './notify-question.js';
import { PresenceSwitch } from './presence-switch.js';
import { WaitingRow } from './waiting-row.js';
import { WrapUp } from './wrap-up.js';
import './chats.css';

/** More than anybody reads; the number tells the rest. */
const WAITING_SHOWN = 60;

/** Looked at by a supervisor, and in none of the lists. */
function isOnlyWatched(state: DeskState, id: string): boolean {
  return standingOf(state, id) === 'watching' && !state.recent.includes(id) && !state.waiting.some((entry) => entry.conversationId === id);
}

export function ChatsPane() {
  const { t } = useTranslation();
  const recent = useDesk((state) => state.recent);
  const threads = useDesk((state) => state.threads);
  const staff = useDesk((state) => state.staff);
  const helping = helpingIn({ threads, staff });
  const watchedId = useDesk((state) => (state.shownId !== null && isOnlyWatched(state, state.shownId) ? state.shownId : null));
  return (
    <>
      <div className="chats-head">
        <PresenceSwitch />
        <span className="phone-only">
          <AccountMenu />
        </span>
      </div>
      <NotifyQuestion />
      <WrapUp />
      <div className="chats-scroll" tabIndex={-1}>
        <MyChats />
        {helping.length === 0 ? null : <ChatList id="chats-helping" title={t('team.helpingList')} kind="watching" ids={helping} />}
        {watchedId === null ? null : <ChatList id="chats-watching" title={t('chats.watching')} kind="watching" ids={[watchedId]} />}
        <WaitingLine />
        {recent.length === 0 ? null : <ChatList id="chats-recent" title={t('chats.recent')} kind="recent" ids={recent} />}
      </div>
      <FloorLine />
    </>
  );
}

interface ChatListProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly kind: 'mine' | 'watching' | 'recent';
  readonly ids: readonly string[];
}

function ChatList({ id, title, kind, ids }: ChatListProps) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul>
        {ids.map((one) => (
          <ChatRow key={one} id={one} kind={kind} />
        ))}
      </ul>
    </section>
  );
}

function MyChats() {
  const { t } = useTranslation();
  const mine = useDesk((state) => state.mine);
  const isReady = useDesk((state) => state.isReady);
  const capacity = useDesk((state) => state.capacity);
  const load = { load: mine.length, capacity };
  const title = (
    <>
      {t('chats.mine')}{' '}
      <span className="num" aria-label={t('presence.loadLabel', load)}>
        {t('presence.load', load)}
      </span>
    </>
  );
  return (
    <>
      <ChatList id="chats-mine" title={title} kind="mine" ids={mine} />
      {mine.length === 0 && isReady ? <Nothing title={t('chats.noneMine')} hint={t('chats.noneMineHint')} /> : null}
    </>
  );
}

function WaitingLine() {
  const { t } = useTranslation();
  const { show } = useConsole();
  const waiting = useDesk((state) => state.waiting);
  const total = useDesk((state) => state.counts.waiting);
  const isReady = useDesk((state) => state.isReady);
  const shown = waiting.slice(0, WAITING_SHOWN);
  const hidden = Math.max(total, waiting.length) - shown.length;
  return (
    <section aria-labelledby="chats-waiting">
      <h2 id="chats-waiting">
        {t('chats.waiting')} <span className="num">{total}</span>
      </h2>
      {waiting.length === 0 && isReady ? <Nothing title={t('chats.noneWaiting')} /> : null}
      <ul>
        {shown.map((entry) => (
          <WaitingRow key={entry.conversationId} entry={entry} onWatch={show} />
        ))}
      </ul>
      {hidden > 0 ? <p className="chats-more">{t('chats.more', { count: hidden })}</p> : null}
    </section>
  );
}

function Nothing({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <p className="chats-none">
      {title}
      {hint === undefined ? null : <small>{hint}</small>}
    </p>
  );
}

function FloorLine() {
  const { t } = useTranslation();
  const counts = useDesk((state) => state.counts);
  return <p className="chats-floor num">{t('chats.floor', { agents: counts.agentsOnline, live: counts.live })}</p>;
}
