/** The narrow rail at the edge: where one is, and what is always at hand. */
import { Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon, Mark } from '../look/icons.js';
import type { IconName } from '../look/icons.js';
import { supervises } from '../board/use-board.js';
import { totalUnread } from '../state/desk-view.js';
import { useConsole } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';

export function Rail() {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { openDialog, place, goTo, show } = useConsole();
  const isSupervisor = useDesk(supervises);
  const isAdmin = useDesk((state) => state.staff?.role === 'admin');
  const alerts = useDesk((state) => state.board?.alerts.length ?? 0);
  const unread = useDesk(totalUnread);
  const turn = (): void => settings.change({ theme: document.documentElement.dataset['theme'] === 'dark' ? 'light' : 'dark' });
  return (
    <nav className="rail" aria-label={t('rail.label')}>
      <Mark size={32} />
      <button type="button" className="rail-place" aria-current={place === 'chats' ? 'page' : undefined} onClick={() => (place === 'chats' ? show(null) : goTo('chats'))}>
        <Icon name="chats" size={20} />
        <span>{t('rail.chats')}</span>
        {unread > 0 ? (
          <b className="rail-count num" aria-label={t('chats.unread', { count: unread })}>
            {unread > 99 ? '99+' : unread}
          </b>
        ) : null}
      </button>
      {isSupervisor ? (
        <button type="button" className="rail-place" aria-current={place === 'board' ? 'page' : undefined} onClick={() => goTo('board')}>
          <Icon name="eye" size={20} />
          <span>{t('board.name')}</span>
          {alerts > 0 ? (
            <b className="rail-count num" aria-label={t('board.alertCount', { count: alerts })}>
              {alerts}
            </b>
          ) : null}
        </button>
        ) : null}
      {isSupervisor ? (
        <button type="button" className="rail-place" aria-current={place === 'rules' ? 'page' : undefined} onClick={() => goTo('rules')}>
          <Icon name="flag" size={20} />
          <span>{t('rules.name')}</span>
        </button>
      ) : null}
      {isAdmin ? (
        <button type="button" className="rail-place" aria-current={place === 'staff' ? 'page' : undefined} onClick={() => goTo('staff')}>
          <Icon name="person" size={20} />
          <span>{t('staff.title')}</span>
        </button>
      ) : null}
      <span className="rail-gap" />
      <RailButton icon="keyboard" label={t('rail.help')} onClick={() => openDialog('help')} />
      <RailButton icon="moon" label={t('rail.theme')} onClick={turn} />
      <RailButton icon="gear" label={t('rail.settings')} onClick={() => openDialog('settings')} />
      <AccountMenu />
    </nav>
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
  const { openDialog } = useConsole();
  const staff = useDesk((state) => state.staff);
  const status = useDesk((state) => state.status);
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
    { key: 'out', label: t('rail.signOut'), onClick: signOut },
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
