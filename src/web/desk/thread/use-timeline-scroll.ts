/** Ties the place in the timeline to what is drawn, and fetches the past as its top comes near. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTools } from '../frame/desk-context.js';
import type { Thread } from '../state/desk-state.js';
import type { Row } from '../state/rows.js';
import { hasEarlier } from '../state/thread-view.js';
import { TimelinePlace } from './timeline-place.js';

const FETCH_BELOW_PX = 400;

interface TimelineScroll {
  readonly boxRef: RefObject<HTMLDivElement | null>;
  readonly contentRef: RefObject<HTMLDivElement | null>;
  readonly isAtBottom: boolean;
  readonly newBelow: number;
  readonly toBottom: () => void;
}

export function useTimelineScroll(thread: Thread, rows: readonly Row[]): TimelineScroll {
  const { client } = useTools();
  const boxRef = useRef<HTMLDivElement>(null);
  const contentRef = useRef<HTMLDivElement>(null);
  /** The last `seq` when the eye left the bottom; null while it is there. */
  const [leftAt, setLeftAt] = useState<number | null>(null);
  const [place] = useState(() => new TimelinePlace((isFollowing, lastSeq) => setLeftAt(isFollowing ? null : lastSeq)));
  const { messages, outgoing } = thread;
  useLayoutEffect(() => {
    if (boxRef.current !== null && contentRef.current !== null) return place.watch(boxRef.current, contentRef.current);
  }, [place]);
  useLayoutEffect(() => {
    place.drawn({
      firstSeq: messages[0]?.seq ?? 0,
      lastSeq: messages.at(-1)?.seq ?? 0,
      sending: outgoing.length,
      isEmpty: rows.length === 0,
    });
  }, [place, rows, messages, outgoing]);
  useEarlier(boxRef, thread, () => void client.history.earlier(thread.id));
  const toBottom = useCallback(() => place.toBottom(), [place]);
  const newBelow = leftAt === null ? 0 : messages.filter((message) => message.seq > leftAt && message.from === 'subscriber').length;
  return { boxRef, contentRef, isAtBottom: leftAt === null, newBelow, toBottom };
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
