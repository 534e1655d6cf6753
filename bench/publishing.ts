/**
 * How long publishing takes against the number of examples in all, how long a message had to wait meanwhile, and which revision answered it: 200 chats
 * ask on a schedule, so that a stalled server cannot hide, while an editor imports, publishes at once, publishes what was checked ahead, and restores,
 * over HTTP. `npx tsx bench/publishing.ts [examples…]`
 */
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { keep, ROOT, start } from './servers.js';
import type { Running } from './servers.js';

const SIZES = process.argv.slice(2).map(Number);
const sizes = SIZES.length > 0 ? SIZES : [100, 1000, 5000, 20_000];
const CHATS = 200;
const ASK_EVERY_MS = 5000;
const INTENTS = 100;
/** Answered in the words of the revision, with a button of the revision. */
const MARKED = '现在用的是第几版内容呀';
const QUESTIONS = [MARKED, '怎么充值缴费', '还剩多少流量', 'how do I top up', '发票怎么开', '谢谢'];
/** A question nobody answered by then is lost. */
const LOST_AFTER_MS = 5000;

/** Of one question; milliseconds from when it was due. */
interface Asked {
  readonly due: number;
  readonly isMarked: boolean;
  ack: number | null;
  reply: number | null;
  /** Which revision's words and which revision's button it was. */
  by: readonly string[];
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
  private asked: Asked[] = [];
  private count = 0;
  private timer: NodeJS.Timeout | undefined;
  private lateMs = 0;

  private constructor(private readonly socket: Socket, private readonly index: number) {
    socket.on('message', ({ from, text, buttons = [] }: { from: string; text: string; buttons?: readonly { label: string }[] }) => {
      const one = this.asked.find(({ reply }) => reply === null);
      if (from !== 'bot' || one === undefined) return;
      one.reply = performance.now() - one.due;
      one.by = [text, ...buttons.map(({ label }) => label)].flatMap((words) => /第(\d+)版/.exec(words)?.[1] ?? []);
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

  /** From now on at its own place in every round. */
  begin(): void {
    this.asked = [];
    this.lateMs = 0;
    const next = (due: number): void => {
      this.timer = setTimeout(() => {
        this.ask(due);
        next(due + ASK_EVERY_MS);
      }, due - performance.now());
    };
    next(performance.now() + (ASK_EVERY_MS * (this.index % CHATS)) / CHATS);
  }

  async end(): Promise<{ readonly asked: readonly Asked[]; readonly lateMs: number }> {
    clearTimeout(this.timer);
    const until = performance.now() + LOST_AFTER_MS;
    while (this.asked.some(({ ack, reply }) => ack === null || reply === null) && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
    return { asked: this.asked, lateMs: this.lateMs };
  }

  close(): void {
    this.socket.disconnect();
  }

  private ask(due: number): void {
    const text = QUESTIONS[(this.count + this.index) % QUESTIONS.length] ?? MARKED;
    this.count += 1;
    this.lateMs = Math.max(this.lateMs, performance.now() - due);
    const one: Asked = { due, isMarked: text === MARKED, ack: null, reply: null, by: [] };
    this.asked.push(one);
    this.socket.emit('send', { clientId: `${this.index}-${due}`, text }, ({ ok }: { ok: boolean }) => {
      if (ok) one.ack = performance.now() - due;
    });
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

interface Measured {
  readonly seconds: number;
  /** Processor time of the main thread in one go. */
  readonly longestTurnMs: number;
  readonly asked: number;
  readonly lost: number;
  readonly ackMs: { readonly p50: number; readonly p99: number; readonly most: number };
  readonly replyMs: { readonly p50: number; readonly p99: number; readonly most: number };
  /** How late the client itself was at most: no delay below this tells anything. */
  readonly clientLateMs: number;
  /** Answers by revision, by parts of two, and those of an older revision than an earlier question had got. */
  readonly answeredBy: Readonly<Record<string, number>>;
  readonly halfOfEach: number;
  readonly wentBack: number;
}

async function measured<Result>(server: Running, asking: readonly Asking[], task: () => Promise<Result>): Promise<Measured> {
  await longestTurn(server);
  for (const one of asking) one.begin();
  const begun = performance.now();
  await task();
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  // A round more, so that what is in force by now is asked as well.
  await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  const longestTurnMs = Math.round(await longestTurn(server));
  const ended = await Promise.all(asking.map((one) => one.end()));
  const asked = ended.flatMap((one) => one.asked).sort((one, other) => one.due - other.due);
  const at = (times: readonly (number | null)[]): Measured['ackMs'] => {
    const known = times.flatMap((one) => one ?? []).sort((one, other) => one - other);
    const share = (part: number): number => Math.round(known[Math.min(known.length - 1, Math.floor(known.length * part))] ?? 0);
    return { p50: share(0.5), p99: share(0.99), most: share(1) };
  };
  const marked = asked.filter(({ isMarked, by }) => isMarked && by.length > 0);
  const answeredBy: Record<string, number> = {};
  for (const { by: [first = '-'] } of marked) answeredBy[first] = (answeredBy[first] ?? 0) + 1;
  const [before, after] = [marked.at(0)?.by[0], marked.at(-1)?.by[0]];
  const switched = marked.findIndex(({ by: [first] }) => first === after);
  return {
    ...{ seconds, longestTurnMs, asked: asked.length, lost: asked.filter(({ ack, reply }) => ack === null || reply === null).length },
    ackMs: at(asked.map(({ ack }) => ack)),
    replyMs: at(asked.map(({ reply }) => reply)),
    clientLateMs: Math.round(Math.max(...ended.map(({ lateMs }) => lateMs))),
    answeredBy,
    halfOfEach: marked.filter(({ by }) => new Set(by).size > 1).length,
    wentBack: before === after ? 0 : marked.slice(switched).filter(({ by: [first] }) => first === before).length,
  };
}

async function ok(response: Promise<Response>): Promise<void> {
  const answered = await response;
  if (!answered.ok) throw new Error(`${answered.url}: ${answered.status} ${(await answered.text()).slice(0, 500)}`);
}

/** Until the server has checked the draft by itself, as it does once an editor rests. */
async function checkedAhead(call: Call): Promise<void> {
  for (;;) {
    const { draft } = (await (await call('GET', '/status')).json()) as { draft: string };
    if (draft === 'checked' || draft === 'worse' || draft === 'same') return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** The last thousand messages are put to both revisions: they are there before anything is measured. */
async function askedBefore(url: string): Promise<void> {
  const asking = await Promise.all(Array.from({ length: 20 }, (_, index) => Asking.open(url, 1000 + index)));
  for (const one of asking) for (let index = 0; index < 60; index += 1) await one.say(`${QUESTIONS[index % QUESTIONS.length] ?? ''}，第${index}次问`);
  for (const one of asking) one.close();
}

/** An intent that says which revision it is, in its words and on its button. */
function mark(call: Call, revision: number): Promise<void> {
  const words = `这是第${revision}版`;
  const label = { 'zh-CN': `第${revision}版的按钮`, en: `第${revision}版的按钮` };
  const examples = { 'zh-CN': [MARKED, '内容是第几版', '你们用到第几版了'], en: ['which revision is this'] };
  return ok(call('PUT', '/intents/which_revision', JSON.stringify({ id: 'which_revision', kind: 'faq', names: { 'zh-CN': '第几版', en: 'Revision' }, skillGroup: 'general', examples, answers: { 'zh-CN': words, en: words }, buttons: [{ intent: 'recharge', label }] })));
}

const results: object[] = [];
for (const examples of sizes) {
  const server = await start({ name: 'product', engine: 'sqlite', nodeFlags: ['--import', join(ROOT, 'bench/long-turns.js')] });
  const call = await editorOf(server.url);
  await askedBefore(server.url);
  const { left, intents } = await cutDown(call, examples);
  await mark(call, 2);
  const publish = (): Promise<void> => ok(call('POST', '/publish', JSON.stringify({ note: 'bench', override: { reason: 'bench' } })));
  await publish();
  const asking = await Promise.all(Array.from({ length: CHATS }, (_, index) => Asking.open(server.url, index)));
  const quiet = await measured(server, asking, () => new Promise((resolve) => setTimeout(resolve, 5000)));
  const more = Math.max(1, examples - left);
  await mark(call, 3);
  const importing = await measured(server, asking, () => ok(call('POST', '/import?name=bench.csv', table(more, Math.max(1, INTENTS - intents)))));
  const publishingUnchecked = await measured(server, asking, publish);
  const edited = (await (await call('GET', '/intents/balance_query')).json()) as { examples: Record<string, string[]> };
  await mark(call, 4);
  const checkingAhead = await measured(server, asking, async () => {
    await ok(call('PUT', '/intents/balance_query', JSON.stringify({ ...edited, examples: { ...edited.examples, en: [...(edited.examples['en'] ?? []), 'what is left in my purse'] } })));
    await checkedAhead(call);
  });
  const publishingChecked = await measured(server, asking, publish);
  const restoring = await measured(server, asking, () => ok(call('POST', '/revisions/3/restore', '{}')));
  const row = { examples: left + more, intents: Math.max(INTENTS, intents + 1), load: loadavg()[0], quiet, importing, publishingUnchecked, checkingAhead, publishingChecked, restoring };
  process.stdout.write(`${JSON.stringify(row)}\n`);
  results.push(row);
  for (const one of asking) one.close();
  await server.stop();
}
keep('publishing', { chats: CHATS, askEveryMs: ASK_EVERY_MS, results });
