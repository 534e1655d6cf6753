/** Builds what deciding looks at, with everything ordinary unless a test says otherwise. */
import { EMPTY_MEMORY } from '../../../src/domain/dialogue-memory.js';
import type { DialogueMemory } from '../../../src/domain/dialogue-memory.js';
import { DEFAULT_DIALOGUE_SETTINGS } from '../../../src/domain/dialogue-settings.js';
import type { IntentDefinition, IntentKind, Slot } from '../../../src/domain/intent.js';
import type { Reading } from '../../../src/domain/reading.js';
import { askedIn } from '../../../src/understanding/asked.js';
import type { Situation } from '../../../src/dialogue/situation.js';

export function slot(name: string, entity: Slot['entity'], isRequired = true): Slot {
  return { name, entity, isRequired, ask: { 'zh-CN': `${name}？`, en: `${name}?` } };
}

export function definition(id: string, kind: IntentKind, rest: Partial<IntentDefinition> = {}): IntentDefinition {
  return {
    id,
    kind,
    names: { 'zh-CN': `${id} 名称`, en: `${id} name` },
    skill: kind === 'skill' ? id.replaceAll('_', '-') : null,
    needsVerified: kind === 'skill',
    skillGroup: 'general',
    slots: [],
    isUrgent: false,
    examples: { 'zh-CN': [], en: [] },
    notes: '',
    ...rest,
  };
}

const CATALOGUE = [
  definition('balance_query', 'skill', { examples: { 'zh-CN': ['话费'], en: ['balance'] } }),
  definition('bill_query', 'skill', { skillGroup: 'billing', slots: [slot('month', 'month', false)] }),
  definition('bill_explain', 'skill', { skillGroup: 'billing', slots: [slot('month', 'month', false)] }),
  definition('data_usage_query', 'skill'),
  definition('recharge', 'faq'),
  definition('invoice', 'faq'),
  definition('complaint', 'handoff', { skillGroup: 'complaints' }),
  definition('human_agent', 'handoff'),
  definition('fraud_report', 'handoff', { skillGroup: 'security', isUrgent: true }),
  definition('refund_dispute', 'handoff', { skillGroup: 'billing', slots: [slot('month', 'month'), slot('item', 'text'), slot('amount', 'amount')] }),
  definition('recharge_wrong_number', 'handoff', { slots: [slot('wrongNumber', 'msisdn'), slot('rightNumber', 'msisdn')] }),
  definition('greeting', 'control'),
  definition('thanks', 'control'),
  definition('feedback_praise', 'control'),
];

export const INTENTS: ReadonlyMap<string, IntentDefinition> = new Map(CATALOGUE.map((one) => [one.id, one]));

export function reading(rest: Partial<Reading> = {}): Reading {
  return {
    text: '',
    locale: 'zh-CN',
    ranking: [],
    isAccepted: false,
    outOfScope: 0.1,
    entities: [],
    mood: { score: 0, label: 'calm', cues: [] },
    asksForPerson: false,
    asked: [],
    needs: [],
    correction: null,
    ...rest,
  };
}

/** Surely this intent. */
export function surely(intent: string, rest: Partial<Reading> = {}): Reading {
  return reading({ ranking: [{ intent, confidence: 0.95 }], isAccepted: true, ...rest });
}

export function memory(rest: Partial<DialogueMemory> = {}): DialogueMemory {
  return { ...EMPTY_MEMORY, ...rest };
}

export function situation(text: string, { reading: read, ...rest }: Partial<Situation> = {}): Situation {
  return {
    text,
    action: null,
    hasAttachment: false,
    wordless: null,
    reading: { ...(read ?? reading({ text })), asked: askedIn(text) },
    memory: EMPTY_MEMORY,
    locale: 'zh-CN',
    isQueued: false,
    isElder: false,
    isSignedIn: false,
    decidedIntent: null,
    intents: INTENTS,
    settings: DEFAULT_DIALOGUE_SETTINGS,
    ...rest,
  };
}

export const ANGRY = { score: 0.95, label: 'angry', cues: [] } as const;
export const UNHAPPY = { score: 0.6, label: 'unhappy', cues: [] } as const;
