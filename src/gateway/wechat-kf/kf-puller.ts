/** Fetches what people wrote to the service accounts: one node at a time for each, page by page, moving on only when a page is kept. */
import type { Clock } from '../../ports/clock.js';
import type { SyncCursors, SyncPlace } from '../../ports/sync-cursors.js';
import type { WechatKfPlatform } from '../../ports/wechat-kf-platform.js';
import type { Logger } from '../../telemetry/logger.js';

export interface KfPullerDeps {
  readonly cursors: SyncCursors;
  readonly platform: Pick<WechatKfPlatform, 'pull'>;
  /** Takes of a page what is not older than `since`, epoch ms; durable when it resolves. False: not now, the whole page comes again. */
  readonly take: (messages: readonly unknown[], page: { readonly since: number }) => Promise<boolean>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Tells this node from the others. */
  readonly nodeId: string;
}

/** Renewed while a page with many files takes long; whoever loses it meanwhile moves nothing. A node that died is replaced after it. */
const LEASE_MS = 15_000;
const LOOK_EVERY_MS = 5_000;
const AGAIN_MS = 5_000;
const REFUSED_MS = 60_000;
/** The token of an announcement is good for ten minutes: https://developer.work.weixin.qq.com/document/path/94670 */
const OLD_TOKEN = 95007;
/** An account that is new here begins with three days of what others have answered long ago. */
const FIRST_REACHES_MS = 3_600_000;

export class KfPuller {
  readonly #underWay = new Map<string, Promise<void>>();
  readonly #again = new Set<string>();
  #cancelLooking: () => void = () => undefined;
  #isStopping = false;

  constructor(private readonly deps: KfPullerDeps) {}

  /** What was announced while nobody listened is asked for. */
  start(): void {
    const { cursors, clock, logger } = this.deps;
    const begin = async () => {
      for (const account of await cursors.accounts()) await cursors.announce(account, null, clock.now());
    };
    begin()
      .catch((error: unknown) => logger.error({ error }, 'the accounts of WeChat Customer Service could not be read'))
      .finally(() => this.#look());
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.#cancelLooking();
    await Promise.allSettled(this.#underWay.values());
  }

  /** Kept when it resolves; the fetching follows by itself. */
  async announce(account: string, token: string | null): Promise<void> {
    await this.deps.cursors.announce(account, token, this.deps.clock.now());
    this.#nudge(account);
  }

  #nudge(account: string): void {
    if (this.#isStopping) return;
    if (this.#underWay.has(account)) {
      this.#again.add(account);
      return;
    }
    const run = this.#fetch(account)
      .catch((error: unknown) => this.deps.logger.error({ error }, 'messages of WeChat Customer Service could not be fetched'))
      .finally(() => {
        this.#underWay.delete(account);
        if (this.#again.delete(account)) this.#nudge(account);
      });
    this.#underWay.set(account, run);
  }

  async #fetch(account: string): Promise<void> {
    const { cursors, nodeId } = this.deps;
    const place = await cursors.claim(account, this.#lease());
    if (!place) return;
    let notBefore = this.deps.clock.now() + AGAIN_MS;
    let fetched = 0;
    const letGo = this.#holdOn(account);
    try {
      notBefore = await this.#fetchAll(place);
      if (notBefore === 0) fetched = place.announced;
    } finally {
      letGo();
      await cursors.release(account, nodeId, { fetched, notBefore });
    }
    // Announced on another node meanwhile, which found us at it.
    if (fetched > 0 && (await cursors.due(this.deps.clock.now())).includes(account)) this.#again.add(account);
  }

  #holdOn(account: string): () => void {
    const { cursors, clock, logger } = this.deps;
    let cancel: () => void = () => undefined;
    const again = (): void => {
      cancel = clock.after(LEASE_MS / 3, () => {
        again();
        cursors.renew(account, this.#lease()).catch((error: unknown) => logger.warn({ error }, 'the lease of an account of WeChat Customer Service could not be renewed'));
      });
    };
    again();
    return () => cancel();
  }

  /** When to go on; zero when everything is there. */
  async #fetchAll(place: SyncPlace): Promise<number> {
    const { cursors, platform, take, clock, logger } = this.deps;
    let { cursor, token } = place;
    const since = place.since - FIRST_REACHES_MS;
    for (;;) {
      const page = await platform.pull(place.account, { cursor, token });
      if (page.kind === 'later') return clock.now() + page.afterMs;
      if (page.kind === 'refused') {
        if (page.code === OLD_TOKEN && token !== null) {
          token = null;
          continue;
        }
        logger.error({ account: place.account, code: page.code }, 'WeChat Customer Service refuses to tell what was written');
        return clock.now() + REFUSED_MS;
      }
      if (!(await take(page.messages, { since }))) return clock.now() + AGAIN_MS;
      const next = page.cursor === '' ? cursor : page.cursor;
      // Somebody else fetches now, or the next who looks does.
      if (!(await cursors.moved(place.account, next, this.#lease()))) return clock.now();
      if (!page.hasMore || next === cursor) return 0;
      if (this.#isStopping) return clock.now();
      cursor = next;
    }
  }

  #lease() {
    const now = this.deps.clock.now();
    return { holder: this.deps.nodeId, now, until: now + LEASE_MS };
  }

  #look(): void {
    if (this.#isStopping) return;
    const look = async () => {
      for (const account of await this.deps.cursors.due(this.deps.clock.now())) this.#nudge(account);
    };
    look()
      .catch((error: unknown) => this.deps.logger.error({ error }, 'announced messages could not be looked for'))
      .finally(() => {
        this.#cancelLooking = this.deps.clock.after(LOOK_EVERY_MS, () => this.#look());
      });
  }
}
