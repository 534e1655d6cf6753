/**
 * How long supervisors wait for their figures over 100,000 conversations of eight weeks: first when every day has to be counted, then as kept,
 * and how long meanwhile a message waits for the server.
 * `npx tsx bench/figures.ts [conversations] [keep]`; `keep` leaves the data directory for a look at the page.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openStore } from '../src/adapters/store/store.js';
import { SystemClock } from '../src/adapters/system/system-clock.js';
import { SystemIds } from '../src/adapters/system/system-ids.js';
import { newConversation } from '../src/domain/conversation-steps.js';
import type { Conversation } from '../src/domain/conversation.js';
import { conversationId, messageId, visitorId } from '../src/domain/ids.js';
import type { Message, MessageDraft } from '../src/domain/message.js';
import { digestOf } from '../src/insights/digest.js';
import { conversationRow, messageRow } from '../src/adapters/store/rows.js';
import { keep, start } from './servers.js';

const [wanted = '100000', keeps] = process.argv.slice(2);
const COUNT = Number(wanted);
const DAYS = 56;
const DAY_MS = 86_400_000;
const INTENTS = ['balance_query', 'bill_explain', 'data_usage', 'plan_change', 'no_signal', 'broadband_fault', 'complaint', 'recharge', 'roaming_info', 'points_query'];
const dataDir = mkdtempSync(join(tmpdir(), 'jiebang-bench-figures-'));

let seed = 20261128;
function random(): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
}
const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() ** 2 * items.length)] as Item;

function aConversation(index: number, at: number): { conversation: Conversation; messages: Message[]; askedAt: number | null; acceptedAt: number | null } {
  const id = conversationId(`c-${String(index).padStart(8, '0')}`);
  const goesToPerson = random() < 0.25;
  const turns = 1 + Math.floor(random() * 4);
  const drafts: [number, MessageDraft][] = [];
  let time = at;
  for (let turn = 0; turn < turns; turn += 1) {
    drafts.push([time, { from: 'subscriber', kind: 'text', text: `第 ${turn} 个问题，我想问一下这个月的账单为什么多了` }]);
    const isLost = random() < 0.08;
    drafts.push([time + 40, { from: 'bot', kind: 'text', text: '答复'.repeat(60), rule: isLost ? 'fallback' : 'clear-intent', ...(isLost ? {} : { intent: pick(INTENTS) }) }]);
    time += 20_000 + random() * 60_000;
  }
  const askedAt = goesToPerson ? Math.round(time) : null;
  const acceptedAt = askedAt !== null && random() < 0.9 ? Math.round(askedAt + 5_000 + random() ** 3 * 400_000) : null;
  if (askedAt !== null) drafts.push([askedAt, { from: 'system', kind: 'event', text: '已为您转接人工客服' }]);
  if (acceptedAt !== null) drafts.push([acceptedAt + 3_000 + random() * 30_000, { from: 'agent', kind: 'text', text: '您好，我看一下', author: { staffId: 's-1' as never, name: '李娜' } }]);
  const messages = drafts.map(([when, draft], place) => ({ ...draft, id: messageId(`m-${index}-${place}`), conversationId: id, seq: place + 1, at: Math.round(when) }));
  const last = messages.at(-1)?.at ?? at;
  const base = newConversation({ id, visitorId: visitorId(`v-${index}`), channel: pick(['web', 'wechat', 'wechat-page'] as const), locale: 'zh-CN', identity: null, now: at });
  const rating = random() < 0.2 ? { score: 1 + Math.floor(Math.sqrt(random()) * 5), comment: '', at: last } : null;
  const counters = { lastSeq: messages.length, subscriberSeq: messages.length, handledSeq: messages.length, updatedAt: last };
  return { conversation: { ...base, ...counters, state: 'closed', rating, memory: { ...base.memory, moods: [random() ** 2] } }, messages, askedAt, acceptedAt };
}

const clock = new SystemClock();
const store = await openStore({ databaseUrl: null, dataDir, clock, ids: new SystemIds(clock) });
await store.close();
const db = new Database(join(dataDir, 'jiebang.db'));
const insert = (table: string, row: object): void => {
  const names = Object.keys(row);
  db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`).run(row);
};
db.transaction(() => {
  for (let index = 0; index < COUNT; index += 1) {
    const at = Math.round(Date.now() - DAYS * DAY_MS + (index / COUNT) * DAYS * DAY_MS);
    const { conversation, messages, askedAt, acceptedAt } = aConversation(index, at);
    insert('conversations', conversationRow(conversation));
    for (const message of messages) insert('messages', messageRow(message));
    const digest = digestOf(conversation, messages, { tokens: 0, costMicros: 0 });
    insert('conversation_digests', { conversation_id: conversation.id, created_at: conversation.createdAt, updated_at: conversation.updatedAt, body: JSON.stringify(digest) });
    if (askedAt === null) continue;
    const range = { first_position: 2, first_low: 10, first_likely: 60, first_high: 200 };
    const end = acceptedAt === null ? { ended_at: askedAt + 90_000, ending: 'left', detail: '', ended_by: null } : { ended_at: acceptedAt, ending: 'accepted', detail: '', ended_by: 's-1' };
    insert('handoffs', { id: `h-${conversation.id}-${askedAt}`, conversation_id: conversation.id, asked_at: askedAt, reason: 'asked', skill_group: 'general', priority: 0, ...range, ...end });
    if (acceptedAt !== null) insert('services', { conversation_id: conversation.id, staff_id: 's-1', started_at: acceptedAt, ended_at: acceptedAt + 60_000 + Math.round(random() * 600_000), skill_group: 'general' });
  }
})();
db.close();

const server = await start({ name: 'product', engine: 'sqlite', dataDir });
const login = await fetch(`${server.url}/api/staff/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'supervisor@demo', password: 'demo' }) });
const { token } = (await login.json()) as { token: string };
const day = (back: number): string => new Date(Date.now() + 8 * 3_600_000 - back * DAY_MS).toISOString().slice(0, 10);

/** The longest that a trifle had to wait while the figures were being counted. */
async function ask(from: string, to: string): Promise<{ ms: number; longestWaitMs: number; conversations: number }> {
  let isDone = false;
  let longest = 0;
  const pinging = (async () => {
    while (!isDone) {
      const begun = performance.now();
      await fetch(`${server.url}/healthz`);
      longest = Math.max(longest, performance.now() - begun);
    }
  })();
  const begun = performance.now();
  const answer = await fetch(`${server.url}/api/insights/figures?from=${from}&to=${to}&compare=1`, { headers: { authorization: `Bearer ${token}` } });
  const { total } = (await answer.json()) as { total: { conversations: number } };
  const ms = performance.now() - begun;
  isDone = true;
  await pinging;
  return { ms: Math.round(ms), longestWaitMs: Math.round(longest), conversations: total.conversations };
}

const results = { conversations: COUNT, first28: await ask(day(27), day(0)), again28: await ask(day(27), day(0)), today: await ask(day(0), day(0)), again28b: await ask(day(27), day(0)) };
await server.stop();
if (keeps === undefined) rmSync(dataDir, { recursive: true, force: true });
else console.log(dataDir);
keep('figures', results);
