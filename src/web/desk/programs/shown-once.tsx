/** A secret that is shown this once, with a button that copies it. */
import { App, Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

export function ShownOnce({ title, secret, onClose }: { readonly title: string; readonly secret: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={title} onCancel={onClose} footer={<Button type="primary" onClick={onClose}>{t('programs.close')}</Button>} mask={{ closable: false }}>
      <p>{t('programs.once')}</p>
      <CopyLine text={secret} label={title} />
    </Modal>
  );
}

export function CopyLine({ text, label }: { readonly text: string; readonly label: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    void message.success(t('programs.copied'));
  };
  return (
    <div className="programs-copy">
      <code aria-label={label} tabIndex={0}>
        {text}
      </code>
      <Button onClick={() => void copy()}>{t('programs.copy')}</Button>
    </div>
  );
}
