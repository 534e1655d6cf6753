/** Gathers the facts an agent needs, at most one question for each, and passes on with them. */
import { factsTold, nextQuestion, prefilled, slotsOfButton } from './forms.js';
import type { Slots } from './forms.js';
import { handOver, handoffWish } from './handing-over.js';
import { say } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

/** A form that was interrupted goes on where it stood. */
export function startOf({ situation, revision, turn }: Work, intent: string): Slots {
  const definition = revision.intents.get(intent);
  const { form } = situation.memory;
  const known = form?.kind === 'slots' && form.intent === intent ? form.filled : {};
  return definition ? prefilled(definition, { entities: situation.reading.entities, text: turn.message.action ? '' : situation.text }, { ...known, ...slotsOfButton(definition, turn.message.action?.value) }) : known;
}

export function gather(work: Work, intent: string, filled: Slots): Outcome {
  const { revision, locale, words, situation } = work;
  const definition = revision.intents.get(intent);
  if (!definition) return handOver(work, { reason: 'intent', intent });
  const slot = nextQuestion(definition, filled);
  if (!slot) {
    const facts = factsTold(definition, filled, { locale, unknown: words.form.unknown, link: words.form.link });
    const headline = `${definition.names[locale]}${locale === 'en' ? ': ' : '：'}${facts}`;
    return {
      messages: [say(work, words.handoff.gathered(facts), { intent })],
      handoff: handoffWish(work, { reason: 'intent', intent, headline }),
      form: null,
      topic: { intent, slots: filled },
      tried: [{ intent, outcome: 'answered' }],
      result: 'neutral',
    };
  }
  const isUnderWay = situation.memory.form?.kind === 'slots' && situation.memory.form.intent === intent;
  const start = isUnderWay ? '' : `${intent === 'refund_dispute' ? words.form.startRefund : words.form.start(definition.names[locale])}\n`;
  const hint = isUnderWay ? '' : locale === 'en' ? ` ${words.form.unknownAllowed}` : words.form.unknownAllowed;
  return {
    messages: [say(work, `${start}${slot.ask?.[locale] ?? slot.name}${hint}`, { intent })],
    form: { kind: 'slots', intent, asking: slot.name, filled },
    topic: { intent, slots: filled },
    result: 'neutral',
  };
}
