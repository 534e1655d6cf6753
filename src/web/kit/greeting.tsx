/** The top of a conversation: that this is an AI and what is kept, a welcome, and first questions to tap. */
import { useChat, useSignal } from './chat-context.js';
import { Mark } from './icons.js';
import { press } from './quick-replies.js';

export function Greeting() {
  const { client, strings } = useChat();
  const thread = useSignal(client.thread);
  const isGreeted = thread.messages[0]?.from === 'bot';
  const hasAsked = thread.outgoing.length > 0 || thread.messages.some((message) => message.from === 'subscriber' || (message.buttons?.length ?? 0) > 0);
  return (
    <>
      <section class="jb-notice" aria-label={strings.noticeTitle}>
        <strong>{strings.noticeTitle}</strong>
        <p>{strings.notice}</p>
      </section>
      {!isGreeted && (
        <div class="jb-line jb-bot jb-first">
          <div class="jb-avatar" aria-hidden="true"><Mark /></div>
          <div class="jb-stack"><div class="jb-bubble"><p>{strings.greeting}</p></div></div>
        </div>
      )}
      {!hasAsked && (
        <div class="jb-replies jb-starters">
          {strings.starters.map((starter) => (
            <button key={starter} class="jb-reply" onClick={(event) => press(event, () => client.send(starter))}>{starter}</button>
          ))}
        </div>
      )}
    </>
  );
}
