/** The calls of the insights over HTTP; what is refused comes as an error with its code. */
import type { WireFinding, WireFindingItem, WireFixChoices } from '../../../protocol/findings.js';
import type { WireFigures } from '../../../protocol/insights.js';
import type { WireNotice, WireNoticeWords } from '../../../protocol/notices.js';

export class InsightsError extends Error {
  constructor(
    readonly code: string,
    readonly detail: string | null = null,
  ) {
    super(code);
  }
}

export interface Range {
  readonly from: string;
  readonly to: string;
}

export class InsightsApi {
  constructor(
    private readonly token: string,
    private readonly options: { readonly locale: string; readonly onSessionLost: () => void },
  ) {}

  /** Without days: the operator's today. */
  figures = (range: Range | null, isComparing: boolean): Promise<WireFigures> => this.call(`/insights/figures?${asked(range, isComparing)}`);

  figuresFile = async (range: Range | null, isComparing: boolean): Promise<Blob> => (await this.send(`/insights/figures.csv?${asked(range, isComparing)}`)).blob();

  findings = async (kind: WireFinding['kind'], state: WireFinding['state'] | 'all'): Promise<readonly WireFinding[]> =>
    (await this.call<{ findings: readonly WireFinding[] }>(`/insights/findings?kind=${kind}&state=${state}`)).findings;
  items = async (id: string): Promise<readonly WireFindingItem[]> => (await this.call<{ items: readonly WireFindingItem[] }>(`/insights/findings/${encodeURIComponent(id)}`)).items;
  decide = (id: string, body: { readonly state: WireFinding['state']; readonly note: string; readonly seenAt: number | null }): Promise<object> => this.act(id, 'decide', body);
  fix = (id: string, body: { readonly kind: WireFinding['fixes'][number]['kind']; readonly ref: string; readonly text: string }): Promise<object> => this.act(id, 'fix', body);
  fixChoices = (): Promise<WireFixChoices> => this.call('/insights/fix-choices');
  move = (id: string, body: { readonly items?: readonly string[]; readonly into: string | null }): Promise<object> => this.act(id, 'move', body);
  addPhrases = (id: string, intent: string, phrases: readonly string[]): Promise<{ readonly added: number }> => this.act(id, 'phrases', { intent, phrases });
  beginArticle = (id: string): Promise<{ readonly article: string; readonly writtenByModel: boolean }> => this.act(id, 'article', {});
  tell = (id: string): Promise<{ readonly told: number; readonly unreachable: number }> => this.act(id, 'tell', {});
  notices = async (): Promise<readonly WireNotice[]> => (await this.call<{ notices: readonly WireNotice[] }>('/insights/notices')).notices;
  unknownPlaces = async (names: string): Promise<readonly string[]> => (await this.call<{ unknown: readonly string[] }>(`/places?names=${encodeURIComponent(names)}`)).unknown;
  startNotice = (words: WireNoticeWords & { readonly clientId: string }): Promise<object> => this.call('/insights/notices', { method: 'POST', body: words });
  rewordNotice = (id: string, words: WireNoticeWords & { readonly version: number }): Promise<object> => this.call(`/insights/notices/${encodeURIComponent(id)}`, { method: 'PUT', body: words });
  endNotice = (id: string, tell: boolean): Promise<object> => this.call(`/insights/notices/${encodeURIComponent(id)}/end`, { method: 'POST', body: { tell } });
  intents = async (): Promise<readonly { readonly id: string; readonly names: Readonly<Record<'zh-CN' | 'en', string>> }[]> =>
    (await this.call<{ intents: readonly { readonly id: string; readonly names: Readonly<Record<'zh-CN' | 'en', string>> }[] }>('/content/intents')).intents;

  private act<Result>(id: string, act: string, body: object): Promise<Result> {
    return this.call(`/insights/findings/${encodeURIComponent(id)}/${act}`, { method: 'POST', body });
  }

  call = async <Result>(path: string, order: { readonly method?: string; readonly body?: unknown } = {}): Promise<Result> => (await this.send(path, order)).json() as Promise<Result>;

  private async send(path: string, { method = 'GET', body }: { readonly method?: string; readonly body?: unknown } = {}): Promise<Response> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}`, 'accept-language': this.options.locale };
    if (body !== undefined) headers['content-type'] = 'application/json';
    const answer = await fetch(`/api${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => null);
    if (answer === null) throw new InsightsError('offline');
    if (answer.ok) return answer;
    if (answer.status === 401) this.options.onSessionLost();
    const said = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string };
    throw new InsightsError(said.code ?? 'internal', said.detail ?? null);
  }
}

function asked(range: Range | null, isComparing: boolean): string {
  return new URLSearchParams({ ...(range ?? {}), compare: isComparing ? '1' : '0' }).toString();
}
