/** Suggested replies over the composer: a click, or a key, puts one into the field, to be read and changed before it is sent. */
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggested } from '../../../protocol/desk.js';
import { Icon } from '../look/icons.js';
import type { IconName } from '../look/icons.js';
import type { SuggestionState } from './use-suggestions.js';

const SHOWN = 4;
const ICONS: Readonly<Record<Suggested['drafts'][number]['source'], IconName>> = { model: 'spark', article: 'doc', canned: 'pen' };

interface SuggestionsProps {
  readonly state: SuggestionState;
  readonly onUse: (text: string) => void;
  /** Back to the field. */
  readonly onLeave: () => void;
}

export function Suggestions({ state, onUse, onLeave }: SuggestionsProps) {
  const { t } = useTranslation();
  const { found, close } = state;
  const group = useRef<HTMLDivElement>(null);
  useFocusOnFirst(group, found);
  if (found === null) return null;
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (step !== 0) return goOn(group.current, step);
    close();
    onLeave();
  };
  return (
    <div className="suggestions" role="group" ref={group} aria-label={t('composer.suggest')} onKeyDown={onKeyDown}>
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

const choicesIn = (group: HTMLElement | null): readonly HTMLElement[] => [...(group?.querySelectorAll<HTMLElement>('.suggestion') ?? [])];

/** Whoever is writing goes on writing; for anybody else the keyboard is on the first, so that Enter takes it. */
function useFocusOnFirst(group: RefObject<HTMLDivElement | null>, found: SuggestionState['found']): void {
  useEffect(() => {
    if (found !== null && !(document.activeElement instanceof HTMLTextAreaElement)) choicesIn(group.current)[0]?.focus();
  }, [group, found]);
}

function goOn(group: HTMLElement | null, step: number): void {
  const choices = choicesIn(group);
  const at = choices.findIndex((choice) => choice === document.activeElement);
  choices.at((at + step) % choices.length)?.focus();
}
