/** One file of `intents/` as a definition the product works with. */
import { z } from 'zod';
import type { AnswersByChannel, IntentDefinition } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import { compilePattern, LONGEST_PATTERN } from '../understanding/editor-patterns.js';
import type { ContentFile } from './content-files.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';
import { parseYaml } from './yaml-text.js';
import type { Parsed } from './yaml-text.js';

export const MOST_EXAMPLES = 5000;
export const LONGEST_EXAMPLE = 500;
const CHANNELS = ['web', 'wechat-page', 'wechat', 'wechat-kf', 'bot-framework', 'direct-line'] as const;
const ENTITIES = ['month', 'date', 'msisdn', 'city', 'country', 'plan', 'product', 'amount', 'data', 'text'] as const;

export const daySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'day').refine((text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), 'day');
const localised = z.strictObject({ 'zh-CN': z.string().min(1).max(300), en: z.string().min(1).max(300) });
const phrases = z.array(z.coerce.string().max(LONGEST_EXAMPLE)).max(MOST_EXAMPLES);
const answer = z.string().trim().min(1).max(2000);
const idOf = (pattern: RegExp) => z.string().max(64).regex(pattern, 'badId');
const intentId = idOf(/^[a-z][a-z0-9_]*$/);
const answers = z.union([answer, z.strictObject({ any: answer.optional(), ...Object.fromEntries(CHANNELS.map((channel) => [channel, answer.optional()])) } as Record<(typeof CHANNELS)[number] | 'any', z.ZodOptional<typeof answer>>)]);
const label = { label: localised.optional() };
const button = z.union([z.strictObject({ ...label, intent: intentId }), z.strictObject({ ...label, article: idOf(/^[a-z][a-z0-9-]*$/) }), z.strictObject({ ...label, person: z.literal(true) })]);

const intentSchema = z.strictObject({
  id: intentId,
  kind: z.enum(['skill', 'faq', 'handoff', 'control']),
  names: localised,
  skill: z.string().max(64).regex(/^[a-z][a-z0-9-]*$/, 'badId').nullish(),
  verify: z.boolean().default(false),
  skillGroup: z.string().min(1).max(64),
  urgent: z.boolean().default(false),
  slots: z
    .array(z.strictObject({ name: z.string().min(1).max(64), entity: z.enum(ENTITIES), required: z.boolean().default(false), ask: localised.nullish(), pattern: z.string().min(1).max(LONGEST_PATTERN).nullish() }))
    .max(10)
    .default([]),
  examples: z.strictObject({ 'zh-CN': phrases, en: phrases }),
  patterns: z.array(z.string().min(1).max(LONGEST_PATTERN)).max(20).nullish(),
  answers: z.strictObject({ 'zh-CN': answers.optional(), en: answers.optional() }).nullish(),
  buttons: z.array(button).max(6).nullish(),
  validFrom: daySchema.nullish(),
  validTo: daySchema.nullish(),
  plans: z.array(z.string().min(1).max(64)).max(50).nullish(),
  regions: z.array(z.string().min(1).max(64)).max(50).nullish(),
  owner: z.string().max(120).nullish(),
  notes: z.string().max(5000).default(''),
});
type IntentInFile = z.infer<typeof intentSchema>;

export function parseIntent(file: ContentFile): Parsed<IntentDefinition> {
  const parsed = parseYaml({ file: file.path, text: file.text, linesBefore: 0 }, intentSchema);
  if ('problems' in parsed) return parsed;
  const { value } = parsed;
  const problems = contradictionsOf(value, file);
  return problems.length > 0 ? { problems } : { value: definitionOf(value) };
}

function contradictionsOf(value: IntentInFile, file: ContentFile): readonly ContentProblem[] {
  const at = (word: string) => ({ file: file.path, line: lineOf(file.text, word) });
  const found: ContentProblem[] = [];
  if (!file.path.endsWith(`/${value.id}.yaml`)) found.push(problemAt(at('id:'), (faults) => faults.intentName(value.id)));
  if (value.kind === 'skill' && !value.skill) found.push(problemAt(at('kind:'), (faults) => faults.noSkill));
  if (value.kind === 'skill' && value.answers) found.push(problemAt(at('answers:'), (faults) => faults.skillSpeaks));
  for (const { name, required, ask, pattern, entity } of value.slots) {
    if (required && !ask) found.push(problemAt(at(name), (faults) => faults.unasked(name)));
    if (pattern && entity !== 'text') found.push(problemAt(at(name), (faults) => faults.patternOfText(name)));
  }
  for (const pattern of [...(value.patterns ?? []), ...value.slots.flatMap((slot) => slot.pattern ?? [])]) {
    const compiled = compilePattern(pattern);
    if (typeof compiled === 'string') found.push(problemAt(at(pattern), (faults) => faults.pattern(pattern, compiled)));
  }
  if (value.validFrom && value.validTo && value.validTo < value.validFrom) found.push(problemAt(at('validTo:'), (faults) => faults.backwards));
  return found;
}

/** The line that holds these words first. */
export function lineOf(text: string, words: string): number {
  const at = text.indexOf(words);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function definitionOf(value: IntentInFile): IntentDefinition {
  return {
    id: value.id,
    kind: value.kind,
    names: value.names,
    skill: value.skill ?? null,
    needsVerified: value.verify,
    skillGroup: value.skillGroup,
    isUrgent: value.urgent,
    slots: value.slots.map((slot) => ({ name: slot.name, entity: slot.entity, isRequired: slot.required, ask: slot.ask ?? null, ...(slot.pattern ? { pattern: slot.pattern } : {}) })),
    examples: value.examples,
    notes: value.notes,
    ...(value.patterns?.length ? { patterns: value.patterns } : {}),
    ...(value.answers ? { answers: answersOf(value.answers) } : {}),
    ...(value.buttons?.length ? { buttons: value.buttons.map(({ label: own, ...target }) => ({ ...(own ? { label: own } : {}), ...target })) } : {}),
    ...(value.validFrom ? { validFrom: value.validFrom } : {}),
    ...(value.validTo ? { validTo: value.validTo } : {}),
    ...(value.plans?.length ? { plans: value.plans } : {}),
    ...(value.regions?.length ? { regions: value.regions } : {}),
    ...(value.owner ? { owner: value.owner } : {}),
  };
}

/** One text alone is for any channel. */
function answersOf(written: NonNullable<IntentInFile['answers']>): Partial<Record<Locale, AnswersByChannel>> {
  return Object.fromEntries(
    Object.entries(written).flatMap(([locale, one]) => (one === undefined ? [] : [[locale, typeof one === 'string' ? { any: one } : Object.fromEntries(Object.entries(one).filter(([, text]) => text !== undefined))]])),
  );
}
