/**
 * Pages that one test has done with, cleaned for the next one of the same suite: a new context is a new process of the browser, which
 * reads and compiles every script anew, more than twice the work. A page that a test did anything unusual to is not given to another.
 */
import type { Browser, BrowserContext, BrowserContextOptions, Disposable, Page } from 'playwright-core';

/** What stays with a page or its context after the test that did it. */
const LASTING = [
  'addInitScript',
  'exposeBinding',
  'exposeFunction',
  'grantPermissions',
  'install',
  'newCDPSession',
  'newPage',
  'on',
  'pauseAt',
  'routeFromHAR',
  'routeWebSocket',
  'setExtraHTTPHeaders',
  'setFixedTime',
  'setGeolocation',
  'setSystemTime',
];

/** What the pages of journeys are listened to for. */
const HEARD = ['console', 'pageerror', 'request'];

/** A document of the product without a script of ours: whoever is there has left the page and is of the same process still. */
export const PLAIN = '/healthz';

const idle = new WeakMap<Browser, Map<string, LentPage[]>>();

export class LentPage {
  #isSpoiled = false;
  #script: Disposable | undefined;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly others: LentPage[],
  ) {
    for (const part of [context, page, page.clock]) this.#watch(part as unknown as Record<string, unknown>);
  }

  /** As new: nothing stored, no cookie, nobody listening. `script` runs before those of each document. */
  static async of(browser: Browser, options: BrowserContextOptions, script?: string): Promise<LentPage> {
    const byOptions = idle.get(browser) ?? new Map<string, LentPage[]>();
    idle.set(browser, byOptions);
    // The screen and the looks are of the page and need no other process.
    const { viewport, colorScheme = null, reducedMotion = null, ...lasting } = options;
    const key = JSON.stringify(lasting);
    const others = byOptions.get(key) ?? [];
    byOptions.set(key, others);
    const lent = others.pop() ?? (await LentPage.#made(browser, lasting, others));
    await lent.#unwatched(() => lent.page.emulateMedia({ colorScheme, reducedMotion, media: null, forcedColors: null, contrast: null }));
    if (viewport) await lent.#unwatched(() => lent.page.setViewportSize(viewport));
    if (script !== undefined) lent.#script = await lent.#unwatched(() => lent.context.addInitScript(script));
    return lent;
  }

  static async #made(browser: Browser, options: BrowserContextOptions, others: LentPage[]): Promise<LentPage> {
    const context = await browser.newContext(options);
    return new LentPage(await context.newPage(), context, others);
  }

  /** Listens as long as this test has the page. */
  listen(register: (page: Page) => void): void {
    this.#unwatched(() => register(this.page));
  }

  /** Leaves the pages of `origin` and takes away what they stored; closes for good where that cannot be. */
  async giveBack(origin: string): Promise<void> {
    const isClean = !this.#isSpoiled && !this.page.isClosed() && (await this.#cleaned(origin).catch(() => false));
    if (isClean) this.others.push(this);
    else await this.context.close();
  }

  async #cleaned(origin: string): Promise<boolean> {
    if (new URL(this.page.url()).origin !== origin) return false;
    await this.#script?.dispose();
    this.#script = undefined;
    await this.context.setOffline(false);
    for (const part of [this.context, this.page]) await part.unrouteAll({ behavior: 'ignoreErrors' });
    for (const event of HEARD) this.page.removeAllListeners(event);
    const answer = await this.page.goto(`${origin}${PLAIN}`);
    await this.page.mouse.move(0, 0);
    await this.page.evaluate(() => {
      sessionStorage.clear();
      localStorage.clear();
      window.name = '';
    });
    await this.context.clearCookies();
    return answer?.ok() === true;
  }

  #watch(part: Record<string, unknown>): void {
    for (const name of LASTING) {
      const original = part[name];
      if (typeof original !== 'function') continue;
      part[name] = (...wishes: unknown[]): unknown => {
        this.#isSpoiled = true;
        return original.apply(part, wishes) as unknown;
      };
    }
  }

  #unwatched<Result>(act: () => Result): Result {
    const before = this.#isSpoiled;
    const result = act();
    this.#isSpoiled = before;
    return result;
  }
}
