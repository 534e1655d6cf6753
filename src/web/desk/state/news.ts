/** What is news to whoever is at this desk: what came since, and never what was there before. Pure. */
import type { WireNote } from '../../../protocol/desk.js';
import type { DeskState, Thread } from './desk-state.js';
import { standingOf } from './desk-view.js';
import { unreadSince } from './thread-view.js';

export interface Looking {
  /** When the page was loaded: what was said before was told by the page before. */
  readonly begunAt: number;
  /** The chat on the screen of a page that is looked at. */
  readonly seenId: string | null;
}

export interface News {
  /** By chat, to compare with the next time. */
  readonly counts: ReadonlyMap<string, number>;
  /** Chats not in sight with more than before. */
  readonly told: readonly Thread[];
}

export function newsSince(before: ReadonlyMap<string, number>, state: DeskState, { begunAt, seenId }: Looking): News {
  const { mine, threads } = state;
  const counts = new Map(mine.map((id) => [id, threads[id] === undefined ? 0 : countNews(threads[id], begunAt)]));
  const isNews = (id: string): boolean => (counts.get(id) ?? 0) > (before.get(id) ?? 0) && id !== seenId;
  return { counts, told: mine.flatMap((id) => (threads[id] !== undefined && isNews(id) ? [threads[id]] : [])) };
}

/** What the subscriber said since the agent has the chat and has not seen: words from before are no news, whenever they come in. */
function countNews(thread: Thread, begunAt: number): number {
  // Just given to her, and whose it is comes in the same moment.
  if (thread.conversation?.state !== 'live') return 0;
  return unreadSince(thread, Math.max(thread.conversation.since, begunAt));
}

/** A note for her: by somebody else, in a chat she serves or helps with. */
export function isNoteNews(state: DeskState, note: WireNote): boolean {
  const isKnown = state.threads[note.conversationId]?.notes.some(({ id }) => id === note.id) ?? false;
  return !isKnown && note.author.staffId !== state.staff?.id && ['mine', 'helping'].includes(standingOf(state, note.conversationId));
}
