/**
 * The ideal pipeline, the baseline the product is held against: Socket.IO in → durable insert → fixed reply → durable
 * insert → Socket.IO out, and nothing else. SQLite in WAL with synchronous=FULL; what waits in one event-loop tick is
 * committed together. With DATABASE_URL the same with batched inserts on PostgreSQL.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { Server } from 'socket.io';

interface Row {
  readonly id: string;
  readonly conversation: string;
  readonly seq: number;
  readonly body: string;
}

type Commit = (rows: readonly Row[]) => Promise<void>;

function sqliteCommit(file: string): Commit {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('create table messages (id text primary key, conversation text not null, seq integer not null, body text not null) without rowid');
  const insert = db.prepare('insert into messages values (?, ?, ?, ?)');
  const commit = db.transaction((rows: readonly Row[]) => {
    for (const row of rows) insert.run(row.id, row.conversation, row.seq, row.body);
  });
  return (rows) => {
    commit(rows);
    return Promise.resolve();
  };
}

async function postgresCommit(url: string): Promise<Commit> {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  await pool.query('create table messages (id text primary key, conversation text not null, seq integer not null, body text not null)');
  return async (rows) => {
    await pool.query({
      name: 'insert',
      text: 'insert into messages select * from json_to_recordset($1) as row(id text, conversation text, seq int, body text)',
      values: [JSON.stringify(rows)],
    });
  };
}

const url = process.env['DATABASE_URL'];
const commit = url === undefined ? sqliteCommit(join(process.env['DATA_DIR'] ?? '.', 'ideal.db')) : await postgresCommit(url);

let waiting: { row: Row; done: () => void }[] = [];
let isScheduled = false;

function durable(row: Row): Promise<void> {
  return new Promise((resolve) => {
    waiting.push({ row, done: resolve });
    if (isScheduled) return;
    isScheduled = true;
    setImmediate(() => {
      isScheduled = false;
      const batch = waiting;
      waiting = [];
      void commit(batch.map(({ row: one }) => one)).then(() => batch.forEach(({ done }) => done()));
    });
  });
}

const http = createServer((request, response) => {
  if (!request.url?.startsWith('/socket.io/')) response.writeHead(404).end();
});
const io = new Server(http, { perMessageDeflate: false, httpCompression: false, serveClient: false });
let counter = 0;

io.of('/chat').on('connection', (socket) => {
  let seq = 0;
  socket.emit('conversation', { id: socket.id, resumeToken: '', state: 'bot', lastSeq: 0, verified: true });
  socket.on('send', (payload: { clientId: string; text: string }, ack: (answer: object) => void) => {
    const asked = { id: `m${(counter += 1)}`, conversation: socket.id, seq: (seq += 1), body: JSON.stringify(payload) };
    void durable(asked).then(async () => {
      ack({ ok: true, id: asked.id, seq: asked.seq });
      const reply = { id: `m${(counter += 1)}`, conversationId: socket.id, seq: (seq += 1), from: 'bot', kind: 'text', text: '您的话费余额是 88.80 元。', at: Date.now() };
      await durable({ id: reply.id, conversation: socket.id, seq: reply.seq, body: JSON.stringify(reply) });
      socket.emit('message', reply);
    });
  });
});

http.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready: http://127.0.0.1:${(http.address() as AddressInfo).port}\n`);
});
process.once('SIGTERM', () => process.exit(0));
