/** The ready replies that fit, above the field; the text as it would stand. */
import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireCannedReply } from '../../../protocol/canned.js';
import { useConsole } from '../frame/console-context.js';
import type { Canned } from './use-canned.js';
import './canned.css';

/** The field keeps the focus and points here with `aria-activedescendant`. */
export const CANNED_LIST = 'canned-list';
export const cannedOption = (index: number): string => `${CANNED_LIST}-${index}`;

export function CannedList({ canned }: { readonly canned: Canned }) {
  const { t } = useTranslation();
  const { openDialog } = useConsole();
  if (!canned.isOpen) return null;
  return (
    <div className="canned">
      <ul id={CANNED_LIST} role="listbox" tabIndex={0} aria-label={t('canned.title')}>
        {canned.found.map((reply, index) => (
          <Option key={reply.id} canned={canned} reply={reply} index={index} />
        ))}
      </ul>
      <p className="canned-foot">
        <span>{canned.found.length > 0 ? t('canned.keys') : canned.isKnown ? t('canned.none') : ''}</span>
        <button type="button" className="plain" onMouseDown={(event) => event.preventDefault()} onClick={() => openDialog('canned')}>
          {t('canned.manage')}
        </button>
      </p>
    </div>
  );
}

/** One choice for the pointer and one line for the ear; the keys are the field's. */
function Option({ canned, reply, index }: { readonly canned: Canned; readonly reply: WireCannedReply; readonly index: number }) {
  const { t } = useTranslation();
  const item = useRef<HTMLLIElement>(null);
  const isChosen = index === canned.at;
  useEffect(() => {
    if (isChosen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const run = (event: MouseEvent): void => {
    event.stopPropagation();
    canned.run(reply);
  };
  return (
    <li ref={item} id={cannedOption(index)} role="option" aria-selected={isChosen} onMouseDown={(event) => event.preventDefault()} onClick={() => canned.use(reply)}>
      <p className="canned-title">
        <b>{reply.title}</b>
        <small>
          {reply.folder}
          {reply.shared ? '' : ` · ${t('canned.own')}`}
        </small>
        {canned.isMacro(reply) ? (
          <span className="canned-macro" onClick={run}>
            {t('canned.run')} <kbd>Ctrl Enter</kbd>
          </span>
        ) : null}
      </p>
      <p className="canned-text">{canned.textOf(reply)}</p>
    </li>
  );
}
