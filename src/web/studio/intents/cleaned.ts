/** An intent as it goes into the draft: without what was left empty, and without what its kind does not have and the page does not show. */
import type { IntentEntry, Place } from '../link/wire.js';
import { withoutBlanks } from './examples.js';

type Written = Omit<IntentEntry, keyof Place>;

/** What was left empty is left out of the file. */
const OPTIONAL = ['slots', 'patterns', 'answers', 'buttons', 'validFrom', 'validTo', 'plans', 'regions', 'owner'] as const;

export const cleaned = (entry: Written): Written => {
  const kept = Object.entries(fitting(entry)).filter(([key, value]) => !(OPTIONAL as readonly string[]).includes(key) || key === 'slots' || !isEmpty(value));
  return { ...(Object.fromEntries(kept) as unknown as Written), examples: { 'zh-CN': withoutBlanks(entry.examples['zh-CN']), en: withoutBlanks(entry.examples.en) } };
};

/** Chosen otherwise and back again before it is saved, everything is as it was. */
function fitting(entry: Written): Written {
  const { skill, answers, slots, ...rest } = entry;
  const shown = slots?.map(({ pattern, ...slot }) => (slot.entity === 'text' && pattern !== undefined ? { ...slot, pattern } : slot));
  return { ...rest, ...(shown === undefined ? {} : { slots: shown }), ...(entry.kind === 'skill' ? (skill === undefined ? {} : { skill }) : answers === undefined ? {} : { answers }) };
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}
