/** Who looks on at a conversation of somebody else hears of it for as long as they may see it, and no longer. */
import { describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io';
import type { Conversation } from '../../../src/domain/conversation.js';
import { staffId } from '../../../src/domain/ids.js';
import type { Role } from '../../../src/domain/staff.js';
import { DeskSession } from '../../../src/gateway/desk/desk-session.js';
import { Onlookers } from '../../../src/gateway/desk/onlookers.js';
import { aConversation } from '../../contracts/record-builders.js';

const OWNER = { staffId: staffId('owner'), name: '小林', since: 0 };
const HELPER = { staffId: staffId('helper'), name: '小王', since: 0 };
const LIVE: Conversation = aConversation({ state: 'live', owner: OWNER, helpers: [HELPER] });

function aDesk(id: string, role: Role = 'agent'): DeskSession {
  const staff = { id: staffId(id), email: `${id}@x`, name: id, role, skillGroups: [], languages: [], isActive: true };
  const session = new DeskSession({} as Socket, staff, 'zh-CN', { sessionId: '', endsAt: null });
  session.watching.add(LIVE.id);
  return session;
}

function aFloor(stored: Conversation | null) {
  const [helper, supervisor] = [aDesk('helper'), aDesk('boss', 'supervisor')];
  const asked: string[] = [];
  const find = (id: string) => {
    asked.push(id);
    return Promise.resolve(stored);
  };
  const onlookers = new Onlookers({ conversations: { find } }, new Map([helper, supervisor].map((one) => [one.staff.id, new Set([one])])));
  return { onlookers, helper, supervisor, asked, watching: () => [helper, supervisor].filter((one) => one.watching.has(LIVE.id)) };
}

describe('looking on', () => {
  it('goes on while one helps, without a look at the record', async () => {
    const { onlookers, watching, asked, helper, supervisor } = aFloor(null);
    await onlookers.heard(LIVE);
    expect(watching()).toEqual([helper, supervisor]);
    expect(asked).toEqual([]);
  });

  it('ends with the help, when the conversation goes back to the line or to somebody else', async () => {
    const moved: Conversation = { ...LIVE, state: 'queued', owner: null, helpers: [] };
    const { onlookers, watching, supervisor } = aFloor(moved);
    await onlookers.heard(moved);
    expect(watching()).toEqual([supervisor]);
  });

  it('is not ended by news of before one came to help', async () => {
    const { onlookers, watching, helper, supervisor } = aFloor(LIVE);
    await onlookers.heard({ ...LIVE, helpers: [] });
    expect(watching()).toEqual([helper, supervisor]);
  });

  it('ends with an offer that went to somebody else, and with a conversation that is kept no longer', async () => {
    const offer = { staffId: staffId('other'), at: 0, expiresAt: 1 };
    const offered = aFloor({ ...LIVE, state: 'queued', owner: null, helpers: [], offer });
    await offered.onlookers.lookAgain(LIVE.id);
    expect(offered.watching()).toEqual([offered.supervisor]);
    const gone = aFloor(null);
    await gone.onlookers.lookAgain(LIVE.id);
    expect(gone.watching()).toEqual([]);
  });
});
