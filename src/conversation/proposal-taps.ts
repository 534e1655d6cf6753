/** The subscriber's tap on what an agent proposed: made once, by the assistant's own skill, and told to both as a line of the record. */
import { isTold, textOf } from './proposing.js';
import type { Conversation } from '../domain/conversation.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { proposalOf, withoutProposal } from '../domain/proposal.js';
import type { ProposalForm } from '../domain/proposal.js';
import { conversationWords } from '../wording/conversation/words.js';
import { turnGiven } from './asking.js';
import type { ConversationRoom } from './room.js';

/**
 * In the conversation's turn. What was done in the world is told whoever has the conversation by then; after a crash the tap is
 * still owed, and the order's key lets it count once.
 */
export async function answerTap(room: ConversationRoom, conversation: Conversation, message: Message): Promise<void> {
  const open = proposalOf(conversation);
  // A tap on a card of before leaves the one that is out alone.
  const form = open && isOfAnotherCard(open, message.action) ? null : open;
  const { text, promises } = await outcomeOf(room, conversation, { form, message });
  if (form) await keep(room, { form, message, text });
  const told: MessageDraft = { from: 'system', kind: 'text', text, ...(form ? { intent: form.intent } : {}), ...(promises ? { promises } : {}) };
  await room.record.change({
    id: conversation.id,
    step: (current) => {
      const ended = form ? withoutProposal(current, form.proposed.seq) : current;
      // Further taps on the same card have had their answer with this one.
      return { conversation: { ...ended, handledSeq: Math.max(current.handledSeq, current.state === 'live' ? current.lastSeq : message.seq) }, additions: [told], result: null };
    },
  });
}

type Outcome = Pick<MessageDraft, 'text' | 'promises'>;

async function outcomeOf(room: ConversationRoom, conversation: Conversation, { form, message }: { form: ProposalForm | null; message: Message }): Promise<Outcome> {
  const words = conversationWords(conversation.locale).proposals;
  const { action } = message;
  if (!form) return { text: words.gone };
  if (action?.id === 'cancel') return { text: words.cancelled(titleOf(room, conversation, form)) };
  if ((form.expiresAt ?? 0) <= room.clock.now()) return { text: words.expired };
  const reply = await room.assistant.respond(turnGiven(room, conversation, { message, decidedIntent: null, tell: () => undefined }));
  if (reply.verification) return { text: words.needsCode };
  const promises = reply.messages.flatMap((said) => said.promises ?? []);
  return { text: reply.messages.some(isTold) ? textOf(reply.messages) : words.failed, ...(promises.length > 0 ? { promises } : {}) };
}

function isOfAnotherCard(form: ProposalForm, action: Message['action']): boolean {
  if (form.kind === 'steps') return action?.id === 'confirm' || action?.id === 'cancel';
  return action?.value !== undefined && action.value !== form.token;
}

function titleOf({ content }: ConversationRoom, { locale }: Conversation, { intent }: ProposalForm): string {
  return content.current().intents.get(intent)?.names[locale] ?? '';
}

/** Under an id of the tap's own, so that a turn taken again after a crash writes nothing twice. */
async function keep({ audit, clock }: ConversationRoom, { form, message, text }: { form: ProposalForm; message: Message; text: string }): Promise<void> {
  const isCancelled = message.action?.id === 'cancel';
  const { staffId: id, name } = form.proposed.by;
  await audit.add({
    id: `tap-${message.id}`,
    at: clock.now(),
    staff: { id, name },
    act: isCancelled ? 'change.cancelled' : 'change.confirmed',
    conversationId: message.conversationId,
    target: form.kind === 'confirm' ? `${form.change['kind'] ?? ''}:${form.change['targetId'] ?? ''}` : form.intent,
    reason: '',
    detail: text.split('\n', 1)[0] ?? '',
  });
}
