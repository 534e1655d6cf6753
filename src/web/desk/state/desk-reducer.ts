/** The whole desk as one pure reducer: what the server tells and what the agent does, in; what the screen shows, out. */
import type { DeskCase } from '../../../protocol/cases.js';
import type { DeskConversation, WireNote } from '../../../protocol/desk.js';
import type { DeskEvent, ThreadEvent } from './desk-events.js';
import { EMPTY_DESK, EMPTY_DRAFTS, emptyThread } from './desk-state.js';
import type { DeskAlert, DeskPayload, DeskState, Offer, Thread } from './desk-state.js';
import { standingOf } from './desk-view.js';
import { isNoteNews } from './news.js';
import { lastSeqOf, reduceThread } from './thread-reducer.js';
import { mayHaveArrived } from './thread-view.js';

const RECENT_KEPT = 8;
const ALERTS_KEPT = 5;
const STATE_AFTER: Readonly<Record<string, DeskConversation['state']>> = {
  closed: 'closed',
  'subscriber-left': 'closed',
  returned: 'bot',
  'taken-over': 'live',
};

export function reduceDesk(state: DeskState, event: DeskEvent): DeskState {
  switch (event.type) {
    case 'link':
      return event.link === 'online'
        ? // What still stands the server offers again.
          { ...state, link: event.link, offers: [] }
        : { ...state, link: event.link, threads: mapThreads(state, stopTyping) };
    case 'signed-in':
      return { ...EMPTY_DESK, staff: event.staff };
    case 'signed-out':
      return EMPTY_DESK;
    case 'restored':
      return withRestored(state, event);
    case 'desk':
      return withDesk(state, event.desk);
    case 'queue':
      return { ...state, waiting: event.queue.waiting, counts: event.queue.counts };
    case 'offer':
      return withOffer(state, event.offer);
    case 'offer-gone':
      return withoutOffer(state, event.conversationId);
    case 'assigned':
      return takeIn(withoutOffer(state, event.conversationId), event.conversationId);
    case 'released':
      return release(state, event.conversationId, event.reason);
    case 'show':
      return show(state, event.conversationId);
    case 'draft':
      return withDraft(state, event.conversationId, { [event.mode]: event.text });
    case 'pass-ended':
      return { ...state, passEnded: event.ended };
    case 'alert':
      return { ...state, alerts: [event.alert, ...state.alerts].slice(0, ALERTS_KEPT) };
    case 'case':
      return withCase(state, event.case);
    case 'board':
      return withBoard(state, event.board);
    case 'alert-dismissed':
      return { ...state, alerts: state.alerts.filter((alert) => alert.id !== event.id) };
    case 'brief':
      return withThread(withOfferedBrief(state, event), event);
    case 'note':
      return withThread(withNoteForMe(state, event.note), event);
    case 'failed':
      return withRefused(withThread(state, event), event.conversationId);
    case 'conversation':
    case 'opened':
      return settle(withThread(state, event), event.conversationId);
    default:
      return withThread(state, event);
  }
}

function withThread(state: DeskState, event: ThreadEvent): DeskState {
  const thread = state.threads[event.conversationId] ?? emptyThread(event.conversationId);
  return withThreads(state, reduceThread(thread, event));
}

function withThreads(state: DeskState, ...changed: readonly Thread[]): DeskState {
  const isSame = changed.every((thread) => state.threads[thread.id] === thread);
  return isSame ? state : { ...state, threads: { ...state.threads, ...Object.fromEntries(changed.map((thread) => [thread.id, thread])) } };
}

function mapThreads(state: DeskState, change: (thread: Thread) => Thread): DeskState['threads'] {
  return Object.fromEntries(Object.entries(state.threads).map(([id, thread]) => [id, change(thread)]));
}

const stopTyping = (thread: Thread): Thread => (thread.isSubscriberTyping ? { ...thread, isSubscriberTyping: false } : thread);

function withDesk(state: DeskState, desk: DeskPayload<'desk'>): DeskState {
  const listed = new Set(desk.mine.map((conversation) => conversation.id));
  const { staff, status, capacity, wrapUpUntil, hasModel } = desk;
  let next: DeskState = { ...state, staff, status, wrapUpUntil, hasModel, capacity: capacity > 0 ? capacity : state.capacity, isReady: true };
  for (const conversation of desk.mine) {
    next = takeIn(withThread(next, { type: 'conversation', conversationId: conversation.id, conversation }), conversation.id);
  }
  // What was mine and is no longer listed went elsewhere while the line was down.
  for (const id of state.mine) if (!listed.has(id)) next = release(next, id, 'lost');
  return next;
}

/** A conversation tells whose it is; the lists follow it. */
function settle(state: DeskState, id: string): DeskState {
  const conversation = state.threads[id]?.conversation;
  if (!conversation || !state.staff) return state;
  const isMine = conversation.state === 'live' && conversation.ownerId === state.staff.id;
  if (isMine) return takeIn(state, id);
  return state.mine.includes(id) ? release(state, id, reasonOf(conversation)) : state;
}

function reasonOf(conversation: DeskConversation): string {
  if (conversation.state === 'closed') return 'closed';
  if (conversation.state === 'bot') return 'returned';
  return conversation.state === 'queued' ? 'lost' : 'taken-over';
}

function takeIn(state: DeskState, id: string): DeskState {
  const thread = state.threads[id] ?? emptyThread(id);
  const next = withThreads(state, thread.ended === null ? thread : { ...thread, ended: null });
  if (next.mine.includes(id)) return next;
  return { ...next, mine: [...next.mine, id], recent: next.recent.filter((known) => known !== id) };
}

/** Read-only from here on. */
function release(state: DeskState, id: string, reason: string): DeskState {
  const thread = state.threads[id];
  if (thread === undefined || (!state.mine.includes(id) && thread.ended !== null && thread.ended !== 'lost')) return state;
  const next: DeskState = {
    ...withThreads(state, { ...thread, conversation: parted(thread.conversation, reason), ended: reason, isSubscriberTyping: false }),
    mine: state.mine.filter((known) => known !== id),
    recent: [id, ...state.recent.filter((known) => known !== id)].slice(0, RECENT_KEPT),
  };
  return withRefused(next, id);
}

/** What the server refused in a conversation that is no longer one's own goes back into the draft, so that no word is lost; of what may have arrived the server is asked first, so that none is said twice. */
function withRefused(state: DeskState, id: string): DeskState {
  const thread = state.threads[id];
  if (thread === undefined || thread.outgoing.length === 0 || ['mine', 'helping'].includes(standingOf(state, id))) return state;
  const refused = thread.outgoing.filter((item) => item.status === 'failed' && !mayHaveArrived(item));
  if (refused.length === 0) return state;
  const kept = [...refused.map(({ text }) => text), state.drafts[id]?.reply ?? ''].filter((text) => text.trim() !== '').join('\n');
  return withThreads(withDraft(state, id, { reply: kept }), { ...thread, outgoing: thread.outgoing.filter((item) => !refused.includes(item)) });
}

/** The server no longer tells us of it; what the parting itself says is known. */
function parted(conversation: DeskConversation | null, reason: string): DeskConversation | null {
  if (conversation === null || conversation.state !== 'live') return conversation;
  const { agent: _agent, ...rest } = conversation;
  return { ...rest, ownerId: null, state: STATE_AFTER[reason] ?? 'queued' };
}

/** What the board warned of and no longer does is over, and calls nobody any more. */
function withBoard(state: DeskState, board: NonNullable<DeskState['board']>): DeskState {
  const matterOf = ({ kind, conversationId }: { readonly kind: string; readonly conversationId: string | null }): string => `${kind} ${conversationId ?? ''}`;
  const now = new Set(board.alerts.map(matterOf));
  const over = new Set((state.board?.alerts ?? []).map(matterOf).filter((matter) => !now.has(matter)));
  const alerts = over.size === 0 ? state.alerts : state.alerts.filter((alert) => !alert.isOnBoard || !over.has(matterOf(alert)));
  return { ...state, board, alerts };
}

/** The case moved on from what an alert said of it. */
function withCase(state: DeskState, { id, dueAt, refund }: DeskCase): DeskState {
  const calling = { 'refund-waits': 'waits', 'refund-stuck': 'approved' } as const;
  const isOver = ({ kind, ofCase }: DeskAlert): boolean => ofCase?.id === id && (kind === 'refund-waits' || kind === 'refund-stuck' ? refund?.state !== calling[kind] : ofCase.dueAt !== dueAt);
  return state.alerts.some(isOver) ? { ...state, alerts: state.alerts.filter((alert) => !isOver(alert)) } : state;
}

/** Told once more, it goes on from when it came. */
function withOffer(state: DeskState, offer: Offer): DeskState {
  const { conversationId, expiresAt, shownAt } = offer;
  const before = state.offers.find((known) => known.conversationId === conversationId);
  const others = state.offers.filter((known) => known !== before);
  return { ...state, offers: [...others, { ...offer, shownAt: before?.expiresAt === expiresAt ? before.shownAt : shownAt }] };
}

/** The subscriber corrected what the agent is told, while it is still on offer. */
function withOfferedBrief(state: DeskState, { conversationId, brief }: Extract<ThreadEvent, { type: 'brief' }>): DeskState {
  if (!state.offers.some((offer) => offer.conversationId === conversationId)) return state;
  return { ...state, offers: state.offers.map((offer) => (offer.conversationId === conversationId ? { ...offer, brief, headline: brief.ownWords ?? offer.headline } : offer)) };
}

function withNoteForMe(state: DeskState, note: WireNote): DeskState {
  if (!isNoteNews(state, note)) return state;
  const thread = state.threads[note.conversationId] ?? emptyThread(note.conversationId);
  return { ...(state.shownId === thread.id ? state : withThreads(state, { ...thread, unseenNote: note })), noteForMe: note };
}

function withoutOffer(state: DeskState, id: string): DeskState {
  return state.offers.some((offer) => offer.conversationId === id)
    ? { ...state, offers: state.offers.filter((offer) => offer.conversationId !== id) }
    : state;
}

function show(state: DeskState, id: string | null): DeskState {
  if (id === state.shownId) return state;
  let next: DeskState = { ...state, shownId: id };
  const left = state.shownId === null ? undefined : state.threads[state.shownId];
  if (left?.unreadAfter !== undefined && left.unreadAfter !== null) next = withThreads(next, { ...left, unreadAfter: null });
  if (id === null) return next;
  const thread = next.threads[id] ?? emptyThread(id);
  const readUpTo = thread.conversation?.readSeq.agent ?? 0;
  const hasNews = readUpTo > 0 && thread.messages.some((message) => message.seq > readUpTo && message.from === 'subscriber');
  return withThreads(next, { ...thread, unseenNote: null, unreadAfter: hasNews && readUpTo < lastSeqOf(thread) ? readUpTo : null });
}

function withDraft(state: DeskState, id: string, change: Partial<DeskState['drafts'][string]>): DeskState {
  const drafts = { ...(state.drafts[id] ?? EMPTY_DRAFTS), ...change };
  const { [id]: _old, ...others } = state.drafts;
  // The one touched last stands last, so that the oldest go first when room is made.
  return { ...state, drafts: drafts.reply === '' && drafts.note === '' ? others : { ...others, [id]: drafts } };
}

function withRestored(state: DeskState, kept: Extract<DeskEvent, { type: 'restored' }>): DeskState {
  const threads = Object.entries(kept.outgoing).map(([id, outgoing]) => ({ ...(state.threads[id] ?? emptyThread(id)), outgoing }));
  return { ...withThreads(state, ...threads), drafts: { ...kept.drafts, ...state.drafts } };
}
