/** In place of the composer when the conversation is no longer mine: why, the text that was kept, and the way on. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';
import type { Thread } from '../state/desk-state.js';
import { nextChat } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';

export function EndedBar({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const { show } = useConsole();
  const { message } = App.useApp();
  const names = useNames();
  const next = useDesk(nextChat);
  const draft = useDesk((state) => state.drafts[thread.id]?.reply ?? '');
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(draft);
    void message.success(t('ended.copied'));
  };
  return (
    <div className="ended">
      {draft.trim() === '' ? null : (
        <div className="ended-draft">
          <p>
            <b>{t('ended.draftKept')}</b>
            <Button size="small" type="text" onClick={() => void copy()}>
              {t('ended.copy')}
            </Button>
          </p>
          <blockquote>{draft}</blockquote>
        </div>
      )}
      <div className="thread-bar" role="status">
        <Icon name="done" />
        <p>{names('ended', thread.ended ?? (thread.conversation?.state === 'closed' ? 'closed' : 'other'))}</p>
        {next === null ? null : <Button onClick={() => show(next)}>{t('ended.next')}</Button>}
      </div>
    </div>
  );
}
