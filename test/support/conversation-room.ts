/** The room of conversations over a real store, with an assistant that answers as the test says and a bus that is listened to. */
import { createDemoOperator } from '../../src/adapters/operator/demo-operator.js';
import { MemoryBus } from '../../src/adapters/memory/bus.js';
import { MemoryTurnLock } from '../../src/adapters/memory/turn-lock.js';
import type { Store } from '../../src/adapters/store/store.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import { Cases } from '../../src/cases/cases.js';
import { createPersonalData } from '../../src/app/personal-data.js';
import { Record } from '../../src/conversation/record.js';
import type { ConversationRoom } from '../../src/conversation/room.js';
import type { AssistantTurn } from '../../src/dialogue/turn.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import { EMPTY_MEMORY } from '../../src/domain/dialogue-memory.js';
import { DEFAULT_SETTINGS } from '../../src/domain/settings.js';
import type { Fact } from '../../src/domain/facts.js';
import type { Reply } from '../../src/domain/reply.js';
import { Line } from '../../src/handoff/line.js';
import { Presence } from '../../src/handoff/presence.js';
import { ResumeTokens } from '../../src/identity/resume-token.js';
import { Verification } from '../../src/identity/verification.js';
import type { Clock } from '../../src/ports/clock.js';
import type { ConversationLog } from '../../src/ports/conversation-log.js';
import type { SettingsInForce } from '../../src/ports/settings-in-force.js';
import { createLogger } from '../../src/telemetry/logger.js';

export interface TestRoom {
  readonly room: ConversationRoom;
  /** Everything that was told, oldest first. */
  readonly told: Fact[];
}

export interface TestRoomParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly respond: (turn: AssistantTurn) => Promise<Reply>;
  /** Instead of the store's own. */
  readonly log?: ConversationLog;
  /** Instead of the defaults. */
  readonly settings?: SettingsInForce;
}

export function roomOver({ store, clock, respond, log = store.log, settings = { current: (section) => DEFAULT_SETTINGS[section] } }: TestRoomParts): TestRoom {
  const told: Fact[] = [];
  const logger = createLogger('silent');
  const bus = new MemoryBus({ warn: () => undefined, error: (_details: object, words: string) => fail(words) });
  bus.subscribe((fact) => told.push(fact));
  const ids = new SystemIds(clock);
  const operator = createDemoOperator({ clock });
  const codes = { codes: store.codes, texts: operator.textMessages, clock, ids, secret: 'secret' };
  const cases = new Cases({
    ...{ book: store.cases, log, waitingLine: store.line, board: store.presence, staff: store.staff, errands: store.errands, bus, clock, ids, business: operator.businessSystem, orders: operator.orders },
    ...{ rules: () => CASE_RULES, onTrouble: (_error, what) => fail(what) },
  });
  const record = new Record({ log, bus, clock });
  const room: ConversationRoom = {
    personal: createPersonalData({ store: { ...store, log }, record, bus, secret: 'secret', clock, ids }),
    caseDesk: cases,
    ...{ log, bus, audit: store.audit, attachments: store.attachments, writing: null, editing: null, canned: store.canned, generations: null, summaries: null, hub: null, clock, ids, logger, staff: store.staff, board: store.presence, waitingLine: store.line },
    record,
    ...{ handoffs: store.handoffs, followUps: store.followUps, cases: store.cases, alerts: store.alerts, errands: store.errands, settings },
    line: new Line({ waitingLine: store.line, handoffs: store.handoffs, board: store.presence, staff: store.staff, settings, clock }),
    presence: new Presence({ board: store.presence, bus, clock }),
    turnLock: new MemoryTurnLock(),
    assistant: { respond },
    content: { current: () => fail('nobody reads here') },
    ...{ business: operator.businessSystem, catalogue: operator.catalogue, network: operator.network },
    verification: new Verification(codes, (code) => code),
    resumeTokens: new ResumeTokens('secret'),
    drafts: { draft: () => Promise.resolve([]), passagesOn: () => Promise.resolve([]) },
  };
  return { room, told };
}

export function replyOf(text: string, over: Partial<Reply> = {}): Reply {
  return {
    messages: [{ from: 'bot', kind: 'text', text }],
    memory: { ...EMPTY_MEMORY, turns: 1 },
    ...{ handoff: null, verification: null, locale: null, isElderMode: null, asksForRating: false },
    ...over,
  };
}

function fail(words: string): never {
  throw new Error(words);
}
