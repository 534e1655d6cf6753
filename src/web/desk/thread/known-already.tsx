/** Says under a draft what it asks for although it is known, so that nobody has to say it twice. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icons.js';
import type { Thread } from '../state/desk-state.js';
import { askedAgain } from './asked-again.js';
import type { Known } from './asked-again.js';

const VALUE_CHARS = 60;

export function KnownAlready({ thread: { brief, conversation, messages }, draft }: { readonly thread: Thread; readonly draft: string }) {
  const { t } = useTranslation();
  const headline = conversation?.headline ?? '';
  const said = useMemo(() => messages.flatMap(({ from, kind, text }) => (from === 'subscriber' && kind === 'text' ? [text] : [])), [messages]);
  const known = useMemo<readonly Known[]>(
    () => (brief === null ? [] : askedAgain(draft, { brief, said: [headline, brief.ownWords ?? '', ...said] })),
    [brief, headline, said, draft],
  );
  return (
    <div role="status" className="known" data-on={known.length > 0}>
      {known.length === 0 ? null : (
        <>
          <Icon name="flag" size={15} />
          <p>
            <b>{t('known.title')}</b>
            {known.map(({ id, value }) => (
              <span key={id}>
                {t(`known.things.${id}`)} <q>{value.length > VALUE_CHARS ? `${value.slice(0, VALUE_CHARS)}…` : value}</q>
              </span>
            ))}
          </p>
        </>
      )}
    </div>
  );
}
