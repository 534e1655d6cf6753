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
});
