/** Summaries of conversations by a language model: of a long one as it grows, of any for whoever takes it over. Made beside everything else: nobody waits. */
import { isErased } from '../domain/erasing.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Message } from '../domain/message.js';
import { RecentlyUsed } from '../domain/recently-used.js';
import { isDue } from '../domain/summary.js';
import type { Summary } from '../domain/summary.js';
import { startOf } from '../domain/text-ends.js';
import { isRecalled } from '../domain/working-together.js';
import type { Recorded } from '../knowledge/guard/grounds.js';
import type { SaidLine, SummaryWriter } from '../knowledge/summary-writer.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Changed, ConversationLog } from '../ports/conversation-log.js';
import type { Logger } from '../telemetry/logger.js';
import type { Record } from './record.js';

export interface SummariesDeps {
  readonly log: ConversationLog;
  readonly record: Record;
  readonly writer: SummaryWriter;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** As much as is read at once; a conversation is summed up long before it has more. */
const MESSAGES = 60;
const CHARS = 6000;
/** Less than this, in signs of Chinese or half as many words, needs no summing up. */
const WORTH = 12;
const TRIED_KEPT = 2000;

export class Summaries {
  readonly #underWay = new Map<string, Promise<Summary | null>>();
  /** Where the last attempt that failed stood: not tried again before more is said. */
  readonly #failed = new RecentlyUsed<string, number>(TRIED_KEPT);
  readonly #stopping = new AbortController();
  readonly #unfollow: () => void;

  constructor(private readonly deps: SummariesDeps) {
    this.#unfollow = deps.record.follow((changed) => this.#heed(changed));
  }

  /** No new ones; those under way are given up and leave nothing behind. */
  async stop(): Promise<void> {
    this.#unfollow();
    this.#stopping.abort();
    await Promise.allSettled(this.#underWay.values());
  }

  /** Somebody looks at what the agent is told: what is missing is made, and told when it is there. */
  wanted({ id, state }: Conversation, locale: Locale): void {
    if (state === 'queued' || state === 'live') void this.#make(id, locale, { isAgain: false });
  }

  /** Up to the last word, made now if need be; what there was when the model fails, null when there is none. */
  async upToNow({ id, summaries }: Conversation, locale: Locale): Promise<Summary | null> {
    return (await this.#make(id, locale, { isAgain: true })) ?? summaries?.[locale] ?? null;
  }

  /** After every turn, and every word of an agent. */
  #heed({ conversation, messages }: Changed<unknown>): void {
    const { id, state, handledSeq, subscriberSeq, locale, summaries } = conversation;
    if (state === 'closed' || messages.every(({ from }) => from === 'system')) return;
    if (state !== 'live' && handledSeq < subscriberSeq) return;
    const known = summaries?.[locale] ?? null;
    // Far from long: not worth looking.
    if (conversation.lastSeq - (known?.throughSeq ?? 0) < 3 && !isDue(known, said(messages))) return;
    void this.#make(id, locale, { isAgain: false, isDue: (beyond) => isDue(known, beyond) });
  }

  #make(id: ConversationId, locale: Locale, how: How): Promise<Summary | null> {
    const key = `${locale}:${id}`;
    const underWay = this.#underWay.get(key);
    if (underWay) return underWay;
    const made = this.#made(id, locale, how).catch((error: unknown) => {
      if (!this.#stopping.signal.aborted) this.deps.logger.info({ error: error instanceof Error ? error.message : '', conversationId: id }, 'no summary was written');
      return null;
    });
    this.#underWay.set(key, made);
    void made.finally(() => this.#underWay.delete(key));
    return made;
  }

  /** Null when there is nothing worth it; what there is when nothing was said since. */
  async #made(id: ConversationId, locale: Locale, { isAgain, isDue: isWanted }: How): Promise<Summary | null> {
    const { log, writer, clock, bus } = this.deps;
    const conversation = this.#stopping.signal.aborted ? null : await log.find(id);
    if (!conversation) return null;
    const known = conversation.summaries?.[locale] ?? null;
    const beyond = spokenIn(conversation, await log.messages(id, { limit: MESSAGES }), Math.max(known?.throughSeq ?? 0, conversation.erased?.throughSeq ?? 0));
    const throughSeq = beyond.at(-1)?.seq;
    if (throughSeq === undefined) return known;
    if (isWanted && !isWanted(said(beyond))) return known;
    if (known === null && !isWorthIt(beyond)) return null;
    const key = `${locale}:${id}`;
    if (!isAgain && this.#failed.get(key) === throughSeq) return known;
    this.#failed.put(key, throughSeq);
    const wish = { conversationId: id, locale, before: known?.text ?? null, lines: linesOf(beyond), recorded: recordedIn(conversation), signal: this.#stopping.signal };
    const written: Summary = { text: await writer.write(wish), throughSeq, at: clock.now() };
    if (!(await this.#keep(conversation, locale, written))) return null;
    bus.publish({ type: 'summary.written', conversationId: id, locale });
    return written;
  }

  /** Only a longer one takes its place, and none of words that were erased or taken back meanwhile. */
  async #keep({ id, recalled }: Conversation, locale: Locale, written: Summary): Promise<boolean> {
    const changed = await this.deps.record.change({
      id,
      step: (current) => {
        const isOld = (current.summaries?.[locale]?.throughSeq ?? 0) >= written.throughSeq;
        if (isOld || isErased(current, written.throughSeq) || current.recalled?.length !== recalled?.length) return refuse('gone');
        return { conversation: { ...current, summaries: { ...current.summaries, [locale]: written } }, additions: [], result: null };
      },
    });
    return !isRefusal(changed);
  }
}

interface How {
  /** Tried even where the last attempt failed on the same words. */
  readonly isAgain: boolean;
  /** Whether what was said beyond the summary is enough; absent when somebody waits for it. */
  readonly isDue?: (beyond: { messages: number; characters: number }) => boolean;
}

function spokenIn(conversation: Conversation, messages: readonly Message[], afterSeq: number): readonly Message[] {
  return messages.filter((message) => message.seq > afterSeq && message.from !== 'system' && message.kind !== 'attachment' && !isRecalled(conversation, message.seq));
}

function said(messages: readonly Message[]): { messages: number; characters: number } {
  return { messages: messages.length, characters: messages.reduce((sum, { text }) => sum + text.length, 0) };
}

/** "I want a person" is told by the facts as well. */
function isWorthIt(messages: readonly Message[]): boolean {
  const own = messages.filter(({ from, action }) => from === 'subscriber' && !action).map(({ text }) => text);
  const weight = own.join(' ').replace(/[a-z0-9']+/giu, '××').replace(/[^\p{Script=Han}×]/gu, '').length;
  return weight >= WORTH;
}

/** The last of it, where it is very much. */
function linesOf(messages: readonly Message[]): readonly SaidLine[] {
  const lines: SaidLine[] = [];
  let left = CHARS;
  for (const { from, text } of [...messages].reverse()) {
    if (left <= 0) break;
    lines.unshift({ by: from === 'subscriber' ? 'subscriber' : 'house', text: startOf(text, left) });
    left -= text.length;
  }
  return lines;
}

function recordedIn({ waiting, owner, identity }: Conversation): ReadonlySet<Recorded> {
  const handoff = waiting !== null || owner !== null ? (['handoff'] as const) : [];
  return new Set<Recorded>([...handoff, ...(identity === null ? [] : (['signed-in'] as const))]);
}
