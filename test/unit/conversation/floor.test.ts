/** A floor of agents and conversations, driven at random over the real store with the clock in hand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openStore } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import { Reclaim } from '../../../src/conversation/reclaim.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { newConversation } from '../../../src/domain/conversation-steps.js';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';
import type { ConversationId, StaffId } from '../../../src/domain/ids.js';
import { OWNER_GRACE_MS } from '../../../src/domain/staff.js';
import type { Staff } from '../../../src/domain/staff.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { HandClock } from '../../support/hand-clock.js';
import { seededRandom } from '../../support/seeded-random.js';

const GROUPS = ['general', 'billing'];
const immediate = () => new Promise((resolve) => setImmediate(resolve));

async function aFloor(size: { agents: number; conversations: number }, seed: number) {
  const dataDir = await mkdtemp(join(tmpdir(), 'jiebang-floor-'));
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
  return { dataDir, clock, store, room, told, draw, pick, staff, conversations: new Conversations(room), close: async () => { await store.close(); await rm(dataDir, { recursive: true }); } };
}
type Floor = Awaited<ReturnType<typeof aFloor>>;

class Drive {
  readonly #owners = new Map<ConversationId, StaffId>();
  readonly #asked = new Map<ConversationId, number>();
  readonly #gone = new Set<StaffId>();
  readonly #reclaim: Reclaim;
  readonly ids: ConversationId[] = [];
  readonly #overtaken: ConversationId[] = [];
  #seen = 0;

  constructor(private readonly floor: Floor) {
    this.#reclaim = new Reclaim(floor.room, floor.conversations.offers);
  }

  async open(): Promise<void> {
    this.watchMatching();
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
    expect(await conversations.askForPerson(fresh, 'help')).toEqual({ queued: true });
  }

  /** One thing that may happen, and what follows of itself. */
  async step(): Promise<void> {
    const { draw, pick, staff, conversations, room } = this.floor;
    const [queued, live] = await Promise.all([room.waitingLine.queued(), room.waitingLine.live()]);
    const offered = pick(queued.filter(({ offer }) => offer !== null));
    const served = pick(live);
    const owner = staff.find(({ id }) => id === served?.owner?.staffId);
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
    await this.#check();
  }

  /** Everybody is back and does their work: nothing may be left over. */
  async finish(): Promise<void> {
    const { conversations, room, staff } = this.floor;
    for (const { id } of staff) if (this.#gone.delete(id)) await conversations.staffArrived(id);
    for (const { id } of staff) await conversations.setPresence(id, 'online');
    for (let round = 0; round < 4000; round += 1) {
      const [queued, live] = await Promise.all([room.waitingLine.queued(), room.waitingLine.live()]);
      if (queued.length + live.length === 0) return;
      for (const { id, offer } of queued) {
        const one = staff.find((person) => person.id === offer?.staffId);
        if (one) await conversations.accept(one, id);
      }
      for (const { id, owner } of live) {
        const one = staff.find((person) => person.id === owner?.staffId);
        if (one) await conversations.close(one, { id, disposition: 'solved', tags: [], summary: '' });
      }
      if (queued.every(({ offer }) => offer === null)) await this.#pass(31_000);
      await this.settle();
    }
    throw new Error('some are left over');
  }

  async #any(): Promise<Conversation> {
    const found = await this.floor.conversations.find(this.floor.pick(this.ids) ?? conversationId(''));
    if (!found) throw new Error('a conversation is lost');
    return found;
  }

  async #answer({ id }: Conversation, offeredTo: StaffId): Promise<void> {
    const { draw, pick, staff, conversations } = this.floor;
    const rightful = staff.find((one) => one.id === offeredTo);
    const other = pick(staff);
    if (!rightful || !other) return;
    const [, stolen] = await Promise.all([draw() < 0.85 ? conversations.accept(rightful, id) : conversations.decline(rightful, id), conversations.accept(other, id)]);
    if (other.id !== offeredTo) expect(stolen).toHaveProperty('refused');
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
    await conversations.setPresence(one.id, draw() < 0.75 ? 'online' : pick(['away', 'busy', 'offline'] as const) ?? 'away');
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

  async #check(): Promise<void> {
    const { told, room } = this.floor;
    for (const fact of told.slice(this.#seen)) {
      if (fact.type === 'agent.released') {
        expect(this.#owners.get(fact.conversationId)).toBe(fact.staffId);
        this.#owners.delete(fact.conversationId);
      } else if (fact.type === 'agent.assigned') {
        expect(this.#owners.has(fact.conversationId)).toBe(false);
        this.#owners.set(fact.conversationId, fact.staffId);
      } else if (fact.type === 'message.added' && fact.message.from === 'bot') {
        expect(fact.ownerId).toBeNull();
      } else if (fact.type === 'conversation.changed') {
        this.#keepsPlace(fact.conversation);
      }
    }
    this.#seen = told.length;
    const [places, queued, live] = await Promise.all([room.line.places(), room.waitingLine.queued(), room.waitingLine.live()]);
    expect(new Set(places.keys())).toEqual(new Set(queued.map(({ id }) => id)));
    expect([...places.values()].map(({ position }) => position)).toEqual(queued.map((_, index) => index + 1));
    expect(new Map(live.map(({ id, owner }) => [id, owner?.staffId]))).toEqual(this.#owners);
    expect(this.#overtaken).toEqual([]);
  }

  #keepsPlace({ id, state, waiting }: Conversation): void {
    if ((state === 'queued' || state === 'live') && waiting) {
      expect(this.#asked.get(id) ?? waiting.since).toBe(waiting.since);
      this.#asked.set(id, waiting.since);
    } else {
      this.#asked.delete(id);
    }
  }

  /** In every round of matching: whoever asked for the same earlier, and was passed by nobody, is not left out for a later one. */
  watchMatching(): void {
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

async function drive(size: { agents: number; conversations: number }, seed: number): Promise<void> {
  const floor = await aFloor(size, seed);
  try {
    const day = new Drive(floor);
    await day.open();
    while (day.ids.length < size.conversations) {
      for (let count = 0; count < Math.ceil(size.agents / 10) && day.ids.length < size.conversations; count += 1) await day.ask();
      for (let steps = 0; steps < Math.ceil(size.agents / 10) * 2; steps += 1) await day.step();
    }
    await day.finish();
    for (const id of day.ids) expect(['bot', 'closed']).toContain((await floor.conversations.find(id))?.state);
    expect(await floor.store.handoffs.open(10)).toEqual([]);
  } finally {
    await floor.close();
  }
}

describe('a floor at work', () => {
  it('never has two owners, loses nobody, lets nobody overtake, and comes to an end', async () => {
    await fc.assert(fc.asyncProperty(fc.integer(), (seed) => drive({ agents: 4, conversations: 30 }, seed)), { numRuns: 5 });
  }, 60_000);
});
