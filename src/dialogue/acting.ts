/** Acts on a decision: answers, asks back, fills forms, confirms, passes on. */
import type { ChosenNeed, Decision } from '../domain/decision.js';
import type { PreparedChange } from '../domain/account.js';
import type { MessageDraft } from '../domain/message.js';
import { answerNeed, articleMessage, fromSkill, perhaps, questionOf, requestOf, runSafely } from './answering.js';
import type { Means } from './answering.js';
import { courtesy, listed } from './courtesies.js';
import { decideWithoutKnowledge } from './decide.js';
import { factsTold, nextQuestion, prefilled, slotsOfButton } from './forms.js';
import type { Slots } from './forms.js';
import { beforehand, handOver, handoffWish, isHandoff } from './handing-over.js';
import { intentButtons, nameOf, personButton, say, withButtons } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

export async function act(means: Means, work: Work, decision: Decision): Promise<Outcome> {
  switch (decision.kind) {
    case 'answer':
      return answerAll(means, work, decision.needs);
    case 'clarify':
      return clarify(work, decision.options);
    case 'knowledge':
      return lookUp(means, work, decision.query);
    case 'fallback':
      return fallBack(work, decision.nearest, decision.offersPerson);
    case 'handoff':
      return passOn(means, work, decision);
    case 'offer-person':
      return offerPerson(means, work, decision.then);
    case 'form':
      return fillForm(means, work, decision);
    case 'confirm':
      return confirm(means, work, decision.isConfirmed);
    case 'courtesy':
      return courtesy(work, decision.intent);
  }
}

/** Several needs one after another, the urgent first; what brings a person comes last, since it ends the assistant's part. */
async function answerAll(means: Means, work: Work, needs: readonly ChosenNeed[]): Promise<Outcome> {
  const [only] = needs;
  if (only && needs.length === 1) return answerNeed(means, work, only);
  const inOrder = [...needs.filter((need) => !isHandoff(work, need)), ...needs.filter((need) => isHandoff(work, need)).slice(0, 1)];
  const outcomes: Outcome[] = [];
  for (const need of inOrder) {
    outcomes.push(isHandoff(work, need) ? await passOn(means, work, { reason: 'intent', intent: need.intent }) : await answerNeed(means, work, need));
  }
  return merged(work, outcomes);
}

/** One sign-in serves all that waits for it: the whole message is answered again after it. */
function merged({ turn }: Work, outcomes: readonly Outcome[]): Outcome {
  const waiting = outcomes.filter(({ verification }) => verification);
  const level = waiting.some(({ verification }) => verification?.level === 'step-up') ? 'step-up' : 'basic';
  const answered = outcomes.filter(({ verification }) => !verification);
  const pending = waiting.length === 1 && outcomes.length === waiting.length + answered.length ? waiting[0]?.verification : undefined;
  const verification = waiting.length === 0 ? undefined : (pending ?? { level, pendingText: turn.message.text, pendingIntent: null } as const);
  const last = outcomes.at(-1);
  const handoff = outcomes.find((outcome) => outcome.handoff)?.handoff;
  const form = outcomes.find((outcome) => outcome.form)?.form;
  return {
    messages: answered.flatMap(({ messages }) => messages),
    ...(verification ? { verification } : {}),
    ...(handoff ? { handoff } : {}),
    ...(form ? { form } : {}),
    ...(last?.topic ? { topic: last.topic } : {}),
    tried: outcomes.flatMap(({ tried = [] }) => tried),
    result: answered.some(({ result }) => result === 'answered') ? 'answered' : 'neutral',
    offersPerson: answered.some(({ offersPerson }) => offersPerson),
  };
}

function clarify(work: Work, options: readonly string[]): Outcome {
  const { words, turn } = work;
  const choices = options.map((intent) => ({ id: `clarify:${intent}`, label: nameOf(work, intent) }));
  const [only] = choices;
  const text = only && choices.length === 1 ? words.clarifyOne(only.label) : listed(words.clarify, choices);
  return {
    messages: [say(work, text, { buttons: [...choices, { id: 'clarify:none', label: words.noneOfThese }] })],
    form: { kind: 'clarify', options, text: turn.message.text },
    tried: options.slice(0, 1).map((intent) => ({ intent, outcome: 'clarified' })),
    result: 'neutral',
    asksBack: true,
  };
}

const ARTICLE = 'article:';

async function lookUp(means: Means, work: Work, query: string): Promise<Outcome> {
  if (query.startsWith(ARTICLE)) {
    const answer = await means.knowledge.open(query.slice(ARTICLE.length), questionOf(work, work.situation.memory.recent.at(-1) ?? '', null));
    if (answer) return { messages: [articleMessage(work, answer)], result: 'answered' };
  } else {
    const found = await means.knowledge.find(questionOf(work, query, null));
    if (found.kind === 'answer') {
      const [intent] = work.situation.reading.ranking.map((score) => score.intent);
      return { messages: [articleMessage(work, found.answer)], result: 'answered', ...(intent === undefined ? {} : { tried: [{ intent, outcome: 'answered' }] }) };
    }
    if (found.kind === 'perhaps' && !work.situation.memory.hasAskedBack) return perhaps(work, found.articles);
  }
  return act(means, { ...work, rule: 'fallback' }, decideWithoutKnowledge(work.situation));
}

function fallBack(work: Work, nearest: readonly string[], offersPerson: boolean): Outcome {
  const { words } = work;
  const topics = intentButtons(work, nearest);
  const person = [personButton(work)];
  const tried = nearest.slice(0, 1).map((intent) => ({ intent, outcome: 'fallback' as const }));
  if (offersPerson) {
    return { messages: [say(work, words.stillNotUnderstood, { buttons: [...person, ...topics] })], result: 'failed', offersPerson: true, form: null, tried };
  }
  const text = topics.length === 0 ? words.notUnderstoodPlain : listed(words.notUnderstood, topics);
  return { messages: [say(work, text, { buttons: [...topics, ...person] })], result: 'failed', tried };
}

/** Facts first where the intent asks for some, so that the agent can act at once; never before a wish for a person or in danger. */
async function passOn(means: Means, work: Work, handing: Pick<Extract<Decision, { kind: 'handoff' }>, 'reason' | 'intent'>): Promise<Outcome> {
  const { reason, intent } = handing;
  const definition = intent === null ? undefined : work.revision.intents.get(intent);
  if (reason === 'asked' || !definition) return handOver(work, handing);
  if (reason === 'intent' && definition.slots.some(({ isRequired }) => isRequired)) return gather(work, definition.id, startOf(work, definition.id));
  const outcome = handOver(work, handing);
  const found = await means.knowledge.find(questionOf(work, work.situation.text, definition.id));
  const article = found.kind === 'answer' ? articleMessage(work, found.answer, { intent: definition.id }) : null;
  return { ...outcome, messages: [...outcome.messages, ...beforehand(work, article)] };
}

/** A form that was interrupted goes on where it stood. */
function startOf({ situation, revision, turn }: Work, intent: string): Slots {
  const definition = revision.intents.get(intent);
  const { form } = situation.memory;
  const known = form?.kind === 'slots' && form.intent === intent ? form.filled : {};
  return definition ? prefilled(definition, situation.reading.entities, { ...known, ...slotsOfButton(definition, turn.message.action?.value) }) : known;
}

function gather(work: Work, intent: string, filled: Slots): Outcome {
  const { revision, locale, words, situation } = work;
  const definition = revision.intents.get(intent);
  if (!definition) return handOver(work, { reason: 'intent', intent });
  const slot = nextQuestion(definition, filled);
  if (!slot) {
    const facts = factsTold(definition, filled, { locale, unknown: words.form.unknown });
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

async function fillForm(means: Means, work: Work, { slot, value }: { slot: string; value: string }): Promise<Outcome> {
  const { form } = work.situation.memory;
  if (form?.kind !== 'slots') return fallBack(work, [], true);
  const { intent } = form;
  const definition = work.revision.intents.get(intent);
  const filled = { ...form.filled, [slot]: value };
  if (definition?.kind === 'handoff') {
    const others = work.situation.reading.entities.filter((entity) => String(entity.value) !== value);
    return gather(work, intent, prefilled(definition, others, filled));
  }
  const { text, reading } = work.situation;
  const need: ChosenNeed = { intent, confidence: 1, text, entities: reading.entities };
  const outcome = await answerNeed(means, work, need, filled);
  const isAskedAgain = outcome.form?.kind === 'slots' && outcome.form.asking === slot;
  // One question each: whoever could not answer it is not asked a second time.
  return isAskedAgain && value === '' ? { ...fallBack(work, [], true), form: null } : outcome;
}

/** Sorry first, then the answer if there is one, then the person. Never instead of an answer. */
async function offerPerson(means: Means, work: Work, needs: readonly ChosenNeed[]): Promise<Outcome> {
  const { words, situation } = work;
  const person = [personButton(work)];
  const isAngry = situation.reading.mood.label === 'angry';
  if (needs.length === 0) {
    const found = await means.knowledge.find(questionOf(work, situation.text, null));
    const text = situation.memory.hasOfferedPerson || !isAngry ? words.apologyRepeat : words.apologyAsk;
    const article = found.kind === 'answer' ? [articleMessage(work, found.answer)] : [];
    return { messages: withButtons([say(work, text), ...article], person), result: article.length > 0 ? 'answered' : 'failed', offersPerson: true };
  }
  const outcome = await answerAll(means, work, needs);
  if (outcome.handoff) return outcome;
  const sorry: MessageDraft = say(work, situation.memory.hasOfferedPerson ? words.apology : words.apologyAndOffer, outcome.messages.length === 0 ? { buttons: person } : {});
  return { ...outcome, messages: withButtons([sorry, ...outcome.messages], person), offersPerson: true };
}

/** Only here is anything changed: once, for the card that is open. */
async function confirm(means: Means, work: Work, isConfirmed: boolean): Promise<Outcome> {
  const { form } = work.situation.memory;
  const { words, revision } = work;
  if (form?.kind !== 'confirm') return { messages: [say(work, isConfirmed ? words.confirm.gone : words.confirm.cancelled)], result: 'neutral' };
  const { intent } = form;
  if (!isConfirmed) return { messages: [say(work, words.confirm.cancelled, { intent })], form: null, tried: [{ intent, outcome: 'cancelled' }], result: 'answered' };
  const skill = means.skills.get(revision.intents.get(intent)?.skill ?? '');
  const need: ChosenNeed = { intent, confidence: 1, text: work.situation.text, entities: [] };
  const slots = work.situation.memory.topic?.intent === intent ? work.situation.memory.topic.slots : {};
  const request = requestOf(work, need, slots, form.token);
  if (!skill?.commit) return { ...handOver(work, { reason: 'intent', intent }), form: null };
  const commit = skill.commit.bind(skill);
  const answer = await runSafely(means, work, () => commit(request, changeOf(form.change)));
  const outcome = fromSkill(work, need, answer, slots);
  // A sign-in in between (a step-up that lapsed) keeps the card open; every other ending closes it.
  return outcome.verification || outcome.form ? outcome : { ...outcome, form: null };
}

function changeOf(stored: Readonly<Record<string, string>>): PreparedChange {
  return {
    kind: stored['kind'] as PreparedChange['kind'],
    targetId: stored['targetId'] ?? '',
    priceDifferenceFen: Number(stored['priceDifferenceFen'] ?? 0),
    effectiveOn: stored['effectiveOn'] ?? '',
    boundUntil: stored['boundUntil'] ?? null,
  };
}
