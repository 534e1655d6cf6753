/** The next steps offered under an answer. */
import type { Button } from '../domain/message.js';
import type { Wording } from '../wording/wording.js';

export const personButton = (words: Wording): Button => ({ id: 'handoff', label: words.buttons.person });

export const retryButton = (words: Wording, intent: string): Button => ({ id: `intent:${intent}`, label: words.buttons.retry });

/** Asks for another need; `value` is `slot=value` when it already says which. */
export function nextButton(intent: string, label: string, value?: string): Button {
  return value === undefined ? { id: `intent:${intent}`, label } : { id: `intent:${intent}`, label, value };
}

/** Each names the card it stands on: one that is still in sight somewhere answers for no other. */
export const confirmButtons = (words: Wording, token: string): readonly Button[] => [
  { id: 'confirm', label: words.buttons.confirm, value: token },
  { id: 'cancel', label: words.buttons.cancel, value: token },
];
