/** One turn of the conversation, told apart by side, colour and name: the subscriber, the assistant, an agent. */
import { useTranslation } from 'react-i18next';
import type { WireMessage } from '../../../protocol/chat.js';
import { wordsBeside } from '../../kit/words-beside.js';
import { WireCardView } from '../cards/wire-card.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import { Icon } from '../look/icons.js';
import { clockOf } from '../look/times.js';
import { standingOf } from '../state/desk-view.js';
import { FileView } from './file-view.js';
import { Translation } from './translation.js';

interface BubbleProps {
  readonly message: WireMessage;
  readonly isFirst: boolean;
  /** By the subscriber. */
  readonly isRead: boolean;
}

export function Bubble({ message, isFirst, isRead }: BubbleProps) {
  const { t } = useTranslation();
  const myName = useDesk((state) => state.staff?.name);
  const isMine = message.from === 'agent' && message.agentName === myName;
  const who = message.from === 'agent' ? (isMine ? 'me' : 'peer') : message.from === 'bot' ? 'bot' : 'them';
  return (
    <article className="bubble-row" data-who={who} data-first={isFirst} data-recalled={message.recalled}>
      {isFirst ? <Speaker message={message} who={who} /> : null}
      <div className="bubble-line">
        <div className="bubble">
          <BubbleText message={message} />
          {message.card ? <WireCardView card={message.card} /> : null}
          {message.attachment ? (
            <FileView file={message.attachment} />
          ) : null}
          <Citations message={message} />
          {who === 'them' && !message.attachment ? <Translation message={message} /> : null}
        </div>
        <span className="bubble-at num">
          {isMine ? <Recall message={message} /> : null}
          {isMine && isRead ? (
            <span className="bubble-read">
              <Icon name="checks" size={15} />
              <span className="hidden">{t('thread.read')}</span>
            </span>
          ) : null}
          <time dateTime={new Date(message.at).toISOString()}>{clockOf(message.at)}</time>
        </span>
      </div>
      <Choices message={message} />
    </article>
  );
}

const RECALL_MS = 2 * 60_000;

/** Offered while the words are fresh and the chat is one's own to speak in; the server has the last word on that. */
function Recall({ message }: { readonly message: WireMessage }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const mayRecall = useDesk((state) => ['mine', 'helping'].includes(standingOf(state, message.conversationId)));
  if (message.recalled) return <span>{t('recall.done')}</span>;
  if (!mayRecall || Date.now() - message.at > RECALL_MS) return null;
  return (
    <button type="button" className="plain bubble-recall" onClick={() => void report(client.recall(message.conversationId, message.seq))}>
      {t('recall.act')}
    </button>
  );
}

function Speaker({ message, who }: { readonly message: WireMessage; readonly who: string }) {
  const { t } = useTranslation();
  const name =
    who === 'me' ? t('thread.you') : who === 'peer' ? message.agentName : who === 'bot' ? t('thread.assistant') : t('thread.subscriber');
  return (
    <header className="bubble-name">
      {who === 'bot' ? <Icon name="spark" size={14} /> : null}
      {name}
      {message.ai ? <span className="bubble-ai">{t('thread.ai')}</span> : null}
    </header>
  );
}

/** As the subscriber saw it: what the card says is not said twice. */
function BubbleText({ message }: { readonly message: WireMessage }) {
  const words = message.attachment ? '' : wordsBeside(message);
  return words === '' ? null : <p className="bubble-text">{words}</p>;
}

function Citations({ message }: { readonly message: WireMessage }) {
  const { t } = useTranslation();
  if (!message.citations || message.citations.length === 0) return null;
  return (
    <p className="bubble-sources">
      <Icon name="doc" size={14} /> {t('thread.sources')}
      {message.citations.map((citation) => (
        <a key={citation.articleId} href={citation.href} target="_blank" rel="noreferrer">
          {citation.title}
        </a>
      ))}
    </p>
  );
}

/** What the subscriber could tap; shown, not offered. */
function Choices({ message }: { readonly message: WireMessage }) {
  const { t } = useTranslation();
  if (!message.buttons || message.buttons.length === 0) return null;
  return (
    <ul className="bubble-choices" aria-label={t('thread.options')}>
      {message.buttons.map((button) => (
        <li key={`${button.id} ${button.value ?? ''}`}>{button.label}</li>
      ))}
    </ul>
  );
}
