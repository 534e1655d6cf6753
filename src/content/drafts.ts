/** The shared draft as editors see it: intents and articles as JSON, saved only when sound, never over somebody else's newer work. */
import type { ContentAuthor, DraftChange, DraftText } from '../domain/content.js';
import { refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { placeName } from '../domain/place.js';
import { RecentlyUsed } from '../domain/recently-used.js';
import type { Clock } from '../ports/clock.js';
import type { ContentStore } from '../ports/content-store.js';
import { parseArticle } from './article-file.js';
import { articleJson, articleText } from './article-text.js';
import type { ContentFile } from './content-files.js';
import { parseSavedIntent } from './answer-links.js';
import { intentJson, intentText } from './intent-text.js';
import type { Json } from './intent-text.js';
import type { PictureShelf } from './picture-shelf.js';
import { parseVariables, VARIABLES_PATH, variablesIn } from './variables.js';
import { inSlices } from './slices.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';
import type { Trail } from './trail.js';
import type { Parsed } from './yaml-text.js';

/** `entry` is what the file holds; the rest is about its place in the draft. */
export interface DraftEntry {
  readonly path: string;
  readonly entry: Json;
  readonly version: number;
  readonly changedBy: ContentAuthor | null;
  readonly changedAt: number;
}

export interface Saving {
  readonly by: ContentAuthor;
  /** What the editor had read: null for nothing, `any` to replace whatever is there. Left out, work of somebody else is not replaced unless it is what `read` says. */
  readonly version?: number | null | 'any';
  /** As what was read said itself, when it is sent back whole. */
  readonly read?: number;
}

/** One of several to be saved together, each by the version that was read. */
export interface ReadEntry {
  readonly id: string;
  readonly entry: Json;
  readonly version: number;
}

interface MadeText {
  readonly path: string;
  readonly text: string;
  readonly previous: DraftText | undefined;
}

export type EntryKind = 'intent' | 'article' | 'variables';

/** There is one file of them. */
export const ALL_VARIABLES = 'all';

interface Kind {
  readonly pathOf: (id: string) => string | null;
  readonly isOne: (path: string) => boolean;
  readonly json: (text: string) => Json;
  readonly text: (entry: Json, previous: string | null) => string;
  readonly parse: (file: ContentFile) => Parsed<unknown>;
}

const KINDS: Readonly<Record<EntryKind, Kind>> = {
  intent: {
    pathOf: (id) => (/^[a-z][a-z0-9_]{0,63}$/.test(id) ? `intents/${id}.yaml` : null),
    isOne: (path) => /^intents\/[^/]+\.yaml$/.test(path),
    json: intentJson,
    text: intentText,
    parse: parseSavedIntent,
  },
  article: {
    pathOf: (id) => (/^[a-z][a-z0-9-]{0,63}\.(zh-CN|en)$/.test(id) ? `knowledge-base/${id}.md` : null),
    isOne: (path) => /^knowledge-base\/[^/]+\.md$/.test(path),
    json: articleJson,
    text: articleText,
    parse: parseArticle,
  },
  variables: {
    pathOf: (id) => (id === ALL_VARIABLES ? VARIABLES_PATH : null),
    isOne: (path) => path === VARIABLES_PATH,
    json: intentJson,
    text: intentText,
    parse: parseVariables,
  },
};

/** More texts than a draft has; beyond it they are read again. */
const MOST_READ = 10_000;

export class Drafts {
  /** Texts as they were read last, by their paths: an editor's page asks for all of them again and again, and reading them takes the thread that chats need. */
  readonly #read = new RecentlyUsed<string, { readonly text: string; readonly entry: Json }>(MOST_READ);

  constructor(private readonly deps: { readonly store: ContentStore; readonly clock: Clock; readonly trail: Trail; readonly pictures?: PictureShelf; readonly onChanged?: () => void }) {}

  async list(kind: EntryKind): Promise<readonly DraftEntry[]> {
    const texts = (await this.deps.store.draft()).filter(({ path }) => KINDS[kind].isOne(path));
    return inSlices(texts, (text) => this.#entryOf(kind, text));
  }

  /** `id` of an article includes its language: `recharge-ways.zh-CN`. */
  async find(kind: EntryKind, id: string): Promise<DraftEntry | Refusal> {
    const path = KINDS[kind].pathOf(id);
    const found = path === null ? undefined : (await this.deps.store.draft()).find((text) => text.path === path);
    return found ? this.#entryOf(kind, found) : refuse('not-found');
  }

  async save(kind: EntryKind, id: string, { entry, ...saving }: Saving & { readonly entry: Json }): Promise<DraftEntry | Refusal> {
    const made = await this.made(kind, { id, entry }, await this.deps.store.draft());
    if ('refused' in made) return made;
    const { path, text, previous } = made;
    const refused = unseenIn(previous, saving) ?? (await this.edit([{ path, text }], onTopOf(previous, saving)));
    return refused ?? this.find(kind, id);
  }

  /** Several, all or none: what goes from one to another is never in both, nor in neither. */
  async saveTogether(kind: EntryKind, entries: readonly ReadEntry[], by: ContentAuthor): Promise<readonly DraftEntry[] | Refusal> {
    const draft = await this.deps.store.draft();
    const changes: (DraftChange & { readonly text: string })[] = [];
    for (const { id, entry, version } of entries) {
      const made = await this.made(kind, { id, entry }, draft);
      if ('refused' in made) return made;
      changes.push({ path: made.path, text: made.text, version });
    }
    const refused = await this.edit(changes, { by });
    if (refused) return refused;
    const kept = await this.deps.store.draft();
    return changes.flatMap(({ path }) => kept.filter((text) => text.path === path).map((text) => this.#entryOf(kind, text)));
  }

  /** As it would stand in the draft, when it is sound. */
  private async made(kind: EntryKind, { id, entry }: { readonly id: string; readonly entry: Json }, draft: readonly DraftText[]): Promise<MadeText | Refusal> {
    const path = KINDS[kind].pathOf(id);
    if (path === null) return faulty([problemAt({ file: id, line: 1 }, (faults) => faults.badId)]);
    const previous = draft.find((text) => text.path === path);
    const text = KINDS[kind].text(withPlaceNames(entry), previous?.text ?? null);
    const parsed = KINDS[kind].parse({ path, text });
    if ('problems' in parsed) return faulty(parsed.problems);
    const missing = kind === 'article' ? ((await this.deps.pictures?.missing([{ path, text }])) ?? []) : [];
    return missing.length > 0 ? faulty(missing) : { path, text, previous };
  }

  /** Which texts of the draft stand on which variable. */
  async variableUses(): Promise<Readonly<Record<string, readonly string[]>>> {
    const uses = new Map<string, string[]>();
    for (const { path, text } of await this.deps.store.draft()) for (const name of variablesIn(text)) uses.set(name, [...(uses.get(name) ?? []), path]);
    return Object.fromEntries(uses);
  }

  async remove(kind: EntryKind, id: string, saving: Saving): Promise<{ readonly removed: true } | Refusal> {
    const found = await this.find(kind, id);
    if ('refused' in found) return found;
    return unseenIn(found, saving) ?? (await this.edit([{ path: found.path, text: null }], onTopOf(found, saving))) ?? { removed: true };
  }

  #entryOf(kind: EntryKind, { text, ...rest }: DraftText): DraftEntry {
    const known = this.#read.get(rest.path);
    if (known?.text === text) return { ...rest, entry: known.entry };
    const entry = KINDS[kind].json(text);
    this.#read.put(rest.path, { text, entry });
    return { ...rest, entry };
  }

  /** Only what is not yet so; all or nothing. */
  async edit(changes: readonly DraftChange[], { by, version }: Saving): Promise<Refusal | null> {
    const read = version === undefined || version === 'any' ? {} : { version };
    const audit = changes.map(({ path, text }) => this.deps.trail.entry(by, { act: text === null ? 'content.deleted' : 'content.saved', target: path }));
    const edited = await this.deps.store.editDraft({ changes: changes.map((change) => ({ ...read, ...change })), by, at: this.deps.clock.now(), audit });
    if (edited !== 'changed') return refuse('conflict', `somebody changed ${edited.conflicts.join(', ')} meanwhile`);
    this.deps.onChanged?.();
    return null;
  }
}

/** 「上海市」 is kept as the business system writes it. */
function withPlaceNames(entry: Json): Json {
  const { regions } = entry;
  return Array.isArray(regions) && regions.every((one) => typeof one === 'string') ? { ...entry, regions: [...new Set(regions.map(placeName))] } : entry;
}

/** What somebody else saved last and the editor has not seen is not replaced. */
function unseenIn(previous: Pick<DraftText, 'version' | 'changedBy'> | undefined, { by, version, read }: Saving): Refusal | null {
  if (version !== undefined || !previous?.changedBy || previous.changedBy.staffId === by.staffId || read === previous.version) return null;
  return read === undefined ? refuse('needs-version', 'If-Match with the version that was read') : refuse('conflict', `somebody changed it since version ${read}`);
}

/** Between looking and writing nothing may come in either. */
function onTopOf(previous: Pick<DraftText, 'version'> | undefined, saving: Saving): Saving {
  return saving.version === undefined ? { ...saving, version: previous?.version ?? null } : saving;
}

export function faulty(problems: readonly ContentProblem[]): Refusal {
  return { ...refuse('bad-request', problems.map(({ text }) => text).join('; ').slice(0, 500)), extra: { problems } };
}
