/** A floor of agents and conversations over the real store, driven at random with the clock in hand, and watched at every step. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io';
import { openStore } from '../../src/adapters/store/store.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { Conversations } from '../../src/conversation/conversations.js';
import { Reclaim } from '../../src/conversation/reclaim.js';
import type { Conversation } from '../../src/domain/conversation.js';
import { newConversation } from '../../src/domain/conversation-steps.js';
import type { Fact } from '../../src/domain/facts.js';
import { conversationId, staffId, visitorId } from '../../src/domain/ids.js';
import type { ConversationId, StaffId } from '../../src/domain/ids.js';
import { OWNER_GRACE_MS } from '../../src/domain/staff.js';
import type { Staff } from '../../src/domain/staff.js';
import { ChatSession } from '../../src/gateway/chat/chat-session.js';
import { PlaceTeller } from '../../src/gateway/chat/place-teller.js';
import { createLogger } from '../../src/telemetry/logger.js';
import { replyOf, roomOver } from './conversation-room.js';
import { HandClock } from './hand-clock.js';
import { seededRandom } from './seeded-random.js';

export interface FloorSize {
  readonly agents: number;
  readonly conversations: number;
}

const GROUPS = ['general', 'billing'];
/** Nothing here survives the run: a folder in memory spares the disk. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
const immediate = () => new Promise((resolve) => setImmediate(resolve));

function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

async function aFloor(size: FloorSize, seed: number) {
  const dataDir = await mkdtemp(join(FOLDER, 'jiebang-floor-'));
  const clock = new HandClock();
  const store = await openStore({ databaseUrl: null, dataDir, clock, ids: new SystemIds(clock) });
  const { room, told } = roomOver({ store, clock, respond: (turn) => Promise.resolve(replyOf(`heard ${turn.message.text}`)) });
  const random = seededRandom(seed);
  const draw = () => random.below(2 ** 30) / 2 ** 30;
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[Math.floor(draw() * items.length)];
  const staff = Array.from({ length: size.agents }, (_, index): Staff => ({
    ...{ id: staffId(`agent-${index}`), email: `a${index}@x`, name: `A${index}`, role: 'agent', isActive: true },
    ...{ skillGroups: index % 3 === 0 ? GROUPS : ['general'], languages: ['zh-CN'] },
  }));
  for (const one of staff) await store.staff.save(one, null);
  const close = async () => {
    await store.close();
    await rm(dataDir, { recursive: true });
  };
  return { clock, store, room, told, draw, pick, staff, conversations: new Conversations(room), close };
}
type Floor = Awaited<ReturnType<typeof aFloor>>;

/** One page for each conversation, told as the door tells it. */
class Pages {
  readonly #sessions = new Map<ConversationId, Set<ChatSession>>();
  readonly #shown = new Map<ConversationId, { position: number }>();
  readonly #teller: PlaceTeller;

  constructor(floor: Floor) {
    this.#teller = new PlaceTeller({ conversations: floor.conversations, clock: floor.clock, logger: createLogger('silent') }, this.#sessions);
  }

  open(conversation: Conversation): void {
    const { id } = conversation;
    const socket = { emit: (event: string, payload: { position: number }) => event === 'queue' && this.#shown.set(id, payload) } as unknown as Socket;
    this.#sessions.set(id, new Set([new ChatSession(socket, conversation, 'token', 0)]));
  }

  hear(fact: Fact): void {
    if (fact.type === 'line.changed') this.#teller.moved();
    if (fact.type !== 'conversation.changed') return;
    for (const session of this.#sessions.get(fact.conversationId) ?? []) session.tellConversation(fact.conversation);
  }

  placeOf(id: ConversationId): number | undefined {
    return this.#shown.get(id)?.position;
  }
}

class Drive {
  readonly #owners = new Map<ConversationId, StaffId>();
  readonly #asked = new Map<ConversationId, number>();
  readonly #gone = new Set<StaffId>();
  readonly #reclaim: Reclaim;
  readonly #pages: Pages;
  readonly #overtaken: ConversationId[] = [];
  readonly ids: ConversationId[] = [];
  #seen = 0;

  constructor(private readonly floor: Floor) {
    this.#reclaim = new Reclaim(floor.room, floor.conversations.offers);
    this.#pages = new Pages(floor);
    floor.room.bus.subscribe((fact) => this.#pages.hear(fact));
    this.#watchMatching();
  }

  async open(): Promise<void> {
    for (const { id } of this.floor.staff) {
      await this.floor.conversations.staffArrived(id);
      await this.floor.conversations.setPresence(id, 'online');
    }
  }

  async ask(): Promise<void> {
    const { clock, conversations } = this.floor;
    const id = conversationId(`c-${String(this.ids.length).padStart(5, '0')}`);
    this.ids.push(id);
    const fresh = newConversation({ id, visitorId: visitorId(id), channel: 'web', locale: 'zh-CN', identity: null, now: clock.now() });
    this.#pages.open(fresh);
    const answer = await conversations.askForPerson(fresh, 'help');
    must('queued' in answer && answer.queued, `${id} was not queued: ${JSON.stringify(answer)}`);
  }

  /** One thing that may happen, and what follows of itself. */
  async step(): Promise<void> {
    const { draw, pick, conversations, room } = this.floor;
    const [queued, live] = await Promise.all([room.waitingLine.queued(), room.waitingLine.live()]);
    const offered = pick(queued.filter(({ offer }) => offer !== null));
    const served = pick(live);
    const owner = this.#staffOf(served?.owner?.staffId);
    const chance = draw();
    if (offered?.offer && chance < 0.45) await this.#answer(offered, offered.offer.staffId);
    else if (served && owner && chance < 0.85) await this.#serve(served, owner);
    else if (chance < 0.9) await this.#comeAndGo();
    else if (chance < 0.93) await conversations.receive(pick(queued) ?? served ?? (await this.#any()), { clientId: `m${draw()}`, text: 'hello' });
    else if (chance < 0.95 && queued.length > 0) await conversations.end(pick(queued)?.id ?? conversationId(''));
    else await this.#pass(draw() < 0.1 ? 70_000 * draw() : 4000 * draw());
    await this.settle();
  }

  async settle(): Promise<void> {
    const { conversations, room } = this.floor;
    conversations.offers.ask();
    await immediate();
    await room.turnLock.run('line:match', () => Promise.resolve());
    this.#checkFacts();
    await this.#pagesAreTold();
    await this.#checkLine();
  }

  /** Everybody is back and does their work: nothing may be left over. */
  async finish(): Promise<void> {
    const { conversations, room, staff } = this.floor;
    for (const { id } of staff) if (this.#gone.delete(id)) await conversations.staffArrived(id);
    for (const { id } of staff) await conversations.setPresence(id, 'online');
    for (let round = 0; round < 4000; round += 1) {
      const [queued, live] = await Promise.all([room.waitingLine.queued(), room.waitingLine.live()]);
      if (queued.length + live.length === 0) return;
      await Promise.all(queued.map(({ id, offer }) => this.#with(offer?.staffId, (one) => conversations.accept(one, id))));
      await Promise.all(live.map(({ id, owner }) => this.#with(owner?.staffId, (one) => conversations.close(one, { id, disposition: 'solved', tags: [], summary: '' }))));
      if (queued.every(({ offer }) => offer === null)) await this.#pass(31_000);
      await this.settle();
    }
    throw new Error('some are left over');
  }

  #staffOf(id: StaffId | undefined): Staff | undefined {
    return this.floor.staff.find((one) => one.id === id);
  }

  async #with(id: StaffId | undefined, act: (one: Staff) => Promise<unknown>): Promise<void> {
    const one = this.#staffOf(id);
    if (one) await act(one);
  }

  async #any(): Promise<Conversation> {
    const found = await this.floor.conversations.find(this.floor.pick(this.ids) ?? conversationId(''));
    if (!found) throw new Error('a conversation is lost');
    return found;
  }

  async #answer({ id }: Conversation, offeredTo: StaffId): Promise<void> {
    const { draw, pick, staff, conversations } = this.floor;
    const rightful = this.#staffOf(offeredTo);
    const other = pick(staff);
    if (!rightful || !other) return;
    const [, stolen] = await Promise.all([draw() < 0.85 ? conversations.accept(rightful, id) : conversations.decline(rightful, id), conversations.accept(other, id)]);
    must(other.id === offeredTo || 'refused' in stolen, `${other.id} took ${id}, which was offered to ${offeredTo}`);
  }

  async #serve({ id }: Conversation, owner: Staff): Promise<void> {
    const { draw, pick, staff, conversations } = this.floor;
    const chance = draw();
    const colleague = pick(staff.filter((one) => one.id !== owner.id));
    if (chance < 0.35) await conversations.speak(owner, { id, clientId: `s${draw()}`, text: 'yes' });
    else if (chance < 0.45 && colleague) await conversations.transfer(owner, { id, to: draw() < 0.5 ? { staffId: colleague.id } : { skillGroup: 'billing' }, note: '' });
    else if (chance < 0.5) await conversations.giveBack(owner, id);
    else if (chance < 0.53 && colleague) await conversations.takeOver(colleague, id);
    else if (chance < 0.6) await conversations.end(id);
    else if (chance < 0.97) await conversations.close(owner, { id, disposition: 'solved', tags: [], summary: '' });
    else await this.#crash(owner.id);
  }

  async #crash(id: StaffId): Promise<void> {
    if (this.#gone.has(id)) return;
    this.#gone.add(id);
    await this.floor.conversations.staffLeft(id);
  }

  async #comeAndGo(): Promise<void> {
    const { draw, pick, staff, conversations } = this.floor;
    const one = pick(staff);
    if (!one) return;
    if (this.#gone.delete(one.id)) await conversations.staffArrived(one.id);
    await conversations.setPresence(one.id, draw() < 0.75 ? 'online' : (pick(['away', 'busy', 'offline'] as const) ?? 'away'));
  }

  /** Time passes, now and then a little backwards; the nodes renew the leases of those who are there. */
  async #pass(ms: number): Promise<void> {
    const { clock, room, staff, draw } = this.floor;
    if (draw() < 0.05) clock.set(clock.now() - 2000);
    clock.advance(ms);
    const here = staff.filter(({ id }) => !this.#gone.has(id)).map(({ id }) => id);
    await room.board.renew(here, clock.now() + OWNER_GRACE_MS, true);
    await this.#reclaim.sweep();
  }

  #checkFacts(): void {
    const { told } = this.floor;
    for (const fact of told.splice(0)) {
      this.#seen += 1;
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

/** A day of the floor; rejects with what went wrong at the first step that breaks a promise. */
export async function driveFloor(size: FloorSize, seed: number): Promise<void> {
  const floor = await aFloor(size, seed);
  try {
    const day = new Drive(floor);
    await day.open();
    const atOnce = Math.ceil(size.agents / 10);
    while (day.ids.length < size.conversations) {
      for (let count = 0; count < atOnce && day.ids.length < size.conversations; count += 1) await day.ask();
      for (let steps = 0; steps < atOnce * 2; steps += 1) await day.step();
    }
    await day.finish();
    for (const id of day.ids) {
      const state = (await floor.conversations.find(id))?.state;
      must(state === 'bot' || state === 'closed', `${id} is left ${state}`);
    }
    must((await floor.store.handoffs.open(1)).length === 0, 'a handoff never ended');
  } finally {
    await floor.close();
  }
}
