/** Every live chat with its mood and age; looking into one is silent, whispering and taking over are done there. */
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireBoardChat } from '../../../protocol/board.js';
import { useConsole } from '../frame/console-context.js';
import { Elapsed } from '../look/elapsed.js';
import { MoodTag } from '../look/tags.js';
import { useNames } from '../words/use-words.js';

const MOODS = { angry: 0, unhappy: 1, calm: 2 } as const;

/** Those who feel worst come first, then those who wait longest for an answer. */
function worstFirst(a: WireBoardChat, b: WireBoardChat): number {
  return MOODS[a.mood] - MOODS[b.mood] || (a.unansweredSince ?? Infinity) - (b.unansweredSince ?? Infinity) || a.since - b.since || 0;
}

export function LiveTable({ live }: { readonly live: readonly WireBoardChat[] }) {
  const { t } = useTranslation();
  return (
    <table className="board-table">
      <thead>
        <tr>
          {(['subscriber', 'matter', 'agent', 'age', 'unanswered'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`board.${column}`)}
            </th>
          ))}
          <th scope="col">
            <span className="hidden">{t('acts.more')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...live].sort(worstFirst).map((chat) => (
          <LiveRow key={chat.conversationId} chat={chat} />
        ))}
      </tbody>
    </table>
  );
}

function LiveRow({ chat }: { readonly chat: WireBoardChat }) {
  const { t } = useTranslation();
  const names = useNames();
  const { show } = useConsole();
  const { conversationId, subscriber, headline, skill, mood, since, unansweredSince, ownerName } = chat;
  return (
    <tr>
      <th scope="row" className="num">
        {subscriber ?? t('chats.visitor')} <MoodTag mood={mood} />
      </th>
      <td className="board-matter" title={headline}>
        {headline}
        {skill === null ? null : <small> · {names('skills', skill)}</small>}
      </td>
      <td>{ownerName}</td>
      <td>
        <Elapsed since={since} />
      </td>
      <td>{unansweredSince === null ? '–' : <Elapsed since={unansweredSince} warnAfter={60} />}</td>
      <td className="board-acts">
        <Button size="small" onClick={() => show(conversationId)}>
          {t('board.look')}
        </Button>
      </td>
    </tr>
  );
}
