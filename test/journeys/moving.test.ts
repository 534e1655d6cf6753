/** From one process on SQLite to PostgreSQL: everybody finds what was there, at the place where it was. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { QueuePlace } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { postgresEngine } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const ROOT = join(import.meta.dirname, '..', '..');
const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
/** Made anew at every start from the articles in force, or kept by the migrations themselves. */
const NOT_MOVED = /^(passages|passage_|kysely_|sqlite_)/;

function move(env: Readonly<Record<string, string>>): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(ROOT, 'dist/server/move.js')], { env: { PATH: process.env['PATH'] ?? '', ...env } }, (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code), out, err }));
  });
}

/** Of every table its rows, each as one text, in no order: bytes by their digest. */
const rowsOf = (rows: readonly object[]): string[] =>
  rows.map((row) => JSON.stringify(Object.fromEntries(Object.entries(row).map(([key, value]: [string, unknown]) => [key, Buffer.isBuffer(value) ? createHash('sha256').update(value).digest('hex') : value] as const).sort(([one], [other]) => (one < other ? -1 : 1))))).sort();

function tablesOfSqlite(dataDir: string): Map<string, string[]> {
  const file = new Database(join(dataDir, 'jiebang.db'), { readonly: true });
  const names = file.prepare("select name from sqlite_master where type = 'table'").pluck().all() as string[];
  const tables = new Map(names.filter((name) => !NOT_MOVED.test(name)).map((name) => [name, rowsOf(file.prepare(`select * from "${name}"`).all() as object[])]));
  file.close();
  return tables;
}

async function inPostgres<Result>(url: string, task: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, types: { getTypeParser: ((oid: number, format: 'text') => (oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format))) as never } });
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end();
  }
}

function tablesOfPostgres(url: string): Promise<Map<string, string[]>> {
  return inPostgres(url, async (client) => {
    const { rows } = await client.query<{ name: string }>('select tablename as name from pg_tables where schemaname = current_schema()');
    const tables = new Map<string, string[]>();
    for (const { name } of rows) if (!NOT_MOVED.test(name)) tables.set(name, rowsOf((await client.query<object>(`select * from "${name}"`)).rows));
    return tables;
  });
}

const engine = postgresEngine();

(engine ? describe : describe.skip)('the record, moved from SQLite to PostgreSQL', () => {
  const env = { RATE_LIMIT: 'off' };
  let dataDir = '';
  let databaseUrl = '';
  let before: Product;
  const products: Product[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'jiebang-moving-'));
    databaseUrl = (await engine?.env())?.['DATABASE_URL'] ?? '';
    before = await startProduct({ dataDir, env });
    products.push(before);
  });
  afterAll(async () => {
    for (const product of products) await product.stop();
    rmSync(dataDir, { recursive: true, force: true });
    await engine?.dispose();
  });

  it('is refused while the server runs, to a database that holds something, and from a folder without a record; nothing changes', async () => {
    const running = await move({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
    expect(running).toMatchObject({ code: 1, err: expect.stringContaining('is in use: stop the server first') });
    expect((await connectSubscriber(before.url)).conversation).toBeDefined();
    const nowhere = mkdtempSync(join(tmpdir(), 'jiebang-moving-'));
    expect(await move({ DATA_DIR: nowhere, DATABASE_URL: databaseUrl })).toMatchObject({ code: 1, err: expect.stringContaining('is no record that can be read') });
    rmSync(nowhere, { recursive: true });
    expect(await move({ DATA_DIR: dataDir })).toMatchObject({ code: 2, err: expect.stringContaining('DATABASE_URL=postgres://') });
    expect(await move({ DATA_DIR: dataDir, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toMatchObject({ code: 1 });
  });

  it('is there whole: what was said, who waits where, files, notes, staff and their sessions', async () => {
    const token = await siteToken(before.url, '13800000004');
    const one = await connectSubscriber(before.url, { token, locale: 'zh-CN' });
    await one.ask('话费余额');
    const odd = `它说 "\\" 和 {a,b} 还有 NULL、' 和 😀 换行\n第二行`;
    await one.ask(odd);
    const resumeToken = one.conversation?.resumeToken ?? '';
    const form = new FormData();
    form.append('file', new Blob([PNG]), '截图 1.png');
    const { id: fileId } = (await (await fetch(`${before.url}/api/attachments`, { method: 'POST', headers: { authorization: `Bearer ${resumeToken}` }, body: form })).json()) as { id: string };
    await one.request('send', { clientId: 'file', attachment: { id: fileId } });
    const others = [await connectSubscriber(before.url, { token: await siteToken(before.url, '13800000005') }), await connectSubscriber(before.url, { token: await siteToken(before.url, '13800000012') }), one];
    for (const waiting of others) {
      await waiting.request('handoff');
      await waiting.told.until<QueuePlace>('queue');
    }
    const placeOf = (waiting: Subscriber): number | undefined => waiting.told.of<QueuePlace>('queue').at(-1)?.position;
    // Who came last has a head start.
    await Promise.all(others.map((waiting, index) => waiting.told.until('queue', () => placeOf(waiting) === [2, 3, 1][index])));
    const supervisor = await connectStaff(before.url, 'supervisor@demo', null);
    const conversationId = one.conversation?.id ?? '';
    await supervisor.request('note', { conversationId, text: '只给同事看' });
    const pass = await staffToken(before.url, 'supervisor@demo');
    const said = ((await one.request('history', { limit: 100 })) as unknown as { messages: object[] }).messages;
    for (const client of [...others, supervisor]) client.close();
    await before.stop();
    const whole = tablesOfSqlite(dataDir);

    const moved = await move({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl });
    expect(moved).toMatchObject({ code: 0, err: '' });
    expect(moved.out).toMatch(/conversations: 3\n/u);
    expect(moved.out).toMatch(/done: \d+ rows and 1 files/u);

    const there = await tablesOfPostgres(databaseUrl);
    const files = there.get('attachments');
    expect(files).toHaveLength(1);
    expect([...there.keys()].sort()).toEqual([...whole.keys()].sort());
    for (const [name, rows] of whole) if (name !== 'attachments') expect([name, there.get(name)]).toEqual([name, rows]);
    expect(tablesOfSqlite(dataDir)).toEqual(whole);

    // Once more is refused, and changes nothing.
    expect(await move({ DATA_DIR: dataDir, DATABASE_URL: databaseUrl })).toMatchObject({ code: 1, err: expect.stringContaining('only an empty one is filled') });

    const after = await startProduct({ env: { ...env, DATABASE_URL: databaseUrl } });
    products.push(after);
    const again = await connectSubscriber(after.url, { resumeToken, token });
    expect(again.conversation).toMatchObject({ id: conversationId, state: 'queued' });
    expect((await again.told.until<QueuePlace>('queue')).position).toBe(1);
    const third = await connectSubscriber(after.url, { resumeToken: others[1]?.conversation?.resumeToken ?? '' });
    expect((await third.told.until<QueuePlace>('queue')).position).toBe(3);
    third.close();
    expect(((await again.request('history', { limit: 100 })) as unknown as { messages: object[] }).messages).toEqual(said);
    const link = await fetch(`${after.url}/api/attachments/${fileId}/link`, { headers: { authorization: `Bearer ${resumeToken}` } });
    const { href } = (await link.json()) as { href: string };
    expect(Buffer.from(await (await fetch(after.url + href)).arrayBuffer()).equals(PNG)).toBe(true);
    // A session from before is one now, and the note is there.
    const brief = await fetch(`${after.url}/api/conversations/${conversationId}/transcript`, { headers: { authorization: `Bearer ${pass}` } });
    expect(brief.status).toBe(200);
    expect(await inPostgres(databaseUrl, async (client) => (await client.query<{ body: string }>('select body from staff_notes')).rows.map(({ body }) => body).join())).toContain('只给同事看');
    again.close();
    expect(readFileSync(join(dataDir, 'jiebang.db')).length).toBeGreaterThan(0);
  }, 240_000);

  it('leaves nothing behind when it fails half way', async () => {
    const other = postgresEngine();
    const url = (await other?.env())?.['DATABASE_URL'] ?? '';
    const folder = mkdtempSync(join(tmpdir(), 'jiebang-moving-'));
    const product = await startProduct({ dataDir: folder, env });
    await product.stop();
    const file = new Database(join(folder, 'jiebang.db'));
    // PostgreSQL keeps no such sign in a text; the last table in order holds it.
    file.prepare("insert into webhooks (id, created_at, body) values ('w', 1, 'a' || char(0) || 'b')").run();
    file.close();
    expect(await move({ DATA_DIR: folder, DATABASE_URL: url })).toMatchObject({ code: 1, err: expect.stringContaining('does not take a row of webhooks') });
    const there = await tablesOfPostgres(url);
    expect([...there.values()].flat()).toEqual([]);
    rmSync(folder, { recursive: true });
    await other?.dispose();
  }, 240_000);
});
