/** A day of a floor at random: accepts, declines, crashes, transfers, returns and clock jumps, watched at every step. */
import { Reclaim } from '../../src/conversation/reclaim.js';
import type { Conversation } from '../../src/domain/conversation.js';
import { newConversation } from '../../src/domain/conversation-steps.js';
import { conversationId, visitorId } from '../../src/domain/ids.js';
import type { ConversationId, StaffId } from '../../src/domain/ids.js';
import { OWNER_GRACE_MS } from '../../src/domain/staff.js';
import type { Staff } from '../../src/domain/staff.js';
import { aFloor, immediate, must } from './floor-made.js';
import type { Floor, FloorSize } from './floor-made.js';
import { FloorWatch } from './floor-watch.js';

class Drive {
  readonly #gone = new Set<StaffId>();
  readonly #reclaim: Reclaim;
  readonly #watch: FloorWatch;
  readonly ids: ConversationId[] = [];

  constructor(private readonly floor: Floor) {
    this.#reclaim = new Reclaim(floor.room, floor.conversations.offers);
    this.#watch = new FloorWatch(floor);
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
    this.#watch.opened(fresh);
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
    await this.#watch.look();
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
