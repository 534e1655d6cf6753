/** A grouping put right by hand: what the groups are once items have moved from one to the other. Pure. */
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import { MOST_FIXES } from './finding.js';
import type { Finding, FindingItem } from './finding.js';

/** More than a group gathers by itself: whatever was put in by hand has to be known again. */
const MOST_EXAMPLES = 24;
const MOST_NAMING = 6;

export interface Moving {
  readonly moved: readonly FindingItem[];
  /** What stays where it was; newest first. */
  readonly left: readonly FindingItem[];
}

/** The group without what was moved out of it: its words no longer stand for it, so that what is like them goes elsewhere. */
export function withoutMoved(one: Finding, { moved, left }: Moving): Finding {
  const gone = new Set(moved.map(({ text }) => text));
  const still = textsOf(left);
  const named = one.examples.filter((text) => !gone.has(text) || still.includes(text));
  const times = left.map(({ at }) => at);
  return {
    ...one,
    examples: named.length > 0 ? named : still.slice(0, MOST_NAMING),
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    count: Math.max(left.length, one.count - moved.length),
  };
}

/** The group with what was moved into it: its words stand for it from now on. `whole`: the group that was moved, when nothing is left of it. */
export function withMoved(one: Finding, moved: readonly FindingItem[], whole: Finding | null): Finding | Refusal {
  const fixes = [...one.fixes, ...(whole?.fixes ?? []).filter((fix) => !one.fixes.some(({ kind, ref }) => kind === fix.kind && ref === fix.ref))];
  if (fixes.length > MOST_FIXES) return refuse('too-long', 'too many fixes');
  const [name, ...others] = one.examples;
  const times = [one, ...(whole ? [whole] : [])].flatMap(({ firstAt, lastAt, count }) => (count > 0 ? [firstAt, lastAt] : [])).concat(moved.map(({ at }) => at));
  return {
    ...one,
    examples: [...new Set([...(name === undefined ? [] : [name]), ...textsOf(moved), ...others])].slice(0, MOST_EXAMPLES),
    firstAt: Math.min(...times),
    lastAt: Math.max(...times),
    count: one.count + (whole?.count ?? moved.length),
    fixes: fixes.sort((first, second) => first.at - second.at),
    ...(whole ? { absorbed: [...(one.absorbed ?? []), whole.id, ...(whole.absorbed ?? [])] } : {}),
  };
}

/** Said most often first. */
function textsOf(items: readonly FindingItem[]): readonly string[] {
  const times = new Map<string, number>();
  for (const { text } of items) times.set(text, (times.get(text) ?? 0) + 1);
  return [...times].sort(([, one], [, other]) => other - one).map(([text]) => text);
}
