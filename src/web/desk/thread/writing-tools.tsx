/** Over the field: suggestions, and with a language model another tone or language for what is written. */
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import type { SuggestionState } from './use-suggestions.js';
import type { Rewriting } from './use-rewriting.js';

interface WritingToolsProps {
  readonly suggestions: SuggestionState;
  readonly rewriting: Rewriting;
  /** Whether there is a draft to work on. */
  readonly hasText: boolean;
}

export function WritingTools({ suggestions, rewriting, hasText }: WritingToolsProps) {
  const { t } = useTranslation();
  const hasModel = useDesk((state) => state.hasModel);
  return (
    <div className="composer-tools">
      {hasModel ? <Rewrite rewriting={rewriting} hasText={hasText} /> : null}
      <Button size="small" type="text" icon={<Icon name="spark" size={16} />} loading={suggestions.isLoading} onClick={suggestions.ask} className="composer-suggest">
        {t(suggestions.isLoading ? 'composer.suggesting' : 'composer.suggest')}
      </Button>
    </div>
  );
}

const TONES = ['warm', 'formal', 'short', 'plain'] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;

function Rewrite({ rewriting, hasText }: { readonly rewriting: Rewriting; readonly hasText: boolean }) {
  const { t } = useTranslation();
  const tones = TONES.map((tone) => ({ key: tone, label: t(`composer.tones.${tone}`), onClick: () => rewriting.rephrase(tone) }));
  const languages = LANGUAGES.map((to) => ({ key: to, label: t(`composer.into.${to}`), onClick: () => rewriting.translate(to) }));
  const { isBusy, isRewritten } = rewriting;
  if (isRewritten)
    return (
      <Button size="small" type="text" icon={<Icon name="back" size={16} />} onClick={rewriting.undo}>
        {t('composer.undoRewrite')}
      </Button>
    );
  return (
    <>
      <Dropdown menu={{ items: tones }} trigger={['click']} placement="topRight" disabled={!hasText || isBusy}>
        <Button size="small" type="text" icon={<Icon name="pen" size={16} />} loading={isBusy}>
          {t('composer.rephrase')}
        </Button>
      </Dropdown>
      <Dropdown menu={{ items: languages }} trigger={['click']} placement="topRight" disabled={!hasText || isBusy}>
        <Button size="small" type="text" icon={<Icon name="globe" size={16} />}>
          {t('composer.translate')}
        </Button>
      </Dropdown>
    </>
  );
}
