/** Suggested replies over the composer: a click puts one into the field, to be read and changed before it is sent. */
import { useTranslation } from 'react-i18next';
import { Icon } from '../look/icons.js';
import type { SuggestionState } from './use-suggestions.js';

const SHOWN = 3;

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
      {found.slice(0, SHOWN).map((one) => (
        <button
          type="button"
          key={one.text}
          className="suggestion plain"
          title={t('composer.useSuggestion')}
          onClick={() => {
            onUse(one.text);
            close();
          }}
        >
          <span>{one.text}</span>
          {one.title === null ? null : (
            <small>
              <Icon name="doc" size={13} /> {one.title}
            </small>
          )}
        </button>
      ))}
    </div>
  );
}
