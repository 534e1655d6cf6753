/** How this person likes the desk: look, language, alerts, keys. */
import { Button, Drawer, Segmented, Slider, Switch } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CapacityStepper } from '../chats/capacity-stepper.js';
import { Chime } from '../link/chime.js';
import { MySessions } from '../staff/my-sessions.js';
import type { DeskLocale } from '../words/i18n.js';
import { useConsole } from './console-context.js';
import { useSettings, useTools } from './desk-context.js';
import './settings-drawer.css';

export default function SettingsDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Drawer open title={t('settings.title')} onClose={onClose} size="23.75rem">
      <div className="settings">
        <LookSettings />
        <AlertSettings />
        <WritingSettings />
        <h2>{t('settings.reception')}</h2>
        <CapacityStepper />
        <MySessions />
      </div>
    </Drawer>
  );
}

function LookSettings() {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { theme, density, locale } = useSettings(settings);
  const themes = ['system', 'light', 'dark'] as const;
  const densities = ['comfortable', 'compact'] as const;
  return (
    <>
      <h2>{t('settings.look')}</h2>
      <Line label={t('settings.theme')}>
        <Segmented
          aria-label={t('settings.theme')}
          value={theme}
          onChange={(chosen) => settings.change({ theme: chosen })}
          options={themes.map((one) => ({ value: one, label: t(`settings.themes.${one}`) }))}
        />
      </Line>
      <Line label={t('settings.density')}>
        <Segmented
          aria-label={t('settings.density')}
          value={density}
          onChange={(chosen) => settings.change({ density: chosen })}
          options={densities.map((one) => ({ value: one, label: t(`settings.densities.${one}`) }))}
        />
      </Line>
      <Line label={t('settings.language')}>
        <Segmented<DeskLocale>
          aria-label={t('settings.language')}
          value={locale}
          onChange={(chosen) => settings.change({ locale: chosen })}
          options={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
      </Line>
    </>
  );
}

function AlertSettings() {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { isSoundOn, volume, isNotifyOn } = useSettings(settings);
  const [chime] = useState(() => new Chime());
  const [permission, setPermission] = useState(() => (typeof Notification === 'undefined' ? 'denied' : Notification.permission));
  const turnNotify = (on: boolean): void => {
    settings.change({ isNotifyOn: on });
    if (on && permission === 'default') void Notification.requestPermission().then(setPermission);
  };
  return (
    <>
      <h2>{t('settings.alerts')}</h2>
      <Line label={t('settings.sound')}>
        <Switch aria-label={t('settings.sound')} checked={isSoundOn} onChange={(on) => settings.change({ isSoundOn: on })} />
      </Line>
      <Line label={t('settings.volume')}>
        <Slider
          ariaLabelForHandle={t('settings.volume')}
          disabled={!isSoundOn}
          value={volume}
          onChange={(next) => settings.change({ volume: next })}
        />
        <Button size="small" disabled={!isSoundOn} onClick={() => chime.play('offer', volume)}>
          {t('settings.test')}
        </Button>
      </Line>
      <Line label={t('settings.notify')}>
        <Switch aria-label={t('settings.notify')} checked={isNotifyOn} onChange={turnNotify} />
      </Line>
      {isNotifyOn && permission === 'denied' ? <p className="settings-hint">{t('notices.blocked')}</p> : null}
    </>
  );
}

function WritingSettings() {
  const { t } = useTranslation();
  const { settings } = useTools();
  const { openDialog } = useConsole();
  const { sendKey, hasSingleKeys } = useSettings(settings);
  const keys = ['enter', 'ctrl'] as const;
  return (
    <>
      <h2>{t('settings.writing')}</h2>
      <Line label={t('settings.sendKey')}>
        <Segmented
          aria-label={t('settings.sendKey')}
          value={sendKey}
          onChange={(chosen) => settings.change({ sendKey: chosen })}
          options={keys.map((one) => ({ value: one, label: t(`settings.sendKeys.${one}`) }))}
        />
      </Line>
      <Line label={t('settings.singleKeys')}>
        <Switch aria-label={t('settings.singleKeys')} checked={hasSingleKeys} onChange={(on) => settings.change({ hasSingleKeys: on })} />
      </Line>
      <p className="settings-hint">{t('settings.singleKeysHint')}</p>
      <Line label={t('canned.title')}>
        <Button size="small" onClick={() => openDialog('canned')}>
          {t('canned.manage')}
        </Button>
      </Line>
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="settings-line">
      <span>{label}</span>
      {children}
    </div>
  );
}
