/** Whom a delivery and a counted question are about, in columns of their own; and what is looked for by its conversation can be found by it. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

interface About {
  readonly conversationId: string | null;
  readonly caseId: string | null;
}

const AT_ONCE = 500;

export function whomItIsAbout({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`alter table webhook_deliveries add column conversation_id ${key}`.execute(db);
      await sql`alter table webhook_deliveries add column case_id ${key}`.execute(db);
      await sql`alter table finding_items add column conversation_id ${key}`.execute(db);
      await fill(db, { table: 'webhook_deliveries', id: 'id', aboutOf: aboutOfDelivery });
      await fill(db, { table: 'finding_items', id: 'source', aboutOf: (body) => ({ conversationId: textIn(body, 'conversationId'), caseId: null }) });
      await sql`create index webhook_deliveries_of_conversation on webhook_deliveries (conversation_id) where conversation_id is not null`.execute(db);
      await sql`create index webhook_deliveries_of_case on webhook_deliveries (case_id) where case_id is not null`.execute(db);
      await sql`create index finding_items_of_conversation on finding_items (conversation_id)`.execute(db);
      await sql`create index attachments_of_conversation on attachments (conversation_id)`.execute(db);
      await sql`create index follow_ups_of_conversation on follow_ups (conversation_id)`.execute(db);
      await sql`create index notice_reaches_of_conversation on notice_reaches (conversation_id)`.execute(db);
    },
  };
}

interface Filling {
  readonly table: 'webhook_deliveries' | 'finding_items';
  readonly id: 'id' | 'source';
  readonly aboutOf: (body: unknown) => About;
}

/** What was stored before says it in its body. */
async function fill(db: Kysely<unknown>, { table, id, aboutOf }: Filling): Promise<void> {
  for (let after = ''; ; ) {
    const { rows } = await sql<{ id: string; body: string }>`select ${sql.ref(id)} as id, body from ${sql.table(table)} where ${sql.ref(id)} > ${after} order by ${sql.ref(id)} limit ${sql.lit(AT_ONCE)}`.execute(db);
    for (const row of rows) {
      const { conversationId, caseId } = aboutOf(JSON.parse(row.body));
      const cases = table === 'webhook_deliveries' ? sql`, case_id = ${caseId}` : sql``;
      await sql`update ${sql.table(table)} set conversation_id = ${conversationId}${cases} where ${sql.ref(id)} = ${row.id}`.execute(db);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    after = last.id;
  }
}

function aboutOfDelivery(stored: unknown): About {
  const sent: unknown = JSON.parse(textIn(stored, 'body') ?? '{}');
  const data = isObject(sent) ? sent['data'] : undefined;
  return { conversationId: textIn(data, 'conversationId'), caseId: textIn(data, 'caseId') };
}

function textIn(value: unknown, name: string): string | null {
  const found = isObject(value) ? value[name] : undefined;
  return typeof found === 'string' ? found : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
