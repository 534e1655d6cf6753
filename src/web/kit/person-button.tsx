/** A person, one tap away, whatever the conversation is doing. */
import { useState } from 'preact/hooks';
import { useChat, useSignal } from './chat-context.js';
import { Icon } from './icons.js';

export function PersonButton() {
  const { client, strings } = useChat();
  const state = useSignal(client.thread).conversation?.state ?? 'bot';
  const isAsking = useSignal(client.isAskingForPerson);
  const [hasFailed, setHasFailed] = useState(false);
  const isTaken = state === 'queued' || state === 'live';
  // Not `disabled`: that would throw the keyboard's place away at the very moment it worked.
  const ask = async (): Promise<void> => {
    if (!isTaken) setHasFailed(!(await client.askForPerson()) && client.link.get() !== 'barred');
  };
  const label = state === 'queued' ? strings.personWaiting : state === 'live' ? strings.personLive : strings.person;
  return (
    <>
      <button class={isTaken ? 'jb-person jb-person-taken' : 'jb-person'} onClick={() => void ask()} aria-disabled={isTaken} aria-busy={isAsking}>
        <Icon name="person" />
        <span>{label}</span>
      </button>
      {hasFailed && !isTaken && <span class="jb-toast" role="alert">{strings.personFailed}</span>}
    </>
  );
}
