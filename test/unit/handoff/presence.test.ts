/** Who of the staff is there, whatever order the database answers in. */
import { describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { staffId } from '../../../src/domain/ids.js';
import { Presence } from '../../../src/handoff/presence.js';
import type { PresenceBoard, PresenceRow } from '../../../src/ports/presence-board.js';
import { HandClock } from '../../support/hand-clock.js';

const ME = staffId('s-1');
const soon = (turns: number) => new Promise<void>((resolve) => (turns === 0 ? resolve() : setImmediate(() => void soon(turns - 1).then(resolve))));

/** A database on which each call takes as long as the list says, whatever was asked before. */
function aBoard(takes: number[]) {
  let row: PresenceRow | null = null;
  const slowly = async () => soon(takes.shift() ?? 0);
  const board: PresenceBoard = {
    async set(given) {
      await slowly();
      row = given;
    },
    async find() {
      await slowly();
      return row;
    },
    async renew(_ids, leaseUntil, isConnected) {
      await slowly();
      if (row) row = { ...row, leaseUntil, isConnected };
    },
    all: () => Promise.resolve(row ? [row] : []),
    touchIdle: () => Promise.resolve(),
    countLapse: () => Promise.resolve(0),
    clearLapses: () => Promise.resolve(),
  };
  return { presence: new Presence({ board, bus: new MemoryBus({ warn: () => undefined, error: () => undefined }), clock: new HandClock() }), now: () => row };
}

describe('presence', () => {
  it('stays as it was said with the first breath, though arriving takes longer to write', async () => {
    const { presence, now } = aBoard([1, 1, 9, 1]);
    await Promise.all([presence.socketOpened(ME), presence.set(ME, 'online', 3)]);
    expect(now()).toMatchObject({ status: 'online', capacity: 3, isConnected: true });
  });

  it('is kept over a page that is loaded anew, though the old one’s farewell is written late', async () => {
    const takes: number[] = [];
    const { presence, now } = aBoard(takes);
    await presence.socketOpened(ME);
    await presence.set(ME, 'online');
    takes.push(9);
    await Promise.all([presence.socketClosed(ME), presence.socketOpened(ME)]);
    expect(now()).toMatchObject({ status: 'online', isConnected: true });
    await presence.socketClosed(ME);
    expect(now()).toMatchObject({ status: 'online', isConnected: false });
  });

  it('does not say who is gone after a silence of the database, until every node had the time to say who is there', async () => {
    const clock = new HandClock();
    let isAway = false;
    const renew = () => (isAway ? Promise.reject(new Error('away')) : Promise.resolve());
    const board = { renew, all: renew } as unknown as PresenceBoard;
    const presence = new Presence({ board, bus: new MemoryBus({ warn: () => undefined, error: () => undefined }), clock });
    expect(presence.knowsWhoIsGone).toBe(true);
    presence.start();
    const known: boolean[] = [];
    const after = async (seconds: number): Promise<void> => {
      for (let passed = 0; passed < seconds; passed += 5) {
        clock.advance(5_000);
        await soon(2);
        known.push(presence.knowsWhoIsGone);
      }
    };
    await after(10);
    isAway = true;
    await after(15);
    isAway = false;
    await after(20);
    expect(known).toEqual([true, true, true, false, false, false, false, false, true]);
    presence.stop();
  });
});
