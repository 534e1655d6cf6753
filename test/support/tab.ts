/** One browser tab of a subscriber: loses its connection again and again, comes back after the last message it saw, sends until acknowledged. */
import { connectSubscriber } from './clients.js';
import type { Ack, Subscriber } from './clients.js';
import type { WireMessage } from '../../src/protocol/chat.js';

const ACK_WITHIN_MS = 3_000;

export class Tab {
  readonly #before: WireMessage[] = [];
  #current: Subscriber | null = null;
  #connecting: Promise<Subscriber>;
  #isClosed = false;

  constructor(
    private readonly url: string,
    private readonly resumeToken: string,
  ) {
    this.#connecting = this.#connect();
  }

  /** Everything this tab was told, over all its connections. */
  get messages(): readonly WireMessage[] {
    return [...this.#before, ...(this.#current?.messages ?? [])];
  }

  /** Cut in the middle of whatever goes on, and at once on its way back. */
  drop(): void {
    this.#connecting = this.#connecting.then((one) => {
      if (!this.#isClosed) this.#leave(one);
      return this.#connect();
    });
  }

  async settle(): Promise<void> {
    await this.#connecting;
  }

  /** The same words under the same id until the server says that it has them. */
  async send(text: string, clientId: string): Promise<Ack> {
    for (;;) {
      const one = await this.#connecting;
      const ack = await one.socket.timeout(ACK_WITHIN_MS).emitWithAck('send', { clientId, text }).then(
        (answer: Ack) => answer,
        () => null,
      );
      if (ack) return ack;
      if (!one.socket.connected && (await this.#connecting) === one) this.drop();
    }
  }

  /** Waits until the message at `seq` was told. */
  async until(seq: number): Promise<void> {
    const one = await this.#connecting;
    if ((this.messages.at(-1)?.seq ?? 0) < seq) await one.told.until<WireMessage>('message', (message) => message.seq === seq);
  }

  close(): void {
    this.#isClosed = true;
    this.#current?.close();
  }

  async #connect(): Promise<Subscriber> {
    const one = await connectSubscriber(this.url, { resumeToken: this.resumeToken, afterSeq: this.messages.at(-1)?.seq ?? 0 });
    this.#current = one;
    return one;
  }

  /** Cut without a farewell. Nothing more is taken from the lost connection, and what it told is kept. */
  #leave(one: Subscriber): void {
    one.socket.offAny();
    this.#before.push(...one.messages);
    this.#current = null;
    const engine = one.socket.io.engine as unknown as { transport: { ws?: { terminate(): void } } };
    engine.transport.ws?.terminate();
    one.close();
  }
}
