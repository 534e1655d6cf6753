/** Cases and promises in the database: each change is one conditional update on the version it was made from. */
import { sql, type Transaction } from 'kysely';
import { ProductError, isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { caseNumber, nextDue } from '../../domain/case.js';
import type { Case } from '../../domain/case.js';
import { dayOf } from '../../domain/calendar.js';
import type { CaseNews } from '../../domain/facts.js';
import { happenedToCase } from '../../domain/happening.js';
import { caseId } from '../../domain/ids.js';
import type { CaseId } from '../../domain/ids.js';
import type { PromiseMade } from '../../domain/promise.js';
import { nextTry } from '../../domain/trying-again.js';
import type { CaseBook, CaseFilter, CaseNewsId, DueQuestion, Follows, PromiseFilter, UntoldNews } from '../../ports/case-book.js';
import { keepAlert } from './alerts.js';
import { keepEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { AGAIN } from './errands.js';
import { keepHappening } from './happenings.js';
import { isStorableKey } from './rows.js';
import type { Tables } from './tables.js';

/** Far more than ever meet at one case. */
const MOST_TRIES = 50;
/** Longer than any answer of a business system takes. */
const PAYING_MS = 30_000;
const PAYING_AGAIN = { firstMs: 60_000, mostMs: 3_600_000 };
/** More nodes than ever reach for the same one. */
const MET_AT_ONCE = 10;

export class StoredCaseBook implements CaseBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async open(opened: Case, { news = null, audit }: Pick<Follows<Case>, 'news' | 'audit'> = {}): Promise<Case> {
    const known = await this.#ofSource(opened.source);
    if (known) return known;
    const numbered = { ...opened, number: await this.#nextNumber(dayOf(opened.createdAt)) };
    // Who opens it at the same moment gets the first one's, and a number of that day stays unused.
    const insert = this.#db.insertInto('cases').values({ ...caseRow(numbered), id: numbered.id, source: numbered.source, number: numbered.number, created_at: numbered.createdAt });
    await this.#db.transaction().execute(async (opening) => {
      const inserted = await opening.executeQuery(insert.onConflict((conflict) => conflict.column('source').doNothing()));
      if ((inserted.numAffectedRows ?? 0n) === 0n) return;
      await keepHappening(opening, `${numbered.id}:${numbered.version}`, happenedToCase(numbered));
      await keepNews(opening, numbered, news);
      if (audit) await keepEntry(opening, audit(numbered));
    });
    const stored = await this.#ofSource(opened.source);
    if (!stored) throw new ProductError('internal', 'a case that was opened is not there');
    return stored;
  }

  async find(id: CaseId): Promise<Case | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('cases').select('body').where('id', '=', id).executeTakeFirst();
    return row ? caseOf(row) : null;
  }

  async change(id: CaseId, step: (one: Case) => Case | Refusal, follows: Follows<Case> = {}): Promise<Case | Refusal> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await this.find(id);
      if (!before) return refuse('not-found', 'no such case');
      const stepped = step(before);
      if (isRefusal(stepped) || stepped === before) return stepped;
      const after = { ...stepped, version: before.version + 1 };
      if (await this.#replace(before.version, after, follows)) return after;
    }
    throw new ProductError('unavailable', 'too many changes to one case at once');
  }

  async untoldNews({ before, now, limit }: { before: number; now: number; limit: number }): Promise<readonly UntoldNews[]> {
    const query = this.#db.selectFrom('case_news').innerJoin('cases', 'cases.id', 'case_news.case_id').select(['case_news.version as version', 'news', 'entries', 'body']);
    const rows = await query.where('at', '<', before).where('next_at', '<=', now).orderBy('next_at').orderBy('at').orderBy('case_id').orderBy('case_news.version').limit(limit).execute();
    return rows.map(({ version, news, entries, body }) => {
      const one = caseOf({ body });
      return { caseId: one.id, version, news: news as CaseNews, one: { ...one, history: one.history.slice(0, entries) } };
    });
  }

  async takeNews({ caseId: id, version }: CaseNewsId, now: number): Promise<boolean> {
    const found = await this.#db.selectFrom('case_news').select('tries').where('case_id', '=', id).where('version', '=', version).where('next_at', '<=', now).executeTakeFirst();
    if (!found) return false;
    const taken = this.#db.updateTable('case_news').set({ next_at: nextTry(now, found.tries, AGAIN), tries: found.tries + 1 });
    return Number((await taken.where('case_id', '=', id).where('version', '=', version).where('tries', '=', found.tries).executeTakeFirst()).numUpdatedRows) > 0;
  }

  async newsTold({ caseId: id, version }: CaseNewsId): Promise<void> {
    await this.#db.deleteFrom('case_news').where('case_id', '=', id).where('version', '=', version).execute();
  }

  async takeUnpaid(now: number): Promise<Case | null> {
    const due = this.#db.selectFrom('cases').select(['id', 'pay_at', 'pay_tries', 'body']).where('pay_at', '<=', now).where('msisdn', 'is not', null).orderBy('pay_at').orderBy('id');
    for (const { id, pay_at, pay_tries, body } of await due.limit(MET_AT_ONCE).execute()) {
      const putOff = this.#db.updateTable('cases').set({ pay_at: nextTry(now, pay_tries, PAYING_AGAIN), pay_tries: pay_tries + 1 });
      // It is as it was read as long as nobody took it and nobody paid it.
      if (Number((await putOff.where('id', '=', id).where('pay_at', '=', pay_at).executeTakeFirst()).numUpdatedRows) > 0) return caseOf({ body });
    }
    return null;
  }

  async changedSince(since: number, limit: number): ReturnType<CaseBook['changedSince']> {
    const rows = await this.#db.selectFrom('cases').select(['id', 'version', 'updated_at']).where('updated_at', '>=', since).orderBy('updated_at', 'desc').orderBy('id').limit(limit).execute();
    return rows.map(({ id, version, updated_at: at }) => ({ id: caseId(id), version, at }));
  }

  async list(filter: CaseFilter, limit: number): Promise<readonly Case[]> {
    const { dueBy, staffId, stages } = filter;
    let query = this.#db.selectFrom('cases').select('body');
    for (const [column, value] of [
      ['number', filter.number], ['msisdn', filter.msisdn], ['visitor_id', filter.visitorId], ['conversation_id', filter.conversationId],
      ['owner_id', filter.ownerId], ['handler_id', filter.handlerId], ['kind', filter.kind],
    ] as const) {
      if (value === undefined) continue;
      if (!isStorableKey(value)) return [];
      query = query.where(column, '=', value);
    }
    if (staffId !== undefined) query = query.where((where) => where.or([where('owner_id', '=', staffId), where('handler_id', '=', staffId)]));
    if (stages !== undefined) query = query.where('stage', 'in', stages);
    if (dueBy !== undefined) query = query.where('due_at', '<=', dueBy);
    if (filter.isUnowned === true) query = query.where('owner_id', 'is', null);
    const ordered = query.orderBy((by) => by.fn.coalesce('due_at', by.lit(NEVER))).orderBy('created_at', 'desc').orderBy('id');
    return (await ordered.limit(limit).execute()).map(caseOf);
  }

  async due({ near, now, limit }: DueQuestion): Promise<readonly Case[]> {
    const query = this.#db.selectFrom('cases').select('body').where((where) =>
      where.or([
        where.and([where('alerted', '=', 0), where('due_at', '<=', near)]),
        where.and([where('alerted', '=', 1), where('due_at', '<=', now)]),
      ]),
    );
    return (await query.orderBy('due_at').orderBy('id').limit(limit).execute()).map(caseOf);
  }

  async addPromise(made: PromiseMade): Promise<boolean> {
    const row = { ...promiseRow(made), id: made.id, conversation_id: made.conversationId, version: 1 };
    const insert = this.#db.insertInto('promises').values(row).onConflict((conflict) => conflict.column('id').doNothing());
    return ((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async changePromise(id: string, step: (one: PromiseMade) => PromiseMade | Refusal, { alert = () => null }: Pick<Follows<PromiseMade>, 'alert'> = {}): Promise<PromiseMade | Refusal> {
    if (!isStorableKey(id)) return refuse('not-found', 'no such promise');
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const row = await this.#db.selectFrom('promises').select(['body', 'version']).where('id', '=', id).executeTakeFirst();
      if (!row) return refuse('not-found', 'no such promise');
      const before = promiseOf(row);
      const after = step(before);
      if (isRefusal(after) || after === before) return after;
      const isChanged = await this.#db.transaction().execute(async (changing) => {
        const update = changing.updateTable('promises').set({ ...promiseRow(after), version: row.version + 1 }).where('id', '=', id);
        if ((await update.where('version', '=', row.version).executeTakeFirst()).numUpdatedRows === 0n) return false;
        const raised = alert(after);
        if (raised) await keepAlert(changing, raised);
        return true;
      });
      if (isChanged) return after;
    }
    throw new ProductError('unavailable', 'too many changes to one promise at once');
  }

  async promises(filter: PromiseFilter, limit: number): Promise<readonly PromiseMade[]> {
    let query = this.#db.selectFrom('promises').select('body');
    for (const [column, value] of [
      ['case_id', filter.caseId], ['conversation_id', filter.conversationId], ['msisdn', filter.msisdn], ['state', filter.state],
    ] as const) {
      if (value === undefined) continue;
      if (!isStorableKey(value)) return [];
      query = query.where(column, '=', value);
    }
    return (await query.orderBy('due_at').orderBy('id').limit(limit).execute()).map(promiseOf);
  }

  async duePromises({ near, now, limit }: DueQuestion): Promise<readonly PromiseMade[]> {
    const open = this.#db.selectFrom('promises').select('body').where('state', '=', 'open');
    const query = open.where((where) => where.or([where.and([where('is_near_told', '=', 0), where('due_at', '<=', near)]), where('due_at', '<=', now)]));
    return (await query.orderBy('due_at').orderBy('id').limit(limit).execute()).map(promiseOf);
  }

  /** With the word of it, both or neither; false: somebody else was first. */
  #replace(version: number, after: Case, { news = null, alert = () => null, audit }: Follows<Case>): Promise<boolean> {
    return this.#db.transaction().execute(async (changing) => {
      const update = changing.updateTable('cases').set({ ...caseRow(after), ...paying(after) }).where('id', '=', after.id).where('version', '=', version);
      if ((await update.executeTakeFirst()).numUpdatedRows === 0n) return false;
      await keepHappening(changing, `${after.id}:${after.version}`, happenedToCase(after));
      await keepNews(changing, after, news);
      const raised = alert(after);
      if (raised) await keepAlert(changing, raised);
      if (audit) await keepEntry(changing, audit(after));
      return true;
    });
  }

  async #ofSource(source: string): Promise<Case | null> {
    const row = await this.#db.selectFrom('cases').select('body').where('source', '=', source).executeTakeFirst();
    return row ? caseOf(row) : null;
  }

  async #nextNumber(day: string): Promise<string> {
    const insert = this.#db.insertInto('case_numbers').values({ day, last: 1 });
    const counted = insert.onConflict((conflict) => conflict.column('day').doUpdateSet((set) => ({ last: set('case_numbers.last', '+', 1) })));
    return caseNumber(day, (await counted.returning('last').executeTakeFirstOrThrow()).last);
  }
}

/** In the transaction of the change; without a conversation there is nobody to be told. */
async function keepNews(changing: Transaction<Tables>, one: Case, news: CaseNews | null): Promise<void> {
  if (news === null || one.conversationId === null) return;
  const row = { case_id: one.id, version: one.version, conversation_id: one.conversationId, news, entries: one.history.length, at: one.updatedAt };
  await changing.insertInto('case_news').values(row).execute();
}

/** Later than any deadline, so that what has none comes last on both engines. */
const NEVER = 9_000_000_000_000_000;

function caseRow(one: Case) {
  return {
    kind: one.kind,
    stage: one.stage,
    msisdn: one.msisdn,
    visitor_id: one.visitorId,
    conversation_id: one.conversationId,
    owner_id: one.owner?.staffId ?? null,
    handler_id: one.handler?.staffId ?? null,
    due_at: nextDue(one),
    alerted: one.alerted,
    updated_at: one.updatedAt,
    version: one.version,
    body: JSON.stringify(one),
  };
}

/** Time for whoever approved it to pay it; a change beside it puts nothing off. */
function paying({ refund, updatedAt }: Case) {
  return refund?.state === 'approved' ? { pay_at: sql<number>`coalesce(pay_at, cast(${updatedAt + PAYING_MS} as bigint))` } : { pay_at: null, pay_tries: 0 };
}

function caseOf(row: { readonly body: string }): Case {
  return JSON.parse(row.body) as Case;
}

function promiseRow(made: PromiseMade) {
  return {
    case_id: made.caseId,
    msisdn: made.msisdn,
    state: made.state,
    due_at: made.dueAt,
    is_near_told: made.isNearTold ? 1 : 0,
    body: JSON.stringify(made),
  };
}

function promiseOf(row: { readonly body: string }): PromiseMade {
  return JSON.parse(row.body) as PromiseMade;
}
