/** What the tables hold on one subscriber, and its erasure: every word goes, the rows stay as proof that there was something. */
import type { AuditEntry } from '../../domain/audit.js';
import type { Case } from '../../domain/case.js';
import type { Conversation } from '../../domain/conversation.js';
import type { FollowUp } from '../../domain/follow-up.js';
import type { ConversationId, Msisdn } from '../../domain/ids.js';
import type { Locale } from '../../domain/locale.js';
import { LOCALES } from '../../domain/locale.js';
import type { PromiseMade } from '../../domain/promise.js';
import type { Erasure, PersonalHolding, PersonalRecords } from '../../ports/personal-records.js';
import { keepEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { eraseFindings, eraseMessages, STILL_TO_BE_TOLD, STILL_TO_BE_TOLD_OF_CASES, WITH_FILE } from './erased-words.js';
import type { EraseOn, Erasing } from './erased-words.js';

/** Ids in one statement: far below what either engine takes. */
const AT_ONCE = 200;
const STORED = ['id', 'body', 'version'] as const;

type Held = PersonalHolding['conversations'];

export class StoredPersonalRecords implements PersonalRecords {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async held(msisdn: Msisdn): Promise<PersonalHolding> {
    const { db } = this.#engine;
    const rows = await db.selectFrom('conversations').select('body').where('msisdn', '=', msisdn).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
    const conversations = rows.map(({ body }) => JSON.parse(body) as Conversation).map(({ id, locale }) => ({ id, locale }));
    const matters = { msisdn, ids: conversations.map(({ id }) => id) };
    const [cases, promises, messages, files, followUps] = await Promise.all([
      storedOn(db, 'cases', matters),
      storedOn(db, 'promises', matters),
      this.#messages(conversations, { isFile: false }),
      this.#messages(conversations, { isFile: true }),
      this.#followUps(conversations),
    ]);
    return {
      ...{ conversations, messages, files, followUps },
      cases: cases.map(({ body }) => JSON.parse(body) as Case).sort((one, other) => one.createdAt - other.createdAt),
      promises: promises.map(({ body }) => JSON.parse(body) as PromiseMade).sort((one, other) => one.dueAt - other.dueAt),
    };
  }

  async erase({ msisdn, conversations, current, words }: Erasure, audit?: AuditEntry): Promise<void> {
    await this.#engine.db.transaction().execute(async (erasing) => {
      for (const locale of LOCALES) {
        const ids = conversations.filter((one) => one.locale === locale).map(({ id }) => id);
        for (const some of inPortions(ids)) await eraseTalk({ engine: this.#engine, erasing }, some, { words: words[locale], current });
      }
      await eraseMatters(erasing, { msisdn, ids: conversations.map(({ id }) => id) }, words);
      await erasing.deleteFrom('one_time_codes').where('msisdn', '=', msisdn).execute();
      await erasing.deleteFrom('code_sendings').where('msisdn', '=', msisdn).execute();
      if (audit) await keepEntry(erasing, audit);
    });
  }

  forgetting<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.#engine.forgetting(task);
  }

  /** Files are counted by the messages they were sent in: not every store of theirs is a table. */
  async #messages(conversations: Held, which: { isFile: boolean }): Promise<number> {
    let count = 0;
    for (const some of inPortions(conversations.map(({ id }) => id))) {
      const query = this.#engine.db.selectFrom('messages').select((select) => select.fn.countAll<number>().as('count')).where('conversation_id', 'in', some);
      const asked = which.isFile ? query.where('body', 'like', WITH_FILE) : query;
      count += Number((await asked.executeTakeFirstOrThrow()).count);
    }
    return count;
  }

  async #followUps(conversations: Held): Promise<readonly FollowUp[]> {
    const found: FollowUp[] = [];
    for (const some of inPortions(conversations.map(({ id }) => id))) {
      const rows = await this.#engine.db.selectFrom('follow_ups').select('body').where('conversation_id', 'in', some).execute();
      found.push(...rows.map(({ body }) => JSON.parse(body) as FollowUp));
    }
    return found;
  }
}

function* inPortions(ids: readonly ConversationId[]): Generator<readonly ConversationId[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE);
}

async function eraseTalk({ engine, erasing }: EraseOn, ids: readonly ConversationId[], { words, current }: { words: string; current: ConversationId }): Promise<void> {
  await eraseMessages(erasing, ids, { words });
  await erasing.deleteFrom('staff_notes').where('conversation_id', 'in', ids).execute();
  await erasing.deleteFrom('attachments').where('conversation_id', 'in', ids).execute();
  await erasing.deleteFrom('channel_threads').where('conversation_id', 'in', ids).where('conversation_id', '<>', current).execute();
  // What was told of it and is still to be, in the words it was told in.
  for (const table of STILL_TO_BE_TOLD) await erasing.deleteFrom(table).where('conversation_id', 'in', ids).execute();
  await eraseFindings({ engine, erasing }, ids, { words });
  for (const row of await erasing.selectFrom('follow_ups').select(STORED).where('conversation_id', 'in', ids).execute()) {
    await rewrite(erasing, 'follow_ups', { row, bare: bareFollowUp, isOnNumber: false });
  }
}

function bareFollowUp(body: string): FollowUp {
  const one = JSON.parse(body) as FollowUp;
  return { ...one, msisdn: null, headline: '', rating: { ...one.rating, comment: '' }, notes: one.notes.map((note) => ({ ...note, text: '' })) };
}

interface Matters {
  readonly msisdn: Msisdn;
  readonly ids: readonly ConversationId[];
}

interface Stored {
  readonly id: string;
  readonly body: string;
  readonly version: number;
}

/** What is on the number, and what was opened in one of the conversations before the number was known. */
async function storedOn(db: Engine['db'] | Erasing, table: 'cases' | 'promises', { msisdn, ids }: Matters): Promise<readonly Stored[]> {
  const found = new Map<string, Stored>();
  for (const row of await db.selectFrom(table).select(STORED).where('msisdn', '=', msisdn).execute()) found.set(row.id, row);
  for (const some of inPortions(ids)) {
    for (const row of await db.selectFrom(table).select(STORED).where('conversation_id', 'in', some).where('msisdn', 'is', null).execute()) found.set(row.id, row);
  }
  return [...found.values()];
}

interface Rewriting {
  readonly row: Stored;
  /** What is left of the body that is stored. */
  readonly bare: (body: string) => object;
  readonly isOnNumber: boolean;
}

/** On the row as it stands: whoever changed it meanwhile has their change erased with the rest, and not undone. */
async function rewrite(erasing: Erasing, table: 'cases' | 'promises' | 'follow_ups', { row, bare, isOnNumber }: Rewriting): Promise<void> {
  for (let before: Stored | undefined = row; before !== undefined; ) {
    const change = { body: JSON.stringify(bare(before.body)), version: before.version + 1, ...(isOnNumber ? { msisdn: null } : {}) };
    const { numUpdatedRows } = await erasing.updateTable(table).set(change).where('id', '=', row.id).where('version', '=', before.version).executeTakeFirstOrThrow();
    if (numUpdatedRows > 0n) return;
    before = await erasing.selectFrom(table).select(STORED).where('id', '=', row.id).executeTakeFirst();
  }
}

/** Number, kind, stages, deadlines and sums stay: what was owed to somebody can still be told, not to whom. */
async function eraseMatters(erasing: Erasing, matters: Matters, words: Erasure['words']): Promise<void> {
  const locales = new Map<string, Locale>();
  for (const row of await storedOn(erasing, 'cases', matters)) {
    locales.set(row.id, (JSON.parse(row.body) as Case).locale);
    await rewrite(erasing, 'cases', { row, bare: (body) => bareCase(body, words), isOnNumber: true });
    for (const table of STILL_TO_BE_TOLD_OF_CASES) await erasing.deleteFrom(table).where('case_id', '=', row.id).execute();
  }
  for (const row of await storedOn(erasing, 'promises', matters)) {
    await rewrite(erasing, 'promises', { row, bare: (body) => barePromise(body, { words, locales }), isOnNumber: true });
  }
}

function bareCase(body: string, words: Erasure['words']): Case {
  const one = JSON.parse(body) as Case;
  return { ...one, msisdn: null, title: words[one.locale], history: one.history.map((entry) => ({ ...entry, text: '' })), version: one.version + 1 };
}

function barePromise(body: string, { words, locales }: { words: Erasure['words']; locales: ReadonlyMap<string, Locale> }): PromiseMade {
  const one = JSON.parse(body) as PromiseMade;
  return { ...one, msisdn: null, text: words[locales.get(one.caseId ?? '') ?? 'zh-CN'] };
}
