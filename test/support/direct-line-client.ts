/** A plain Direct Line client for journeys: opens a conversation, listens on its stream, keeps what it heard. */
import WebSocket from 'ws';

export interface Heard {
  readonly id: string;
  readonly type: string;
  readonly text: string;
  readonly role: string;
  readonly attachments: readonly { readonly contentType: string; readonly name?: string; readonly contentUrl?: string; readonly content?: unknown }[];
  readonly raw: Record<string, unknown>;
}

interface Opened {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

export interface Polled {
  readonly activities: readonly { readonly id: string; readonly text?: string; readonly from: { readonly role: string }; readonly channelData?: { readonly clientActivityID: string } }[];
  readonly watermark: string;
}

let lastId = 0;

export class DirectLineClient {
  readonly heard: Heard[] = [];
  readonly #waiting = new Set<() => void>();
  #watermark = '';
  #lastClientId = '';
  #socket: WebSocket | null = null;

  private constructor(
    private readonly url: string,
    private opened: Opened,
  ) {}

  static async begin(product: string, secret: string | null, locale = 'zh-CN'): Promise<DirectLineClient> {
    const headers = { 'content-type': 'application/json', ...(secret === null ? {} : { authorization: `Bearer ${secret}` }) };
    const response = await fetch(`${product}/v3/directline/conversations`, { method: 'POST', headers, body: JSON.stringify({ locale }) });
    const client = new DirectLineClient(`${product}/v3/directline`, (await response.json()) as Opened);
    client.#listen();
    return client;
  }

  get conversationId(): string {
    return this.opened.conversationId;
  }

  /** Resolves with the id of the Activity; `sameAs` sends the last one once more. */
  say(text: string, { sameAs = false, value }: { sameAs?: boolean; value?: unknown } = {}): Promise<string> {
    if (!sameAs) this.#lastClientId = `dlc-${process.pid}-${(lastId += 1)}`;
    return this.post({ type: 'message', text, ...(value === undefined ? {} : { value }), locale: 'zh-CN', from: { id: 'x' }, channelData: { clientActivityID: this.#lastClientId } });
  }

  async post(activity: object): Promise<string> {
    const response = await fetch(`${this.url}/conversations/${this.conversationId}/activities`, { method: 'POST', headers: this.#headers(), body: JSON.stringify(activity) });
    if (!response.ok) throw new Error(`not taken: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { id: string }).id;
  }

  async upload(name: string, content: Uint8Array): Promise<unknown> {
    const form = new FormData();
    form.append('activity', new Blob([JSON.stringify({ type: 'message', from: { id: 'x' } })], { type: 'application/vnd.microsoft.activity' }));
    form.append('file', new Blob([Buffer.from(content)]), name);
    const { authorization } = this.#headers();
    return (await fetch(`${this.url}/conversations/${this.conversationId}/upload?userId=x`, { method: 'POST', headers: { authorization }, body: form })).json();
  }

  async poll(watermark: string): Promise<Polled> {
    const response = await fetch(`${this.url}/conversations/${this.conversationId}/activities?watermark=${watermark}`, { headers: this.#headers() });
    return (await response.json()) as Polled;
  }

  /** What comes after `watermark`, asked for until something fits: all of it, and where that ends. */
  async pollUntil(watermark: string, fits: (text: string) => boolean): Promise<Polled> {
    const activities: Polled['activities'][number][] = [];
    for (const end = Date.now() + 40_000; Date.now() < end; ) {
      const polled = await this.poll(watermark);
      activities.push(...polled.activities);
      watermark = polled.watermark;
      if (activities.some(({ text }) => fits(text ?? ''))) return { activities, watermark };
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`nothing fitting was told; told so far: ${JSON.stringify(activities)}`);
  }

  /** The client's own id of what was said last. */
  get lastClientId(): string {
    return this.#lastClientId;
  }

  cut(): void {
    this.#socket?.terminate();
  }

  async reconnect(): Promise<void> {
    const response = await fetch(`${this.url}/conversations/${this.conversationId}?watermark=${this.#watermark}`, { headers: this.#headers() });
    this.opened = (await response.json()) as Opened;
    this.#listen();
  }

  until(fits: (heard: Heard) => boolean): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`nothing fitting was heard; heard so far: ${JSON.stringify(this.heard.map(({ id, text }) => ({ id, text })).slice(-8))}`)), 40_000);
      const check = () => {
        const found = this.heard.find(fits);
        if (!found) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }

  #headers() {
    return { 'content-type': 'application/json', authorization: `Bearer ${this.opened.token}` };
  }

  #listen(): void {
    const socket = new WebSocket(this.opened.streamUrl);
    this.#socket = socket;
    socket.on('error', () => undefined);
    socket.on('message', (data: Buffer) => {
      const set = JSON.parse(data.toString('utf8')) as { activities: Record<string, unknown>[]; watermark?: string };
      if (set.watermark !== undefined) this.#watermark = set.watermark;
      for (const raw of set.activities) {
        this.heard.push({ raw, id: String(raw['id'] ?? ''), type: String(raw['type']), text: String(raw['text'] ?? ''), role: (raw['from'] as { role: string }).role, attachments: (raw['attachments'] ?? []) as Heard['attachments'] });
      }
      for (const check of [...this.#waiting]) check();
    });
  }
}
