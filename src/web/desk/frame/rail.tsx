/** The narrow rail at the edge: where one is, and what is always at hand. */
import { Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon, Mark } from '../look/icons.js';
import type { IconName } from '../look/icons.js';
import { supervises } from '../board/use-board.js';
import { useLeaving } from '../chats/use-leaving.js';
import { useDueCount } from '../cases/use-cases.js';
import { totalUnread } from '../state/desk-view.js';
import { useConsole } from './console-context.js';
import type { Place } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';

export function Rail() {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { openDialog, place, goTo, show } = useConsole();
  const isSupervisor = useDesk(supervises);
  const isAdmin = useDesk((state) => state.staff?.role === 'admin');
  const alerts = useDesk((state) => state.board?.alerts.length ?? 0);
  const unread = useDesk(totalUnread);
  const due = useDueCount();
  const turn = (): void => settings.change({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' });
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <Mark size={32} />
      <RailPlace to="chats" icon="chats" name={t('rail.chats')} count={unread} countLabel={t('chats.unread', { count: unread })} onGo={() => (place === 'chats' ? show(null) : goTo('chats'))} />
      <RailPlace to="cases" icon="briefcase" name={t('cases.name')} count={due} countLabel={t('cases.dueCount', { count: due })} />
      {isSupervisor ? <RailPlace to="board" icon="eye" name={t('board.name')} count={alerts} countLabel={t('board.alertCount', { count: alerts })} /> : null}
      {isSupervisor ? <RailPlace to="rules" icon="rules" name={t('rules.name')} /> : null}
      {isSupervisor ? <RailPlace to="audit" icon="doc" name={t('audit.name')} /> : null}
      {isAdmin ? <RailPlace to="staff" icon="person" name={t('staff.title')} /> : null}
      {isAdmin ? <RailPlace to="programs" icon="globe" name={t('programs.title')} /> : null}
      <span className="rail-gap" />
      <RailButton icon="keyboard" label={t('rail.help')} onClick={() => openDialog('help')} />
      <RailButton icon="moon" label={t('rail.theme')} onClick={turn} />
      <RailButton icon="gear" label={t('rail.settings')} onClick={() => openDialog('settings')} />
      <AccountMenu />
    </nav>
  );
}

interface RailPlaceProps {
  readonly to: Place;
  readonly icon: IconName;
  readonly name: string;
  readonly count?: number;
  readonly countLabel?: string;
  readonly onGo?: () => void;
}

function RailPlace({ to, icon, name, count = 0, countLabel, onGo }: RailPlaceProps) {
  const { place, goTo } = useConsole();
  return (
    <button type="button" className="rail-place" aria-current={place === to ? 'page' : undefined} onClick={onGo ?? (() => goTo(to))}>
      <Icon name={icon} size={20} />
      <span>{name}</span>
      {count > 0 ? (
        <b className="rail-count num" aria-label={countLabel}>
          {count > 99 ? '99+' : count}
        </b>
      ) : null}
    </button>
  );
}

function RailButton({ icon, label, onClick }: { readonly icon: IconName; readonly label: string; readonly onClick: () => void }) {
  return (
    <Tooltip title={label} placement="right">
      <button type="button" className="square" aria-label={label} onClick={onClick}>
        <Icon name={icon} size={20} />
      </button>
    </Tooltip>
  );
}

export function AccountMenu() {
  const { t } = useTranslation();
  const { settings, signOut } = useTools();
  const leave = useLeaving();
  const { openDialog } = useConsole();
  const staff = useDesk((state) => state.staff);
  const status = useDesk((state) => (state.link === 'offline' ? 'offline' : state.status));
  const items = [
    {
      key: 'who',
      disabled: true,
      label: (
        <span className="account-who">
          <b>{staff?.name}</b>
          <span>{staff?.email}</span>
        </span>
      ),
    },
    { type: 'divider' as const },
    { key: 'settings', label: t('rail.settings'), onClick: () => openDialog('settings') },
    { key: 'help', label: t('rail.help'), onClick: () => openDialog('help') },
    {
      key: 'locale',
      label: settings.get().locale === 'en' ? '中文' : 'English',
      onClick: () => settings.change({ locale: settings.get().locale === 'en' ? 'zh-CN' : 'en' }),
    },
    { key: 'out', label: t('rail.signOut'), onClick: () => leave({ title: t('rail.signOutTitle'), yes: t('rail.signOut'), go: signOut }) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="topRight">
      <button type="button" className="account plain" aria-label={t('rail.account')}>
        <span className="face" data-kind="me" aria-hidden="true">
          {initialOf(staff?.name ?? '')}
        </span>
        <span className="dot" data-status={status} aria-hidden="true" />
      </button>
    </Dropdown>
  );
}

/** A Chinese name is known by its last character, a Latin one by its first. */
export function initialOf(name: string): string {
  const letters = [...name.trim()];
  return (/[\u4e00-\u9fff]/.test(name) ? letters.at(-1) : letters[0]?.toUpperCase()) ?? '·';
}
