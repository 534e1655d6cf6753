/** The room's face: the settings in force on this node, and the one way to change them. */
import type { AuditEntry } from '../domain/audit.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { StaffId } from '../domain/ids.js';
import { DEFAULT_SETTINGS, SECTION_NAMES } from '../domain/settings.js';
import type { SectionName, SettingSections } from '../domain/settings.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { SettingsBook, StoredSection } from '../ports/settings-book.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';

export interface SectionInForce<Name extends SectionName = SectionName> {
  readonly section: Name;
  readonly version: number;
  readonly value: SettingSections[Name];
  /** Null for what nobody ever changed. */
  readonly changedAt: number | null;
  readonly changedBy: StaffId | null;
}

export interface SettingsDeps {
  readonly book: SettingsBook;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/** The bus is only a hint: a node that missed it reads the book this often anyway. */
const READ_EVERY_MS = 5000;
const HISTORY = 50;

export class Settings implements SettingsInForce {
  readonly #sections = new Map<SectionName, SectionInForce>();
  readonly #stops: (() => void)[] = [];

  constructor(private readonly deps: SettingsDeps) {}

  /** Reads what is stored, and keeps it current until `stop`. */
  async start(): Promise<void> {
    await this.refresh();
    const refresh = () => void this.refresh().catch(this.deps.onTrouble);
    this.#stops.push(this.deps.bus.subscribe((fact) => {
      if (fact.type === 'settings.changed' && fact.version > this.section(fact.section).version) refresh();
    }));
    const again = () => {
      refresh();
      cancel = this.deps.clock.after(READ_EVERY_MS, again);
    };
    let cancel = this.deps.clock.after(READ_EVERY_MS, again);
    this.#stops.push(() => cancel());
  }

  stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
  }

  current<Name extends SectionName>(section: Name): SettingSections[Name] {
    return this.section(section).value;
  }

  section<Name extends SectionName>(section: Name): SectionInForce<Name> {
    const known = this.#sections.get(section) as SectionInForce<Name> | undefined;
    return known ?? { section, version: 0, value: DEFAULT_SETTINGS[section], changedAt: null, changedBy: null };
  }

  /** Stored and in force here when it resolves. `basedOn` is the version the change was made from; the entry of it is kept with it. */
  async change<Name extends SectionName>(change: { section: Name; basedOn: number; value: SettingSections[Name]; by: StaffId }, audit?: AuditEntry): Promise<SectionInForce<Name> | Refusal> {
    const { section, basedOn, value, by } = change;
    const stored = await this.deps.book.put({ section, basedOn, value, changedAt: this.deps.clock.now(), changedBy: by }, audit);
    if (stored === 'conflict') {
      await this.refresh();
      return refuse('conflict', 'somebody else changed it');
    }
    const kept = this.#keep(stored);
    if (isRefusal(kept)) return kept;
    this.deps.bus.publish({ type: 'settings.changed', section, version: stored.version });
    this.deps.bus.publish({ type: 'line.changed' });
    return this.section(section);
  }

  history(section: SectionName): Promise<readonly StoredSection[]> {
    return this.deps.book.history(section, HISTORY);
  }

  async refresh(): Promise<void> {
    for (const stored of await this.deps.book.all()) this.#keep(stored);
  }

  #keep(stored: StoredSection): null | Refusal {
    const section = SECTION_NAMES.find((name) => name === stored.section);
    if (section === undefined) return refuse('not-found');
    if (this.section(section).version >= stored.version) return null;
    const value = completed(DEFAULT_SETTINGS[section], stored.value);
    this.#sections.set(section, { section, version: stored.version, value, changedAt: stored.changedAt, changedBy: stored.changedBy });
    return null;
  }
}

/** What was stored before a field existed gets that field's default. */
function completed<Value extends object>(defaults: Value, stored: object): Value {
  const known: Record<string, unknown> = { ...stored };
  const whole: Record<string, unknown> = {};
  for (const [name, usual] of Object.entries(defaults) as [string, unknown][]) {
    const value = known[name] ?? usual;
    whole[name] = isRecord(usual) && isRecord(value) ? completed(usual, value) : value;
  }
  return whole as Value;
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
