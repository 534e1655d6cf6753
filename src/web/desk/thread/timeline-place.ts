/** Keeps the eye's place in a scrolling box of which only a part is drawn: at the bottom it follows, elsewhere nothing moves, whatever changes above or below. */
import type { Row } from '../state/rows.js';
import type { Block } from './blocks.js';

const BOTTOM_PX = 48;
const ABOVE_MARK_PX = 24;
const FIRST_GUESS_ROW_PX = 64;

export interface Drawn {
  readonly blocks: readonly Block[];
  readonly lastSeq: number;
  /** Replies on their way; whoever has just sent one wants to see it. */
  readonly sending: number;
  readonly isEmpty: boolean;
}

export interface PlaceWatcher {
  /** Following begins or ends; with the last `seq` there was. */
  readonly onFollow: (isFollowing: boolean, lastSeq: number) => void;
  /** The eye moved, and what is to be drawn may change; null at the end. */
  readonly onMove: (seen: { readonly topPx: number; readonly heightPx: number } | null) => void;
}

/** Days and the mark of the new stand elsewhere once more is fetched. */
const isLasting = (row: Row | undefined): boolean => row !== undefined && row.type !== 'day' && row.type !== 'unread';

/** The name above the first of several turns goes when another is fetched before it; the words stay in front of the eye. */
const spokenIn = (row: Element): Element => row.querySelector('.bubble-line') ?? row;

/** A row and where its upper edge was on the screen. */
interface Anchor {
  readonly row: string;
  readonly top: number;
}

export class TimelinePlace {
  #box: HTMLElement | null = null;
  #drawn: Drawn | null = null;
  #isFollowing = true;
  /** What the watcher believes. */
  #told = true;
  #anchor: Anchor | null = null;
  /** Where the box stood when the eye's place was last looked at. */
  #topPx = 0;
  #width = 0;
  readonly #heights = new Map<string, number>();
  #measuredPx = 0;
  #measuredRows = 0;

  constructor(private readonly watcher: PlaceWatcher) {}

  /** As measured, or else by the height of the rows seen so far. */
  readonly heightOf = ({ key, rows }: Block): number => {
    const rowPx = this.#measuredRows === 0 ? FIRST_GUESS_ROW_PX : this.#measuredPx / this.#measuredRows;
    return this.#heights.get(key) ?? rows.length * rowPx;
  };

  /** Returns the way to stop. */
  watch(box: HTMLElement, content: HTMLElement): () => void {
    this.#box = box;
    const onScroll = (): void => this.#moved();
    const settle = new ResizeObserver(() => {
      if (box.clientWidth !== this.#width) this.#heights.clear();
      this.#width = box.clientWidth;
      this.#hold();
    });
    settle.observe(box);
    settle.observe(content);
    box.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      settle.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }

  /** To be called after every drawing and before it is shown. */
  drawn(now: Drawn): void {
    const box = this.#box;
    if (box === null) return;
    const before = this.#drawn;
    this.#drawn = now;
    if (before === null || before.isEmpty) this.#begin(box);
    else if (now.sending > before.sending) this.#follow(box);
    this.#hold();
    this.#look();
  }

  toBottom(): void {
    if (this.#box !== null) this.#follow(this.#box);
    this.#hold();
    this.#look();
    this.#tellMove();
  }

  toTop(): void {
    this.#isFollowing = false;
    this.#anchor = null;
    this.#box?.scrollTo({ top: 0 });
    this.#tellMove();
  }

  /** Measures what is drawn and puts the eye back to where it was. */
  #hold(): void {
    const box = this.#box;
    if (box === null) return;
    this.#measure();
    const scrolledPx = this.#scrolledPx(box);
    if (this.#isFollowing && scrolledPx > -BOTTOM_PX) box.scrollTop = box.scrollHeight;
    else if (this.#anchor !== null) {
      const element = this.#find(this.#anchor.row);
      if (element !== null) box.scrollTop += this.#topOf(spokenIn(element)) - this.#anchor.top + scrolledPx;
      // What stood there is gone; what is there now has to be drawn.
      else requestAnimationFrame(() => this.#moved());
    }
    this.#remember();
  }

  #follow(box: HTMLElement): void {
    this.#isFollowing = true;
    this.#topPx = box.scrollTop;
  }

  /** How far the reader has gone of which the browser tells only with its next frame. At the end it may have moved the box itself. */
  #scrolledPx(box: HTMLElement): number {
    const isAtEnd = box.scrollTop >= box.scrollHeight - box.clientHeight - 1;
    return isAtEnd ? 0 : box.scrollTop - this.#topPx;
  }

  #measure(): void {
    for (const { block, element } of this.#elements()) {
      const height = element.offsetHeight;
      if (height === 0) continue;
      if (!this.#heights.has(block.key)) {
        this.#measuredPx += height;
        this.#measuredRows += block.rows.length;
      }
      this.#heights.set(block.key, height);
    }
  }

  #moved(): void {
    this.#remember();
    this.#look();
    this.#tellMove();
  }

  #tellMove(): void {
    const box = this.#box;
    const first = box?.querySelector<HTMLElement>('.timeline-space');
    if (!box || !first) return;
    this.watcher.onMove(this.#isFollowing ? null : { topPx: box.scrollTop - first.offsetTop, heightPx: box.clientHeight });
  }

  /** The first row that is on the screen, if one is drawn there. */
  #remember(): void {
    const box = this.#box;
    if (box === null) return;
    this.#topPx = box.scrollTop;
    this.#anchor = null;
    for (const { block, element } of this.#elements()) {
      if (this.#topOf(element) + element.offsetHeight <= 0) continue;
      const seen = [...element.children].findIndex((child, index) => isLasting(block.rows[index]) && this.#topOf(child) + child.clientHeight > 0);
      const row = block.rows[seen];
      const child = element.children[seen];
      if (row === undefined || child === undefined) continue;
      if (this.#topOf(child) < box.clientHeight) this.#anchor = { row: row.key, top: this.#topOf(spokenIn(child)) };
      return;
    }
  }

  #find(row: string): Element | null {
    for (const { block, element } of this.#elements()) {
      const index = block.rows.findIndex(({ key }) => key === row);
      if (index !== -1) return element.children[index] ?? null;
    }
    return null;
  }

  /** The blocks that are drawn, each with its element. */
  #elements(): readonly { readonly block: Block; readonly element: HTMLElement }[] {
    const elements = [...(this.#box?.querySelectorAll<HTMLElement>('.timeline-block') ?? [])];
    const blocks = this.#drawn?.blocks ?? [];
    return elements.flatMap((element, index) => {
      const block = blocks[index];
      return block === undefined ? [] : [{ block, element }];
    });
  }

  #topOf(element: Element): number {
    return element.getBoundingClientRect().top - (this.#box?.getBoundingClientRect().top ?? 0);
  }

  /** Whoever comes back to news starts reading where it begins. */
  #begin(box: HTMLElement): void {
    const mark = box.querySelector('.row-unread');
    this.#isFollowing = mark === null;
    if (mark === null) return;
    box.scrollTop += this.#topOf(mark) - ABOVE_MARK_PX;
    this.#remember();
  }

  #look(): void {
    const box = this.#box;
    if (box === null) return;
    const isFollowing = box.scrollHeight - box.scrollTop - box.clientHeight < BOTTOM_PX;
    this.#isFollowing = isFollowing;
    if (isFollowing === this.#told) return;
    this.#told = isFollowing;
    this.watcher.onFollow(isFollowing, this.#drawn?.lastSeq ?? 0);
  }
}
