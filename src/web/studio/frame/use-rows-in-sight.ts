/** Of a long list only the rows in sight, and a few beyond, are drawn; each has the same height. */
import { useEffect, useRef, useState } from 'react';
import type { RefObject, UIEvent } from 'react';
import { typeScale } from '../../desk/look/type-size.js';
import { TOUCH, useMedia } from '../../desk/look/use-media.js';

const BEYOND = 6;
const HEIGHT_PX = 420;
/** What a thumb hits without looking twice. */
const THUMB_PX = 45;

export interface RowsInSight<Frame extends HTMLElement> {
  readonly frame: RefObject<Frame | null>;
  readonly onScroll: (event: UIEvent<Frame>) => void;
  readonly rowPx: number;
  readonly top: number;
  /** The first that is drawn, and the one after the last. */
  readonly first: number;
  readonly last: number;
}

/** `usualPx`: beside type of the usual size. */
export function useRowsInSight<Frame extends HTMLElement>(count: number, usualPx: number): RowsInSight<Frame> {
  const isTouch = useMedia(TOUCH);
  const [scale] = useState(typeScale);
  const rowPx = isTouch ? Math.max(THUMB_PX, usualPx * scale) : usualPx * scale;
  const frame = useRef<Frame>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(HEIGHT_PX);
  useEffect(() => setHeight(frame.current?.clientHeight ?? HEIGHT_PX), [count]);
  const last = Math.min(count, Math.ceil((top + height) / rowPx) + BEYOND);
  const first = Math.min(last, Math.max(0, Math.floor(top / rowPx) - BEYOND));
  return { frame, onScroll: ({ currentTarget }) => setTop(currentTarget.scrollTop), rowPx, top, first, last };
}
