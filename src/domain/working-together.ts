/** Several agents on one conversation: asked to take it over or to help, helping, and words taken back. Pure steps. */
import type { Conversation, Pass } from './conversation.js';
import { owned } from './conversation-steps.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { StaffId } from './ids.js';
import type { Message } from './message.js';
import { withoutSaid } from './summary.js';

/** One owner and a few who help; more would talk over each other. */
export const MAX_HELPERS = 3;
/** How long an agent's words may still be taken back. */
export const RECALL_MS = 2 * 60_000;

type Person = { readonly id: StaffId; readonly name: string };

/** The pass that is still open; one whose time ran out counts as none. */
export function openPass({ pass, state }: Conversation, now: number): Pass | null {
  return pass && state === 'live' && pass.expiresAt > now ? pass : null;
}

export function helps({ helpers, state }: Conversation, staffId: StaffId): boolean {
  return state === 'live' && (helpers ?? []).some((helper) => helper.staffId === staffId);
}

/** Asked, not moved: the conversation stays with its owner until the colleague says yes. */
export function askingColleague(conversation: Conversation, ownerId: StaffId, pass: Pass): Conversation | Refusal {
  if (conversation.state !== 'live') return refuse('wrong-state');
  if (conversation.owner?.staffId !== ownerId) return refuse('not-yours');
  if (openPass(conversation, pass.at)) return refuse('conflict', 'a colleague is being asked already');
  if (pass.kind === 'join') {
    if (helps(conversation, pass.to.staffId)) return refuse('conflict', 'helps already');
    if ((conversation.helpers ?? []).length >= MAX_HELPERS) return refuse('no-capacity');
  }
  return { ...conversation, pass };
}

/** Yes: a transfer changes the owner, a wish for help adds a helper. */
export function takingPass(conversation: Conversation, staff: Person, now: number): Conversation | Refusal {
  const pass = openPass(conversation, now);
  if (pass?.to.staffId !== staff.id) return refuse('gone', 'no longer asked');
  if (pass.kind === 'transfer') return { ...conversation, ...owned(conversation, staff, { now, why: 'transfer' }) };
  const helper = { staffId: staff.id, name: staff.name, since: now };
  return { ...conversation, pass: null, helpers: [...(conversation.helpers ?? []), helper] };
}

/** No, not in time, or thought better of: only this very pass ends, never a later one. */
export function endingPass(conversation: Conversation, at: number): Conversation | Refusal {
  return conversation.pass?.at === at ? { ...conversation, pass: null } : refuse('gone');
}

export function leavingHelp(conversation: Conversation, staffId: StaffId): Conversation | Refusal {
  if (!helps(conversation, staffId)) return refuse('wrong-state');
  return { ...conversation, helpers: (conversation.helpers ?? []).filter((helper) => helper.staffId !== staffId) };
}

export function isRecalled({ recalled }: Conversation, seq: number): boolean {
  return (recalled ?? []).some((one) => one.seq === seq);
}

/** Whoever took back all that was said to this subscriber has a first word to say again, by `dueAt`. `around`: the messages about the one taken back, to the newest; when another came since they were read, nothing is asked. */
export function owingFirstWord(conversation: Conversation, around: readonly Message[], dueAt: number): Conversation {
  const { owner, lastSeq, state } = conversation;
  if (state !== 'live' || owner?.replyDueAt !== null || around.at(-1)?.seq !== lastSeq) return conversation;
  const hasWord = around.some(({ from, at, seq }) => from === 'agent' && at >= owner.since && !isRecalled(conversation, seq));
  return hasWord ? conversation : { ...conversation, owner: { ...owner, replyDueAt: dueAt } };
}

/** One's own words only, and only while they are fresh; the record keeps them. */
export function recalling(conversation: Conversation, staffId: StaffId, message: Message, now: number): Conversation | Refusal {
  if (message.author?.staffId !== staffId) return refuse('not-yours');
  if (isRecalled(conversation, message.seq)) return refuse('conflict', 'taken back already');
  if (now - message.at > RECALL_MS) return refuse('gone', 'too late');
  const taken = { seq: message.seq, at: now, attachmentId: message.attachment?.id ?? null };
  const recalled = [...(conversation.recalled ?? []), taken];
  return conversation.summaries ? { ...conversation, recalled, summaries: withoutSaid(conversation.summaries, message.seq) } : { ...conversation, recalled };
}
