/** Keeps the eye's place: at the bottom it follows, elsewhere nothing moves, whatever is put in above or below. */
import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTools } from '../frame/desk-context.js';
import type { Thread } from '../state/desk-state.js';
import { hasEarlier } from '../state/thread-view.js';
import type { Row } from '../state/thread-view.js';

const BOTTOM_PX = 48;
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
  const isFollowing = useRef(true);
  const seen = useRef({ firstSeq: 0, height: 0, isPlaced: false });
  const [isAtBottom, setIsAtBottom] = useState(true);
  const [leftAt, setLeftAt] = useState(0);
  const lastSeq = thread.messages.at(-1)?.seq ?? 0;
  const firstSeq = thread.messages[0]?.seq ?? 0;

  const follow = useCallback((on: boolean, seq: number) => {
    if (on === isFollowing.current) return;
    isFollowing.current = on;
    setIsAtBottom(on);
    if (!on) setLeftAt(seq);
  }, []);

  useLayoutEffect(() => {
    const box = boxRef.current;
    if (box === null) return;
    const before = seen.current;
    if (!before.isPlaced) {
      // Whoever comes back to news starts reading where it begins.
      const mark = box.querySelector<HTMLElement>('.row-unread');
      box.scrollTop = mark === null ? box.scrollHeight : mark.offsetTop - 24;
    } else if (firstSeq < before.firstSeq) {
      box.scrollTop += box.scrollHeight - before.height;
    } else if (isFollowing.current) {
      box.scrollTop = box.scrollHeight;
    }
    seen.current = { firstSeq, height: box.scrollHeight, isPlaced: rows.length > 0 };
    follow(isNearBottom(box), lastSeq);
  }, [rows, firstSeq, lastSeq, follow]);

  useLayoutEffect(() => {
    const box = boxRef.current;
    const content = contentRef.current;
    if (box === null || content === null) return;
    const onScroll = (): void => follow(isNearBottom(box), seqNow.current);
    const settle = new ResizeObserver(() => {
      if (isFollowing.current) box.scrollTop = box.scrollHeight;
      seen.current = { ...seen.current, height: box.scrollHeight };
    });
    settle.observe(box);
    settle.observe(content);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      settle.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [follow]);

  const seqNow = useRef(lastSeq);
  seqNow.current = lastSeq;
  useEarlier(boxRef, thread, () => void client.history.earlier(thread.id));
  const toBottom = useCallback(() => boxRef.current?.scrollTo({ top: boxRef.current.scrollHeight }), []);
  const newBelow = isAtBottom ? 0 : thread.messages.filter((message) => message.seq > leftAt && message.from === 'subscriber').length;
  return { boxRef, contentRef, isAtBottom, newBelow, toBottom };
}

/** Fetches what came before as the top comes near. */
function useEarlier(boxRef: RefObject<HTMLDivElement | null>, thread: Thread, fetch: () => void): void {
  const isWorthIt = hasEarlier(thread) && !thread.isFetchingEarlier && thread.loading === 'loaded';
  const latest = useRef(fetch);
  latest.current = fetch;
  const firstSeq = thread.messages[0]?.seq;
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

function isNearBottom(box: HTMLElement): boolean {
  return box.scrollHeight - box.scrollTop - box.clientHeight < BOTTOM_PX;
}
