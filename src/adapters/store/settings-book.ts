/** Settings by section with their history; a change is one conditional write. */
import type { Selectable } from 'kysely';
import type { AuditEntry } from '../../domain/audit.js';
import { staffId } from '../../domain/ids.js';
import type { SettingsBook, StoredSection } from '../../ports/settings-book.js';
import { keepEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';
import type { SettingsSectionTable } from './tables-of-the-line.js';

export class StoredSettingsBook implements SettingsBook {
  constructor(private readonly engine: Engine) {}

  async all(): Promise<readonly StoredSection[]> {
    return (await this.engine.db.selectFrom('settings_sections').selectAll().orderBy('section').execute()).map(sectionOf);
  }

  async find(section: string): Promise<StoredSection | null> {
    if (!isStorableKey(section)) return null;
    const row = await this.engine.db.selectFrom('settings_sections').selectAll().where('section', '=', section).executeTakeFirst();
    return row === undefined ? null : sectionOf(row);
  }

  async put({ basedOn, ...change }: Parameters<SettingsBook['put']>[0], audit?: AuditEntry): Promise<StoredSection | 'conflict'> {
    const stored: StoredSection = { ...change, version: basedOn + 1 };
    const row = { section: stored.section, version: stored.version, body: JSON.stringify(stored.value), changed_at: stored.changedAt, changed_by: stored.changedBy };
    try {
      // The history's key is (section, version): of two changes from one version the second cannot be written.
      await this.engine.db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom('settings_sections').select('version').where('section', '=', stored.section).executeTakeFirst();
        if ((known?.version ?? 0) !== basedOn) throw new Overtaken();
        await trx.insertInto('settings_history').values(row).execute();
        const { section: _key, ...changing } = row;
        await trx.insertInto('settings_sections').values(row).onConflict((conflict) => conflict.column('section').doUpdateSet(changing)).execute();
        if (audit) await keepEntry(trx, audit);
      });
    } catch (error) {
      if (error instanceof Overtaken || this.engine.isUniqueViolation(error)) return 'conflict';
      throw error;
    }
    return stored;
  }

  async history(section: string, limit: number): Promise<readonly StoredSection[]> {
    if (!isStorableKey(section)) return [];
    const query = this.engine.db.selectFrom('settings_history').selectAll().where('section', '=', section);
    return (await query.orderBy('version', 'desc').limit(limit).execute()).map(sectionOf);
  }
}

class Overtaken extends Error {}

function sectionOf(row: Selectable<SettingsSectionTable>): StoredSection {
  return { section: row.section, version: row.version, value: JSON.parse(row.body) as object, changedAt: row.changed_at, changedBy: staffId(row.changed_by) };
}
