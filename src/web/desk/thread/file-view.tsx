/** A file in a bubble: an image in a box of fixed height, so that nothing jumps; anything else as its name to save. */
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireMessage } from '../../../protocol/chat.js';
import { useTools } from '../frame/desk-context.js';
import { linkToFile } from '../link/attachments.js';
import { Icon } from '../look/icons.js';
import './file-view.css';

type WireAttachment = NonNullable<WireMessage['attachment']>;

/** Links live five minutes; the picture stays once it is drawn. */
const FRESH_MS = 4 * 60_000;
const KB = 1024;

export function FileView({ file }: { readonly file: WireAttachment }) {
  const { t } = useTranslation();
  const open = useOpen(file);
  const isImage = file.mime.startsWith('image/');
  return (
    <button type="button" className={isImage ? 'file-image' : 'file-other'} title={file.name} aria-label={t('files.open', { name: file.name })} onClick={open}>
      {isImage ? (
        <Picture file={file} />
      ) : (
        <>
          <Icon name="clip" size={16} />
          <span>{file.name}</span>
          <small className="num">{sizeOf(file.bytes)}</small>
        </>
      )}
    </button>
  );
}

function Picture({ file }: { readonly file: WireAttachment }) {
  const { t } = useTranslation();
  const { session } = useTools();
  const { data, isError } = useQuery({ queryKey: ['file', file.id], queryFn: () => linkToFile(session.token, file.id), staleTime: FRESH_MS });
  if (isError) return <span>{t('files.notShown')}</span>;
  return data === undefined ? null : <img src={data} alt={file.name} />;
}

/** Always by a new link; the tab is opened first, or it would count as a pop-up. */
function useOpen(file: WireAttachment): () => void {
  const { t } = useTranslation();
  const { session } = useTools();
  const { message } = App.useApp();
  return () => {
    const tab = file.mime.startsWith('image/') ? window.open('', '_blank') : null;
    if (tab) tab.opener = null;
    linkToFile(session.token, file.id).then(
      (href) => (tab ?? window).location.assign(href),
      () => {
        tab?.close();
        void message.error(t('files.notShown'));
      },
    );
  };
}

function sizeOf(bytes: number): string {
  return bytes < KB * KB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / KB / KB).toFixed(1)} MB`;
}
