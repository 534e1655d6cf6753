/** Tells a supervisor that this is somebody else's conversation, and offers to take it over. */
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Icon } from '../look/icons.js';
import type { Thread } from '../state/desk-state.js';

export function WatchBar({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const { modal } = App.useApp();
  const report = useReport();
  const state = thread.conversation?.state;
  const takeOver = (): void => {
    modal.confirm({
      title: t('thread.takeOverTitle'),
      content: t('thread.takeOverText'),
      okText: t('thread.takeOver'),
      cancelText: t('acts.cancel'),
      onOk: () => report(client.takeOver(thread.id)),
    });
  };
  return (
    <div className="thread-bar" data-kind="watch">
      <Icon name="eye" />
      <p>{t(state === 'queued' ? 'thread.watchingQueue' : state === 'bot' ? 'thread.watchingBot' : 'thread.watching')}</p>
      <Button onClick={takeOver}>{t('thread.takeOver')}</Button>
    </div>
  );
}
