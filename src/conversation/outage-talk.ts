/** Brings outage notices into conversations: who waits in line for one is told, and who was told hears when it is over. */
import type { Conversation } from '../domain/conversation.js';
import { isRefusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import { covers, inSentence } from '../domain/outage-notice.js';
import type { NoticeService, OutageNotice } from '../domain/outage-notice.js';
import { dayOf } from '../domain/calendar.js';
import type { OutageNotices } from '../ports/outage-notices.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

/** Which service a skill is asked about. */
const SERVICE_OF_SKILL: Readonly<Record<string, NoticeService>> = { 'no-signal': 'mobile', 'broadband-fault': 'broadband' };
/** Whoever joins the line while a notice runs is told within so long. */
const EVERY_MS = 3_000;
const AT_ONCE = 100;
const TRIED_LOOKED_AT = 3;

export class OutageTalk {
  #stopListening: (() => void) | null = null;
  #cancel: (() => void) | null = null;
  #isStopped = true;
  readonly #considered = new Map<ConversationId, string>();
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly room: ConversationRoom,
    private readonly notices: OutageNotices,
  ) {}

  start(): void {
    this.#isStopped = false;
    this.#stopListening = this.room.bus.subscribe((fact) => {
      if (fact.type === 'notice.changed') this.#soon(0);
      if (fact.type === 'message.added' && fact.message.from === 'bot' && this.#serviceOf(fact.message.intent)) this.#settle(this.#noteAnswered(fact.message));
    });
    this.#soon(EVERY_MS);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening?.();
    this.#cancel?.();
    await this.#running;
  }

  #soon(delayMs: number): void {
    this.#cancel?.();
    if (this.#isStopped) return;
    this.#cancel = this.room.clock.after(delayMs, () => {
      this.#settle(this.room.turnLock.tryRun('outages', () => this.#sweep()).then(() => this.#soon(EVERY_MS), (error: unknown) => {
        this.#soon(EVERY_MS);
        throw error;
      }));
    });
  }

  #settle(work: Promise<unknown>): void {
    const settled = work.then(() => undefined, (error: unknown) => this.room.logger.error({ error }, 'an outage notice could not be told'));
    this.#running = Promise.all([this.#running, settled]).then(() => undefined);
  }

  async #sweep(): Promise<void> {
    const running = await this.notices.running();
    const queued = running.length === 0 ? [] : await this.room.waitingLine.queued();
    const waiting = new Set(queued.map(({ id }) => id));
    for (const id of this.#considered.keys()) if (!waiting.has(id)) this.#considered.delete(id);
    for (const one of queued) await this.#consider(one, running);
    for (const { notice, conversationId } of await this.notices.untold(AT_ONCE)) await this.#tellOver(notice, conversationId);
  }

  /** Once for each message and each wording of the notices, so that nobody's account is read over and over. */
  async #consider(conversation: Conversation, running: readonly OutageNotice[]): Promise<void> {
    const as = `${conversation.lastSeq} ${running.map(({ id, version }) => `${id}.${version}`).join(' ')}`;
    if (this.#considered.get(conversation.id) === as) return;
    if (await this.#isSettled(conversation, running)) this.#considered.set(conversation.id, as);
  }

  /** False while it cannot be known where they are: a business system in trouble is nothing rare in an outage. */
  async #isSettled(conversation: Conversation, running: readonly OutageNotice[]): Promise<boolean> {
    const services = this.#matters(conversation);
    const about = running.filter((one) => one.services.some((service) => services.has(service)));
    if (about.length === 0) return true;
    const region = await this.#regionOf(conversation);
    const notice = about.find((one) => one.areas.length === 0 || (region && covers(one, region)));
    if (!notice) return region !== undefined;
    if (!(await this.notices.isReached(notice.id, conversation.id))) await this.#tellWaiting(conversation, notice);
    return true;
  }

  /** The place is kept: leaving is one tap, staying is none. */
  async #tellWaiting(conversation: Conversation, notice: OutageNotice): Promise<void> {
    const clientId = `outage:${notice.id}`;
    const changed = await this.room.record.change({
      id: conversation.id,
      clientId,
      step: (current) => {
        if (current.state !== 'queued') return { conversation: current, additions: [], result: null };
        const { outage } = conversationWords(current.locale);
        const text = outage.waiting({ text: inSentence(notice.texts)[current.locale], since: notice.since, expectedEnd: notice.expectedEnd });
        return { conversation: current, additions: [{ from: 'system', kind: 'event', text, clientId, buttons: [{ id: 'line:leave', label: outage.leave }] }], result: null };
      },
    });
    // Who left the line meanwhile was told nothing.
    if (isRefusal(changed) || (!('duplicate' in changed) && changed.messages.length === 0)) return;
    await this.notices.reach(notice.id, conversation.id, 'waiting', this.room.clock.now());
  }

  /** Told first, noted then: a crash between the two tells nobody twice, since the message has a name of its own. */
  async #tellOver(notice: OutageNotice, id: ConversationId): Promise<void> {
    const clientId = `outage-over:${notice.id}`;
    await this.room.record.change({
      id,
      clientId,
      step: (current) => {
        const text = conversationWords(current.locale).outage.over({ text: inSentence(notice.texts)[current.locale], at: notice.end?.at ?? 0 });
        return { conversation: current, additions: [{ from: 'system', kind: 'event', text, clientId }], result: null };
      },
    });
    await this.notices.told(notice.id, id, this.room.clock.now());
  }

  /** An answer that holds the notice's words has reached its conversation. */
  async #noteAnswered({ conversationId, text }: Message): Promise<void> {
    for (const notice of await this.notices.running()) {
      const isTold = Object.values(inSentence(notice.texts)).some((words) => text.includes(words));
      if (isTold) await this.notices.reach(notice.id, conversationId, 'answered', this.room.clock.now());
    }
  }

  /** What it is about, as far as is known: the topic, what was tried of late, and what the place in line is headed with. */
  #matters({ memory, waiting, locale }: Conversation): ReadonlySet<NoticeService> {
    const reading = waiting ? this.room.content.current().read(waiting.headline, { today: dayOf(this.room.clock.now()), locale }) : null;
    const intents = [memory.topic?.intent, ...memory.tried.slice(-TRIED_LOOKED_AT).map(({ intent }) => intent), reading?.isAccepted === true ? reading.ranking[0]?.intent : undefined];
    return new Set(intents.flatMap((intent) => this.#serviceOf(intent) ?? []));
  }

  #serviceOf(intent: string | undefined): NoticeService | undefined {
    const skill = intent === undefined ? undefined : this.room.content.current().intents.get(intent)?.skill;
    return skill === undefined || skill === null ? undefined : SERVICE_OF_SKILL[skill];
  }

  /** The city that was named counts before the account's: one is not always at home. Undefined when the account could not be read. */
  async #regionOf({ identity, memory }: Conversation): Promise<string | null | undefined> {
    const city = memory.topic?.slots['city'];
    if (city !== undefined) return city;
    return identity === null ? null : this.room.business.profile(identity.msisdn).then(({ region }) => region, () => undefined);
  }
}
