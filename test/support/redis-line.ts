/** A line between one node and Redis that a test can block for a while, or cut and mend. */
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

export class RedisLine {
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #isBlocked = false;
  #isCut = false;
  readonly #server = createServer((node) => {
    if (this.#isCut) return void node.destroy();
    const { hostname, port } = new URL(this.target);
    const redis = connect(Number(port || 6379), hostname);
    const pair = [node, redis] as const;
    this.#pairs.add(pair);
    for (const [from, to] of [pair, [redis, node] as const]) {
      from.on('data', (said) => to.write(said));
      from.on('error', () => undefined);
      from.on('close', () => {
        to.destroy();
        this.#pairs.delete(pair);
      });
      if (this.#isBlocked) from.pause();
    }
  });

  private constructor(private readonly target: string) {}

  static async to(target: string): Promise<RedisLine> {
    const line = new RedisLine(target);
    await new Promise<void>((resolve) => line.#server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get url(): string {
    return `redis://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Nothing gets through, and nothing is lost. */
  block(): void {
    this.#isBlocked = true;
    for (const end of this.#ends()) end.pause();
  }

  /** What was under way is lost, and nobody gets a new connection. */
  cut(): void {
    this.#isCut = true;
    for (const end of this.#ends()) end.destroy();
  }

  mend(): void {
    this.#isBlocked = false;
    this.#isCut = false;
    for (const end of this.#ends()) end.resume();
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #ends(): Socket[] {
    return [...this.#pairs].flat();
  }
}
