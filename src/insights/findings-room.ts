/** What we could not answer and what is behind complaints, faults and claims for money back: gathered as conversations are read, kept until decided. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from '../domain/audit.js';
import type { ContentAuthor } from '../domain/content.js';
import type { Conversation } from '../domain/conversation.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { decided, FINDING_KINDS, withFix, withItem } from '../domain/finding.js';
import type { Finding, FindingItem, FindingKind, FindingState, Fix, Why } from '../domain/finding.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import type { Message } from '../domain/message.js';
import type { AuditLog } from '../ports/audit-log.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { CaseBook } from '../ports/case-book.js';
import type { Findings } from '../ports/findings.js';
import type { Ids } from '../ports/ids.js';
import { causeIn } from './causes.js';
import { Grouping } from './grouping.js';
import type { GroupingDeps } from './grouping.js';
import { missesIn } from './misses.js';
import { EFFECT_DAYS, trendOf } from './trend.js';
import type { Trend } from './trend.js';

export interface FindingsDeps extends GroupingDeps {
  readonly findings: Findings;
  readonly audit: AuditLog;
  readonly cases: CaseBook;
  readonly business: BusinessSystem;
  readonly ids: Ids;
  /** Takes out whatever is personal. */
  readonly mask: (text: string) => string;
}

export interface Decision {
  readonly state: FindingState;
  readonly note: string;
  readonly by: ContentAuthor;
  readonly seenAt: number | null;
}

/** `keys`: of the items, null for all; `into` null for a new group. */
export interface Mending {
  readonly keys: readonly string[] | null;
  readonly into: string | null;
  readonly by: ContentAuthor;
}

/** Names an item without saying whose it is: its source holds the id of the conversation. */
export function keyOf(source: string): string {
  return createHash('sha256').update(source).digest('base64url').slice(0, 16);
}

export type FindingWithTrend = Finding & Trend;

/** Groups that a new question is held against: those asked of late. */
const CANDIDATES = 400;
const LISTED = 200;
const MOST_ITEMS = 100;
/** Looked through for those that were chosen on the page. */
const MOST_MOVED = 2_000;
const CASES_OF_ONE = 20;
const DAY_MS = 86_400_000;

export class FindingsRoom {
  readonly #grouping: Grouping;

  constructor(private readonly deps: FindingsDeps) {
    this.#grouping = new Grouping(deps);
  }

  /** Finds what a conversation adds; what is known already stays where it is. */
  async read(conversation: Conversation, messages: readonly Message[]): Promise<void> {
    const { content, cases } = this.deps;
    for (const miss of missesIn(conversation, messages, content.current().intents)) await this.#keep('question', conversation, miss);
    const opened = await cases.list({ conversationId: conversation.id }, CASES_OF_ONE);
    for (const one of opened) {
      const { id, kind, createdAt: at } = one;
      if (kind === 'complaint' || kind === 'fault' || kind === 'refund') await this.#keep('case', conversation, { source: `case:${id}`, at, why: kind, text: causeIn(one, messages) });
    }
  }

  /** Asked most of late first. */
  async list(kind: FindingKind, state: FindingState | null, days: number): Promise<readonly FindingWithTrend[]> {
    const { findings, clock } = this.deps;
    const found = await findings.list({ kind, ...(state === null ? {} : { state }) }, LISTED);
    const now = clock.now();
    const oldestFix = Math.min(now, ...found.map(({ fixes, decided: by }) => fixes[0]?.at ?? by?.at ?? now));
    const marks = await findings.marks(found.map(({ id }) => id), Math.min(now - days * DAY_MS, oldestFix - EFFECT_DAYS * DAY_MS));
    const window = { timezone: this.deps.settings.current('hours').timezone, now, days };
    const listed = found.map((one) => ({ ...one, ...trendOf(one, marks.filter(({ findingId }) => findingId === one.id), window) }));
    return listed.sort((one, other) => other.recent - one.recent || other.lastAt - one.lastAt);
  }

  async one(id: string): Promise<{ readonly finding: Finding; readonly items: readonly FindingItem[] } | Refusal> {
    const finding = await this.deps.findings.find(id);
    return finding ? { finding, items: await this.deps.findings.items(id, MOST_ITEMS) } : refuse('not-found');
  }

  /** `seenAt`: when the decision was taken that one had before one's eyes; null for none. Items that came meanwhile change nothing. */
  async decide(id: string, { seenAt, ...decision }: Decision): Promise<Finding | Refusal> {
    const at = this.deps.clock.now();
    return this.deps.findings.change(id, (one) => ((one.decided?.at ?? null) === seenAt ? decided(one, { ...decision, at }) : refuse('conflict', 'somebody decided it meanwhile')), this.#entry('finding.decided', id, { by: decision.by, detail: decision.state, reason: decision.note }));
  }

  async fix(id: string, fix: Omit<Fix, 'at'>): Promise<Finding | Refusal> {
    const at = this.deps.clock.now();
    return this.deps.findings.change(id, (one) => withFix(one, { ...fix, at }), this.#entry('finding.fixed', id, { by: fix.by, detail: `${fix.kind} ${fix.ref}`, reason: fix.text }));
  }

  /** Puts a grouping right by hand: some items, or all without `keys`, into another group of its kind and language, or into a new one. */
  async move(id: string, { keys, into, by }: Mending): Promise<Finding | Refusal> {
    const { findings, ids } = this.deps;
    const from = await findings.find(id);
    const other = into === null ? null : await findings.find(into);
    if (!from || (into !== null && !other)) return refuse('not-found', 'no such group');
    if (other && (other.id === from.id || other.kind !== from.kind || other.locale !== from.locale)) return refuse('bad-request', 'another group of the same kind and language');
    const sources = keys === null ? null : await this.#sourcesOf(id, keys);
    if (isRefusal(sources)) return sources;
    if (into === null && (sources?.length ?? from.count) >= from.count) return refuse('bad-request', 'nothing would stay behind');
    const target = other ?? emptyGroup(ids.next(), from.kind, from.locale);
    return findings.move({ from: id, into: other ? other.id : target, sources }, this.#entry('finding.moved', id, { by, detail: `${sources?.length ?? 'all'} -> ${target.id}` }));
  }

  /** Words were erased: what was computed stays only of those that the groups still hold, and of none while they cannot be asked. */
  async forgetErased(): Promise<void> {
    const { findings } = this.deps;
    const held = await Promise.all(FINDING_KINDS.flatMap((kind) => LOCALES.map((locale) => findings.list({ kind, locale }, CANDIDATES)))).catch(() => []);
    this.#grouping.keepOnly(held.flat().flatMap(({ examples }) => examples));
  }

  told(id: string, { told, by }: { told: number; by: ContentAuthor }): Promise<void> {
    return this.deps.audit.add(this.#entry('finding.told', id, { by, detail: String(told) }));
  }

  /** `conflict` when one of them is not among those that are shown any more. */
  async #sourcesOf(id: string, keys: readonly string[]): Promise<readonly string[] | Refusal> {
    const byKey = new Map((await this.deps.findings.items(id, MOST_MOVED)).map(({ source }) => [keyOf(source), source]));
    const sources = [...new Set(keys)].map((key) => byKey.get(key));
    return sources.includes(undefined) ? refuse('conflict', 'some are elsewhere by now') : sources.filter((source) => source !== undefined);
  }

  async #keep(kind: FindingKind, conversation: Conversation, found: { readonly source: string; readonly at: number; readonly why: Why; readonly text: string }): Promise<void> {
    const { findings, mask, ids } = this.deps;
    if (await findings.isKnown(found.source)) return;
    const { id, locale } = conversation;
    const item: FindingItem = { ...found, text: mask(found.text), conversationId: id, area: kind === 'case' ? await this.#areaOf(conversation) : null };
    // A group may be put into another by hand between being found near and being joined; where it went is found then.
    for (;;) {
      const group = await this.#grouping.nearest(item.text, { kind, locale }, await findings.list({ kind, locale }, CANDIDATES));
      if (!group) return void (await findings.add({ ...emptyGroup(ids.next(), kind, locale), examples: [item.text], firstAt: item.at, lastAt: item.at, count: 1 }, item));
      if (!isRefusal(await findings.join(group.id, item, (one) => withItem(one, item)))) return;
    }
  }

  async #areaOf({ identity }: Conversation): Promise<string | null> {
    if (identity === null) return null;
    const profile = await this.deps.business.profile(identity.msisdn).catch(() => null);
    return profile?.region ?? null;
  }

  #entry(act: string, target: string, { by, detail, reason = '' }: { by: ContentAuthor; detail: string; reason?: string }): AuditEntry {
    const { ids, clock } = this.deps;
    return { id: ids.next(), at: clock.now(), staff: { id: by.staffId, name: by.name }, act, conversationId: null, target, reason, detail };
  }
}

function emptyGroup(id: string, kind: FindingKind, locale: Locale): Finding {
  return { id, kind, locale, state: 'open', examples: [], firstAt: 0, lastAt: 0, count: 0, decided: null, fixes: [], version: 1 };
}
