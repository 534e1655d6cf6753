/** What an agent puts before the subscriber as the assistant's own card: only the subscriber's tap makes it. Pure. */
import type { Conversation } from './conversation.js';
import type { FormInProgress, Proposed } from './dialogue-memory.js';

/** What may be put to a subscriber by an agent; the assistant's skills know how. */
export const PROPOSALS = ['plan', 'pack', 'extra-off', 'suspend-lost', 'resume-line', 'signal-report', 'data-report', 'broadband-report'] as const;
export type ProposalKind = (typeof PROPOSALS)[number];
/** These are about one thing that has to be named. */
export const NEEDS_TARGET: ReadonlySet<ProposalKind> = new Set<ProposalKind>(['plan', 'pack', 'extra-off']);

export type ProposalForm = Extract<FormInProgress, { kind: 'confirm' | 'steps' }> & { readonly proposed: Proposed };

/** The proposal that is out, whether its time has come or not. */
export function proposalOf({ memory: { form } }: Conversation): ProposalForm | null {
  return (form?.kind === 'confirm' || form?.kind === 'steps') && form.proposed !== undefined ? (form as ProposalForm) : null;
}

type Tap = { readonly id: string; readonly value?: string } | undefined;

/** While an agent has the conversation these taps alone are answered, by the house: words are hers to answer. */
export function answersProposal(conversation: Conversation, action: Tap): boolean {
  if (!action || conversation.state !== 'live' || conversation.owner === null) return false;
  if (action.id === 'confirm' || action.id === 'cancel') return true;
  const form = proposalOf(conversation);
  return form?.kind === 'steps' && action.id === `intent:${form.intent}` && form.values.includes(action.value ?? '');
}

/** A tap that is owed its answer stays owed, whatever is said after it. */
export function owesTap({ state, handledSeq, subscriberSeq }: Conversation): boolean {
  return state === 'live' && handledSeq < subscriberSeq;
}

/** What still waits for its tap. */
export function waitingProposal(conversation: Conversation): ProposalForm | null {
  return owesTap(conversation) ? null : proposalOf(conversation);
}

/** A new owner, or none, asks for herself: a card of before counts no more. `seq`: only the card in that place. */
export function withoutProposal(conversation: Conversation, seq?: number): Conversation {
  const form = proposalOf(conversation);
  if (!form || (seq !== undefined && form.proposed.seq !== seq)) return conversation;
  return { ...conversation, memory: { ...conversation.memory, form: null } };
}
