/** Patterns that editors write: run by an engine whose time grows with the text and never beyond it. */
import { RE2JS } from 're2js';

/** A pattern is looked for in the beginning of a message; whoever writes more has said it by then. */
const LOOKED_AT = 500;
export const LONGEST_PATTERN = 200;
/** Steps of the compiled pattern: (a{1,30}){1,30} has thousands, and each costs a moment at every character. */
const MOST_STEPS = 600;

export interface EditorPattern {
  /** The first group when there is one, else all of what matched; null when nothing does. */
  find(text: string): string | null;
}

/** What is wrong with it as a string, for an editor. */
export function compilePattern(source: string): EditorPattern | string {
  try {
    const pattern = RE2JS.compile(source, RE2JS.CASE_INSENSITIVE);
    if (pattern.programSize() > MOST_STEPS) return 'too many repetitions';
    return { find: (text) => found(pattern, text.normalize('NFKC').slice(0, LOOKED_AT)) };
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^error parsing regexp: /, '') : 'unreadable';
  }
}

function found(pattern: RE2JS, text: string): string | null {
  const matcher = pattern.matcher(text);
  if (!matcher.find()) return null;
  return (matcher.groupCount() > 0 ? matcher.group(1) : null) ?? matcher.group() ?? null;
}

const kept = new Map<string, EditorPattern | null>();
const MOST_KEPT = 1000;

/** Compiled once; null for one that cannot be used, which a check has refused before. */
export function patternOf(source: string): EditorPattern | null {
  const known = kept.get(source);
  if (known !== undefined) return known;
  const compiled = compilePattern(source);
  const pattern = typeof compiled === 'string' ? null : compiled;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(source, pattern);
  return pattern;
}
