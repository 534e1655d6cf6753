/** What the assistant does next with one message: a table of named rules, asked in order; the first that decides, decides. Pure. */
import type { Decision } from '../domain/decision.js';
import type { DialogueSettings, SwitchedRule } from '../domain/dialogue-settings.js';
import { bareAnswer } from './rules-of-answers.js';
import { answersOffer, asksForPerson, dangerToLife, fraud, leaveLine, unhappy } from './rules-of-care.js';
import { clarifyAnswer, confirmChange, formAnswer, pressedButton } from './rules-of-forms.js';
import { afterSignIn, bareWord, clear, corrected, fallback, followed, knowledge, language, modelChoice, outOfScope, several, twoClose } from './rules-of-intent.js';
import type { Situation } from './situation.js';
import { takingBack } from './taking-back.js';
import { takingTime } from './taking-time.js';

/** These decide whatever the settings say: the name of a picture or of a voice message is no words of anybody, and no switch may keep a person in danger, or one who asks for a person, waiting, or change an account unasked or otherwise than meant. */
const LASTING = ['attachment', 'wordless', 'takes-time', 'takes-back', 'confirm-change', 'pressed-button', 'after-sign-in', 'danger-to-life', 'leave-line', 'fraud', 'asks-for-person', 'fallback'] as const;
type LastingRule = (typeof LASTING)[number];
export type RuleName = SwitchedRule | LastingRule;

type Rule = (situation: Situation) => Decision | null;

const ATTACHED = { rule: 'attachment', kind: 'courtesy', intent: 'attachment' } as const;
const attachment: Rule = ({ hasAttachment }) => (hasAttachment ? ATTACHED : null);
/** A place may be what a form asked for; nothing else without words is. */
const wordless: Rule = ({ wordless: kind, memory }) => (kind === null || (kind === 'place' && memory.form !== null) ? null : { ...ATTACHED, rule: 'wordless' });

export const RULES: readonly (readonly [RuleName, Rule])[] = [
  ['attachment', attachment],
  ['wordless', wordless],
  ['takes-time', takingTime],
  ['confirm-change', confirmChange],
  ['pressed-button', pressedButton],
  ['after-sign-in', afterSignIn],
  ['danger-to-life', dangerToLife],
  ['leave-line', leaveLine],
  ['form-answer', formAnswer],
  ['takes-back', takingBack],
  ['language', language],
  ['answers-offer', answersOffer],
  ['bare-answer', bareAnswer],
  ['fraud', fraud],
  ['asks-for-person', asksForPerson],
  ['clarify-answer', clarifyAnswer],
  ['unhappy', unhappy],
  ['correction', corrected],
  ['follow-up', followed],
  ['bare-word', bareWord],
  ['several-needs', several],
  ['clear-intent', clear],
  ['model-choice', modelChoice],
  ['two-close-intents', twoClose],
  ['out-of-scope', outOfScope],
  ['knowledge', knowledge],
  ['fallback', fallback],
];

export function decide(situation: Situation): Decision {
  for (const rule of rulesIn(situation.settings)) {
    const decision = rule(situation);
    if (decision) return decision;
  }
  return fallback(situation);
}

const IN_FORCE = new WeakMap<DialogueSettings, readonly Rule[]>();

/** Found once for each state of the settings. */
function rulesIn(settings: DialogueSettings): readonly Rule[] {
  const known = IN_FORCE.get(settings);
  if (known) return known;
  const rules = RULES.flatMap(([name, rule]) => (isLasting(name) || settings.rules[name] ? [rule] : []));
  IN_FORCE.set(settings, rules);
  return rules;
}

function isLasting(name: RuleName): name is LastingRule {
  return LASTING.some((lasting) => lasting === name);
}

/** When no article fitted: what a model chose, and the rules after `knowledge`. */
export function decideWithoutKnowledge(situation: Situation): Decision {
  const chosen = situation.settings.rules['model-choice'] ? modelChoice(situation) : null;
  return chosen ?? fallback(situation);
}
