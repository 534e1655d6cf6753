/** The subscriber's pages in a real browser, as a person would use them: open, read, type, tap. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { LentPage } from './lent-page.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 800 };

export interface PageWishes {
  readonly url: string;
  readonly path: '/' | '/wechat' | `/kb/${string}`;
  readonly size?: { readonly width: number; readonly height: number };
  readonly locale?: 'zh-CN' | 'en';
  readonly isDark?: boolean;
  /** Plays a demo subscriber who signed in on the operator's site. */
  readonly token?: string;
}

export class SubscriberPage {
  /** Errors of the page and requests to anywhere but the product. */
  readonly complaints: string[] = [];
  /** Network errors are meant when the test itself takes the network away. */
  isOfflineMeant = false;

  readonly page: Page;
  readonly context: BrowserContext;

  private constructor(
    private readonly lent: LentPage,
    private readonly url: string,
  ) {
    this.page = lent.page;
    this.context = lent.context;
  }

  static async open(browser: Browser, wishes: PageWishes): Promise<SubscriberPage> {
    const size = wishes.size ?? DESKTOP;
    const isPhone = size.width < 600;
    const options: BrowserContextOptions = {
      viewport: size,
      locale: wishes.locale ?? 'zh-CN',
      colorScheme: wishes.isDark === true ? 'dark' : 'light',
      reducedMotion: 'reduce',
      isMobile: isPhone,
      hasTouch: isPhone,
      acceptDownloads: true,
    };
    const player = JSON.stringify({ msisdn: '', name: '', token: wishes.token });
    const signsIn = wishes.token === undefined ? undefined : `sessionStorage.setItem('jiebang:demo-player', ${JSON.stringify(player)})`;
    const opened = new SubscriberPage(await LentPage.of(browser, options, signsIn), wishes.url);
    // Below the test's own limit, so that a failure names the step that hung; above what a busy machine may need.
    opened.page.setDefaultTimeout(30_000);
    opened.#listen();
    const query = wishes.path === '/wechat' && wishes.token !== undefined ? `?token=${wishes.token}` : '';
    await opened.page.goto(`${wishes.url}${wishes.path}${query}`);
    return opened;
  }

  get launcher(): Locator {
    return this.page.locator('.jb-launcher');
  }

  get field(): Locator {
    return this.page.locator('.jb-composer textarea');
  }

  get log(): Locator {
    return this.page.getByRole('log');
  }

  async openChat(): Promise<void> {
    await this.launcher.click();
    await this.field.waitFor();
  }

  async say(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  /** What was written; the dots of somebody who is writing are none of it. */
  bubble(side: 'own' | 'bot' | 'agent'): Locator {
    return this.page.locator(`.jb-${side} .jb-bubble:not(.jb-typing)`);
  }

  /** Everything written in the conversation, bubble by bubble. */
  bubbles(side: 'own' | 'bot' | 'agent'): Promise<string[]> {
    return this.bubble(side).allInnerTexts();
  }

  /** Serious and critical findings of the accessibility scan, each with where it is. */
  async scan(): Promise<string[]> {
    await this.page.evaluate(axe);
    return this.page.evaluate(async () => {
      const { axe: scanner } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: Violation[] }> } };
      interface Violation {
        id: string;
        impact: string;
        nodes: { html: string; failureSummary: string }[];
      }
      const { violations } = await scanner.run({ resultTypes: ['violations'] });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
    });
  }

  /** Pixels by which the page is wider than the screen. */
  overflow(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Gone from the page, as if it was closed. */
  async close(): Promise<void> {
    await this.lent.giveBack(new URL(this.url).origin);
  }

  #listen(): void {
    this.lent.listen((page) => {
      page.on('pageerror', (error) => this.complaints.push(error.message));
      page.on('console', (message) => {
        // An empty inbox of the demo is a 404, which the browser reports by itself.
        const isMeant = this.isOfflineMeant || message.location().url.includes('/demo/sms/');
        if (message.type() === 'error' && !isMeant) this.complaints.push(message.text());
      });
      page.on('request', (request) => {
        const address = request.url();
        if (!address.startsWith(this.url) && !address.startsWith('blob:') && !address.startsWith('data:')) this.complaints.push(`asked ${address}`);
      });
    });
  }
}
