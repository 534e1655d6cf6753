/** A floor of agents and conversations over the real store, with the clock in hand, and the pages of those who wait as the door tells them. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Socket } from 'socket.io';
import { openStore } from '../../src/adapters/store/store.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { Conversations } from '../../src/conversation/conversations.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { Fact } from '../../src/domain/facts.js';
import { staffId } from '../../src/domain/ids.js';
import type { ConversationId } from '../../src/domain/ids.js';
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

export const GROUPS = ['general', 'billing'];
/** Nothing here survives the run: a folder in memory spares the disk. */
const FOLDER = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
export const immediate = () => new Promise((resolve) => setImmediate(resolve));

export function must(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

export async function aFloor(size: FloorSize, seed: number) {
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
export type Floor = Awaited<ReturnType<typeof aFloor>>;

/** One page for each conversation, told as the door tells it. */
export class Pages {
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
