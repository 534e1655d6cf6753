/** Alerts in the database, for as long as a page may have been away. */
import type { Kysely } from 'kysely';
import type { Alert } from '../../domain/alert.js';
import type { Case } from '../../domain/case.js';
import type { AlertBook } from '../../ports/alert-book.js';
import { alertRow } from './beside-rows.js';
import type { Engine } from './engine.js';
import type { Tables } from './tables.js';

export class StoredAlerts implements AlertBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  add(alert: Alert): Promise<void> {
    return keepAlert(this.#db, alert);
  }

  async since(at: number, limit: number): Promise<readonly Alert[]> {
    const query = this.#db.selectFrom('alerts').leftJoin('cases', 'cases.id', 'alerts.case_id').select(['alerts.body as body', 'cases.body as case_body']).where('at', '>=', at);
    const standing = query.where(({ and, eb, or, ref }) =>
      or([
        eb('case_id', 'is', null),
        and([eb('cases.id', 'is not', null), or([eb('alerts.due_at', '=', ref('cases.due_at')), and([eb('alerts.due_at', 'is', null), eb('cases.due_at', 'is', null)])])]),
      ]),
    );
    const rows = await standing.orderBy('at', 'desc').orderBy('alerts.id', 'desc').limit(limit).execute();
    return rows.reverse().flatMap(({ body, case_body }) => {
      const alert = JSON.parse(body) as Alert;
      return isOver(alert.kind, case_body) ? [] : [alert];
    });
  }

  async prune(before: number): Promise<void> {
    await this.#db.deleteFrom('alerts').where('at', '<', before).execute();
  }
}

/** A refund that was decided on, or paid, calls nobody any more. */
function isOver(kind: string, body: string | null): boolean {
  if (kind !== 'refund-waits' && kind !== 'refund-stuck') return false;
  return body === null || (JSON.parse(body) as Case).refund?.state !== (kind === 'refund-waits' ? 'waits' : 'approved');
}

/** In the transaction of what it is about, where there is one. */
export async function keepAlert(db: Kysely<Tables>, alert: Alert): Promise<void> {
  await db.insertInto('alerts').values(alertRow(alert)).onConflict((conflict) => conflict.column('id').doNothing()).execute();
}
