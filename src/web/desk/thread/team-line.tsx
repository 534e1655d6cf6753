/** Who else is here, in the head of the conversation: who helps, who looks on. It takes no room of its own. */
import { useTranslation } from 'react-i18next';
import { useDesk } from '../frame/desk-context.js';
import type { Thread } from '../state/desk-state.js';
import './file-view.css';

/** Between the parts of a line: where the line is broken it stays with what it follows. */
export const DOT = '\u00a0· ';

export function TeamLine({ thread }: { readonly thread: Thread }) {
  const { t, i18n } = useTranslation();
  const myId = useDesk((state) => state.staff?.id);
  const { conversation, viewers } = thread;
  if (conversation?.state !== 'live') return null;
  const helpers = conversation.helpers.filter((helper) => helper.staffId !== myId);
  const others = viewers.filter((viewer) => !conversation.helpers.some((helper) => helper.staffId === viewer.staffId) && viewer.staffId !== conversation.ownerId);
  return (
    <span className="thread-team">
      {helpers.length > 0 ? DOT : null}
      {helpers.length > 0 ? <span>{t('team.helping', { names: namesOf(helpers, i18n.language) })}</span> : null}
      {others.length > 0 ? DOT : null}
      {others.length > 0 ? <span>{t('team.viewing', { names: namesOf(others, i18n.language) })}</span> : null}
    </span>
  );
}

const namesOf = (people: readonly { readonly name: string }[], language: string): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map((person) => person.name));
