/** Ties the place in the timeline to what is drawn, and fetches the past as its top comes near. */
import { useCallback, useLayoutEffect, useReducer, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTools } from '../frame/desk-context.js';
import type { Thread } from '../state/desk-state.js';
import { hasEarlier } from '../state/thread-view.js';
import type { Block } from './blocks.js';
import { TimelinePlace } from './timeline-place.js';
import { eyeAt, partAt } from './timeline-window.js';
import type { DrawnPart, View } from './timeline-window.js';

const FETCH_BELOW_PX = 400;

interface TimelineScroll {
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly contentRef: RefObject<HTMLDivElement | null>;
  readonly part: DrawnPart;
  readonly isAtBottom: boolean;
  readonly newBelow: number;
  readonly toBottom: () => void;
  readonly toBeginning: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export function useTimelineScroll(thread: Thread, blocks: readonly Block[]): TimelineScroll {
  const { client } = useTools();
  const boxRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  /** The last `seq` when the eye left the bottom; null while it is there. */
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const { place, part } = useDrawnPart(blocks, (isFollowing, lastSeq) => setLeftAt(isFollowing ? null : lastSeq));
  const { messages, outgoing } = thread;
  useLayoutEffect(() => {
    if (boxRef.current !== null && contentRef.current !== null) return place.watch(boxRef.current, contentRef.current);
  }, [place]);
  useLayoutEffect(() => {
    const drawn = blocks.slice(part.from, part.to);
    place.drawn({ blocks: drawn, lastSeq: messages.at(-1)?.seq ?? 0, sending: outgoing.length, isEmpty: blocks.length === 0 });
  });
  useEarlier(boxRef, thread, () => void client.history.earlier(thread.id));
  const toBottom = useCallback(() => place.toBottom(), [place]);
  const toBeginning = useCallback(() => void client.history.wholePast(thread.id).then(() => place.toTop()), [client, thread.id, place]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Home' && event.key !== 'End')) return;
    event.preventDefault();
    if (event.key === 'Home') toBeginning();
    else toBottom();
  };
  const newBelow = leftAt === null ? 0 : messages.filter((message) => message.seq > leftAt && message.from === 'subscriber').length;
  return { boxRef, contentRef, part, isAtBottom: leftAt === null, newBelow, toBottom, toBeginning, onKeyDown };
}

function useDrawnPart(blocks: readonly Block[], onFollow: (isFollowing: boolean, lastSeq: number) => void): { readonly place: TimelinePlace; readonly part: DrawnPart } {
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  /** Always where the eye is now, though most of its ways need no new drawing. */
  const view = useRef<View | null>(null);
  const latest = useRef<{ readonly blocks: readonly Block[]; readonly part: DrawnPart } | null>(null);
  const [place] = useState(
    () =>
      new TimelinePlace({
        onFollow,
        onMove: (seen) => {
          if (latest.current === null) return;
          const { blocks: now, part: shown } = latest.current;
          view.current = seen === null ? 'end' : eyeAt(now, place.heightOf, shown, seen);
          const wanted = partAt(now, place.heightOf, view.current);
          // At once, or the eye would see a part that is not drawn yet.
          if (wanted.from !== shown.from || wanted.to !== shown.to) flushSync(drawAgain);
        },
      }),
  );
  const part = partAt(blocks, place.heightOf, view.current ?? firstView(blocks));
  useLayoutEffect(() => {
    latest.current = { blocks, part };
  });
  return { place, part };
}

/** The first drawing has to hold the mark of the new, where reading begins. */
function firstView(blocks: readonly Block[]): View {
  const unread = blocks.find(({ rows }) => rows.some(({ type }) => type === 'unread'));
  return unread === undefined ? 'end' : { block: unread.key, offsetPx: 0, heightPx: innerHeight };
}

function useEarlier(boxRef: RefObject<HTMLDivElement | null>, thread: Thread, fetch: () => void): void {
  const isWorthIt = hasEarlier(thread) && !thread.isFetchingEarlier && thread.loading === 'loaded';
  const latest = useRef(fetch);
  const firstSeq = thread.messages[0]?.seq;
  useLayoutEffect(() => {
    latest.current = fetch;
  });
  useLayoutEffect(() => {
    const box = boxRef.current;
    if (box === null || !isWorthIt) return;
    const check = (): void => {
      if (box.scrollTop < FETCH_BELOW_PX) latest.current();
    };
    check();
    box.addEventListener('scroll', check, { passive: true });
    return () => box.removeEventListener('scroll', check);
  }, [boxRef, isWorthIt, firstSeq]);
}
