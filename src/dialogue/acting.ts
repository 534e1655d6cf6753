/** Acts on a decision: answers, asks back, fills forms, confirms, passes on. */
import { isAbuse } from './abuse.js';
import type { ChosenNeed, Decision } from '../domain/decision.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { MessageDraft } from '../domain/message.js';
import { answerNeed } from './answering.js';
import { courtesy, listed } from './courtesies.js';
import { bareAnswerIn } from './bare-words.js';
import { decide, decideWithoutKnowledge } from './decide.js';
import { confirm } from './confirming.js';
import { prefilled } from './forms.js';
import { gather, startOf } from './gathering.js';
import { aspectsIn } from '../knowledge/aspects.js';
import type { KnowledgeAnswer } from '../knowledge/knowledge.js';
import { answerOfArticle, answerOfTopic, articleMessage, findInTalk, nextOf, perhaps, questionOf } from './from-articles.js';
import { beforehand, handOver, isHandoff } from './handing-over.js';
import type { Means } from './means.js';
import { intentButtons, nameOf, personButton, say, withButtons } from './outcome.js';
import type { Outcome, Work } from './outcome.js';
import { inOwnWords, withOwnButtons, wordsOf } from './own-answer.js';
import { plainly } from '../understanding/plainly.js';
import { choicesForModel, nearestTopics, OF_ARTICLE, OF_TOPIC } from './rules-of-intent.js';
import { merged, oneQuestion } from './several-outcomes.js';
import { kindOf } from './situation.js';
import type { Situation } from './situation.js';

export function act(means: Means, work: Work, decision: Decision): Promise<Outcome> {
  switch (decision.kind) {
    case 'answer':
      return decision.rule === 'bare-word' ? answerBareWord(means, work, decision.needs) : answerAll(means, work, decision.needs);
    case 'clarify':
      return clarifyUnlessChosen(means, work, decision);
    case 'knowledge':
      return lookUp(means, work, decision.query);
    case 'fallback':
      return Promise.resolve(fallBack(work, decision.nearest, decision.offersPerson));
    case 'handoff':
      return passOn(means, work, decision);
    case 'offer-person':
      return offerPerson(means, work, decision.then);
    case 'form':
      return fillForm(means, work, decision);
    case 'confirm':
      return confirm(means, work, decision.isConfirmed);
    case 'courtesy':
      return decision.rule === 'out-of-scope' ? outsideScope(means, work) : Promise.resolve(inOwnWords(work, decision.intent, courtesy(work, decision.intent)));
  }
}

/** What else it may have meant stands below. */
async function answerBareWord(means: Means, work: Work, needs: readonly ChosenNeed[]): Promise<Outcome> {
  const outcome = await answerAll(means, work, needs);
  const others = nearestTopics(work.situation).filter((intent) => needs.every((need) => need.intent !== intent));
  return { ...outcome, messages: withButtons(outcome.messages, intentButtons(work, others)) };
}

function answerAll(means: Means, work: Work, needs: readonly ChosenNeed[]): Promise<Outcome> {
  const [only] = needs;
  return only && needs.length === 1 ? answerNeed(means, work, only) : answerSeveral(means, work, needs);
}

/** One after another, the urgent first; what brings a person comes last, since it ends the assistant's part. */
async function answerSeveral(means: Means, work: Work, needs: readonly ChosenNeed[]): Promise<Outcome> {
  const inOrder = [...needs.filter((need) => !isHandoff(work, need)), ...needs.filter((need) => isHandoff(work, need)).slice(0, 1)];
  const outcomes: Outcome[] = [];
  for (const need of inOrder) {
    outcomes.push(isHandoff(work, need) ? await passOn(means, work, { reason: 'intent', intent: need.intent }) : await answerNeed(means, work, need));
  }
  return merged(work, oneQuestion(work, outcomes));
}

/** One word says no more to a model than to us; between two that are close it may know better. */
async function clarifyUnlessChosen(means: Means, work: Work, { rule, options }: Extract<Decision, { kind: 'clarify' }>): Promise<Outcome> {
  const situation = rule === 'two-close-intents' ? await withChoice(means, work) : null;
  const decision = situation && decide(situation);
  return decision?.rule === 'model-choice' ? act(means, { ...work, situation: situation ?? work.situation, rule: decision.rule }, decision) : clarify(work, options);
}

/** The situation with what a model chose; null without a model, and when it chose nothing in time. */
async function withChoice({ chooser }: Means, { situation, model, revision, locale }: Work): Promise<Situation | null> {
  if (!chooser || !model || !situation.settings.rules['model-choice']) return null;
  const candidates = choicesForModel(situation).flatMap((id) => revision.intents.get(id) ?? []);
  const chosen = await chooser.choose({ text: situation.text, locale, candidates, turn: model });
  return chosen === null ? null : { ...situation, chosen };
}

function clarify(work: Work, options: readonly string[]): Outcome {
  const { words, turn } = work;
  // A card that is open stays open: what is asked back beside it is a tap away, and no question of its own.
  const isBesideCard = work.situation.memory.form?.kind === 'confirm';
  const choices = options.map((intent) => ({ id: `${isBesideCard ? 'intent' : 'clarify'}:${intent}`, label: nameOf(work, intent) }));
  const [only] = choices;
  const text = only && choices.length === 1 ? words.clarifyOne(only.label) : listed(words.clarify, choices);
  return {
    messages: [say(work, text, { buttons: [...choices, ...(isBesideCard ? [] : [{ id: 'clarify:none', label: words.noneOfThese }])] })],
    ...(isBesideCard ? {} : { form: { kind: 'clarify' as const, options, text: turn.message.text } }),
    tried: options.slice(0, 1).map((intent) => ({ intent, outcome: 'clarified' })),
    result: 'neutral',
    asksBack: true,
  };
}

const ARTICLE = 'article:';

/** What is asked behind an open card: its intent's articles, and that the card still waits. */
async function behindCard(means: Means, work: Work, intent: string): Promise<Outcome> {
  const { messages } = courtesy(work, 'confirm_by_tap');
  const ofMatter = await answerOfTopic(means, work, intent);
  if (ofMatter) return { ...ofMatter, messages: [...ofMatter.messages, ...messages] };
  const found = await means.knowledge.find(questionOf(work, work.situation.text, intent));
  const told = found.kind === 'answer' ? articleMessage(work, found.answer, { intent }) : say(work, work.words.notInKnowledge(nameOf(work, intent)), { intent });
  return { messages: [told, ...messages], result: found.kind === 'answer' ? 'answered' : 'failed' };
}

async function lookUp(means: Means, work: Work, query: string): Promise<Outcome> {
  const { form } = work.situation.memory;
  if (form?.kind === 'confirm' && work.rule === 'confirm-change') return behindCard(means, work, form.intent);
  if (query.startsWith(OF_ARTICLE)) return (await answerOfArticle(means, work, query.slice(OF_ARTICLE.length))) ?? actUntold(means, work, null);
  if (query.startsWith(OF_TOPIC)) return (await answerOfTopic(means, work, query.slice(OF_TOPIC.length))) ?? actUntold(means, work, query.slice(OF_TOPIC.length));
  if (query.startsWith(ARTICLE)) {
    const answer = await means.knowledge.open(query.slice(ARTICLE.length), questionOf(work, work.situation.memory.recent.at(-1) ?? '', null));
    if (answer) return { messages: [articleMessage(work, answer, { buttons: nextOf(work, answer) })], result: 'answered' };
  } else {
    const found = await findInTalk(means, work, query);
    if (found.kind === 'answer') {
      const [first] = work.situation.reading.ranking;
      // Thanks, or a greeting, is nothing that was tried.
      const intent = first === undefined || kindOf(work.situation, first.intent) === 'control' ? undefined : first.intent;
      return { messages: [articleMessage(work, found.answer, { buttons: nextOf(work, found.answer) })], result: 'answered', ...(intent === undefined ? {} : { tried: [{ intent, outcome: 'answered' }] }) };
    }
    if (found.kind === 'perhaps' && !work.situation.memory.hasAskedBack) return perhaps(work, found.articles);
  }
  const situation = await withChoice(means, work);
  const decision = decideWithoutKnowledge(situation ?? work.situation);
  const helped = decision.rule === 'fallback' ? await means.accountHelp?.answer(means, { ...work, rule: 'account-help' }) : null;
  if (helped) return helped;
  return act(means, { ...work, situation: situation ?? work.situation, rule: decision.rule }, decision);
}

/** No article of the matter says it: what the message is otherwise read as. Where that is nothing sure, or in a form, it is said that this is not known here. */
async function actUntold(means: Means, work: Work, matter: string | null): Promise<Outcome> {
  const { situation, model } = work;
  const notHere = (intent: string): Outcome => ({ messages: [say(work, work.words.notInKnowledge(nameOf(work, intent)), { intent, buttons: [personButton(work)] })], result: 'failed', offersPerson: true });
  if (matter !== null && situation.memory.form?.kind === 'slots') return notHere(matter);
  const untold: Situation = { ...situation, isUntold: true };
  const decision = decide(untold);
  const aspects = aspectsIn(situation.reading.asked, situation.reading.locale);
  const isOfMatter = matter !== null && model === null && aspects.some(({ isOnlyIfSaid }) => !isOnlyIfSaid);
  if (isOfMatter && aspects.some(({ isOfThis }) => isOfThis)) return notHere(matter);
  if (!isOfMatter || !NOTHING_SURE.has(decision.rule)) return act(means, { ...work, situation: untold, rule: decision.rule }, decision);
  const found = await findInTalk(means, work, situation.text);
  return found.kind === 'answer' ? { messages: [articleMessage(work, found.answer, { buttons: nextOf(work, found.answer) })], result: 'answered' } : notHere(matter);
}

const NOTHING_SURE: ReadonlySet<string> = new Set(['knowledge', 'fallback', 'out-of-scope', 'two-close-intents', 'bare-word']);

/** The router may be wrong about what is ours; an article that surely answers says so. */
async function outsideScope(means: Means, work: Work): Promise<Outcome> {
  const found = await findInTalk(means, work, work.situation.text);
  return found.kind === 'answer' ? { messages: [articleMessage(work, found.answer, { buttons: nextOf(work, found.answer) })], result: 'answered' } : courtesy(work, 'out_of_scope');
}

function fallBack(work: Work, nearest: readonly string[], offersPerson: boolean): Outcome {
  const { words } = work;
  const topics = intentButtons(work, nearest);
  const person = [personButton(work)];
  const tried = nearest.slice(0, 1).map((intent) => ({ intent, outcome: 'fallback' as const }));
  if (offersPerson) {
    const { hasAskedBack, failedTurns } = work.situation.memory;
    const isUpset = work.situation.reading.mood.label !== 'calm';
    const text = hasAskedBack || failedTurns > 0 ? words.stillNotUnderstood : isUpset ? words.apologyAsk : words.notUnderstoodPerson;
    return { messages: [say(work, text, { buttons: [...person, ...topics] })], result: 'failed', offersPerson: true, ...(work.situation.memory.form?.kind === 'confirm' ? {} : { form: null }), tried };
  }
  const text = topics.length === 0 ? words.notUnderstoodPlain : listed(words.notUnderstood, topics);
  return { messages: [say(work, text, { buttons: [...topics, ...person] })], result: 'failed', tried };
}

/** Facts first where the intent asks for some, so that the agent can act at once; never before a wish for a person or in danger. */
async function passOn(means: Means, work: Work, handing: Pick<Extract<Decision, { kind: 'handoff' }>, 'reason' | 'intent'>): Promise<Outcome> {
  const { reason, intent } = handing;
  const definition = intent === null ? undefined : work.revision.intents.get(intent);
  if (reason === 'asked' || !definition) return handOver(work, handing);
  if (reason === 'intent' && isTakenDown(work, definition.id)) return handOver(work, { reason: 'asked', intent: null });
  if (reason === 'intent' && definition.slots.some(({ isRequired }) => isRequired)) return gather(work, definition.id, startOf(work, definition.id));
  const outcome = withOwnButtons(work, definition.id, handOver(work, handing));
  const own = wordsOf(work, definition);
  if (own !== null) return { ...outcome, messages: [...outcome.messages, say(work, own, { intent: definition.id })] };
  // Who is to be fetched, or warned, waits for no model.
  const { model: _model, ...question } = questionOf(work, work.situation.text, definition.id);
  const found = await means.knowledge.find(question);
  const article = found.kind === 'answer' && isOnIntent(work, found.answer, definition.id) ? articleMessage(work, found.answer, { intent: definition.id }) : null;
  return { ...outcome, messages: [...outcome.messages, ...beforehand(work, article)] };
}

/** In line with just this, all told, and nothing new said: the place is kept, and no question is put twice. */
function isTakenDown({ situation: { isQueued, memory, reading, action } }: Work, intent: string): boolean {
  return isQueued && !action && memory.form === null && reading.entities.length === 0 && memory.topic?.intent === intent && memory.tried.some((one) => one.intent === intent && one.outcome === 'answered');
}

/** Nobody asked for it, so it has to be about the matter: 「给我个说法」 is no wish for simpler words. */
function isOnIntent({ revision }: Work, { citations }: KnowledgeAnswer, intent: string): boolean {
  return [...revision.articles.values()].some(({ id, intents }) => intents.includes(intent) && citations.some(({ articleId }) => articleId === id));
}

/** 「就退钱就行」, 「退了退了」, "just refund me": the wish, and nothing of what is asked. */
const WISH_ALONE = /^(?:退|钱|款|费|订|掉|给|我|就|行|要|都|把|快|点|赶紧|马上|不|了|吧|啊|呀|嘛|就是|这个|那个|[\s,，。.!！])+$|^(?:(?:just|please|i|want|would|like|to|get|my|the|money|back|refund|me|it|that|give|now|only|need|a) ?)+[.!]*$/iu;

/** Whoever insists is not asked for ever; what was said is nothing to pass on. */
function saysNoFact(text: string, intent: string): boolean {
  if (intent !== 'refund_dispute') return false;
  const said = bareAnswerIn(text);
  return said === 'yes' || said === 'choice' || (said === null && WISH_ALONE.test(text.normalize('NFKC').trim()));
}

/** 「我要退钱」 or 「视频会员」 to the question which month, or how much: the wish once more, or what it was for, and no month; 「对」 to any of them. Whoever goes on saying it is taken at their word. */
function isSaidAgain({ reading, memory, text }: Situation, { intent, slot, definition }: { readonly intent: string; readonly slot: string; readonly definition: IntentDefinition }): boolean {
  const entity = definition.slots.find(({ name }) => name === slot)?.entity;
  const isTold = reading.entities.some(({ kind }) => kind === entity || kind === 'month' || kind === 'date');
  const isOfItem = reading.entities.some(({ kind }) => kind === 'product');
  if (memory.failedTurns > 0 || isTold || /\d/u.test(text)) return false;
  if (saysNoFact(text, intent)) return true;
  return (entity === 'month' || entity === 'amount') && (isOfItem || (reading.isAccepted && reading.ranking[0]?.intent === intent));
}

async function fillForm(means: Means, work: Work, { slot, value: said }: { slot: string; value: string }): Promise<Outcome> {
  const { form } = work.situation.memory;
  if (form?.kind !== 'slots') return fallBack(work, [], true);
  const { intent } = form;
  const value = saysNoFact(work.situation.text, intent) ? '' : said;
  const definition = work.revision.intents.get(intent);
  // 「什么？」 to a question is no fact: it is put once more.
  if (definition?.kind === 'handoff' && bareAnswerIn(work.situation.text) === 'doubt') return gather(work, intent, form.filled);
  if (definition?.kind === 'handoff' && isSaidAgain(work.situation, { intent, slot, definition })) return { ...gather(work, intent, prefilled(definition, { entities: work.situation.reading.entities, text: '' }, form.filled)), result: 'failed' };
  const filled = value === '' && bareAnswerIn(work.situation.text) === 'doubt' ? form.filled : { ...form.filled, [slot]: value };
  if (definition?.kind === 'handoff') {
    const others = work.situation.reading.entities.filter((entity) => String(entity.value) !== value);
    return gather(work, intent, prefilled(definition, { entities: others, text: '' }, filled));
  }
  const { text, reading } = work.situation;
  const need: ChosenNeed = { intent, confidence: 1, text, entities: reading.entities };
  const outcome = await answerNeed(means, work, need, filled);
  const isAskedAgain = outcome.form?.kind === 'slots' && outcome.form.asking === slot;
  // One question each: whoever could not answer it is not asked a second time.
  if (isAskedAgain && bareAnswerIn(text) === 'doubt') return outcome;
  if (isAskedAgain && form.choices && (asksOfChoices(text) || reading.asked.includes('how-much'))) return outcome;
  if (isAskedAgain && value !== '' && form.choices) return listedAgain(work, outcome);
  return isAskedAgain && value === '' ? { ...fallBack(work, [], true), form: null } : outcome;
}

/** 「多少钱」, 「哪个划算」: the list says it. */
const OF_CHOICES = /^(?:那|这些|都|分别|各|一个|[\s,，])*(?:多少钱|什么价格?|怎么收费|几块钱?|有(?:什么|哪些)(?:区别|推荐|可选|的)?|有没有(?:便宜|实惠|小|大)一?点的(?:包)?|哪(?:一?个|种|款)(?:更|最|比较|要)?(?:划算|好|合适|实惠|便宜|值|适合我?|好用|够用))[一点些呢啊呀吗?？。]*$|^(?:and )?(?:how much(?: are they| is each| each)?|which (?:one )?is (?:the )?(?:best|better|cheapest|best value)|what'?s the difference)[?.]*$/iu;
const asksOfChoices = (text: string): boolean => OF_CHOICES.test(plainly(text));

/** Nothing of the list was named: said so once; whoever names nothing of it a second time is not shown it a third. */
function listedAgain(work: Work, outcome: Outcome): Outcome {
  if (work.situation.memory.failedTurns > 0) return { ...fallBack(work, [], true), form: null };
  const [first, ...rest] = outcome.messages;
  return first === undefined ? outcome : { ...outcome, messages: [{ ...first, text: `${work.words.form.notInList}\n${first.text}` }, ...rest], result: 'failed' };
}

/** Sorry first, then the answer if there is one, then the person. Never instead of an answer. */
async function offerPerson(means: Means, work: Work, needs: readonly ChosenNeed[]): Promise<Outcome> {
  const { words, situation } = work;
  const person = [personButton(work)];
  const isAbusive = isAbuse(situation.text);
  const isAngry = isAbusive || situation.reading.mood.label === 'angry';
  if (needs.length === 0) {
    const found = isAbusive ? null : await means.knowledge.find(questionOf(work, situation.text, null));
    const text = situation.memory.hasOfferedPerson || !isAngry ? words.apologyRepeat : words.apologyAsk;
    const article = found?.kind === 'answer' ? [articleMessage(work, found.answer)] : [];
    return { messages: withButtons([say(work, text), ...article], person), result: article.length > 0 ? 'answered' : 'failed', offersPerson: true };
  }
  const outcome = await answerAll(means, work, needs);
  if (outcome.handoff) return outcome;
  const sorry: MessageDraft = say(work, situation.memory.hasOfferedPerson ? words.apology : words.apologyAndOffer, outcome.messages.length === 0 ? { buttons: person } : {});
  return { ...outcome, messages: withButtons([sorry, ...outcome.messages], person), offersPerson: true };
}
