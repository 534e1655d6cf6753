/** Bringing files in and handing them out: shown row by row first, then all of the draft's changes or none. */
import { createHash } from 'node:crypto';
import { dayOf } from '../../domain/calendar.js';
import type { ContentAuthor, DraftText } from '../../domain/content.js';
import { refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Locale } from '../../domain/locale.js';
import type { Clock } from '../../ports/clock.js';
import type { ContentStore } from '../../ports/content-store.js';
import { textFiles } from '../content-files.js';
import type { Trail } from '../trail.js';
import { readDefinitions } from '../seed.js';
import { bundleOf } from './bundle.js';
import { sheetOf } from './faq-rows.js';
import type { FileFormat, Item } from './item.js';
import { planOf } from './planning.js';
import type { Plan, PlannedRow } from './planning.js';
import { rasaOf } from './rasa.js';
import { readBeside } from './reading.js';
import { csvOf, workbookOf } from './writing.js';

export const EXPORT_FORMATS = ['csv', 'xlsx', 'rasa', 'yaml'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface Incoming {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Preview {
  readonly format: FileFormat | null;
  readonly encoding: string | null;
  readonly head: number | null;
  readonly rows: readonly PlannedRow[];
  readonly ignored: readonly string[];
  /** Of the draft as the rows were held against it. */
  readonly seen: string;
}

export interface Taking {
  readonly by: ContentAuthor;
  /** Null: all of them. */
  readonly rows: Pick<ReadonlySet<number>, 'has'> | null;
  /** Of the preview that was looked at: what somebody changed since is not replaced unseen. */
  readonly seen?: string | undefined;
}

export interface Imported {
  readonly head: number | null;
  readonly ignored: readonly string[];
  readonly taken: number;
  readonly changed: readonly string[];
}

export class Exchange {
  constructor(private readonly deps: { readonly store: ContentStore; readonly clock: Clock; readonly trail: Trail; readonly onChanged?: () => void }) {}

  /** A file that cannot be read as a whole is refused with its problems; what is wrong with a row is told in the row. */
  async preview(file: Incoming): Promise<Preview | Refusal> {
    const read = await readBeside(file.name, file.bytes);
    if (read.problems.length > 0) return unsound(read.problems);
    const draft = await this.deps.store.draft();
    const { rows } = await this.plan(read.items, file.name, draft);
    return { format: read.format, encoding: read.encoding, head: read.head, rows, ignored: read.ignored, seen: seenIn(rows, draft) };
  }

  /** Without `rows` every row must fit; with them, every one of those. */
  async take(file: Incoming, { by, rows, seen }: Taking): Promise<Imported | Refusal> {
    const read = await readBeside(file.name, file.bytes);
    if (read.problems.length > 0) return unsound(read.problems);
    const items = rows === null ? read.items : read.items.filter(({ row }) => rows.has(row));
    if (items.length === 0) return refuse('bad-request', 'none of the rows is in the file');
    const draft = await this.deps.store.draft();
    if (seen !== undefined && seen !== seenIn((await this.plan(read.items, file.name, draft)).rows, draft)) return refuse('conflict', 'the draft was changed since the preview');
    const { rows: planned, texts } = await this.plan(items, file.name, draft);
    const problems = planned.flatMap((one) => one.problems);
    if (problems.length > 0) return unsound(problems);
    const versions = versionsOf(draft);
    const changes = [...texts].map(([path, text]) => ({ path, text, version: versions.get(path) ?? null }));
    const audit = [this.deps.trail.entry(by, { act: 'content.imported', target: file.name, detail: changes.map(({ path }) => path).join(' ').slice(0, 2000) })];
    const done = await this.deps.store.editDraft({ changes, by, at: this.deps.clock.now(), audit });
    if (done !== 'changed') return refuse('conflict', `somebody changed ${done.conflicts.join(', ')} meanwhile`);
    this.deps.onChanged?.();
    return { head: read.head, ignored: read.ignored, taken: planned.length, changed: changes.map(({ path }) => path) };
  }

  /** The draft in another form; what is not sound cannot be put into rows and is left out there, never in YAML. */
  async export(format: ExportFormat, locale: Locale): Promise<{ readonly bytes: Uint8Array; readonly ending: string; readonly mime: string }> {
    const draft = await this.deps.store.draft();
    if (format === 'yaml') return { bytes: Buffer.from(bundleOf(draft)), ending: 'yaml', mime: 'application/yaml' };
    const definitions = await readDefinitions(textFiles(draft));
    if (format === 'rasa') return { bytes: Buffer.from(rasaOf(definitions.intents)), ending: 'yml', mime: 'application/yaml' };
    const sheet = sheetOf(definitions, locale);
    if (format === 'csv') return { bytes: csvOf(sheet), ending: 'csv', mime: 'text/csv' };
    return { bytes: await workbookOf(sheet), ending: 'xlsx', mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' };
  }

  private plan(items: readonly Item[], file: string, draft: readonly DraftText[]): Promise<Plan> {
    return planOf(items, draft, { file, today: dayOf(this.deps.clock.now()) });
  }
}

function versionsOf(draft: readonly DraftText[]): ReadonlyMap<string, number> {
  return new Map(draft.map(({ path, version }) => [path, version]));
}

/** Another one when one of the texts that rows touch is another one. */
function seenIn(rows: readonly PlannedRow[], draft: readonly DraftText[]): string {
  const versions = versionsOf(draft);
  const touched = [...new Set(rows.flatMap(({ paths }) => paths))].sort().map((path) => [path, versions.get(path) ?? null]);
  return createHash('sha256').update(JSON.stringify(touched)).digest('hex').slice(0, 16);
}

const MOST_TOLD = 200;

function unsound(problems: PlannedRow['problems']): Refusal {
  const told = problems.slice(0, MOST_TOLD);
  return { ...refuse('bad-request', told.map(({ text }) => text).join('; ').slice(0, 500)), extra: { problems: told, count: problems.length } };
}
