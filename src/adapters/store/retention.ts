/** What was kept long enough, in the tables: found by age, looked at once more under lock, and deleted. */
import { sql } from 'kysely';
import type { ExpressionBuilder } from 'kysely';
import type { Case } from '../../domain/case.js';
import { conversationId } from '../../domain/ids.js';
import type { ConversationId } from '../../domain/ids.js';
import { LOCALES } from '../../domain/locale.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Place, Question, Retention } from '../../ports/retention.js';
import type { Engine } from './engine.js';
import { ERASED_ENDING, eraseFindings, eraseMessages, STILL_TO_BE_TOLD, STILL_TO_BE_TOLD_OF_CASES, WITH_FILE } from './erased-words.js';
import type { EraseOn, Erasing } from './erased-words.js';
import type { Tables } from './tables.js';

interface Row {
  readonly id: string;
  readonly created_at: number;
}

/** Tables whose rows go with their conversation. Handoffs, services and digests stay: they hold no words, and figures are made of them. */
const GO_ALONG = ['messages', 'staff_notes', 'attachments', 'follow_ups', 'model_costs', ...STILL_TO_BE_TOLD, 'finding_items', 'channel_threads', 'told_places', 'told_words', 'notice_reaches', 'turns_due'] as const;

export class StoredRetention implements Retention {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async resting({ before, after, limit }: Question): Promise<{ ids: readonly ConversationId[]; next: Place | null }> {
    let query = this.#engine.db.selectFrom('conversations').select(['id', 'created_at']).where('created_at', '<', before).where((of) => atRest(of, before));
    if (after !== null) query = query.where((of) => later(of, after));
    const rows = await query.orderBy('created_at').orderBy('id').limit(limit).execute();
    return { ids: rows.map(({ id }) => conversationId(id)), next: placeAfter(rows, limit) };
  }

  remove(ids: readonly ConversationId[], before: number): Promise<readonly ConversationId[]> {
    if (ids.length === 0) return Promise.resolve([]);
    const { name } = this.#engine;
    return this.#engine.forgetting(() =>
      this.#engine.removing(async (removing) => {
        const asked = removing.selectFrom('conversations').select('id').where('id', 'in', ids).where((of) => atRest(of, before)).orderBy('id');
        // SQLite has one writer at a time anyway.
        const still = (await (name === 'postgres' ? asked.forUpdate() : asked).execute()).map(({ id }) => conversationId(id));
        if (still.length > 0) await removeWhole({ engine: this.#engine, erasing: removing }, still);
        return still;
      }),
    );
  }

  async blank({ before, after, limit, words }: Parameters<Retention['blank']>[0]): ReturnType<Retention['blank']> {
    let query = this.#engine.db.selectFrom('conversations').select(['id', 'created_at', 'body']).where('created_at', '<', before).where('updated_at', '>=', before);
    if (after !== null) query = query.where((of) => later(of, after));
    const rows = await query.orderBy('created_at').orderBy('id').limit(limit).execute();
    if (rows.length === 0) return { messages: 0, withFiles: [], next: null };
    const old = await this.#withOldWords(rows.map(({ id }) => conversationId(id)), before);
    const next = placeAfter(rows, limit);
    if (old.ids.length === 0) return { messages: 0, withFiles: [], next };
    const among = rows.filter(({ id }) => old.ids.includes(conversationId(id)));
    const messages = await this.#engine.forgetting(() =>
      this.#engine.db.transaction().execute(async (erasing) => {
        let count = 0;
        for (const locale of LOCALES) {
          const ids = among.filter(({ body }) => (JSON.parse(body) as Conversation).locale === locale).map(({ id }) => conversationId(id));
          if (ids.length > 0) count += await blankTalk({ engine: this.#engine, erasing }, ids, { words: words[locale], before });
        }
        return count;
      }),
    );
    return { messages, withFiles: old.withFiles, next };
  }

  async removeCases({ before, after, limit }: Question): Promise<{ removed: number; next: Place | null }> {
    let query = this.#engine.db.selectFrom('cases').select(['id', 'created_at', 'version', 'body']).where('stage', '=', 'closed').where('created_at', '<', before);
    if (after !== null) query = query.where((of) => later(of, after));
    const rows = await query.orderBy('created_at').orderBy('id').limit(limit).execute();
    const old = rows.filter(({ body }) => lastMoved(JSON.parse(body) as Case) < before);
    const removed = old.length === 0 ? 0 : await this.#engine.forgetting(() => this.#engine.db.transaction().execute((removing) => removeCases(removing, old)));
    return { removed, next: placeAfter(rows, limit) };
  }

  /** Most conversations have none: then nothing is written. */
  async #withOldWords(among: readonly ConversationId[], before: number): Promise<{ ids: readonly ConversationId[]; withFiles: readonly ConversationId[] }> {
    const query = this.#engine.db.selectFrom('messages').select('conversation_id').where('conversation_id', 'in', among).where('at', '<', before).where('body', 'not like', `%${ERASED_ENDING}`);
    const hasFile = sql<number>`max(case when body like ${WITH_FILE} then 1 else 0 end)`;
    const rows = await query.select(hasFile.as('has_file')).groupBy('conversation_id').execute();
    const idsOf = (some: typeof rows) => some.map((row) => conversationId(row.conversation_id));
    return { ids: idsOf(rows), withFiles: idsOf(rows.filter(({ has_file }) => Number(has_file) === 1)) };
  }
}

/** Earlier versions left `updatedAt` at the time of opening; the history knows. */
function lastMoved({ updatedAt, history }: Case): number {
  return Math.max(updatedAt, history.at(-1)?.at ?? 0);
}

/** Nobody has it, waits in it or is owed an answer, and nothing of it is open. */
function atRest(of: ExpressionBuilder<Tables, 'conversations'>, before: number) {
  const openOn = (table: 'cases' | 'promises' | 'follow_ups', isOpen: ReturnType<typeof sql<boolean>>) =>
    of.not(of.exists(of.selectFrom(table).select(sql<number>`1`.as('one')).whereRef(`${table}.conversation_id`, '=', 'conversations.id').where(isOpen)));
  return of.and([
    of('updated_at', '<', before),
    of('state', 'in', ['bot', 'closed']),
    of('handled_seq', '>=', of.ref('subscriber_seq')),
    openOn('cases', sql<boolean>`cases.stage <> 'closed'`),
    openOn('promises', sql<boolean>`promises.state = 'open'`),
    openOn('follow_ups', sql<boolean>`follow_ups.state <> 'done'`),
  ]);
}

function later<Table extends 'conversations' | 'cases'>(of: ExpressionBuilder<Tables, Table>, { createdAt, id }: Place) {
  return of.eb(sql<boolean>`(created_at, id)`, '>', sql<boolean>`(${createdAt}, ${id})`);
}

function placeAfter(rows: readonly Row[], limit: number): Place | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < limit ? null : { createdAt: last.created_at, id: last.id };
}

async function blankTalk(on: EraseOn, ids: readonly ConversationId[], old: { words: string; before: number }): Promise<number> {
  const count = await eraseMessages(on.erasing, ids, old);
  for (const table of ['staff_notes', 'attachments'] as const) await on.erasing.deleteFrom(table).where('conversation_id', 'in', ids).where('at', '<', old.before).execute();
  await eraseFindings(on, ids, old);
  return count;
}

async function removeWhole({ engine, erasing: removing }: EraseOn, ids: readonly ConversationId[]): Promise<void> {
  // A group that is named by their words gets others, or none.
  await eraseFindings({ engine, erasing: removing }, ids, { words: '' });
  // A promise made within a case goes with the case.
  await removing.deleteFrom('promises').where('conversation_id', 'in', ids).where('case_id', 'is', null).execute();
  for (const table of GO_ALONG) await removing.deleteFrom(table).where('conversation_id', 'in', ids).execute();
  await removing.deleteFrom('conversations').where('id', 'in', ids).execute();
}

/** Whoever reopened one meanwhile keeps it. */
async function removeCases(removing: Erasing, rows: readonly { readonly id: string; readonly version: number }[]): Promise<number> {
  let count = 0;
  for (const { id, version } of rows) {
    const gone = await removing.deleteFrom('cases').where('id', '=', id).where('version', '=', version).executeTakeFirstOrThrow();
    if (gone.numDeletedRows === 0n) continue;
    count += 1;
    await removing.deleteFrom('promises').where('case_id', '=', id).execute();
    for (const table of STILL_TO_BE_TOLD_OF_CASES) await removing.deleteFrom(table).where('case_id', '=', id).execute();
  }
  return count;
}
