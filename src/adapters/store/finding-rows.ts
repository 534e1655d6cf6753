/** The row of a group: read, added, and changed on the version it was read at. */
import type { Kysely } from 'kysely';
import { ProductError, isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Finding } from '../../domain/finding.js';
import { isStorableKey } from './rows.js';
import type { Tables } from './tables.js';

type Db = Kysely<Tables>;

/** Far more than ever meet at one group. */
const MOST_TRIES = 50;

export async function findingIn(db: Db, id: string): Promise<Finding | null> {
  if (!isStorableKey(id)) return null;
  const row = await db.selectFrom('findings').select('body').where('id', '=', id).executeTakeFirst();
  return row ? (JSON.parse(row.body) as Finding) : null;
}

export async function changeFinding(db: Db, id: string, step: (one: Finding) => Finding | Refusal): Promise<Finding | Refusal> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await findingIn(db, id);
    if (!before) return refuse('not-found', 'no such group');
    const stepped = step(before);
    if (isRefusal(stepped) || stepped === before) return stepped;
    const after = { ...stepped, version: before.version + 1 };
    const update = db.updateTable('findings').set(rowOf(after)).where('id', '=', id).where('version', '=', before.version);
    if ((await update.executeTakeFirst()).numUpdatedRows > 0n) return after;
  }
  throw new ProductError('unavailable', 'too many changes to one group at once');
}

export async function insertFinding(db: Db, finding: Finding): Promise<void> {
  await db.insertInto('findings').values({ ...rowOf(finding), id: finding.id, kind: finding.kind, locale: finding.locale }).execute();
}

function rowOf(one: Finding) {
  return { state: one.state, last_at: one.lastAt, version: one.version, body: JSON.stringify(one) };
}
