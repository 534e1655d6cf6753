/** A line between one page and the server that a test can make deaf (what the page says arrives, what the server says does not), cut and mend. */
import type { BrowserContext, WebSocketRoute } from 'playwright-core';

export class BadLine {
  readonly #open = new Set<{ readonly page: WebSocketRoute; readonly server: WebSocketRoute }>();
  #isDeaf = false;
  #isCut = false;

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

  async cut(): Promise<void> {
    this.#isCut = true;
    const open = [...this.#open];
    this.#open.clear();
    await Promise.all(open.flatMap(({ page, server }) => [page.close(), server.close()]));
  }

  mend(): void {
    this.#isDeaf = false;
    this.#isCut = false;
  }

  #joined(page: WebSocketRoute): void {
    if (this.#isCut) return void page.close();
    const both = { page, server: page.connectToServer() };
    this.#open.add(both);
    page.onMessage((said) => both.server.send(said));
    both.server.onMessage((said) => {
      if (!this.#isDeaf) page.send(said);
    });
  }
}
