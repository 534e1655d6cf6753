/** One entry being edited: what was read, what it has become, saving it, and what to do when somebody else saved meanwhile. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { merged } from '../link/merge.js';
import type { Clash } from '../link/merge.js';
import { StudioError } from '../link/studio-api.js';
import type { Kind } from '../link/studio-api.js';
import type { Json, Place, Problem } from '../link/wire.js';
import { NEW } from './open-entry.js';
import { useStudio, useTold, useWords } from './studio-context.js';

export type Bare<Entry> = Omit<Entry, keyof Place>;

export interface Editing<Entry extends Place> {
  readonly entry: Bare<Entry>;
  readonly isChanged: boolean;
  readonly isBusy: boolean;
  readonly problems: readonly Problem[];
  /** Somebody else's newer work; nothing of either side is lost. */
  readonly newer: Entry | null;
  readonly change: (change: Partial<Bare<Entry>>) => void;
  /** Whether it was kept. */
  readonly save: (id: string) => Promise<boolean>;
  /** Of the draft, as far as it has been read. */
  readonly version: number | null;
  /** What the draft says by then. */
  readonly base: () => Entry | null;
  /** What was saved of it by another way: what is written here stays, and stands on that now. */
  readonly standOn: (base: Entry) => void;
  /** Shows somebody else's newer work, if there is any. */
  readonly lookForNewer: () => Promise<void>;
  /** Back to what the draft says. */
  readonly discard: () => void;
  readonly takeTheirs: () => void;
  readonly mergeWithTheirs: () => void;
  /** Where both had changed the same when they were put together. */
  readonly clashes: readonly Clash[];
}

export interface Opening<Entry extends Place> {
  readonly kind: Kind;
  /** As in the address. */
  readonly id: string;
  /** Null for a new entry, which then begins as `blank`. */
  readonly start: Entry | null;
  readonly blank: Bare<Entry>;
  /** Leaves out what was left empty when it is saved. */
  readonly clean?: (entry: Bare<Entry>) => Bare<Entry>;
}

/** What was left unsaved here before is taken up again. */
export function useEntry<Entry extends Place>({ kind, id: opened, start, blank, clean = (entry) => entry }: Opening<Entry>): Editing<Entry> {
  const { api, unsaved } = useStudio();
  const place = `${kind}/${opened}`;
  const [left] = useState(() => unsaved.get<Bare<Entry>>(place));
  const told = useTold();
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [base, setBase] = useState<Entry | null>(left === null ? start : (left.base as Entry | null));
  const latest = useRef(base);
  const standOn = (from: Entry): void => {
    latest.current = from;
    setBase(from);
  };
  const [entry, setEntry] = useState<Bare<Entry>>(left?.text ?? (start === null ? blank : bare(start)));
  /** As it stands on the screen by then. */
  const written = useRef(entry);
  useEffect(() => void (written.current = entry), [entry]);
  const [newer, setNewer] = useState<Entry | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [clashes, setClashes] = useState<readonly Clash[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const isChanged = JSON.stringify(entry) !== JSON.stringify(base === null ? blank : bare(base));
  useLeaveWarning(isChanged);
  useEffect(() => (isChanged ? unsaved.put(place, { text: entry, base }) : unsaved.drop(place)), [unsaved, place, isChanged, entry, base]);
  const begin = (from: Entry, text: Bare<Entry>): void => {
    standOn(from);
    setEntry(text);
    setNewer(null);
    setProblems([]);
    setClashes([]);
  };
  /** Deleted meanwhile, which is said; saved once more it is there again. */
  const gone = (error: unknown): void => {
    void message.error(told(error));
    if (!(error instanceof StudioError) || error.code !== 'not-found') return;
    latest.current = null;
    setBase(null);
  };
  const save = async (id: string): Promise<boolean> => {
    setIsBusy(true);
    try {
      const saved = await api.save<Entry>(kind, id, { entry: clean(entry) as Json, version: base?.version ?? null });
      unsaved.drop(place);
      // What was written on while it was on its way is not saved yet.
      const text = written.current === entry ? bare(saved) : (merged(entry, written.current, bare(saved)).value as Bare<Entry>);
      if (opened === NEW && written.current !== entry) unsaved.put(`${kind}/${id}`, { text, base: saved });
      begin(saved, opened === NEW ? bare(saved) : text);
      void message.success(words.edit.saved);
      await Promise.all([queries.invalidateQueries({ queryKey: [kind] }), queries.invalidateQueries({ queryKey: ['changes'] })]);
      return true;
    } catch (error) {
      if (error instanceof StudioError && error.code === 'conflict') await api.one<Entry>(kind, id).then(setNewer, gone);
      else if (error instanceof StudioError && error.problems.length > 0) setProblems(error.problems);
      else void message.error(told(error));
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return {
    ...{ entry, isChanged, isBusy, problems, newer, save, version: base?.version ?? null, standOn, base: () => latest.current },
    change: (change) => setEntry((current) => ({ ...current, ...change })),
    lookForNewer: async () => {
      const now = await api.one<Entry>(kind, opened).catch(() => null);
      if (now !== null && now.version !== latest.current?.version) setNewer(now);
    },
    discard: () => {
      unsaved.drop(place);
      const latest = start !== null && start.version > (base?.version ?? 0) ? start : base;
      if (latest === null) setEntry(blank);
      else begin(latest, bare(latest));
    },
    takeTheirs: () => newer && begin(newer, bare(newer)),
    clashes,
    mergeWithTheirs: () => {
      if (newer === null) return;
      const both = merged(base === null ? blank : bare(base), entry, bare(newer));
      begin(newer, both.value as Bare<Entry>);
      setClashes(both.clashes);
    },
  };
}

/** The entry without its place in the draft. */
export function bare<Entry extends Place>(entry: Entry): Bare<Entry> {
  const { version: _version, changedBy: _by, changedAt: _at, ...rest } = entry;
  return rest;
}

/** A closed tab takes nothing along unasked. */
function useLeaveWarning(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent): void => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isChanged]);
}
