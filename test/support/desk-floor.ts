/** The opening lines of every journey at the desk: the product, a browser, pages and sockets of whoever plays, and an empty floor after each test. */
import { afterAll, afterEach, beforeAll, expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { findBrowser, launchBrowser } from './browser.js';
import { connectStaff, connectSubscriber, siteToken, staffOf, staffToken, Subscriber } from './clients.js';
import type { Client, StaffClient } from './clients.js';
import { DeskPage } from './desk-page.js';
import type { DeskWishes } from './desk-page.js';
import { SubscriberPage } from './pages.js';
import type { PageWishes } from './pages.js';
import { startProduct } from './product.js';
import type { Product } from './product.js';

const STAFF = ['agent1@demo', 'agent2@demo', 'supervisor@demo'];
export const hasBrowser = findBrowser().path !== null;

export class DeskFloor {
  product!: Product;
  browser!: Browser;
  readonly #pages: { readonly complaints: readonly string[]; close(): Promise<void> }[] = [];
  readonly #clients: Client[] = [];
  readonly #keys = new Map<string, string>();

  /** Registers what happens around the tests of the suite it is called in. */
  static opened(env: Readonly<Record<string, string>> = {}): DeskFloor {
    const floor = new DeskFloor();
    beforeAll(async () => {
      floor.product = await startProduct({ env: { RATE_LIMIT: 'off', ...env } });
      floor.browser = await launchBrowser(findBrowser().path ?? '');
    });
    afterAll(async () => {
      await floor.browser.close();
      await floor.product.dispose();
    });
    afterEach(() => floor.cleared(), 90_000);
    return floor;
  }

  get url(): string {
    return this.product.url;
  }

  async desk(email = 'agent1@demo', wishes: DeskWishes = {}): Promise<DeskPage> {
    const opened = await DeskPage.signedIn(this.browser, this.url, email, wishes);
    this.#pages.push(opened);
    return opened;
  }

  /** A subscriber in a browser of their own, with the chat open; `msisdn` null is a visitor. */
  async visitor(msisdn: string | null, wishes: Partial<PageWishes> = {}): Promise<SubscriberPage> {
    const token = msisdn === null ? {} : { token: await siteToken(this.url, msisdn) };
    const opened = await SubscriberPage.open(this.browser, { url: this.url, path: '/', ...token, ...wishes });
    this.#pages.push(opened);
    if (opened.page.url().endsWith('/')) await opened.openChat();
    return opened;
  }

  async subscriber(msisdn = '13800000004', says: readonly string[] = []): Promise<Subscriber> {
    const made = await connectSubscriber(this.url, { token: await siteToken(this.url, msisdn) });
    this.#clients.push(made);
    for (const text of says) await made.ask(text);
    return made;
  }

  /** Over a socket, without a site's token. */
  async nobodyKnown(): Promise<Subscriber> {
    return this.#keptClient(await connectSubscriber(this.url, { locale: 'zh-CN' }));
  }

  /** The same subscriber on a new socket, as a page comes back. */
  async resumed({ conversation }: Subscriber): Promise<Subscriber> {
    return this.#keptClient(await connectSubscriber(this.url, { resumeToken: conversation?.resumeToken, afterSeq: 0 }));
  }

  #keptClient<Made extends Client>(made: Made): Made {
    this.#clients.push(made);
    return made;
  }

  async staff(email: string, status: string | null = 'online'): Promise<StaffClient> {
    const made = await connectStaff(this.url, email, status);
    this.#clients.push(made);
    return made;
  }

  /** As a supervisor does it on the settings page. */
  async set(section: string, change: object): Promise<void> {
    const address = `${this.url}/api/settings/${section}`;
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(this.url, 'supervisor@demo')}` };
    const { version, value } = (await (await fetch(address, { headers })).json()) as { version: number; value: object };
    expect((await fetch(address, { method: 'PUT', headers, body: JSON.stringify({ version, value: { ...value, ...change } }) })).status).toBe(200);
  }

  /** Nobody waits, nobody is served and nobody is online: as the next test wants to find it. */
  async cleared(): Promise<void> {
    for (const client of this.#clients.splice(0)) {
      if (client instanceof Subscriber) await client.request('end').catch(() => undefined);
      client.close();
    }
    for (const page of this.#pages.splice(0)) {
      expect(page.complaints).toEqual([]);
      await page.close();
    }
    for (const email of STAFF) (await this.#keeper(email, 'offline')).close();
    await this.#emptyLine();
  }

  /** Signs in once for all tests: looking at a password is meant to be slow. */
  async #keeper(email: string, status: string | null): Promise<StaffClient> {
    const key = this.#keys.get(email) ?? (await staffToken(this.url, email));
    this.#keys.set(email, key);
    return staffOf(this.url, key, status).catch(() => {
      this.#keys.delete(email);
      return connectStaff(this.url, email, status);
    });
  }

  /** Subscribers in browsers go without a farewell: what agents gave back would be offered in the next test. */
  async #emptyLine(): Promise<void> {
    const boss = await this.#keeper('supervisor@demo', null);
    const { waiting } = await boss.told.until<{ waiting: readonly { conversationId: string }[] }>('queue');
    for (const { conversationId } of waiting) {
      await boss.request('takeover', { conversationId });
      await boss.request('close', { conversationId, disposition: 'other' });
    }
    boss.close();
  }
}
