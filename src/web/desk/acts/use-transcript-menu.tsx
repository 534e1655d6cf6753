/** The menu of a conversation: its transcript in three forms, and its id to quote. */
import { App } from 'antd';
import type { MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTools } from '../frame/desk-context.js';
import { fetchTranscript } from '../link/staff-api.js';
import type { TranscriptFormat } from '../link/staff-api.js';

const ENDINGS: Readonly<Record<TranscriptFormat, string>> = { html: 'html', text: 'txt', json: 'json' };
const FORMATS = ['html', 'text', 'json'] as const;

export function useTranscriptMenu(conversationId: string): NonNullable<MenuProps['items']> {
  const { t } = useTranslation();
  const { session } = useTools();
  const { message } = App.useApp();
  const download = async (format: TranscriptFormat): Promise<void> => {
    try {
      save(await fetchTranscript(session.token, conversationId, format), `${conversationId}.${ENDINGS[format]}`);
    } catch {
      void message.error(t('acts.transcriptFailed'));
    }
  };
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(conversationId);
    void message.success(t('ended.copied'));
  };
  return [
    {
      type: 'group',
      label: t('acts.transcript'),
      children: FORMATS.map((format) => ({ key: format, label: t(`acts.${format}`), onClick: () => void download(format) })),
    },
    { type: 'divider' },
    { key: 'id', label: t('who.copyId'), onClick: () => void copy() },
  ];
}

function save(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href, download: name });
  link.click();
  // The browser reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(href), 30_000);
}
