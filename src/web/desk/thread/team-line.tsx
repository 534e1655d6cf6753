/** Who else is here, in the head of the conversation: who is being asked, who helps, who looks on. It takes no room of its own. */
import { useTranslation } from 'react-i18next';
import { useDesk, useSecond, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import type { DeskConversation } from '../../../protocol/desk.js';
import type { Thread } from '../state/desk-state.js';
import './file-view.css';

export function TeamLine({ thread }: { readonly thread: Thread }) {
  const { t, i18n } = useTranslation();
  const myId = useDesk((state) => state.staff?.id);
  const { conversation, viewers } = thread;
  if (conversation?.state !== 'live') return null;
  const helpers = conversation.helpers.filter((helper) => helper.staffId !== myId);
  const others = viewers.filter((viewer) => !conversation.helpers.some((helper) => helper.staffId === viewer.staffId) && viewer.staffId !== conversation.ownerId);
  return (
    <span className="thread-team">
      {conversation.pass ? <Asked key={conversation.pass.expiresAt} conversationId={thread.id} pass={conversation.pass} /> : null}
      {helpers.length > 0 ? <span> · {t('team.helping', { names: namesOf(helpers, i18n.language) })}</span> : null}
      {others.length > 0 ? <span> · {t('team.viewing', { names: namesOf(others, i18n.language) })}</span> : null}
    </span>
  );
}

const namesOf = (people: readonly { readonly name: string }[], language: string): string => new Intl.ListFormat(language, { type: 'conjunction' }).format(people.map((person) => person.name));

function Asked({ conversationId, pass }: { readonly conversationId: string; readonly pass: NonNullable<DeskConversation['pass']> }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const myId = useDesk((state) => state.staff?.id);
  const left = Math.floor(pass.expiresAt / 1000 - useSecond());
  if (left <= 0) return null;
  return (
    <span aria-live="polite">
      {' · '}
      <b>{t(pass.kind === 'transfer' ? 'team.askedToTake' : 'team.askedToHelp', { name: pass.to.name })}</b> <span className="num">{left}</span>{' '}
      {pass.from.staffId === myId ? (
        <button type="button" className="plain" onClick={() => void report(client.withdrawPass(conversationId))}>
          {t('team.withdraw')}
        </button>
      ) : null}
    </span>
  );
}
