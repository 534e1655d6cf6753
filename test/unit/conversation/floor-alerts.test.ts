/** Supervisors are called to each trouble once, whichever node sees it first. */
import { describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { MemoryTurnLock } from '../../../src/adapters/memory/turn-lock.js';
import { FloorAlerts } from '../../../src/conversation/floor-alerts.js';
import { conversationId, staffId } from '../../../src/domain/ids.js';
import type { Board, BoardAlert } from '../../../src/handoff/board.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { HandClock } from '../../support/hand-clock.js';

const C = conversationId('c-1');
const LIN = staffId('s-lin');
const alert = (kind: BoardAlert['kind'], over: Partial<BoardAlert> = {}): BoardAlert => ({ kind, conversationId: null, staffId: LIN, who: '林晓', at: 5, count: 3, ...over });

function aFloor() {
  const told: { kind: string; text: unknown; toOneself: unknown }[] = [];
  const heard: (typeof told)[number][] = [];
  const bus = new MemoryBus({ warn: () => undefined, error: () => undefined });
  bus.subscribe((fact) => void (fact.type === 'alert.raised' && told.push({ kind: fact.kind, text: fact.text, toOneself: fact.toOneself })));
  let board = { alerts: [] as BoardAlert[], live: [{ conversation: { id: C } }] };
  const parts = { board: { now: () => Promise.resolve(board as unknown as Board) }, bus, clock: new HandClock(), turnLock: new MemoryTurnLock(), logger: createLogger('silent') };
  const nodes = [new FloorAlerts(parts), new FloorAlerts(parts)];
  for (const node of nodes) node.start();
  const look = async (alerts: BoardAlert[], isLive = true) => {
    board = { alerts, live: isLive ? [{ conversation: { id: C } }] : [] };
    for (const node of [...nodes, ...nodes]) await node.look();
    heard.push(...told);
    return told.splice(0).map(({ kind }) => kind);
  };
  return { look, heard };
}

describe('what the floor calls out', () => {
  it('is said once by all nodes together, and once more only when it is over and comes back', async () => {
    const { look } = aFloor();
    const angry = alert('anger', { conversationId: C });
    expect(await look([alert('line-full'), angry])).toEqual(['line-full', 'anger']);
    expect(await look([alert('line-full', { at: 9, count: 5 }), { ...angry, at: 9 }])).toEqual([]);
    expect(await look([])).toEqual([]);
    // The line may be too long again; a chat in which somebody was angry is known.
    expect(await look([alert('line-full'), angry])).toEqual(['line-full']);
    expect(await look([], false)).toEqual([]);
    expect(await look([angry])).toEqual(['anger']);
  });

  it('tells one silence from the next, and leaves promises to those who watch them', async () => {
    const { look } = aFloor();
    const silent = (at: number) => alert('silent-agent', { conversationId: C, at });
    expect(await look([silent(1), alert('promise-due', { conversationId: C })])).toEqual(['silent-agent']);
    expect(await look([silent(1)])).toEqual([]);
    expect(await look([silent(2)])).toEqual(['silent-agent']);
  });

  it('speaks to whoever has the chat, who may be a supervisor, and of her to the others', async () => {
    const { look, heard } = aFloor();
    await look([alert('anger', { conversationId: C }), alert('silent-agent', { conversationId: C }), alert('line-full', { staffId: null })]);
    const [angry, silent, full] = ['anger', 'silent-agent', 'line-full'].map((kind) => heard.find((one) => one.kind === kind));
    expect(angry).toMatchObject({ text: { 'zh-CN': expect.stringContaining('林晓') }, toOneself: { staffId: LIN, text: { 'zh-CN': expect.stringMatching(/您/), en: expect.stringMatching(/yours/) } } });
    expect(silent).toMatchObject({ text: { en: expect.stringContaining('林晓') }, toOneself: { staffId: LIN, text: { 'zh-CN': expect.not.stringContaining('林晓'), en: expect.not.stringContaining('林晓') } } });
    expect(full?.toOneself).toBeUndefined();
  });
});
