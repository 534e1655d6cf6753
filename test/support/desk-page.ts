/** The agents' desk in a real browser, as an agent would use it: sign in, take a chat, write, pass on, close. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { postJson } from './clients.js';
import { LentPage, PLAIN } from './lent-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const WIDE = { width: 1440, height: 900 };
export const NARROW = { width: 1024, height: 768 };
export const PHONE = { width: 390, height: 844 };

/** A desk in the house's own network may be served without TLS, where browsers leave this out. */
const WITHOUT_TLS = 'delete Crypto.prototype.randomUUID';

export interface DeskWishes {
  readonly size?: { readonly width: number; readonly height: number };
  readonly isDark?: boolean;
  /** Pressed with a thumb. */
  readonly isTouch?: boolean;
  readonly locale?: 'zh-CN' | 'en';
  /** Another page that staff sign in to. */
  readonly path?: '/studio' | '/insights';
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export class DeskPage {
  /** Errors of the page; refused sign-ins and a stopped server are meant. */
  readonly complaints: string[] = [];

  readonly page: Page;
  readonly context: BrowserContext;

  private constructor(
    private readonly lent: LentPage,
    private readonly url: string,
  ) {
    this.page = lent.page;
    this.context = lent.context;
  }

  static async open(browser: Browser, url: string, wishes: DeskWishes = {}): Promise<DeskPage> {
    const opened = await DeskPage.#lent(browser, url, wishes);
    await opened.page.goto(`${url}${wishes.path ?? '/desk'}`);
    return opened;
  }

  /** As one's tab is after a reload: the form is for the tests that are about signing in, and takes as long as all the rest. */
  static async restored(browser: Browser, url: string, email: string, wishes: DeskWishes = {}): Promise<DeskPage> {
    const opened = await DeskPage.#lent(browser, url, wishes);
    const session = await postJson(`${url}/api/staff/login`, { email, password: 'demo' });
    await opened.page.goto(`${url}${PLAIN}`);
    await opened.page.evaluate((kept) => sessionStorage.setItem('jiebang.desk.session', kept), JSON.stringify(session));
    await opened.page.goto(`${url}${wishes.path ?? '/desk'}`);
    return opened;
  }

  static async signedIn(browser: Browser, url: string, email: string, wishes: DeskWishes = {}): Promise<DeskPage> {
    const opened = await DeskPage.restored(browser, url, email, wishes);
    await opened.presence.waitFor();
    return opened;
  }

  static async #lent(browser: Browser, url: string, wishes: DeskWishes): Promise<DeskPage> {
    const lent = await LentPage.of(browser, {
      viewport: wishes.size ?? WIDE,
      locale: wishes.locale ?? 'zh-CN',
      colorScheme: wishes.isDark === true ? 'dark' : 'light',
      reducedMotion: 'reduce',
      acceptDownloads: true,
      ...(wishes.isTouch === true ? { hasTouch: true, isMobile: true } : {}),
    }, WITHOUT_TLS);
    const opened = new DeskPage(lent, url);
    // Below the test's own limit, so that a failure names the step that hung; above what a busy machine may need.
    opened.page.setDefaultTimeout(30_000);
    lent.listen((page) => {
      page.on('pageerror', (error) => opened.complaints.push(error.message));
      page.on('request', (request) => {
        if (!/^(blob:|data:)/.test(request.url()) && !request.url().startsWith(url)) opened.complaints.push(`asked ${request.url()}`);
      });
    });
    return opened;
  }

  get presence(): Locator {
    return this.page.locator('.presence-button:visible');
  }

  get offer(): Locator {
    return this.page.locator('.offer');
  }

  get field(): Locator {
    return this.page.locator('.composer textarea');
  }

  get timeline(): Locator {
    return this.page.locator('.timeline');
  }

  get chats(): Locator {
    return this.page.locator('.chat-row[data-kind="mine"]');
  }

  get dialog(): Locator {
    return this.page.locator('.ant-modal');
  }

  async signIn(email: string, password: string): Promise<void> {
    await this.page.locator('input[autocomplete="username"]').fill(email);
    await this.page.locator('input[type="password"]').fill(password);
    // While one attempt is under way the button takes no other.
    await this.page.locator('button[type="submit"]:not(.ant-btn-loading)').click();
  }

  async goOnline(): Promise<void> {
    await this.page.locator('.presence .ant-btn').click();
    await this.page.locator('.presence .dot[data-status="online"]').waitFor();
  }

  /** Takes the chat on offer, and resolves when it is that one that is in front, whatever was there before and is offered next. */
  async accept(): Promise<void> {
    const id = await this.offer.getAttribute('data-chat');
    const offered = this.page.locator(`.offer[data-chat="${id}"]`);
    const shown = this.page.locator(`.timeline[data-chat="${id}"]`);
    await offered.locator('.ant-btn-primary').click();
    // The card grows as more is known of the chat: where the press went past the button, she presses again.
    for (let tries = 1; tries < 3 && !(await isThere(shown)) && (await offered.count()) > 0; tries += 1) await offered.locator('.ant-btn-primary').click();
    await shown.waitFor().catch(async (late: unknown) => {
      throw new Error(`the chat is not in front of who accepted it; she sees:\n${await this.page.locator('body').innerText()}`, { cause: late });
    });
    await offered.waitFor({ state: 'detached' });
  }

  async write(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** Resolves when the reply that is being written is just this. */
  async holds(text: string): Promise<void> {
    await this.page.waitForFunction((words) => document.querySelector<HTMLTextAreaElement>('.composer textarea')?.value === words, text);
  }

  /** Every bubble of one kind of speaker, in order. */
  bubbles(who: 'them' | 'bot' | 'me' | 'peer'): Promise<string[]> {
    return this.page.locator(`.bubble-row[data-who="${who}"] .bubble`).allInnerTexts();
  }

  bubble(who: 'them' | 'bot' | 'me' | 'peer', text: string): Locator {
    return this.page.locator(`.bubble-row[data-who="${who}"] .bubble`, { hasText: text });
  }

  /** Serious and critical findings of the accessibility scan, each with where it is. */
  async scan(): Promise<string[]> {
    await this.page.evaluate(axe);
    const violations = await this.page.evaluate(async () => {
      const { axe: scanner } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      return (await scanner.run({ resultTypes: ['violations'] })).violations;
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
  }

  /** Pixels by which the page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** What is to be pressed and is hit over less than 44 pixels, one way or the other. */
  hardToHit(): Promise<string[]> {
    return this.page.evaluate(() => {
      const HALF = 21;
      const missed: string[] = [];
      // What is ticked is pressed by its words too; a link within a sentence is as high as its line.
      for (const part of document.querySelectorAll('button:enabled, a[href], select, textarea, summary, label:has(> [type="checkbox"], > [type="radio"]), input:not([type="checkbox"], [type="radio"], [type="file"]), .ant-input-number-action, .ant-segmented-item, .choice:has(:enabled), .outcome, .ant-select')) {
        if (part.clientWidth === 0 || !part.checkVisibility({ visibilityProperty: true }) || part.matches('.skip, p a, .preview a, .ant-segmented-item-input, .ant-select input')) continue;
        part.scrollIntoView({ block: 'center' });
        const { left, right, top, bottom } = part.getBoundingClientRect();
        const [x, y] = [(left + right) / 2, (top + bottom) / 2];
        const whole = part.closest('.ant-input-affix-wrapper, .ant-input-number') ?? part;
        const isHit = (dx: number, dy: number): boolean => whole.contains(document.elementFromPoint(x + dx, y + dy));
        // Below something else, a dialog.
        if (!isHit(0, 0)) continue;
        const isEasy = ([[HALF, 0], [-HALF, 0], [0, HALF], [0, -HALF]] as const).every(([dx, dy]) => isHit(dx, dy));
        if (!isEasy) missed.push(`${Math.round(right - left)} x ${Math.round(bottom - top)} ${part.outerHTML.slice(0, 120)}`);
      }
      return missed;
    });
  }

  /** Gone from the page, as if it was closed. */
  async close(): Promise<void> {
    await this.lent.giveBack(new URL(this.url).origin);
  }
}

const ANSWERED_WITHIN_MS = 10_000;

/** Within the time that an accepted offer takes on a busy machine. */
function isThere(part: Locator): Promise<boolean> {
  return part.waitFor({ timeout: ANSWERED_WITHIN_MS }).then(
    () => true,
    () => false,
  );
}
