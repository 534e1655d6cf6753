/** What stands between the turns: days, the mark of the new, events of the record, notes and whispers. */
import { useTranslation } from 'react-i18next';
import type { WireMessage } from '../../../protocol/chat.js';
import type { WireNote } from '../../../protocol/desk.js';
import { Icon } from '../look/icons.js';
import { clockOf } from '../look/times.js';
import { useDayText } from '../look/use-when.js';

export function DayRow({ at }: { readonly at: number }) {
  const dayText = useDayText();
  return (
    <h3 className="row-day">
      <span className="num">{dayText(at)}</span>
    </h3>
  );
}

export function UnreadRow() {
  const { t } = useTranslation();
  return (
    <p className="row-unread">
      <span>{t('thread.unread')}</span>
    </p>
  );
}

export function SystemRow({ message }: { readonly message: WireMessage }) {
  return (
    <p className="row-system">
      {message.text} <time className="num">{clockOf(message.at)}</time>
    </p>
  );
}

export function NoteRow({ note }: { readonly note: WireNote }) {
  const { t } = useTranslation();
  return (
    <article className="row-note" data-kind={note.kind}>
      <header>
        <Icon name={note.kind === 'whisper' ? 'eye' : 'pen'} size={15} />
        <b>{t(note.kind === 'whisper' ? 'thread.whisper' : 'thread.note')}</b>
        <span>{note.author.name}</span>
        <small>{t('thread.notShown')}</small>
        <time className="num">{clockOf(note.at)}</time>
      </header>
      <p>{note.text}</p>
    </article>
  );
}
