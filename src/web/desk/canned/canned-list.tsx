/** The ready replies that fit, above the field; the text as it would stand. */
import { useTranslation } from 'react-i18next';
import { useConsole } from '../frame/console-context.js';
import type { Canned } from './use-canned.js';
import './canned.css';

export function CannedList({ canned }: { readonly canned: Canned }) {
  const { t } = useTranslation();
  const { openDialog } = useConsole();
  if (!canned.isOpen) return null;
  return (
    <div className="canned">
      <ul role="listbox" aria-label={t('canned.title')}>
        {canned.found.map((reply, index) => (
          <li key={reply.id} role="option" aria-selected={index === canned.at}>
            <button type="button" className="plain" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => canned.use(reply)}>
              <b>{reply.title}</b>
              <small>
                {reply.folder}
                {reply.shared ? '' : ` · ${t('canned.own')}`}
              </small>
              <span>{canned.textOf(reply)}</span>
            </button>
            {reply.macro?.disposition ? (
              <button type="button" className="plain canned-macro" tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => canned.run(reply)}>
                {t('canned.run')} <kbd>Ctrl Enter</kbd>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="canned-foot">
        <span>{canned.found.length === 0 ? t('canned.none') : t('canned.keys')}</span>
        <button type="button" className="plain" onMouseDown={(event) => event.preventDefault()} onClick={() => openDialog('canned')}>
          {t('canned.manage')}
        </button>
      </p>
    </div>
  );
}
