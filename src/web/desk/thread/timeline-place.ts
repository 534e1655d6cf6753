/** Keeps the eye's place in a scrolling box: at the bottom it follows, elsewhere nothing moves, whatever is put in above or below. */
const BOTTOM_PX = 48;
const ABOVE_MARK_PX = 24;

export interface Drawn {
  readonly firstSeq: number;
  readonly lastSeq: number;
  /** Replies on their way; whoever has just sent one wants to see it. */
  readonly sending: number;
  readonly isEmpty: boolean;
}

export class TimelinePlace {
  #box: HTMLElement | null = null;
  #drawn: Drawn | null = null;
  #height = 0;
  #isFollowing = true;

  /** `onFollow`: told when following begins or ends, with the last `seq` there was. */
  constructor(private readonly onFollow: (isFollowing: boolean, lastSeq: number) => void) {}

  /** Returns the way to stop. */
  watch(box: HTMLElement, content: HTMLElement): () => void {
    this.#box = box;
    const onScroll = (): void => this.#look();
    const settle = new ResizeObserver(() => {
      if (this.#isFollowing) this.toBottom();
      this.#height = box.scrollHeight;
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
    if (before === null || before.isEmpty) this.#begin(box);
    else if (now.firstSeq < before.firstSeq) box.scrollTop += box.scrollHeight - this.#height;
    else if (this.#isFollowing || now.sending > before.sending) this.toBottom();
    this.#drawn = now;
    this.#height = box.scrollHeight;
    this.#look();
  }

  toBottom(): void {
    this.#box?.scrollTo({ top: this.#box.scrollHeight });
  }

  /** Whoever comes back to news starts reading where it begins. */
  #begin(box: HTMLElement): void {
    const mark = box.querySelector('.row-unread');
    if (mark === null) this.toBottom();
    else box.scrollTop += mark.getBoundingClientRect().top - box.getBoundingClientRect().top - ABOVE_MARK_PX;
  }

  #look(): void {
    const box = this.#box;
    if (box === null) return;
    const isFollowing = box.scrollHeight - box.scrollTop - box.clientHeight < BOTTOM_PX;
    if (isFollowing === this.#isFollowing) return;
    this.#isFollowing = isFollowing;
    this.onFollow(isFollowing, this.#drawn?.lastSeq ?? 0);
  }
}
