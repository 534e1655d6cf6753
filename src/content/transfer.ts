/** Content between files and the shared draft, in the very words of either: what goes in comes out byte by byte. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from './make-folder.js';
import type { ContentAuthor, ContentText, DraftChange } from '../domain/content.js';
import { staffId } from '../domain/ids.js';
import type { Clock } from '../ports/clock.js';
import type { ContentStore } from '../ports/content-store.js';
import { allTexts, directoryFiles, isContentPath, textFiles } from './content-files.js';
import { readGolden } from './golden-file.js';
import { readSeed } from './seed.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';

/** Who imported; not nobody, or the next version's files would replace what was imported. */
export const FILES: ContentAuthor = { staffId: staffId('content-files'), name: 'npm run content' };

export type Imported =
  | { readonly changed: number; readonly removed: number }
  | { readonly problems: readonly ContentProblem[] }
  /** An editor is at work on these in the studio; nothing was changed. */
  | { readonly editedBy: readonly { readonly path: string; readonly name: string }[] };

/** A file that is no UTF-8 is a problem: what cannot be read back as it was is not taken. */
export async function filesIn(root: string): Promise<{ readonly texts: readonly ContentText[]; readonly problems: readonly ContentProblem[] }> {
  const texts = await allTexts(directoryFiles(root));
  const problems = await Promise.all(
    texts.map(async ({ path, text }) => {
      const bytes = await readFile(join(root, path));
      if (bytes.equals(Buffer.from(text))) return [];
      const line = text.slice(0, text.indexOf('\uFFFD')).split('\n').length;
      return [problemAt({ file: path, line }, (faults) => faults.notUtf8)];
    }),
  );
  return { texts, problems: problems.flat() };
}

export async function problemsOf(texts: readonly ContentText[]): Promise<readonly ContentProblem[]> {
  const files = textFiles(texts);
  const [{ problems }, { problems: golden }] = [await readSeed(files), await readGolden(files)];
  return [...problems, ...golden];
}

/** The draft becomes what the files say, all or nothing. `isForced` also takes the place of what editors did in the studio. */
export async function importTexts(texts: readonly ContentText[], { store, clock, isForced = false }: { store: ContentStore; clock: Clock; isForced?: boolean }): Promise<Imported> {
  const problems = await problemsOf(texts);
  if (problems.length > 0) return { problems };
  const draft = new Map((await store.draft()).map((one) => [one.path, one]));
  const wanted = new Map(texts.map(({ path, text }) => [path, text]));
  const changes: DraftChange[] = [...new Set([...wanted.keys(), ...draft.keys()])]
    .filter((path) => wanted.get(path) !== draft.get(path)?.text)
    .map((path) => ({ path, text: wanted.get(path) ?? null, version: draft.get(path)?.version ?? null }));
  const edited = changes.flatMap(({ path }) => {
    const by = draft.get(path)?.changedBy;
    return by && by.staffId !== FILES.staffId ? [{ path, name: by.name }] : [];
  });
  if (edited.length > 0 && !isForced) return { editedBy: edited };
  if (changes.length > 0) {
    const done = await store.editDraft({ changes, by: FILES, at: clock.now() });
    if (done !== 'changed') return { editedBy: done.conflicts.map((path) => ({ path, name: '' })) };
  }
  const removed = changes.filter(({ text }) => text === null).length;
  return { changed: changes.length - removed, removed };
}

/** The files below `root` become these texts: written where they differ, taken away where there are none. Other files are left alone. */
export async function exportTexts(texts: readonly ContentText[], root: string): Promise<{ readonly written: number; readonly removed: number }> {
  const there = new Map((await allTexts(directoryFiles(root))).map(({ path, text }) => [path, text]));
  const wanted = texts.filter(({ path }) => isContentPath(path));
  const changed = wanted.filter(({ path, text }) => there.get(path) !== text);
  for (const { path, text } of changed) {
    await makeFolder(dirname(join(root, path)));
    await writeFile(join(root, path), text);
  }
  const kept = new Set(wanted.map(({ path }) => path));
  const gone = [...there.keys()].filter((path) => !kept.has(path));
  for (const path of gone) await rm(join(root, path));
  return { written: changed.length, removed: gone.length };
}
