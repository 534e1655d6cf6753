/** Suggested replies over the composer: a click puts one into the field, to be read and changed before it is sent. */
import { useTranslation } from 'react-i18next';
import type { Suggested } from '../../../protocol/desk.js';
import { Icon } from '../look/icons.js';
import type { IconName } from '../look/icons.js';
import type { SuggestionState } from './use-suggestions.js';

const SHOWN = 4;
const ICONS: Readonly<Record<Suggested['drafts'][number]['source'], IconName>> = { model: 'spark', article: 'doc', canned: 'pen' };

export function Suggestions({ state, onUse }: { readonly state: SuggestionState; readonly onUse: (text: string) => void }) {
  const { t } = useTranslation();
  const { found, close } = state;
  if (found === null) return null;
  return (
    <div className="suggestions" role="group" aria-label={t('composer.suggest')}>
      <button type="button" className="square suggestions-close" aria-label={t('composer.closeSuggestions')} onClick={close}>
        <Icon name="close" size={16} />
      </button>
      {found.length === 0 ? <p>{t('composer.noSuggestion')}</p> : null}
      {found.slice(0, SHOWN).map(({ text, source, title }) => (
        <button
          type="button"
          key={`${source} ${text}`}
          className="suggestion plain"
          title={t('composer.useSuggestion')}
          onClick={() => {
            onUse(text);
            close();
          }}
        >
          <span>{text}</span>
          <small>
            <Icon name={ICONS[source]} size={13} /> {t(`composer.sources.${source}`)}
            {title === undefined ? null : ` · ${title}`}
          </small>
        </button>
      ))}
    </div>
  );
}
