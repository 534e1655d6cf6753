/** The table of keys. */
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { SHORTCUTS } from './shortcuts.js';
import type { ShortcutId } from './shortcuts.js';
import './settings-drawer.css';

const GROUPS = {
  offer: ['accept', 'decline'],
  chats: ['next', 'previous', 'nth', 'transfer', 'giveBack', 'close'],
  writing: ['reply', 'note', 'suggest', 'canned', 'leave'],
  page: ['about', 'cases', 'help'],
} as const satisfies Record<string, readonly (ShortcutId | 'nth' | 'leave' | 'canned')[]>;
const NAMES = ['offer', 'chats', 'writing', 'page'] as const;

export default function HelpDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('help.title')} onCancel={onClose} footer={null} width="38.75rem">
      <p className="help-lead">{t('help.lead')}</p>
      <div className="help-groups">
        {NAMES.map((name) => (
          <section key={name}>
            <h3>{t(`help.groups.${name}`)}</h3>
            <dl>
              {GROUPS[name].map((id) => (
                <div key={id}>
                  <dt>{t(`help.keys.${id}`)}</dt>
                  <dd>
                    <kbd>{keyOf(id)}</kbd>
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function keyOf(id: ShortcutId | 'nth' | 'leave' | 'canned'): string {
  if (id === 'canned') return '/';
  if (id === 'nth') return '1–9';
  if (id === 'leave') return 'Esc';
  return SHORTCUTS.find((shortcut) => shortcut.id === id)?.label ?? '';
}
