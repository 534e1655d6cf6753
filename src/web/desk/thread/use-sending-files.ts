/** Files on their way out of the composer: chosen or pasted, uploaded, then sent as messages of their own. */
import { App } from 'antd';
import { useCallback, useState } from 'react';
import type { ClipboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { uploadFile } from '../link/attachments.js';
import { useNames } from '../words/use-words.js';

export interface SendingFiles {
  readonly isSending: boolean;
  readonly send: (files: Iterable<File>) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

export function useSendingFiles(conversationId: string, canSend: boolean): SendingFiles {
  const { t } = useTranslation();
  const { client, session } = useTools();
  const { message } = App.useApp();
  const names = useNames();
  const report = useReport();
  const [underWay, setUnderWay] = useState(0);
  const sendOne = useCallback(
    async (file: File): Promise<void> => {
      setUnderWay((count) => count + 1);
      const uploaded = await uploadFile(session.token, conversationId, file);
      if (uploaded.ok) await report(client.sendFile(conversationId, uploaded.id));
      else void message.error(t('files.failed', { name: file.name, why: names('errors', uploaded.code) }));
      setUnderWay((count) => count - 1);
    },
    [client, session, conversationId, message, names, report, t],
  );
  const send = (files: Iterable<File>): void => {
    if (canSend) for (const file of files) void sendOne(file);
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!canSend || event.clipboardData.files.length === 0 || isText(event.clipboardData)) return;
    event.preventDefault();
    send(event.clipboardData.files);
  };
  return { isSending: underWay > 0, send, onPaste };
}

/** Cells and paragraphs come with a picture of themselves; of a copied file there is its name at most. */
function isText({ types }: DataTransfer): boolean {
  return types.includes('text/plain') && types.includes('text/html');
}
