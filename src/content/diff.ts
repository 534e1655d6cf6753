/** What differs between two states of the content, line by line as an editor reads it. Pure. */
import { structuredPatch } from 'diff';
import type { ContentText } from '../domain/content.js';

export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

export interface TextChange {
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Runs of changed lines, each with some unchanged ones around it. */
  readonly hunks: readonly { readonly line: number; readonly lines: readonly DiffLine[] }[];
}

/** Unchanged lines shown around a change. */
const AROUND = 2;
/** Past this many edits a text is shown as replaced: nobody reads such a diff, and it must not hold up a message. */
const MOST_EDITS = 2000;

export function changesBetween(before: readonly ContentText[], after: readonly ContentText[]): readonly TextChange[] {
  const old = new Map(before.map(({ path, text }) => [path, text]));
  const now = new Map(after.map(({ path, text }) => [path, text]));
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((path): TextChange[] => {
    const [was, is] = [old.get(path), now.get(path)];
    if (was === is) return [];
    return [{ path, kind: was === undefined ? 'added' : is === undefined ? 'removed' : 'changed', hunks: hunksOf(was ?? '', is ?? '') }];
  });
}

function hunksOf(was: string, is: string): TextChange['hunks'] {
  const patch = structuredPatch('', '', was, is, '', '', { context: AROUND, maxEditLength: MOST_EDITS });
  if (!patch) return [{ line: 1, lines: [...linesOf(was, 'removed'), ...linesOf(is, 'added')] }];
  return patch.hunks.map(({ newStart, lines }) => ({ line: newStart, lines: lines.flatMap(lineOf) }));
}

function linesOf(text: string, kind: DiffLine['kind']): DiffLine[] {
  return text.split('\n').map((line) => ({ kind, text: line }));
}

/** The mark for a missing line break at the end is no line. */
function lineOf(line: string): DiffLine[] {
  const text = line.slice(1);
  if (line.startsWith('+')) return [{ kind: 'added', text }];
  if (line.startsWith('-')) return [{ kind: 'removed', text }];
  return line.startsWith(' ') ? [{ kind: 'same', text }] : [];
}
