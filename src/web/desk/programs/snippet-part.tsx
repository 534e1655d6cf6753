/** Builds the tag that puts the chat into a page. */
import { Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyLine } from './shown-once.js';
import { snippetOf, type SnippetLocale } from './snippet.js';

const LOCALES = ['auto', 'zh-CN', 'en'] as const;

export function SnippetPart() {
  const { t } = useTranslation();
  const [server, setServer] = useState(location.origin);
  const [locale, setLocale] = useState<SnippetLocale>('auto');
  const [hasToken, setHasToken] = useState(false);
  return (
    <section className="board-part" aria-labelledby="programs-snippet">
      <h3 id="programs-snippet">{t('programs.snippet')}</h3>
      <p className="programs-lead">{t('programs.snippetLead')}</p>
      <div className="account-fields programs-snippet">
        <div><label htmlFor="snippet-server">{t('programs.server')}</label><Input id="snippet-server" value={server} onChange={(event) => setServer(event.target.value)} /></div>
        <div><label htmlFor="snippet-locale">{t('programs.language')}</label><Select<SnippetLocale> id="snippet-locale" value={locale} options={LOCALES.map((value) => ({ value, label: t(`programs.languages.${value}`) }))} onChange={setLocale} /></div>
        <div><span /><Checkbox checked={hasToken} onChange={(event) => setHasToken(event.target.checked)}>{t('programs.token')}</Checkbox></div>
      </div>
      <CopyLine label={t('programs.snippet')} text={snippetOf({ server, locale, hasToken })} />
      <p className="programs-lead">{t('programs.origins')}</p>
    </section>
  );
}
