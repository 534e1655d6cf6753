/** The settings in force: whole, current on every node, and changed by one hand at a time. */
import { describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { staffId } from '../../../src/domain/ids.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.js';
import type { SettingsBook, StoredSection } from '../../../src/ports/settings-book.js';
import { settingSchemas } from '../../../src/protocol/settings.js';
import { Settings } from '../../../src/settings/settings.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { settingsWords } from '../../../src/wording/settings/words.js';
import { HandClock } from '../../support/hand-clock.js';

const by = staffId('demo-supervisor');
const LINE = DEFAULT_SETTINGS.line;

/** A book in memory: what is stored, newest last. */
function aBook(): SettingsBook {
  const stored: StoredSection[] = [];
  const find = (section: string) => stored.findLast((one) => one.section === section) ?? null;
  return {
    all: () => Promise.resolve([...new Set(stored.map(({ section }) => section))].flatMap((section) => find(section) ?? [])),
    find: (section) => Promise.resolve(find(section)),
    put: ({ basedOn, ...change }) => {
      if ((find(change.section)?.version ?? 0) !== basedOn) return Promise.resolve('conflict');
      const made = { ...change, version: basedOn + 1 };
      stored.push(made);
      return Promise.resolve(made);
    },
    history: (section) => Promise.resolve(stored.filter((one) => one.section === section).reverse()),
  };
}

async function aNode(parts: { book: SettingsBook; bus?: MemoryBus; clock?: HandClock }) {
  const settings = new Settings({ bus: new MemoryBus(createLogger('silent')), clock: new HandClock(), ...parts, onTrouble: () => undefined });
  await settings.start();
  return settings;
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('the settings in force', () => {
  it('are the defaults until somebody changes them', async () => {
    const settings = await aNode({ book: aBook() });
    expect(settings.current('line')).toEqual(LINE);
    expect(settings.section('hours')).toMatchObject({ version: 0, changedAt: null, changedBy: null });
  });

  it('hold at once where they were changed, and on the next node as soon as it hears of it', async () => {
    const [book, bus] = [aBook(), new MemoryBus(createLogger('silent'))];
    const [here, there] = [await aNode({ book, bus }), await aNode({ book, bus })];
    await here.change({ section: 'line', basedOn: 0, value: { ...LINE, offerSeconds: 45 }, by });
    expect(here.current('line').offerSeconds).toBe(45);
    await settled();
    expect(there.current('line').offerSeconds).toBe(45);
  });

  it('arrive within seconds on a node that heard nothing, and after a restart', async () => {
    const [book, clock] = [aBook(), new HandClock()];
    const deaf = await aNode({ book, clock });
    const here = await aNode({ book });
    await here.change({ section: 'line', basedOn: 0, value: { ...LINE, lineCap: 7 }, by });
    expect(deaf.current('line').lineCap).toBe(0);
    clock.advance(5000);
    await settled();
    expect(deaf.current('line').lineCap).toBe(7);
    expect((await aNode({ book })).current('line').lineCap).toBe(7);
  });

  it('refuse a change made from an older version, and then show the newer one', async () => {
    const book = aBook();
    const [here, there] = [await aNode({ book }), await aNode({ book })];
    await here.change({ section: 'line', basedOn: 0, value: { ...LINE, lineCap: 1 }, by });
    expect(await there.change({ section: 'line', basedOn: 0, value: { ...LINE, lineCap: 2 }, by })).toMatchObject({ refused: 'conflict' });
    expect(there.section('line')).toMatchObject({ version: 1, value: { lineCap: 1 } });
  });

  it('fill in what did not exist when they were stored', async () => {
    const book = aBook();
    await book.put({ section: 'line', basedOn: 0, value: { offerSeconds: 30, headStartMinutes: { vip: 9 } }, changedAt: 1, changedBy: by });
    const settings = await aNode({ book });
    expect(settings.current('line')).toEqual({ ...LINE, offerSeconds: 30, headStartMinutes: { ...LINE.headStartMinutes, vip: 9 } });
  });
});

describe.each(['line', 'hours', 'cases', 'dialogue'] as const)('the section %s', (section) => {
  it('has defaults that its schema accepts', () => {
    expect(settingSchemas[section].parse(DEFAULT_SETTINGS[section])).toEqual(DEFAULT_SETTINGS[section]);
  });

  it('explains each of its fields in both languages, and no others', () => {
    const paths = Object.entries(DEFAULT_SETTINGS[section]).flatMap(([name, value]) =>
      typeof value === 'object' && !Array.isArray(value) ? Object.keys(value as object).map((inner) => `${name}.${inner}`) : [name],
    );
    const { fields } = settingsWords(section);
    expect(fields.map(({ path }) => path).sort()).toEqual(paths.sort());
    expect(fields.filter(({ label, effect }) => label.en === label['zh-CN'] || effect.en === effect['zh-CN'])).toEqual([]);
  });
});
