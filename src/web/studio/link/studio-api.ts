/** The calls of the studio over HTTP; what is refused comes as an error with its code and what the server said about it. */
import type { ArticleEntry, ExportFormat, Gate, ImportPreview, IntentEntry, AtWork, Json, Planned, PlannedAnswer, Problem, Published, QuotedPassage, Report, Revision, SoldPlan, Status, TextChange, Tried } from './wire.js';
import type { VariablesAnswer, WrittenVariables } from '../variables/variable-rows.js';

export class StudioError extends Error {
  constructor(
    readonly code: string,
    readonly problems: readonly Problem[] = [],
    readonly gate: Gate | null = null,
  ) {
    super(code);
  }
}

/** Articles begun for what could not be answered are called so. */
const BEGUN_FOR_GAPS = 'gap-';

export type Kind = 'intents' | 'articles';

/** Each window tells for itself where its editor is. */
const TAB = Math.random().toString(36).slice(2);

interface Call {
  readonly method?: string;
  readonly body?: unknown;
  readonly file?: File;
  /** The version that was read; null when there was nothing. */
  readonly version?: number | null;
}

export class StudioApi {
  constructor(
    private readonly token: string,
    private readonly options: { readonly locale: string; readonly onSessionLost: () => void },
  ) {}

  intents = async (): Promise<readonly IntentEntry[]> => (await this.call<{ intents: readonly IntentEntry[] }>('/intents')).intents;
  articles = async (): Promise<readonly ArticleEntry[]> => (await this.call<{ articles: readonly ArticleEntry[] }>('/articles')).articles;
  one = <Entry>(kind: Kind, id: string): Promise<Entry> => this.call(`/${kind}/${encodeURIComponent(id)}`);
  save = <Entry>(kind: Kind, id: string, order: { readonly entry: Json; readonly version: number | null }): Promise<Entry> =>
    this.call(`/${kind}/${encodeURIComponent(id)}`, { method: 'PUT', body: order.entry, version: order.version });
  /** All or none. */
  saveTogether = async (intents: readonly IntentEntry[]): Promise<readonly IntentEntry[]> => (await this.call<{ intents: readonly IntentEntry[] }>('/intents', { method: 'PUT', body: { intents } })).intents;
  remove = (kind: Kind, id: string, version: number): Promise<object> => this.call(`/${kind}/${encodeURIComponent(id)}`, { method: 'DELETE', version });
  check = (): Promise<Report> => this.call('/check', { method: 'POST' });
  status = (): Promise<Status> => this.call('/status');
  changes = async (from?: number, to?: number): Promise<readonly TextChange[]> =>
    (await this.call<{ changes: readonly TextChange[] }>(`/changes${from === undefined ? '' : `?from=${from}${to === undefined ? '' : `&to=${to}`}`}`)).changes;
  publish = (order: { readonly note: string; readonly override?: { readonly reason: string }; readonly at?: number }): Promise<Published | { readonly planned: Planned }> => this.call('/publish', { method: 'POST', body: order });
  planned = (): Promise<PlannedAnswer> => this.call('/planned');
  plannedChanges = async (id: string): Promise<readonly TextChange[]> => (await this.call<{ changes: readonly TextChange[] }>(`/planned/${encodeURIComponent(id)}/changes`)).changes;
  onPlanned = (id: string, what: 'approve' | 'cancel'): Promise<{ readonly planned: Planned }> => this.call(`/planned/${encodeURIComponent(id)}/${what}`, { method: 'POST', body: {} });
  tellAtWork = async (path: string | null): Promise<readonly AtWork[]> => (await this.call<{ editing: readonly AtWork[] }>('/editing', { method: 'PUT', body: { path, tab: TAB } })).editing;
  revisions = async (): Promise<readonly Revision[]> => (await this.call<{ revisions: readonly Revision[] }>('/revisions')).revisions;
  restore = (number: number, note: string): Promise<Revision> => this.call(`/revisions/${number}/restore`, { method: 'POST', body: { note } });
  tryOut = (order: { readonly messages: readonly string[]; readonly locale: string; readonly inForce: boolean; readonly subscriber?: string }): Promise<Tried> =>
    this.call('/try', { method: 'POST', body: order });

  previewImport = (file: File): Promise<ImportPreview> => this.call(`/import/preview?name=${encodeURIComponent(file.name)}`, { method: 'POST', file });
  importRows = (file: File, rows: string, seen: string): Promise<{ readonly taken: number; readonly changed: readonly string[] }> => this.call(`/import?name=${encodeURIComponent(file.name)}&rows=${rows}&seen=${seen}`, { method: 'POST', file });

  uploadPicture = (file: File): Promise<{ readonly name: string }> => this.call(`/images?name=${encodeURIComponent(file.name)}`, { method: 'POST', file });
  passages = async (entry: unknown): Promise<readonly QuotedPassage[]> =>
    (await this.call<{ passages: readonly QuotedPassage[] }>('/passages', { method: 'POST', body: entry })).passages;
  /** Whether a language model wrote it for an open question and nobody has edited it since. */
  isModelText = async (article: string): Promise<boolean> => {
    if (!article.startsWith(BEGUN_FOR_GAPS)) return false;
    const answer = await fetch('/api/insights/findings?kind=question&state=all', { headers: this.headers() }).catch(() => null);
    if (answer?.ok !== true) throw new StudioError(answer === null ? 'offline' : 'internal');
    const { findings } = (await answer.json()) as { findings: readonly { readonly fixes: readonly { readonly kind: string; readonly ref: string; readonly isModelText: boolean }[] }[] };
    return findings.some(({ fixes }) => fixes.some(({ kind, ref, isModelText }) => kind === 'article' && ref === article && isModelText));
  };
  /** By a language model; nothing is saved by it. */
  variants = async (wish: { readonly text: string; readonly locale: string }): Promise<readonly string[]> => (await this.call<{ variants: readonly string[] }>('/variants', { method: 'POST', body: wish })).variants;
  plans = async (): Promise<readonly SoldPlan[]> => (await this.call<{ plans: readonly SoldPlan[] }>('/plans')).plans;
  unknownPlaces = async (names: string): Promise<readonly string[]> => {
    const answer = await fetch(`/api/places?names=${encodeURIComponent(names)}`, { headers: this.headers() });
    return answer.ok ? ((await answer.json()) as { unknown: readonly string[] }).unknown : [];
  };
  variables = (): Promise<VariablesAnswer> => this.call('/variables');
  saveVariables = (variables: WrittenVariables, version: number | null): Promise<Pick<VariablesAnswer, 'version'>> => this.call('/variables', { method: 'PUT', body: variables, version });

  /** Handed to the browser as a file. */
  download = async (format: ExportFormat): Promise<void> => {
    const answer = await fetch(`/api/content/export?format=${format}`, { headers: this.headers() }).catch(() => null);
    if (!answer?.ok) throw new StudioError(answer === null ? 'offline' : 'internal');
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? `content.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}`, 'accept-language': this.options.locale };
  }

  private async call<Result>(path: string, { method = 'GET', body, file, version }: Call = {}): Promise<Result> {
    const headers = this.headers();
    if (file) headers['content-type'] = 'application/octet-stream';
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (typeof version === 'number') headers['if-match'] = `"${version}"`;
    if (version === null) headers['if-none-match'] = '*';
    const answer = await fetch(`/api/content${path}`, { method, headers, ...(file ? { body: file } : body === undefined ? {} : { body: JSON.stringify(body) }) }).catch(() => null);
    if (answer === null) throw new StudioError('offline');
    const said = (await answer.json().catch(() => ({}))) as Result & { code?: string; problems?: readonly Problem[]; gate?: Gate };
    if (answer.ok) return said;
    if (answer.status === 401) this.options.onSessionLost();
    throw new StudioError(said.code ?? 'internal', said.problems ?? [], said.gate ?? null);
  }
}
