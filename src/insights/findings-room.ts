/** What we could not answer and what is behind complaints and faults: gathered as conversations are read, kept until decided. */
import type { Case } from '../domain/case.js';
import type { ContentAuthor } from '../domain/content.js';
import type { Conversation } from '../domain/conversation.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { decided, withFix, withItem } from '../domain/finding.js';
import type { Finding, FindingItem, FindingKind, FindingState, Fix, Why } from '../domain/finding.js';
import type { Locale } from '../domain/locale.js';
import type { Message } from '../domain/message.js';
import { zonedDay } from '../domain/zoned-day.js';
import type { BusinessSystem } from '../ports/business-system.js';
import type { CaseBook } from '../ports/case-book.js';
import type { Clock } from '../ports/clock.js';
import type { Findings } from '../ports/findings.js';
import type { Ids } from '../ports/ids.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import { Meanings, nearest } from './meaning.js';
import { missesIn } from './misses.js';
import { EFFECT_DAYS, trendOf } from './trend.js';
import type { Trend } from './trend.js';

export interface FindingsDeps {
  readonly findings: Findings;
  readonly cases: CaseBook;
  readonly business: BusinessSystem;
  readonly content: PublishedContent;
  readonly settings: SettingsInForce;
  readonly clock: Clock;
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

export type FindingWithTrend = Finding & Trend;

/** Groups that a new question is held against: those asked of late. */
const CANDIDATES = 400;
const LISTED = 200;
const MOST_ITEMS = 100;
const CASES_OF_ONE = 20;
const DAY_MS = 86_400_000;

export class FindingsRoom {
  #meanings: { readonly revision: Revision; readonly made: Promise<Meanings> } | null = null;

  constructor(private readonly deps: FindingsDeps) {}

  /** Finds what a conversation adds; what is known already stays where it is. */
  async read(conversation: Conversation, messages: readonly Message[]): Promise<void> {
    const { content, cases } = this.deps;
    for (const miss of missesIn(conversation, messages, content.current().intents)) await this.#keep('question', conversation, miss);
    const opened = await cases.list({ conversationId: conversation.id }, CASES_OF_ONE);
    for (const one of opened) {
      const { kind } = one;
      if (kind === 'complaint' || kind === 'fault') await this.#keep('case', conversation, { source: `case:${one.id}`, at: one.createdAt, why: kind, text: wordsOf(one, messages) });
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
  decide(id: string, { seenAt, ...decision }: Decision): Promise<Finding | Refusal> {
    const at = this.deps.clock.now();
    return this.deps.findings.change(id, (one) => ((one.decided?.at ?? null) === seenAt ? decided(one, { ...decision, at }) : refuse('conflict', 'somebody decided it meanwhile')));
  }

  fix(id: string, fix: Omit<Fix, 'at'>): Promise<Finding | Refusal> {
    const at = this.deps.clock.now();
    return this.deps.findings.change(id, (one) => withFix(one, { ...fix, at }));
  }

  async #keep(kind: FindingKind, conversation: Conversation, found: { readonly source: string; readonly at: number; readonly why: Why; readonly text: string }): Promise<void> {
    const { findings, mask, ids } = this.deps;
    if (await findings.isKnown(found.source)) return;
    const { id, locale } = conversation;
    const item: FindingItem = { ...found, text: mask(found.text), conversationId: id, area: kind === 'case' ? await this.#areaOf(conversation) : null };
    const meanings = await this.#current();
    const groups = await findings.list({ kind, locale }, CANDIDATES);
    const group = nearest(meanings.read(item.text, locale), groups, (text) => meanings.read(text, locale));
    if (group) await findings.join(group.id, item, (one) => withItem(one, item));
    else await findings.add({ id: ids.next(), ...emptyGroup(kind, locale), examples: [item.text], firstAt: item.at, lastAt: item.at, count: 1 }, item);
  }

  async #areaOf({ identity }: Conversation): Promise<string | null> {
    if (identity === null) return null;
    const profile = await this.deps.business.profile(identity.msisdn).catch(() => null);
    return profile?.region ?? null;
  }

  #current(): Promise<Meanings> {
    const revision = this.deps.content.current();
    if (this.#meanings?.revision !== revision) {
      const today = zonedDay(this.deps.settings.current('hours').timezone, this.deps.clock.now());
      this.#meanings = { revision, made: Meanings.of(revision, today) };
    }
    return this.#meanings.made;
  }
}

function emptyGroup(kind: FindingKind, locale: Locale) {
  return { kind, locale, state: 'open', decided: null, fixes: [], version: 1 } as const;
}

/** What the subscriber wrote last before it was opened says more than a title made of the kind and a time. */
function wordsOf(one: Case, messages: readonly Message[]): string {
  const typed = messages.filter(({ from, kind, action, at, text }) => from === 'subscriber' && kind === 'text' && action === undefined && at <= one.createdAt && text.trim().length >= 4 && !/^[\d\s•]+$/.test(text));
  return (typed.at(-1)?.text ?? one.title).trim().slice(0, 200);
}

