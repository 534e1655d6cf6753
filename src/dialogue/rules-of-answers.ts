/** Rules for answers where nothing was asked, so that no intent is looked for behind them. */
import type { Decision } from '../domain/decision.js';
import { bareAnswerIn, isWrong } from './bare-words.js';
import type { BareAnswer } from './bare-words.js';
import { FAULTS } from './follow-up.js';
import { clarifyAnswer } from './rules-of-forms.js';
import { isNo, isYes } from './situation.js';
import type { Situation } from './situation.js';

/** Whatever a ranking makes of one such word: nobody is connected, asked for a number or told of an article because of it. */
export function bareAnswer(situation: Situation): Decision | null {
  const { text, action, memory, hasAttachment } = situation;
  if (action || hasAttachment || (memory.form !== null && memory.form.kind !== 'clarify')) return null;
  // What the person's offer is answered with has its own rule.
  if (memory.hasOfferedPerson && (isYes(text) || isNo(text))) return null;
  const said = bareAnswerIn(text);
  if (said === null) return null;
  // Of a fault what was tried has its own answer.
  if (said === 'failed' && FAULTS.has(memory.topic?.intent ?? '')) return null;
  const rule = 'bare-answer';
  if (memory.form?.kind === 'clarify') return toTheQuestion(situation, { said, options: memory.form.options });
  if (memory.turns === 0 && said !== 'failed') return { rule, kind: 'courtesy', intent: 'heard_first' };
  if (said === 'no') return { rule, kind: 'courtesy', intent: isNo(text) && !isWrong(text) ? 'offer_declined' : 'heard_no' };
  return { rule, kind: 'courtesy', intent: `heard_${said}` };
}

/** To a question back: what it names is taken; a yes to several is shown them once more, beside a person. */
function toTheQuestion(situation: Situation, { said, options }: { readonly said: BareAnswer; readonly options: readonly string[] }): Decision | null {
  const isNamed = said === 'no' || said === 'choice' || (said === 'yes' && options.length === 1);
  const answer = isNamed ? clarifyAnswer(situation) : null;
  return answer ?? { rule: 'bare-answer', kind: 'fallback', nearest: options, offersPerson: true };
}
