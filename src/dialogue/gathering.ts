/** Gathers the facts an agent needs, at most one question for each, and passes on with them. */
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { factsTold, nextQuestion, prefilled, slotsOfButton } from './forms.js';
import type { Slots } from './forms.js';
import { announced, handOver } from './handing-over.js';
import { say } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

/** A form that was interrupted goes on where it stood. */
export function startOf({ situation, revision, turn }: Work, intent: string): Slots {
  const definition = revision.intents.get(intent);
  const { form } = situation.memory;
  const isUnderWay = form?.kind === 'slots' && form.intent === intent;
  const known = isUnderWay ? form.filled : {};
  if (!definition) return known;
  const told = prefilled(definition, { entities: situation.reading.entities, text: turn.message.action ? '' : situation.text }, { ...known, ...slotsOfButton(definition, turn.message.action?.value) });
  return isUnderWay ? told : { ...ofTheBill(situation.memory.topic, told), ...told };
}

const ABOUT_A_BILL: readonly string[] = ['bill_explain', 'bill_query'];

/** The charge that was spoken of just now: nobody is asked which month it was, or what, right after it was told. Another month, item or amount in the message is about another charge. */
function ofTheBill(topic: DialogueMemory['topic'], told: Slots): Slots {
  if (topic === null || !ABOUT_A_BILL.includes(topic.intent)) return {};
  const { month, item, amount } = topic.slots;
  if (month === undefined || (told['month'] ?? month) !== month) return {};
  const isThatOne = (told['item'] ?? item) === item && (told['amount'] ?? amount) === amount;
  return item === undefined || amount === undefined || !isThatOne ? { month } : { month, item, amount };
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
      ...announced(work, { reason: 'intent', intent, headline }, { announcing: words.passingOn.gathered(facts), intent }),
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
