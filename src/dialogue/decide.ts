/** What the assistant does next with one message: a table of named rules, asked in order; the first that decides, decides. Pure. */
import type { Decision } from '../domain/decision.js';
import { answersOffer, asksForPerson, dangerToLife, fraud, unhappy } from './rules-of-care.js';
import { clarifyAnswer, confirmChange, formAnswer, pressedButton } from './rules-of-forms.js';
import { afterSignIn, bareWord, clear, corrected, fallback, followed, knowledge, language, outOfScope, several, twoClose } from './rules-of-intent.js';
import type { RuleName } from './settings.js';
import type { Situation } from './situation.js';

type Rule = (situation: Situation) => Decision | null;

const attachment: Rule = ({ hasAttachment }) => (hasAttachment ? { rule: 'attachment', kind: 'courtesy', intent: 'attachment' } : null);

export const RULES: readonly (readonly [RuleName, Rule])[] = [
  ['attachment', attachment],
  ['confirm-change', confirmChange],
  ['pressed-button', pressedButton],
  ['after-sign-in', afterSignIn],
  ['danger-to-life', dangerToLife],
  ['form-answer', formAnswer],
  ['language', language],
  ['fraud', fraud],
  ['asks-for-person', asksForPerson],
  ['answers-offer', answersOffer],
  ['clarify-answer', clarifyAnswer],
  ['unhappy', unhappy],
  ['correction', corrected],
  ['follow-up', followed],
  ['bare-word', bareWord],
  ['several-needs', several],
  ['clear-intent', clear],
  ['two-close-intents', twoClose],
  ['out-of-scope', outOfScope],
  ['knowledge', knowledge],
  ['fallback', fallback],
];

export function decide(situation: Situation): Decision {
  const { rules } = situation.settings;
  for (const [name, rule] of RULES) {
    const decision = rules[name].isOn ? rule(situation) : null;
    if (decision) return decision;
  }
  return fallback(situation);
}

/** When no article fitted: the rules after `knowledge`. */
export function decideWithoutKnowledge(situation: Situation): Decision {
  return fallback(situation);
}
