/** What came of several needs in one message, put together: the answers, then the one thing that is asked, then who is fetched. */
import type { MessageDraft } from '../domain/message.js';
import { intentButtons, nameOf, say, withButtons } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

/** One thing is asked or put before somebody at a time, and last, where its buttons are; what else was to be done stands beside them. */
export function oneQuestion(work: Work, outcomes: readonly Outcome[]): readonly Outcome[] {
  const [first, ...later] = outcomes.filter(({ form }) => form);
  if (first === undefined) return outcomes;
  const wanted = later.flatMap(({ topic }) => (topic ? [topic.intent] : []));
  const said = wanted.length === 0 ? [] : [say(work, work.words.form.afterwards(wanted.map((intent) => nameOf(work, intent))))];
  const isSettled = ({ form, handoff }: Outcome): boolean => !form && !handoff;
  return [...outcomes.filter(isSettled), { ...first, messages: withButtons([...said, ...first.messages], intentButtons(work, wanted)) }, ...outcomes.filter(({ form, handoff }) => !form && handoff)];
}

/** One sign-in serves all that waits for it: the whole message is answered again after it. */
export function merged({ turn }: Work, outcomes: readonly Outcome[]): Outcome {
  const waiting = outcomes.filter(({ verification }) => verification);
  const level = waiting.some(({ verification }) => verification?.level === 'step-up') ? 'step-up' : 'basic';
  const answered = outcomes.filter(({ verification }) => !verification);
  const pending = waiting.length === 1 && outcomes.length === waiting.length + answered.length ? waiting[0]?.verification : undefined;
  const verification = waiting.length === 0 ? undefined : (pending ?? { level, pendingText: turn.message.text, pendingIntent: null } as const);
  const last = outcomes.at(-1);
  const handoff = outcomes.find((outcome) => outcome.handoff)?.handoff;
  const form = outcomes.find((outcome) => outcome.form)?.form;
  return {
    messages: onceEach(outcomes.flatMap(({ messages }) => messages)),
    ...(verification ? { verification } : {}),
    ...(handoff ? { handoff } : {}),
    ...(form ? { form } : {}),
    ...(last?.topic ? { topic: last.topic } : {}),
    ...(last?.choices ? { choices: last.choices } : {}),
    tried: outcomes.flatMap(({ tried = [] }) => tried),
    result: answered.some(({ result }) => result === 'answered') ? 'answered' : 'neutral',
    offersPerson: answered.some(({ offersPerson }) => offersPerson),
  };
}

/** Two needs of one message may be answered by the same words of the same article: they are said once, with the buttons of both. A draft that is on the screen stays. */
function onceEach(messages: readonly MessageDraft[]): readonly MessageDraft[] {
  const said: MessageDraft[] = [];
  for (const message of messages) {
    const at = said.findIndex(({ text, citations }) => text === message.text && (citations?.length ?? 0) > 0);
    const first = message.ai === true ? undefined : said[at];
    if (first) said.splice(at, 1, ...withButtons([first], message.buttons ?? []));
    else said.push(message);
  }
  return said;
}
