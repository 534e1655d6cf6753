/** One entry being edited: what was read, what it has become, saving it, and what to do when somebody else saved meanwhile. */
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { merged } from '../link/merge.js';
import { StudioError } from '../link/studio-api.js';
import type { Kind } from '../link/studio-api.js';
import type { Json, Place, Problem } from '../link/wire.js';
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
  readonly takeTheirs: () => void;
  readonly mergeWithTheirs: () => void;
}

/** `start` is null for a new entry, which then begins as `blank`; `clean` leaves out what was left empty when it is saved. */
export function useEntry<Entry extends Place>(kind: Kind, start: Entry | null, blank: Bare<Entry>, clean: (entry: Bare<Entry>) => Bare<Entry> = (entry) => entry): Editing<Entry> {
  const { api } = useStudio();
  const told = useTold();
  const words = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [base, setBase] = useState<Entry | null>(start);
  const [entry, setEntry] = useState<Bare<Entry>>(start === null ? blank : bare(start));
  const [newer, setNewer] = useState<Entry | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isBusy, setIsBusy] = useState(false);
  const isChanged = JSON.stringify(entry) !== JSON.stringify(base === null ? blank : bare(base));
  useLeaveWarning(isChanged);
  const begin = (from: Entry, text: Bare<Entry>): void => {
    setBase(from);
    setEntry(text);
    setNewer(null);
    setProblems([]);
  };
  const save = async (id: string): Promise<boolean> => {
    setIsBusy(true);
    try {
      const saved = await api.save<Entry>(kind, id, { entry: clean(entry) as Json, version: base?.version ?? null });
      begin(saved, bare(saved));
      void message.success(words.edit.saved);
      await Promise.all([queries.invalidateQueries({ queryKey: [kind] }), queries.invalidateQueries({ queryKey: ['changes'] })]);
      return true;
    } catch (error) {
      if (error instanceof StudioError && error.code === 'conflict') setNewer(await api.one<Entry>(kind, id).catch(() => null));
      else if (error instanceof StudioError && error.problems.length > 0) setProblems(error.problems);
      else void message.error(told(error));
      return false;
    } finally {
      setIsBusy(false);
    }
  };
  return {
    ...{ entry, isChanged, isBusy, problems, newer, save },
    change: (change) => setEntry((current) => ({ ...current, ...change })),
    takeTheirs: () => newer && begin(newer, bare(newer)),
    mergeWithTheirs: () => newer && begin(newer, merged(base === null ? blank : bare(base), entry, bare(newer)) as Bare<Entry>),
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
