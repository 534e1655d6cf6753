/** One message on the screen: whose it is, its words or card, its buttons and sources, and how far one's own has come. */
import type { ComponentChildren } from 'preact';
import type { WireMessage } from '../../protocol/chat.js';
import { CardView } from './cards/card-view.js';
import { useChat } from './chat-context.js';
import { FileBox } from './files.js';
import { Mark } from './icons.js';
import { withPictures } from './markdown-lite.js';
import { QuickReplies } from './quick-replies.js';
import { RichText } from './rich-text.js';
import { Files, Sources } from './sources.js';
import type { Outgoing } from './thread.js';
import { wordsBeside } from './words-beside.js';

type Side = 'own' | 'bot' | 'agent';

export function Bubble(props: { message: WireMessage; isFirst: boolean; isOpen: boolean; receipt: 'sent' | 'read' | null }) {
  const { strings } = useChat();
  const { message, isOpen } = props;
  if (message.from === 'system' || message.kind === 'event') return <EventLine message={message} isOpen={isOpen} />;
  const side: Side = message.from === 'subscriber' ? 'own' : message.from;
  const lead = wordsBeside(message);
  const buttons = message.buttons ?? [];
  return (
    <Line side={side} isFirst={props.isFirst} name={message.agentName ?? null}>
      {lead !== '' && (
        <div class="jb-bubble">
          {message.attachment ? <FileBox message={message} /> : <RichText text={withPictures(lead, message.citations)} />}
          {message.citations !== undefined && message.citations.length > 0 && <Sources citations={message.citations} />}
          {message.links !== undefined && message.links.length > 0 && <Files links={message.links} />}
        </div>
      )}
      {message.card !== undefined && <CardView card={message.card} buttons={buttons} at={message.at} isOpen={isOpen} />}
      {isOpen && <QuickReplies buttons={buttons.filter((button) => !isDrawnByCard(button.id, message))} />}
      {message.ai === true && <small class="jb-meta">{strings.aiMade}</small>}
      {props.receipt !== null && <small class="jb-meta">{strings[props.receipt]}</small>}
    </Line>
  );
}

export function OutgoingBubble({ item, isFirst }: { item: Outgoing; isFirst: boolean }) {
  const { client, strings } = useChat();
  const isFailed = item.status === 'failed';
  return (
    <Line side="own" isFirst={isFirst} name={null}>
      <div class={isFailed ? 'jb-bubble jb-failed' : 'jb-bubble jb-sending'}>
        <RichText text={item.text} />
      </div>
      {isFailed ? (
        <small class="jb-meta jb-meta-failed" role="alert">
          {strings.failedBecause[item.error ?? ''] ?? strings.failed}
          <button class="jb-retry" onClick={() => client.retry(item.clientId)}>{strings.retry}</button>
        </small>
      ) : (
        <small class="jb-meta jb-meta-sending">{strings.sending}</small>
      )}
    </Line>
  );
}

/** Pieces as they come are shown but not read aloud; the finished message is. */
export function DraftBubble({ text, isFirst }: { text: string; isFirst: boolean }) {
  return (
    <div aria-hidden="true">
      <Line side="bot" isFirst={isFirst} name={null}>
        <div class="jb-bubble jb-draft"><RichText text={text} /></div>
      </Line>
    </div>
  );
}

export function TypingBubble({ from }: { from: 'bot' | 'agent' }) {
  const { client, strings } = useChat();
  const name = from === 'bot' ? strings.assistant : (client.thread.get().conversation?.agent?.name ?? strings.agent);
  return (
    <Line side={from} isFirst={true} name={null}>
      <div class="jb-bubble jb-typing" role="img" aria-label={strings.isTyping(name)}><i /><i /><i /></div>
    </Line>
  );
}

function Line(props: { side: Side; isFirst: boolean; name: string | null; children: ComponentChildren }) {
  const { strings } = useChat();
  const { side, isFirst, name } = props;
  const speaker = side === 'own' ? strings.you : side === 'bot' ? strings.assistant : (name ?? strings.agent);
  return (
    <div class={`jb-line jb-${side}${isFirst ? ' jb-first' : ''}`}>
      <div class="jb-avatar" aria-hidden="true">{side === 'bot' ? <Mark /> : <span>{[...speaker][0]}</span>}</div>
      <div class="jb-stack">
        <span class={isFirst && side === 'agent' ? 'jb-speaker' : 'jb-unseen'}>{speaker}</span>
        {props.children}
      </div>
    </div>
  );
}

function EventLine({ message, isOpen }: { message: WireMessage; isOpen: boolean }) {
  return (
    <div class="jb-event">
      <span>{message.text}</span>
      {isOpen && message.buttons !== undefined && <QuickReplies buttons={message.buttons} />}
    </div>
  );
}

/** Confirmations and the code form draw these themselves, where they belong. */
function isDrawnByCard(buttonId: string, message: WireMessage): boolean {
  return message.card?.type === 'confirm' || (message.card?.type === 'form' && buttonId === 'verify.resend');
}
