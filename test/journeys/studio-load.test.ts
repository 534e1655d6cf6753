/** Two hundred chats go on while an editor publishes and takes it back: every message is taken and answered, by one revision or the other. */
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { connectSubscriber } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { Editor } from '../support/editor.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { WireMessage } from '../../src/protocol/chat.js';

/** The draft is trained once while all of them talk: seconds, and more on a busy machine. */
jest.setTimeout(240_000);
const CHATS = 200;
const ASK_EVERY_MS = 4000;
const MARKED = 'APN 怎么设置';
const QUESTIONS = [MARKED, '怎么充值缴费', '发票怎么开', '谢谢'];
/** Stands in the text and in the title of the later revision, and nowhere in the earlier one. */
const MARK = '新版';
const ARTICLE = '/api/content/articles/apn-settings.zh-CN';
const INTENT = '/api/content/intents/device_setup';

type By = 'earlier' | 'later' | 'half of each';

/** Asks on its own schedule, whether or not it was answered, as people do. */
class Chat {
  readonly answers: { readonly by: By; readonly askedAt: number; readonly answeredAt: number }[] = [];
  readonly untaken: unknown[] = [];
  sent = 0;
  longestAckMs = 0;
  readonly #seqs = new Set<number>();
  readonly #waiting: Promise<unknown>[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(
    readonly subscriber: Subscriber,
    private readonly index: number,
  ) {}

  begin(): void {
    this.#timer = setTimeout(() => {
      this.#waiting.push(this.#ask());
      this.#timer = setInterval(() => this.#waiting.push(this.#ask()), ASK_EVERY_MS);
    }, (ASK_EVERY_MS * this.index) / CHATS);
  }

  /** Resolves when the last question is answered. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    await Promise.all(this.#waiting);
    for (const { seq } of this.subscriber.messages) this.#seqs.add(seq);
  }

  /** Places in the record that nobody was told of. */
  get gaps(): number {
    return this.#seqs.size === 0 ? 1 : Math.max(...this.#seqs) - this.#seqs.size;
  }

  async #ask(): Promise<void> {
    const text = QUESTIONS[(this.sent + this.index) % QUESTIONS.length] ?? MARKED;
    this.sent += 1;
    const askedAt = performance.now();
    const ack = await this.subscriber.send(text).catch((error: unknown) => ({ ok: false, error }));
    this.longestAckMs = Math.max(this.longestAckMs, performance.now() - askedAt);
    if (!ack.ok || !('seq' in ack)) return void this.untaken.push(ack);
    const seq = Number(ack.seq);
    this.#seqs.add(seq);
    const reply = await this.subscriber.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > seq);
    if (text === MARKED) this.answers.push({ by: revisionOf(reply), askedAt, answeredAt: performance.now() });
  }
}

function revisionOf({ text, citations = [] }: WireMessage): By {
  const [says, cites] = [text.includes(`${MARK}：`), citations.some(({ title }) => title.includes(MARK))];
  return says !== cites ? 'half of each' : says ? 'later' : 'earlier';
}

describe('publishing while two hundred chats go on', () => {
  let product: Product;
  let editor: Editor;
  let chats: readonly Chat[];

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    editor = await Editor.signIn(product.url);
    chats = await Promise.all(Array.from({ length: CHATS }, async (_, index) => new Chat(await connectSubscriber(product.url), index)));
  });
  afterAll(async () => {
    for (const { subscriber } of chats) subscriber.close();
    await product.dispose();
  });

  it('loses no message, answers none by half of each revision, and restoring does not either', async () => {
    const article = (await editor.get(ARTICLE)).body;
    const intent = (await editor.get(INTENT)).body as unknown as { readonly examples: Readonly<Record<string, readonly string[]>> };
    await editor.put(ARTICLE, { ...article, title: `${String(article['title'])}（${MARK}）`, body: `${MARK}：在手机的移动网络设置里新建接入点，APN 填 jbnet，保存后重启手机。` });
    await editor.put(INTENT, { ...intent, examples: { ...intent.examples, 'zh-CN': [...(intent.examples['zh-CN'] ?? []), '接入点要填成啥样'] } });
    for (const chat of chats) chat.begin();
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));

    const begun = performance.now();
    expect(await editor.post('/api/content/publish', { note: 'while all talk' })).toMatchObject({ status: 200, body: { revision: 2 } });
    const published = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1.5 * ASK_EVERY_MS));
    const restoring = performance.now();
    expect(await editor.post('/api/content/revisions/1/restore')).toMatchObject({ status: 200, body: { revision: 3 } });
    const restored = performance.now();
    await new Promise((resolve) => setTimeout(resolve, 1.5 * ASK_EVERY_MS));
    await Promise.all(chats.map((chat) => chat.end()));

    const answers = chats.flatMap((chat) => chat.answers);
    // Asked and answered in between: what is still on its way when another revision comes may be answered by either.
    const by = (from: number, to: number): By[] => [...new Set(answers.filter(({ askedAt, answeredAt }) => askedAt >= from && answeredAt < to).map((one) => one.by))];
    expect(by(0, begun)).toEqual(['earlier']);
    expect(by(published, restoring)).toEqual(['later']);
    expect(by(restored, Infinity)).toEqual(['earlier']);
    expect(by(0, Infinity)).not.toContain('half of each');
    expect(chats.flatMap(({ untaken }) => untaken)).toEqual([]);
    expect(chats.filter(({ gaps }) => gaps > 0)).toEqual([]);
    const seconds = (from: number, to: number) => ((to - from) / 1000).toFixed(1);
    const sent = chats.reduce((sum, chat) => sum + chat.sent, 0);
    process.stdout.write(`${sent} messages of ${CHATS} chats; published in ${seconds(begun, published)} s, restored in ${seconds(restoring, restored)} s; longest acknowledgement ${Math.round(Math.max(...chats.map(({ longestAckMs }) => longestAckMs)))} ms\n`);
  });
});
