/** For admins: the programs around, with keys to come in and webhooks to be told; and the tag for pages. */
import { useTranslation } from 'react-i18next';
import { KeysPart } from './keys-part.js';
import { SnippetPart } from './snippet-part.js';
import { WebhooksPart } from './webhooks-part.js';
import '../board/board.css';
import '../staff/account.css';
import './programs.css';

export default function ProgramsPage() {
  const { t } = useTranslation();
  return (
    <main className="board" aria-label={t('programs.title')}>
      <h2>
        {t('programs.title')} <a className="programs-docs" href="/docs" target="_blank" rel="noreferrer">{t('programs.docs')}</a>
      </h2>
      <KeysPart />
      <WebhooksPart />
      <SnippetPart />
    </main>
  );
}
