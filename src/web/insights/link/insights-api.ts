/** The calls of the insights over HTTP; what is refused comes as an error with its code. */
import type { WireFigures } from '../../../protocol/insights.js';

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
