/** One file of `intents/` as a definition the product works with. */
import { z } from 'zod';
import type { IntentDefinition } from '../domain/intent.js';
import type { ContentFile } from './content-files.js';
import { parseYaml } from './yaml-text.js';
import type { Parsed } from './yaml-text.js';

const localised = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
const ENTITIES = ['month', 'date', 'msisdn', 'city', 'country', 'plan', 'product', 'amount', 'data', 'text'] as const;

const intentSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/),
  kind: z.enum(['skill', 'faq', 'handoff', 'control']),
  names: localised,
  skill: z.string().regex(/^[a-z][a-z0-9-]*$/).nullish(),
  verify: z.boolean().default(false),
  skillGroup: z.string().min(1),
  urgent: z.boolean().default(false),
  slots: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        entity: z.enum(ENTITIES),
        required: z.boolean().default(false),
        ask: localised.nullish(),
      }),
    )
    .default([]),
  examples: z.strictObject({ 'zh-CN': z.array(z.coerce.string()), en: z.array(z.coerce.string()) }),
  notes: z.string().default(''),
});

export function parseIntent(file: ContentFile): Parsed<IntentDefinition> {
  const parsed = parseYaml({ file: file.path, text: file.text, linesBefore: 0 }, intentSchema);
  if ('problems' in parsed) return parsed;
  const { value } = parsed;
  const problem = (text: string): Parsed<IntentDefinition> => ({ problems: [{ file: file.path, line: 1, text }] });
  if (!file.path.endsWith(`/${value.id}.yaml`)) return problem(`id: ${value.id} must be the name of the file`);
  if (value.kind === 'skill' && !value.skill) return problem('skill: an intent of kind skill names its skill');
  const unaskable = value.slots.find((slot) => slot.required && !slot.ask);
  if (unaskable) return problem(`slots: ${unaskable.name} is required, so it needs the question that asks for it`);
  return {
    value: {
      id: value.id,
      kind: value.kind,
      names: value.names,
      skill: value.skill ?? null,
      needsVerified: value.verify,
      skillGroup: value.skillGroup,
      isUrgent: value.urgent,
      slots: value.slots.map((slot) => ({ name: slot.name, entity: slot.entity, isRequired: slot.required, ask: slot.ask ?? null })),
      examples: value.examples,
      notes: value.notes,
    },
  };
}
