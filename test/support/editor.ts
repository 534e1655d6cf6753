/** An editor at the studio's API, as the page and outside tools use it. */
export interface Answered {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Readonly<Record<string, unknown>>;
}

export class Editor {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  static async signIn(url: string, email = 'editor@demo'): Promise<Editor> {
    const response = await fetch(`${url}/api/staff/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email, password: 'demo' }) });
    const { token } = (await response.json()) as { token: string };
    return new Editor(url, token);
  }

  async call(method: string, path: string, options: { body?: unknown; headers?: Readonly<Record<string, string>> } = {}): Promise<Answered> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', 'accept-language': 'en', ...options.headers },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    return { status: response.status, etag: response.headers.get('etag'), body: (await response.json()) as Answered['body'] };
  }

  get(path: string): Promise<Answered> {
    return this.call('GET', path);
  }

  put(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answered> {
    return this.call('PUT', path, { body, headers });
  }

  post(path: string, body: unknown = {}): Promise<Answered> {
    return this.call('POST', path, { body });
  }

  /** A file by its bytes. */
  async upload(path: string, bytes: Uint8Array | string, locale = 'zh-CN'): Promise<Answered> {
    const response = await fetch(`${this.url}${path}`, { method: 'POST', headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/octet-stream', 'accept-language': locale }, body: Buffer.from(bytes) });
    return { status: response.status, etag: null, body: (await response.json()) as Answered['body'] };
  }

  async download(format: string): Promise<{ readonly status: number; readonly bytes: Buffer }> {
    const response = await fetch(`${this.url}/api/content/export?format=${format}`, { headers: { authorization: `Bearer ${this.token}` } });
    return { status: response.status, bytes: Buffer.from(await response.arrayBuffer()) };
  }

  /** Where the revision in force takes a message. */
  async route(text: string, locale = 'zh-CN'): Promise<unknown> {
    return (await this.post('/api/nlu/parse', { text, locale })).body['intent'];
  }
}
