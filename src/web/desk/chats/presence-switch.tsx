/** Whether I take new chats, and how many at once. Going offline with chats in hand is asked about first. */
import { Button, Dropdown } from 'antd';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Icon } from '../look/icons.js';
import type { Presence } from '../state/desk-state.js';
import { CapacityStepper } from './capacity-stepper.js';
import { useLeaving } from './use-leaving.js';

const STATUSES: readonly Presence[] = ['online', 'busy', 'away', 'offline'];

/** Sets the presence, and asks first when chats in hand would be given up. */
export function useSetPresence(): (status: Presence) => void {
  const { t } = useTranslation();
  const { client, store } = useTools();
  const report = useReport();
  const leave = useLeaving();
  return (status) => {
    const go = (): Promise<boolean> => report(client.setPresence(status, store.get().capacity));
    if (status === 'offline') leave({ title: t('presence.leaveTitle'), yes: t('presence.leave'), go });
    else void go();
  };
}

export function PresenceSwitch() {
  const { t } = useTranslation();
  const status = useDesk((state) => state.status);
  const isOff = useDesk((state) => state.link !== 'online');
  // What the server last said of her is no longer so.
  const isLost = useDesk((state) => state.link === 'offline');
  const name = isLost ? t('link.none') : t(`presence.${status}`);
  const setPresence = useSetPresence();
  const goOnline = ({ detail, currentTarget }: MouseEvent<HTMLElement>): void => {
    setPresence('online');
    // The button goes away, and takes the keyboard of who pressed it by a key along.
    if (detail === 0) currentTarget.parentElement?.querySelector('button')?.focus();
  };
  const items = STATUSES.map((one) => ({ key: one, label: <PresenceItem status={one} />, onClick: () => setPresence(one) }));
  return (
    <div className="presence">
      <Dropdown menu={{ items, selectable: true, selectedKeys: [status] }} trigger={['click']} disabled={isOff} popupRender={withCapacity}>
        <button type="button" className="presence-button plain" aria-label={`${t('presence.label')}: ${name}`}>
          <span className="dot" data-status={isLost ? 'offline' : status} aria-hidden="true" />
          <b>{name}</b>
          <Icon name="down" size={14} />
        </button>
      </Dropdown>
      {status === 'online' ? null : (
        <Button type="primary" size="small" disabled={isOff} onClick={goOnline}>
          {t('presence.goOnline')}
        </Button>
      )}
    </div>
  );
}

function PresenceItem({ status }: { readonly status: Presence }) {
  const { t } = useTranslation();
  return (
    <span className="presence-item">
      <span className="dot" data-status={status} aria-hidden="true" />
      <b>{t(`presence.${status}`)}</b>
      <small>{t(`presence.hints.${status}`)}</small>
    </span>
  );
}

function withCapacity(menu: ReactNode) {
  return (
    <div className="presence-menu">
      {menu}
      <CapacityStepper />
    </div>
  );
}
