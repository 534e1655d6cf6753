/** Everything said and done on a case, oldest first; what the subscriber sees is marked. */
import { useTranslation } from 'react-i18next';
import type { DeskCase } from '../../../protocol/cases.js';
import { Icon } from '../look/icons.js';
import { useWhen } from '../look/use-when.js';
import { useNames } from '../words/use-words.js';

export function CaseHistory({ history }: Pick<DeskCase, 'history'>) {
  return (
    <ol className="case-history">
      {history.map((entry, index) => (
        <Entry key={`${entry.at} ${index}`} entry={entry} />
      ))}
    </ol>
  );
}

/** Of a refund the record holds the bare amount. */
const AMOUNT = /^\d+\.\d{2}$/;

function Entry({ entry: { at, kind, by, text, isPublic } }: { readonly entry: DeskCase['history'][number] }) {
  const { t } = useTranslation();
  const names = useNames();
  const when = useWhen();
  return (
    <li data-public={isPublic}>
      <p className="case-entry-head">
        <b>{names('cases.entries', kind)}</b>
        <span>{names('cases.actors', by)}</span>
        {isPublic ? <Icon name="eye" size={13} /> : null}
        {isPublic ? <span className="hidden">{t('cases.seen')}</span> : null}
        <time className="num" dateTime={new Date(at).toISOString()}>
          {when(at)}
        </time>
      </p>
      {text === '' ? null : <p className="case-entry-text">{AMOUNT.test(text) ? `¥${text}` : text}</p>}
    </li>
  );
}
