/** Starting, rewording and ending outage notices; every act is audited and told to all nodes. */
import type { AuditEntry } from '../domain/audit.js';
import type { ContentAuthor } from '../domain/content.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { ended, hasWords, reworded } from '../domain/outage-notice.js';
import type { NoticeWords, OutageNotice } from '../domain/outage-notice.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { NoticeReach, OutageNotices } from '../ports/outage-notices.js';

export interface NoticesDeps {
  readonly notices: OutageNotices;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
}

export type NoticeWithReach = OutageNotice & { readonly reach: NoticeReach };

const LISTED = 100;
const NOBODY: NoticeReach = { answered: 0, waiting: 0, told: 0 };

export class NoticesRoom {
  constructor(private readonly deps: NoticesDeps) {}

  /** What runs first, then the newest. */
  async list(): Promise<readonly NoticeWithReach[]> {
    const found = await this.deps.notices.list(LISTED);
    const reach = await this.deps.notices.reachOf(found.map(({ id }) => id));
    const listed = found.map((one) => ({ ...one, reach: reach.get(one.id) ?? NOBODY }));
    return [...listed.filter(({ end }) => end === null), ...listed.filter(({ end }) => end !== null)];
  }

  async has(id: string): Promise<boolean> {
    return (await this.deps.notices.find(id)) !== null;
  }

  /** `clientId`: the name the sender gives it. */
  async start({ clientId, ...words }: NoticeWords & { readonly clientId?: string | undefined }, by: ContentAuthor): Promise<OutageNotice | Refusal> {
    const { notices, ids, clock } = this.deps;
    const notice: OutageNotice = { ...words, id: clientId ?? ids.next(), startedAt: clock.now(), startedBy: by, end: null, version: 1 };
    if (!(await notices.start(notice, this.#entry('notice.started', by)(notice)))) return this.#again(notice.id, words, by);
    this.#tell(notice);
    return notice;
  }

  /** Whoever got no answer asks once more, perhaps in better words. */
  async #again(id: string, words: NoticeWords, by: ContentAuthor): Promise<OutageNotice | Refusal> {
    const standing = await this.deps.notices.find(id);
    if (standing?.startedBy.staffId !== by.staffId) return refuse('conflict', 'another notice has this id');
    return hasWords(standing, words) ? standing : this.reword(id, { ...words, version: standing.version }, by);
  }

  async reword(id: string, words: NoticeWords & { readonly version: number }, by: ContentAuthor): Promise<OutageNotice | Refusal> {
    const { version, ...rest } = words;
    const changed = await this.deps.notices.change(id, (one) => reworded(one, rest, version), this.#entry('notice.changed', by));
    if (!isRefusal(changed)) this.#tell(changed);
    return changed;
  }

  async end(id: string, tells: boolean, by: ContentAuthor): Promise<OutageNotice | Refusal> {
    const at = this.deps.clock.now();
    const changed = await this.deps.notices.change(id, (one) => ended(one, { at, by, tells }), this.#entry('notice.ended', by));
    if (!isRefusal(changed)) this.#tell(changed);
    return changed;
  }

  #entry(act: string, by: ContentAuthor): (notice: OutageNotice) => AuditEntry {
    const { ids, clock } = this.deps;
    const entry = { id: ids.next(), at: clock.now(), staff: { id: by.staffId, name: by.name }, act, conversationId: null, reason: '' };
    return ({ id, areas, services }) => ({ ...entry, target: id, detail: `${areas.join(' ')} ${services.join(' ')}`.trim() });
  }

  #tell({ id }: OutageNotice): void {
    this.deps.bus.publish({ type: 'notice.changed', noticeId: id });
  }
}
