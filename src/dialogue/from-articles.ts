/** Answers from the operator's articles, with their source; in doubt the titles that may help, and no guess. */
import type { ChosenNeed } from '../domain/decision.js';
import { UNHELPFUL } from '../domain/message.js';
import type { Button, MessageDraft } from '../domain/message.js';
import { aspectsIn } from '../knowledge/aspects.js';
import type { Found, KnowledgeAnswer } from '../knowledge/knowledge.js';
import type { Question } from '../knowledge/question.js';
import { SIBLINGS } from './asked-on.js';
import { listed } from './courtesies.js';
import type { Means } from './means.js';
import { NEXT_STEPS } from './next-steps.js';
import { intentButtons, nameOf, personButton, say } from './outcome.js';
import type { Outcome, Said, Work } from './outcome.js';
import { isQuestion, ruleOrOwn } from './rule-or-own.js';

/** How sure an intent is once it is decided, for weighing its articles. */
const DECIDED = 0.9;

/** Rules by which the subscriber named the intent. */
const CHOSEN: ReadonlySet<string> = new Set(['pressed-button', 'clarify-answer']);

/** With an intent decided its own articles weigh most, whatever the router had thought of the words alone. */
export function questionOf({ turn, situation, revision, locale, rule, model }: Work, text: string, intent: string | null): Question {
  const { conversation, today } = turn;
  const { ranking, entities, outOfScope } = situation.reading;
  const others = ranking.filter((score) => score.intent !== intent);
  const own = ranking.find((score) => score.intent === intent)?.confidence ?? 0;
  return {
    text,
    locale,
    today,
    revision,
    entities,
    ranking: intent === null ? ranking : [{ intent, confidence: Math.max(own, DECIDED) }, ...others.map((score) => ({ ...score, confidence: Math.min(score.confidence, 1 - DECIDED) }))],
    outOfScope: intent === null ? outOfScope : Math.min(outOfScope, 1 - DECIDED),
    msisdn: conversation.identity?.msisdn ?? null,
    decided: intent === null ? undefined : { intent, isChosen: CHOSEN.has(rule) },
    model: model ?? undefined,
  };
}

/** Beyond this a message says by itself what it is about. */
const LONGEST_ASKED_ON = 24;

/** What the words alone find; else what they surely find in an article of the topic: 「输错几次会怎样」 right after the PUK was told. */
export async function findInTalk(means: Means, work: Work, text: string): Promise<Found> {
  const { situation, revision } = work;
  const found = await means.knowledge.find(questionOf(work, text, null));
  const topic = revision.intents.get(situation.memory.topic?.intent ?? '');
  if (found.kind === 'answer' || !topic || !isQuestion(text) || lengthOf(text) > LONGEST_ASKED_ON) return found;
  // A model had its say already.
  const { decided: _decided, model: _model, ...question } = questionOf(work, text, topic.id);
  const ofTopic = await means.knowledge.find(question);
  const source = ofTopic.kind === 'answer' ? ofTopic.answer.citations[0]?.articleId : undefined;
  return [...revision.articles.values()].some(({ id, intents }) => id === source && intents[0] === topic.id) ? ofTopic : found;
}

/** A character of Chinese says as much as half a word of English. */
function lengthOf(text: string): number {
  return /\p{Script=Han}/u.test(text) ? [...text].length : text.trim().split(/\s+/u).length * 2;
}

/** What an article that was quoted says of what is asked on; where it does not, that is said, or the words may mean something else: null. */
export async function answerOfArticle(means: Means, work: Work, id: string): Promise<Outcome | null> {
  const { situation, words, locale, revision } = work;
  const answer = await sayingIn(means, work, id);
  if (answer) return { messages: [articleMessage(work, answer)], result: 'answered' };
  const article = revision.articles.get(`${id}.${locale}`);
  const title = article?.title;
  const [matter] = article?.intents ?? [];
  const told = matter === undefined ? null : await answerOfTopic(means, work, matter);
  if (told) return told;
  if (aspectsIn(situation.reading.asked, situation.reading.locale).some(({ isOnlyIfSaid }) => isOnlyIfSaid)) return null;
  if (title === undefined) return { messages: [say(work, words.notUnderstoodPlain, { buttons: [personButton(work)] })], result: 'failed' };
  return { messages: [say(work, words.notInArticle(title), { buttons: [{ id: `article:${id}`, label: words.buttons.wholeArticle }, personButton(work)] })], result: 'failed', offersPerson: true };
}

/** What one article says of it; of what is heard in two ways the first it tells. */
async function sayingIn(means: Means, work: Work, id: string): Promise<KnowledgeAnswer | null> {
  const { text, reading } = work.situation;
  for (const aspect of aspectsIn(reading.asked, reading.locale)) {
    const answer = await means.knowledge.openAt(id, aspect, questionOf(work, text, null));
    if (answer) return answer;
  }
  return null;
}

/** Of more they are about as many matters, and what one of them costs says nothing of another. */
const MOST_OF_ONE_MATTER = 5;

/** What the articles of a matter say of what is asked on, the first that does; null when none does. */
export async function answerOfTopic(means: Means, work: Work, intent: string): Promise<Outcome | null> {
  const { locale, revision } = work;
  const of = (matter: string | undefined) => [...revision.articles.values()].filter((article) => article.locale === locale && article.intents[0] === matter);
  const own = of(intent);
  const articles = own.length > MOST_OF_ONE_MATTER ? [] : [...own, ...of(SIBLINGS[intent])];
  for (const { id } of articles) {
    const answer = await sayingIn(means, work, id);
    if (answer) return { messages: [articleMessage(work, answer, { intent })], result: 'answered' };
  }
  return null;
}

/** Packs are bought once, and their articles say how one gets out of them. */
const OF_EXTRAS: ReadonlySet<string> = new Set(['plan_rules', 'call_services', 'device_warranty']);

/** The one thing of the catalogue that an article is asked of, for whoever goes on 「怎么取消」. */
function extraNamed({ intent, entities }: ChosenNeed): Readonly<Record<string, string>> {
  if (!OF_EXTRAS.has(intent)) return {};
  const [only, ...more] = entities.filter(({ kind }) => kind === 'product');
  return only && more.length === 0 ? { extra: only.text } : {};
}

/** Told in articles, and done by an agent for whoever asks. */
const ALSO_BY_PERSONS: ReadonlySet<string> = new Set(['number_suspend']);

/** From its own articles; with none that fits, that is said and a person offered. */
export async function answerFromArticles(means: Means, work: Work, need: ChosenNeed): Promise<Outcome> {
  const { intent, text } = need;
  const found = await means.knowledge.find(questionOf(work, text, intent));
  const topic = { intent, slots: extraNamed(need) };
  switch (found.kind) {
    case 'answer': {
      const isForPersons = work.revision.intents.get(intent)?.kind === 'handoff' || ALSO_BY_PERSONS.has(intent);
      const buttons = [...intentButtons(work, NEXT_STEPS[intent] ?? []), ...(isForPersons ? [personButton(work)] : [])];
      return { messages: [articleMessage(work, found.answer, { intent, buttons })], topic, tried: [{ intent, outcome: 'answered' }], result: 'answered' };
    }
    case 'perhaps':
      return { ...perhaps(work, found.articles, intent), topic, tried: [{ intent, outcome: 'clarified' }] };
    case 'nothing':
      return {
        messages: [say(work, work.words.notInKnowledge(nameOf(work, intent)), { intent, buttons: [personButton(work)] })],
        topic,
        tried: [{ intent, outcome: 'fallback' }],
        result: 'failed',
        offersPerson: true,
      };
  }
}

export function articleMessage(work: Work, answer: KnowledgeAnswer, extra: Pick<Said, 'intent' | 'buttons'> = {}): MessageDraft {
  const { words } = work;
  const sources = answer.citations.map(({ title }) => words.source(title)).join('');
  const before = answer.inPlaceOf === null ? '' : `${words.withdrawn(answer.inPlaceOf)}\n`;
  const buttons = [...(extra.buttons ?? []), { id: UNHELPFUL, label: words.buttons.unhelpful }];
  const said = say(work, `${before}${answer.text}\n${sources}`, { intent: extra.intent, citations: answer.citations, buttons });
  return answer.draftId === null ? said : { ...said, ai: true, id: answer.draftId };
}

/** What an article that was found by its words alone leads on to: its matter done for the account, or what comes next after such articles. */
export function nextOf(work: Work, { citations }: KnowledgeAnswer): readonly Button[] {
  const source = citations[0]?.articleId;
  const intent = [...work.revision.articles.values()].find(({ id }) => id === source)?.intents[0];
  if (intent === undefined) return [];
  return intentButtons(work, work.revision.intents.get(intent)?.kind === 'skill' ? [intent] : (NEXT_STEPS[intent] ?? []));
}

export function perhaps(work: Work, articles: readonly { readonly id: string; readonly title: string }[], intent?: string): Outcome {
  const choices = articles.map(({ id, title }) => ({ id: `article:${id}`, label: title }));
  const text = listed(work.words.perhapsArticles, choices);
  return { messages: [say(work, text, { intent, buttons: [...choices, personButton(work)] })], result: 'neutral', asksBack: true };
}

/**
 * What an article says before a sign-in. A rule needs none, and one's own figures are one tap away; where it might be
 * about either, the article is shown and the sign-in asked for as well. Null when no article surely answers.
 */
export async function beforeSignIn(means: Means, work: Work, need: ChosenNeed): Promise<Outcome | null> {
  const { intent, text } = need;
  const asked = ruleOrOwn(need);
  if (work.turn.message.action || asked === 'own') return null;
  const isRule = asked === 'rule';
  const byWords = await means.knowledge.find(questionOf(work, text, null));
  const found = byWords.kind === 'answer' || !isRule ? byWords : await means.knowledge.find(questionOf(work, text, intent));
  if (found.kind !== 'answer') return null;
  const buttons = isRule ? intentButtons(work, [intent]) : [];
  return {
    messages: [articleMessage(work, found.answer, { intent, ...(isRule ? { buttons } : {}) })],
    topic: { intent, slots: {} },
    ...(isRule ? {} : { verification: { level: 'basic', pendingText: text, pendingIntent: intent } }),
    tried: [{ intent, outcome: 'answered' }],
    result: 'answered',
  };
}
