/** What the tables hold on one subscriber, and its erasure: every word goes, the rows stay as proof that there was something. */
import type { Transaction } from 'kysely';
import type { Case } from '../../domain/case.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Finding, FindingItem } from '../../domain/finding.js';
import type { FollowUp } from '../../domain/follow-up.js';
import type { ConversationId, Msisdn } from '../../domain/ids.js';
import type { Locale } from '../../domain/locale.js';
import { LOCALES } from '../../domain/locale.js';
import type { Speaker } from '../../domain/message.js';
import type { PromiseMade } from '../../domain/promise.js';
import type { Erasure, PersonalHolding, PersonalRecords } from '../../ports/personal-records.js';
import type { Engine } from './engine.js';
import type { Tables } from './tables.js';

/** Ids in one statement: far below what either engine takes. */
const AT_ONCE = 200;
const SPEAKERS: readonly Speaker[] = ['subscriber', 'bot', 'agent', 'system'];

type Held = PersonalHolding['conversations'];
type Erasing = Transaction<Tables>;

export class StoredPersonalRecords implements PersonalRecords {
  readonly #engine: Engine;

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  async held(msisdn: Msisdn): Promise<PersonalHolding> {
    const { db } = this.#engine;
    const rows = await db.selectFrom('conversations').select('body').where('msisdn', '=', msisdn).orderBy('created_at', 'desc').orderBy('id', 'desc').execute();
    const conversations = rows.map(({ body }) => JSON.parse(body) as Conversation).map(({ id, locale }) => ({ id, locale }));
    const [cases, promises, messages, files, followUps] = await Promise.all([
      db.selectFrom('cases').select('body').where('msisdn', '=', msisdn).orderBy('created_at').execute(),
      db.selectFrom('promises').select('body').where('msisdn', '=', msisdn).orderBy('due_at').execute(),
      this.#count('messages', conversations),
      this.#count('attachments', conversations),
      this.#followUps(conversations),
    ]);
    return {
      ...{ conversations, messages, files, followUps },
      cases: cases.map(({ body }) => JSON.parse(body) as Case),
      promises: promises.map(({ body }) => JSON.parse(body) as PromiseMade),
    };
  }

  async erase({ msisdn, conversations, current, words }: Erasure): Promise<void> {
    await this.#engine.db.transaction().execute(async (erasing) => {
      for (const locale of LOCALES) {
        const ids = conversations.filter((one) => one.locale === locale).map(({ id }) => id);
        for (const some of inPortions(ids)) await eraseTalk(erasing, some, { words: words[locale], current });
      }
      await eraseMatters(erasing, { msisdn, ids: conversations.map(({ id }) => id), words });
      await erasing.deleteFrom('one_time_codes').where('msisdn', '=', msisdn).execute();
      await erasing.deleteFrom('code_sendings').where('msisdn', '=', msisdn).execute();
    });
  }

  forgetting<Result>(task: () => Promise<Result>): Promise<Result> {
    return this.#engine.forgetting(task);
  }

  async #count(table: 'messages' | 'attachments', conversations: Held): Promise<number> {
    let count = 0;
    for (const some of inPortions(conversations.map(({ id }) => id))) {
      const query = this.#engine.db.selectFrom(table).select((select) => select.fn.countAll<number>().as('count')).where('conversation_id', 'in', some);
      count += Number((await query.executeTakeFirstOrThrow()).count);
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

async function eraseTalk(erasing: Erasing, ids: readonly ConversationId[], { words, current }: { words: string; current: ConversationId }): Promise<void> {
  for (const from of SPEAKERS) {
    const body = JSON.stringify({ from, kind: from === 'system' ? 'event' : 'text', text: words, erased: true });
    await erasing.updateTable('messages').set({ body }).where('conversation_id', 'in', ids).where('speaker', '=', from).execute();
  }
  await erasing.deleteFrom('staff_notes').where('conversation_id', 'in', ids).execute();
  await erasing.deleteFrom('attachments').where('conversation_id', 'in', ids).execute();
  await erasing.deleteFrom('channel_threads').where('conversation_id', 'in', ids).where('conversation_id', '<>', current).execute();
  for (const id of ids) {
    // What programs were told of it, in the words they were told.
    await erasing.deleteFrom('webhook_deliveries').where('body', 'like', `%${id}%`).execute();
    await eraseFindings(erasing, id, words);
  }
  const followUps = await erasing.selectFrom('follow_ups').select(['id', 'body', 'version']).where('conversation_id', 'in', ids).execute();
  for (const { id, body, version } of followUps) {
    const one = JSON.parse(body) as FollowUp;
    const bare: FollowUp = { ...one, msisdn: null, headline: '', rating: { ...one.rating, comment: '' }, notes: one.notes.map((note) => ({ ...note, text: '' })) };
    await erasing.updateTable('follow_ups').set({ body: JSON.stringify(bare), version: version + 1 }).where('id', '=', id).execute();
  }
}

/** A group of questions keeps its count, and loses the words of this one. */
async function eraseFindings(erasing: Erasing, id: ConversationId, words: string): Promise<void> {
  for (const row of await erasing.selectFrom('finding_items').select(['source', 'finding_id', 'body']).where('body', 'like', `%${id}%`).execute()) {
    const item = JSON.parse(row.body) as FindingItem;
    await erasing.updateTable('finding_items').set({ body: JSON.stringify({ ...item, text: words }) }).where('source', '=', row.source).execute();
    const group = await erasing.selectFrom('findings').select('body').where('id', '=', row.finding_id).executeTakeFirst();
    if (group === undefined) continue;
    const finding = JSON.parse(group.body) as Finding;
    const left = finding.examples.filter((example) => example !== item.text);
    const bare: Finding = { ...finding, examples: left.length > 0 ? left : [words], version: finding.version + 1 };
    await erasing.updateTable('findings').set({ body: JSON.stringify(bare), version: bare.version }).where('id', '=', row.finding_id).execute();
  }
}

interface Matters {
  readonly msisdn: Msisdn;
  readonly ids: readonly ConversationId[];
  readonly words: Erasure['words'];
}

interface Stored {
  readonly id: string;
  readonly body: string;
  readonly version: number;
}

/** What is on the number, and what was opened in one of the conversations before the number was known. */
async function storedOn(erasing: Erasing, table: 'cases' | 'promises', { msisdn, ids }: Matters): Promise<readonly Stored[]> {
  const columns = ['id', 'body', 'version'] as const;
  const found = new Map<string, Stored>();
  for (const row of await erasing.selectFrom(table).select(columns).where('msisdn', '=', msisdn).execute()) found.set(row.id, row);
  for (const some of inPortions(ids)) {
    for (const row of await erasing.selectFrom(table).select(columns).where('conversation_id', 'in', some).execute()) found.set(row.id, row);
  }
  return [...found.values()];
}

/** Number, kind, stages, deadlines and sums stay: what was owed to somebody can still be told, not to whom. */
async function eraseMatters(erasing: Erasing, matters: Matters): Promise<void> {
  const { words } = matters;
  const locales = new Map<string, Locale>();
  for (const { id, body } of await storedOn(erasing, 'cases', matters)) {
    const one = JSON.parse(body) as Case;
    locales.set(id, one.locale);
    const bare: Case = { ...one, msisdn: null, title: words[one.locale], history: one.history.map((entry) => ({ ...entry, text: '' })), version: one.version + 1 };
    await erasing.updateTable('cases').set({ body: JSON.stringify(bare), msisdn: null, version: bare.version }).where('id', '=', id).execute();
  }
  for (const { id, body, version } of await storedOn(erasing, 'promises', matters)) {
    const one = JSON.parse(body) as PromiseMade;
    const bare: PromiseMade = { ...one, msisdn: null, text: words[locales.get(one.caseId ?? '') ?? 'zh-CN'] };
    await erasing.updateTable('promises').set({ body: JSON.stringify(bare), msisdn: null, version: version + 1 }).where('id', '=', id).execute();
  }
}
