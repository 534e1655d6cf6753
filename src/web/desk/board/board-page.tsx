/** The supervisor's board: the line, the alerts, the agents and every live chat, each one tap from being looked into. */
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireBoard } from '../../../protocol/board.js';
import { useDesk } from '../frame/desk-context.js';
import { Elapsed } from '../look/elapsed.js';
import { useNames } from '../words/use-words.js';
import { AgentTable } from './agent-table.js';
import { AlertList } from './alert-list.js';
import { FollowUps } from './follow-ups.js';
import { LiveTable } from './live-table.js';
import { PassedList } from './passed-list.js';
import './board.css';

export default function BoardPage() {
  const { t } = useTranslation();
  const board = useDesk((state) => state.board);
  return (
    <main className="board" aria-label={t('board.title')}>
      <h2>{t('board.title')}</h2>
      {board === null ? <Skeleton active paragraph={{ rows: 6 }} /> : <Board board={board} />}
    </main>
  );
}

function Board({ board }: { readonly board: WireBoard }) {
  const { t } = useTranslation();
  return (
    <>
      <Figures board={board} />
      <Part title={t('board.alerts')} isEmpty={board.alerts.length === 0} none={t('board.noAlerts')}>
        <AlertList alerts={board.alerts} />
      </Part>
      <FollowUps />
      <Part title={t('board.groups')} isEmpty={board.waiting.groups.length === 0} none={t('chats.noneWaiting')}>
        <Groups waiting={board.waiting} />
        {board.waiting.passed.length === 0 ? null : <PassedList passed={board.waiting.passed} />}
      </Part>
      <Part title={t('board.agents')} isEmpty={board.agents.length === 0} none={t('board.noAgents')}>
        <AgentTable agents={board.agents} />
      </Part>
      <Part title={t('board.live')} isEmpty={board.live.length === 0} none={t('board.noLive')}>
        <LiveTable live={board.live} />
      </Part>
    </>
  );
}

function Part({ title, isEmpty, none, children }: { readonly title: string; readonly isEmpty: boolean; readonly none: string; readonly children: ReactNode }) {
  return (
    <section className="board-part">
      <h3>{title}</h3>
      {isEmpty ? <p className="board-none">{none}</p> : children}
    </section>
  );
}

function Figures({ board: { waiting, agents, live, hitRate } }: { readonly board: WireBoard }) {
  const { t } = useTranslation();
  const online = agents.filter(({ status }) => status === 'online').length;
  return (
    <dl className="board-figures">
      <Figure name={t('board.waiting')} value={waiting.count} />
      <Figure name={t('board.longest')} value={waiting.longestSince === null ? '–' : <Elapsed since={waiting.longestSince} warnAfter={120} />} />
      <Figure name={t('board.liveCount')} value={live.length} />
      <Figure name={t('board.online')} value={online} />
      <Figure name={t('board.hitRate')} value={hitRate === null ? '–' : `${Math.round(hitRate * 100)} %`} hint={t('board.hitRateHint')} />
    </dl>
  );
}

function Figure({ name, value, hint }: { readonly name: string; readonly value: ReactNode; readonly hint?: string }) {
  return (
    <div title={hint}>
      <dt>{name}</dt>
      <dd className="num">{value}</dd>
    </div>
  );
}

function Groups({ waiting }: Pick<WireBoard, 'waiting'>) {
  const names = useNames();
  return (
    <ul className="board-groups">
      {waiting.groups.map(({ group, count, longestSince }) => (
        <li key={group}>
          <b>{names('skills', group)}</b>
          <span className="num">{count}</span>
          <Elapsed since={longestSince} warnAfter={120} />
        </li>
      ))}
    </ul>
  );
}
