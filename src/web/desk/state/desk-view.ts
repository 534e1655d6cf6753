/** What follows from the whole desk: unread in all, the next chat, who may do what with the conversation shown. */
import type { DeskState, Thread } from './desk-state.js';
import { countUnread } from './thread-view.js';

export function shownThread(state: DeskState): Thread | null {
  return state.shownId === null ? null : (state.threads[state.shownId] ?? null);
}

export function totalUnread(state: DeskState): number {
  return state.mine.reduce((sum, id) => sum + (state.threads[id] === undefined ? 0 : countUnread(state.threads[id])), 0);
}

/** What waits unread behind the chat in front. */
export function unreadElsewhere(state: DeskState): number {
  const { shownId, threads } = state;
  const here = shownId === null ? undefined : threads[shownId];
  return totalUnread(state) - (here !== undefined && state.mine.includes(here.id) ? countUnread(here) : 0);
}

/** Says another thing whenever the unread of any chat is another number. */
export function unreadOfEach({ mine, threads }: DeskState): string {
  return mine.map((id) => `${id} ${threads[id] === undefined ? 0 : countUnread(threads[id])}`).join();
}

/** The chat `step` places from the one shown, going round; null when there is none. */
export function neighbour(state: DeskState, step: 1 | -1): string | null {
  const { mine } = state;
  if (mine.length === 0) return null;
  const at = state.shownId === null ? -1 : mine.indexOf(state.shownId);
  const from = at === -1 ? (step === 1 ? -1 : 0) : at;
  return mine[(from + step + mine.length) % mine.length] ?? null;
}

/** The one to turn to when the chat shown has ended: unread first, else the longest held. */
export function nextChat(state: DeskState): string | null {
  const others = state.mine.filter((id) => id !== state.shownId);
  return others.find((id) => state.threads[id] !== undefined && countUnread(state.threads[id]) > 0) ?? others[0] ?? null;
}

export function isSupervisor(state: DeskState): boolean {
  return state.staff?.role === 'supervisor' || state.staff?.role === 'admin';
}

/** Conversations somebody else owns and I help with. */
export function helpingIn({ threads, staff }: Pick<DeskState, 'threads' | 'staff'>): readonly string[] {
  return Object.values(threads).filter((thread) => isHelping(thread, staff?.id)).map((thread) => thread.id);
}

function isHelping({ conversation }: Thread, myId: string | undefined): boolean {
  return conversation?.state === 'live' && conversation.ownerId !== myId && conversation.helpers.some((helper) => helper.staffId === myId);
}

/** `mine`: reply and act. `helping`: reply, beside the owner. `watching`: a supervisor looks on unseen. `ended`: read only. */
export type Standing = 'mine' | 'helping' | 'watching' | 'ended';

export function standingOf(state: DeskState, id: string): Standing {
  if (state.mine.includes(id)) return 'mine';
  const thread = state.threads[id];
  if (thread && isHelping(thread, state.staff?.id)) return 'helping';
  const isOver = state.threads[id]?.conversation?.state === 'closed';
  return isSupervisor(state) && !isOver ? 'watching' : 'ended';
}
