/** Which of a message's words stand beside its card: a card of figures says most of them itself. */
import type { WireMessage } from '../../protocol/chat.js';

export function wordsBeside(message: WireMessage): string {
  const { card } = message;
  // A form asks, and cases are told one by one: beside these the words stand whole.
  return card === undefined || card.type === 'form' || card.type === 'cases' ? withoutSources(message) : leadOf(message);
}

/** The card shows the figures, so only what it does not say stands above it, or the sentence that introduces it, unless the card says that as well. */
function leadOf({ text, card, beside }: WireMessage): string {
  const [lead = ''] = text.split('\n');
  return beside ?? (card?.type === 'facts' && card.title === lead ? '' : lead);
}

/** The words name their sources too, for channels without links; here the links below say it. */
function withoutSources({ text, citations }: WireMessage): string {
  return citations?.length ? text.replace(/\s*[（(](来源：|Sources?: )[^\n]*[)）]\s*$/, '') : text;
}
