/**
 * How long publishing takes against the number of examples in all, and how long a message had to wait meanwhile: subscribers ask without pause while an
 * editor imports, publishes at once, publishes what was checked ahead, and restores, over HTTP. `npx tsx bench/publishing.ts [examples…]`
 */
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { keep, ROOT, start } from './servers.js';
import type { Running } from './servers.js';

const SIZES = process.argv.slice(2).map(Number);
const sizes = SIZES.length > 0 ? SIZES : [100, 1000, 5000, 20_000];
const SUBSCRIBERS = 20;
const ASK_EVERY_MS = 100;
const INTENTS = 100;
const QUESTIONS = ['我还有多少话费', '怎么充值缴费', '还剩多少流量', 'how do I top up', '发票怎么开', '谢谢'];

interface Delays {
  ack: number;
  reply: number;
  asked: number;
  lost: number;
}

const VERBS = ['想办', '怎么弄', '帮我查', '取消', '开通', '改一下', '为什么没有', '多少钱一个', '在哪里看', '能不能退'];
const THINGS = ['云盘', '彩印', '副卡', '视频包', '流量银行', '亲情号', '国际卡', '来电秀', '省心包', '家庭网'];

/** What ships is cut down to its share, so that there are as many examples in all as asked for, in at least 100 intents. */
async function cutDown(call: Call, examples: number): Promise<{ readonly left: number; readonly intents: number }> {
  const { intents } = (await (await call('GET', '/intents')).json()) as { intents: { id: string; examples: Record<string, string[]> }[] };
  const each = Math.max(1, Math.floor(examples / INTENTS / 2));
  let left = 0;
  for (const intent of intents) {
    const { id } = intent;
    const own = Object.fromEntries(Object.entries(intent.examples).map(([locale, phrases]) => [locale, phrases.slice(0, each)]));
    left += Object.values(own).flat().length;
    await ok(call('PUT', `/intents/${id}`, JSON.stringify({ ...intent, examples: own })));
  }
  return { left, intents: intents.length };
}

/** Rows of an import: each intent has a subject of its own, said in many ways. */
function table(examples: number, intents: number): string {
  const rows = Array.from({ length: examples }, (_, index) => {
    const intent = index % intents;
    const round = Math.floor(index / intents);
    const subject = `${THINGS[intent % 10] ?? ''}${String.fromCharCode(0x4e00 + 37 * intent)}`;
    return `${VERBS[round % 10] ?? ''}${subject}${round < 10 ? '' : `第${round}次`}，请${VERBS[(round * 7) % 10] ?? ''},bench_${intent}`;
  });
  return `问题,意图\n${rows.join('\n')}\n`;
}

class Asking {
  readonly delays: Delays = { ack: 0, reply: 0, asked: 0, lost: 0 };
  private timer: NodeJS.Timeout | undefined;
  private waitingSince: number | null = null;

  private constructor(private readonly socket: Socket, private readonly index: number) {
    socket.on('message', ({ from }: { from: string }) => {
      if (from !== 'bot' || this.waitingSince === null) return;
      this.delays.reply = Math.max(this.delays.reply, performance.now() - this.waitingSince);
      this.waitingSince = null;
    });
  }

  static async open(url: string, index: number): Promise<Asking> {
    const socket = io(`${url}/chat`, { transports: ['websocket'], forceNew: true });
    const asking = new Asking(socket, index);
    await new Promise((resolve) => socket.once('conversation', resolve));
    return asking;
  }

  async say(text: string): Promise<void> {
    await this.socket.emitWithAck('send', { clientId: `${this.index}-${text}`, text });
  }

  begin(): void {
    Object.assign(this.delays, { ack: 0, reply: 0, asked: 0, lost: 0 });
    this.timer = setInterval(() => {
      if (this.waitingSince !== null) return;
      const begun = performance.now();
      this.waitingSince = begun;
      this.delays.asked += 1;
      this.socket.emit('send', { clientId: `${this.index}-${begun}`, text: QUESTIONS[(this.delays.asked + this.index) % QUESTIONS.length] }, ({ ok }: { ok: boolean }) => {
        this.delays.ack = Math.max(this.delays.ack, performance.now() - begun);
        if (!ok) this.delays.lost += 1;
      });
    }, ASK_EVERY_MS);
  }

  end(): Delays {
    clearInterval(this.timer);
    return { ...this.delays };
  }

  close(): void {
    this.socket.disconnect();
  }
}

function longestTurn({ child }: Running): Promise<number> {
  return new Promise((resolve) => {
    child.once('message', (told) => resolve((told as { longestTurnMillis: number }).longestTurnMillis));
    child.send('report');
  });
}

type Call = (method: string, path: string, body?: string) => Promise<Response>;

async function editorOf(url: string): Promise<Call> {
  const signedIn = await fetch(`${url}/api/staff/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'editor@demo', password: 'demo' }) });
  const { token } = (await signedIn.json()) as { token: string };
  return (method, path, body) => fetch(`${url}/api/content${path}`, { method, headers: { authorization: `Bearer ${token}`, 'content-type': path.startsWith('/import') ? 'application/octet-stream' : 'application/json' }, ...(body === undefined ? {} : { body }) });
}

async function measured<Result>(server: Running, asking: readonly Asking[], task: () => Promise<Result>): Promise<{ seconds: number; longestTurnMs: number; ackMs: number; replyMs: number; asked: number; lost: number }> {
  await longestTurn(server);
  for (const one of asking) one.begin();
  const begun = performance.now();
  await task();
  const seconds = (performance.now() - begun) / 1000;
  const delays = asking.map((one) => one.end());
  const most = (of: (one: Delays) => number): number => Math.round(Math.max(...delays.map(of)));
  const sum = (of: (one: Delays) => number): number => delays.reduce((total, one) => total + of(one), 0);
  return { seconds: Math.round(seconds * 10) / 10, longestTurnMs: Math.round(await longestTurn(server)), ackMs: most(({ ack }) => ack), replyMs: most(({ reply }) => reply), asked: sum(({ asked }) => asked), lost: sum(({ lost }) => lost) };
}

async function ok(response: Promise<Response>): Promise<void> {
  const answered = await response;
  if (!answered.ok) throw new Error(`${answered.url}: ${answered.status} ${(await answered.text()).slice(0, 500)}`);
}

/** Until the server has checked the draft by itself, as it does once an editor rests. */
async function checkedAhead(call: Call): Promise<void> {
  for (;;) {
    const { draft } = (await (await call('GET', '/status')).json()) as { draft: string };
    if (draft === 'checked' || draft === 'same') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The last thousand messages are put to both revisions: they are there before anything is measured. */
async function askedBefore(url: string): Promise<void> {
  const asking = await Promise.all(Array.from({ length: 20 }, (_, index) => Asking.open(url, 1000 + index)));
  for (const one of asking) for (let index = 0; index < 60; index += 1) await one.say(`${QUESTIONS[index % QUESTIONS.length] ?? ''}，第${index}次问`);
  for (const one of asking) one.close();
}

const results: object[] = [];
for (const examples of sizes) {
  const server = await start({ name: 'product', engine: 'sqlite', nodeFlags: ['--import', join(ROOT, 'bench/long-turns.js')] });
  const call = await editorOf(server.url);
  await askedBefore(server.url);
  const { left, intents } = await cutDown(call, examples);
  const publish = (): Promise<void> => ok(call('POST', '/publish', JSON.stringify({ note: 'bench', override: { reason: 'bench' } })));
  const asking = await Promise.all(Array.from({ length: SUBSCRIBERS }, (_, index) => Asking.open(server.url, index)));
  const quiet = await measured(server, asking, () => new Promise((resolve) => setTimeout(resolve, 5000)));
  const more = Math.max(1, examples - left);
  const importing = await measured(server, asking, () => ok(call('POST', '/import?name=bench.csv', table(more, Math.max(1, INTENTS - intents)))));
  const publishingUnchecked = await measured(server, asking, publish);
  const edited = (await (await call('GET', '/intents/balance_query')).json()) as { examples: Record<string, string[]> };
  const checkingAhead = await measured(server, asking, async () => {
    await ok(call('PUT', '/intents/balance_query', JSON.stringify({ ...edited, examples: { ...edited.examples, en: [...(edited.examples['en'] ?? []), 'what is left in my purse'] } })));
    await checkedAhead(call);
  });
  const publishingChecked = await measured(server, asking, publish);
  const restoring = await measured(server, asking, () => ok(call('POST', '/revisions/2/restore', '{}')));
  const row = { examples: left + more, intents: Math.max(INTENTS, intents + 1), quiet, importing, publishingUnchecked, checkingAhead, publishingChecked, restoring };
  process.stdout.write(`${JSON.stringify(row)}\n`);
  results.push(row);
  for (const one of asking) one.close();
  await server.stop();
}
keep('publishing', { subscribers: SUBSCRIBERS, results });
