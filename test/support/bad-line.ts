/** A line between one page and the server that a test can make deaf (what the page says arrives, what the server says does not) or slow, cut and mend. */
import type { BrowserContext, WebSocketRoute } from 'playwright-core';

export class BadLine {
  readonly #open = new Set<{ readonly page: WebSocketRoute; readonly server: WebSocketRoute }>();
  #isDeaf = false;
  #isCut = false;
  /** What the server said, while it is held back. */
  #held: (() => void)[] | null = null;

  /** For pages loaded from now on. */
  static async of(context: BrowserContext): Promise<BadLine> {
    const line = new BadLine();
    await context.routeWebSocket(/socket\.io/, (page) => line.#joined(page));
    await context.route(/socket\.io/, (route) => (line.#isCut ? route.abort() : route.continue()));
    return line;
  }

  deafen(): void {
    this.#isDeaf = true;
  }

  /** What the server says comes when the line is mended, unless it was cut before. */
  hold(): void {
    this.#held ??= [];
  }

  async cut(): Promise<void> {
    this.#isCut = true;
    this.#held = null;
    const open = [...this.#open];
    this.#open.clear();
    await Promise.all(open.flatMap(({ page, server }) => [page.close(), server.close()]));
  }

  mend(): void {
    this.#isDeaf = false;
    this.#isCut = false;
    const held = this.#held ?? [];
    this.#held = null;
    for (const tell of held) tell();
  }

  #joined(page: WebSocketRoute): void {
    if (this.#isCut) return void page.close();
    const both = { page, server: page.connectToServer() };
    this.#open.add(both);
    page.onMessage((said) => both.server.send(said));
    both.server.onMessage((said) => {
      if (this.#isDeaf) return;
      if (this.#held === null) page.send(said);
      else this.#held.push(() => page.send(said));
    });
  }
}
