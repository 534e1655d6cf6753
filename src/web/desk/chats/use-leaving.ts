/** Leaving the floor gives the chats in hand back at once; whoever has some is asked first. */
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTools } from '../frame/desk-context.js';

interface Leaving {
  readonly title: string;
  readonly yes: string;
  readonly go: () => Promise<unknown> | void;
}

/** Calls `go` at once without chats in hand, else when the agent has said yes. */
export function useLeaving(): (leaving: Leaving) => void {
  const { t } = useTranslation();
  const { store } = useTools();
  const { modal } = App.useApp();
  return ({ title, yes, go }) => {
    const { mine } = store.get();
    if (mine.length === 0) {
      void go();
      return;
    }
    modal.confirm({ title, content: t('presence.leaveText', { count: mine.length }), okText: yes, okButtonProps: { danger: true }, cancelText: t('acts.cancel'), onOk: go });
  };
}
