/** Watches a floor: what was told, what the pages show, who has whom, and that nobody is overtaken; throws at the first promise that is broken. */
import type { Conversation } from '../../src/domain/conversation.js';
import type { ConversationId, StaffId } from '../../src/domain/ids.js';
import { GROUPS, immediate, must, Pages } from './floor-made.js';
import type { Floor } from './floor-made.js';

export class FloorWatch {
  readonly #owners = new Map<ConversationId, StaffId>();
  readonly #asked = new Map<ConversationId, number>();
  readonly #overtaken: ConversationId[] = [];
  readonly #pages: Pages;

  constructor(private readonly floor: Floor) {
    this.#pages = new Pages(floor);
    floor.room.bus.subscribe((fact) => this.#pages.hear(fact));
    this.#watchMatching();
  }

  /** Somebody new has the chat before them. */
  opened(conversation: Conversation): void {
    this.#pages.open(conversation);
  }

  /** After a step: everything that was promised holds. */
  async look(): Promise<void> {
    this.#checkFacts();
    await this.#pagesAreTold();
    await this.#checkLine();
  }

  #checkFacts(): void {
    const { told } = this.floor;
    for (const fact of told.splice(0)) {
      if (fact.type === 'agent.released') {
        must(this.#owners.get(fact.conversationId) === fact.staffId, `${fact.staffId} was released of ${fact.conversationId}, which she did not have`);
        this.#owners.delete(fact.conversationId);
      } else if (fact.type === 'agent.assigned') {
        must(!this.#owners.has(fact.conversationId), `${fact.conversationId} has two owners`);
        this.#owners.set(fact.conversationId, fact.staffId);
      } else if (fact.type === 'message.added' && fact.message.from === 'bot') {
        must(fact.ownerId === null, `the assistant spoke in ${fact.conversationId} while ${fact.ownerId} had it`);
      } else if (fact.type === 'conversation.changed') {
        this.#keepsPlace(fact.conversation);
      }
    }
  }

  /** What a page shows is what the store has, as soon as the door has had time to say it. */
  async #pagesAreTold(): Promise<void> {
    const { clock, room } = this.floor;
    let wrong: string | null = null;
    for (let rounds = 0; rounds < 20; rounds += 1) {
      const until = performance.now() + 250;
      do {
        await immediate();
        wrong = this.#wrongPage(await room.line.floor(), await room.waitingLine.queued());
        if (wrong === null) return;
        if (rounds === 0) break;
      } while (performance.now() < until);
      clock.advance(150 + (await room.waitingLine.queued()).length);
    }
    throw new Error(String(wrong));
  }

  /** Everybody in the store's line is in the order of the floor, and her page says so. */
  #wrongPage({ line }: Awaited<ReturnType<Floor['room']['line']['floor']>>, queued: readonly Conversation[]): string | null {
    if (line.length !== queued.length) return 'who waits is not who has a place';
    for (const [index, { id }] of line.entries()) {
      if (this.#pages.placeOf(id) !== index + 1) return `the page of ${id} shows ${this.#pages.placeOf(id)}, the store has ${index + 1}`;
    }
    return null;
  }

  async #checkLine(): Promise<void> {
    const { room } = this.floor;
    this.#checkFacts();
    const live = await room.waitingLine.live();
    must(live.length === this.#owners.size, 'who is live is not who was assigned');
    for (const { id, owner } of live) must(this.#owners.get(id) === owner?.staffId, `${id} has another owner than was told`);
    must(this.#overtaken.length === 0, `overtaken for ${this.#overtaken.join()}`);
  }

  #keepsPlace({ id, state, waiting }: Conversation): void {
    if ((state === 'queued' || state === 'live') && waiting) {
      must((this.#asked.get(id) ?? waiting.since) === waiting.since, `${id} lost its place`);
      this.#asked.set(id, waiting.since);
    } else {
      this.#asked.delete(id);
    }
  }

  /** In every round of matching: whoever asked for the same earlier, and was passed by nobody, is not left out for a later one. */
  #watchMatching(): void {
    const { line } = this.floor.room;
    const next = line.nextOffers.bind(line);
    line.nextOffers = async () => {
      const { line: waiting } = await line.floor();
      const matches = await next();
      const matched = new Set(matches.map((one) => one.conversationId));
      for (const group of GROUPS) {
        const alike = waiting.filter(({ waiting: place, offer }) => offer === null && place?.skillGroup === group && place.passedBy.length === 0 && !place.preferredStaffId && !place.previousStaffId);
        const leftOut = alike.findIndex(({ id }) => !matched.has(id));
        if (leftOut >= 0) this.#overtaken.push(...alike.slice(leftOut).filter(({ id }) => matched.has(id)).map(({ id }) => id));
      }
      return matches;
    };
  }
}
