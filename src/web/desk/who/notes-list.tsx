/** The notes of a conversation on their own, newest last, and the way to write one. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireNote } from '../../../protocol/desk.js';
import { useConsole } from '../frame/console-context.js';
import { DESK_KEY } from '../frame/use-shortcuts.js';
import { Icon } from '../look/icons.js';
import { NoteRow } from '../thread/plain-rows.js';

export function NotesList({ notes }: { readonly notes: readonly WireNote[] }) {
  const { t } = useTranslation();
  const { setMode, isWhoOpen, toggleWho } = useConsole();
  const write = (): void => {
    setMode('note');
    if (isWhoOpen) toggleWho();
    document.dispatchEvent(new CustomEvent(DESK_KEY, { detail: 'focus' }));
  };
  return (
    <div className="who-notes">
      {notes.length === 0 ? <p className="who-none">{t('who.noNotes')}</p> : notes.map((note) => <NoteRow key={note.id} note={note} />)}
      <Button onClick={write} icon={<Icon name="pen" size={16} />}>
        {t('who.addNote')}
      </Button>
    </div>
  );
}
