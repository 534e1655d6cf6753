/** Answers one need: the account through its skill, all else from the articles. */
import type { ChosenNeed } from '../domain/decision.js';
import type { Choice, FormInProgress } from '../domain/dialogue-memory.js';
import type { MessageDraft } from '../domain/message.js';
import { OF_ANOTHER } from '../skills/account-skill.js';
import { asksOwnAutoPay } from '../skills/recharge-not-received.js';
import type { Skill, SkillAnswer, SkillRequest } from '../skills/skill.js';
import { TAKING_BACK } from '../skills/taking-back.js';
import { slotsOfButton } from './forms.js';
import type { Slots } from './forms.js';
import { answerFromArticles, beforeSignIn } from './from-articles.js';
import { announced, handOver, handoffWish } from './handing-over.js';
import type { Means } from './means.js';
import { nameOf, personButton, say, withButtons } from './outcome.js';
import { isForAll, ownAnswer, suits, withOwnButtons } from './own-answer.js';
import type { Outcome, Work } from './outcome.js';

export async function answerNeed(means: Means, work: Work, need: ChosenNeed, slots?: Slots): Promise<Outcome> {
  const definition = work.revision.intents.get(need.intent);
  const isSuited = definition === undefined || isForAll(definition) || (await suits(means, work, definition));
  const own = definition === undefined ? null : ownAnswer(work, definition, isSuited);
  return withOwnButtons(work, need.intent, own ?? (await answerBySkillOrArticle(means, work, need, slots)));
}

function answerBySkillOrArticle(means: Means, work: Work, need: ChosenNeed, slots: Slots | undefined): Promise<Outcome> {
  const definition = work.revision.intents.get(need.intent);
  if (definition?.kind !== 'skill') return answerFromArticles(means, work, need);
  const skill = definition.skill === null ? undefined : means.skills.get(definition.skill);
  if (!skill) {
    const { intent } = need;
    const handing = { reason: 'intent', intent } as const;
    return Promise.resolve({ ...handOver(work, handing), ...announced(work, handing, { announcing: work.words.passingOn.noSkill(nameOf(work, intent)), intent }) });
  }
  const kept = slotsFor(work, need);
  return answerBySkill(means, work, need, { skill, slots: slots ? { ...kept, ...slots } : kept });
}

async function answerBySkill(means: Means, work: Work, need: ChosenNeed, { skill, slots }: { readonly skill: Skill; readonly slots: Slots }): Promise<Outcome> {
  const request = requestOf(work, need, slots);
  const answer = await runSafely(means, work, () => skill.run(request));
  const told = fromSkill(work, need, answer, slots);
  if (answer.kind !== 'needs-verification') return told;
  const article = await beforeSignIn(means, work, need);
  // Who is signed in already and only asks for a rule is not sent a second code.
  if (request.msisdn !== null) return article && !article.verification ? article : told;
  return article?.verification ? { ...article, verification: { ...article.verification, level: answer.level } } : (article ?? told);
}

/** What one button asked to be done: it waits for the sign-in it needed, and is no part of the next wish. */
const ONCE: ReadonlySet<string> = new Set(['report', 'visit', 'request', 'line', 'which', 'extra', OF_ANOTHER]);

/** Slots of the topic go on for the same intent; a month also for its siblings, so that 「为什么多了」 is about that bill. */
function slotsFor({ turn, situation, revision, rule }: Work, { intent }: ChosenNeed): Slots {
  if (rule === 'takes-back') return TAKING_BACK;
  const { topic } = situation.memory;
  const pressed = slotsOfButton(revision.intents.get(intent), turn.message.action?.value);
  if (!topic) return pressed;
  if (topic.intent === intent) {
    const kept = rule === 'after-sign-in' ? topic.slots : Object.fromEntries(Object.entries(topic.slots).filter(([name]) => !ONCE.has(name)));
    return { ...kept, ...pressed };
  }
  const month = topic.slots['month'];
  const takesMonth = revision.intents.get(intent)?.slots.some(({ name }) => name === 'month') ?? false;
  return month !== undefined && takesMonth ? { month, ...pressed } : pressed;
}

const already = (): Promise<void> => Promise.resolve();

export function requestOf({ turn, locale }: Work, need: ChosenNeed, slots: Slots, orderToken: string = turn.message.id): SkillRequest {
  const { conversation, now, today } = turn;
  const { identity } = conversation;
  return {
    intent: need.intent,
    text: need.text,
    locale,
    entities: need.entities,
    slots,
    msisdn: identity?.msisdn ?? null,
    conversationId: conversation.id,
    isSteppedUp: identity !== null && (identity.stepUpUntil ?? 0) > now,
    now,
    today,
    orderKey: `${conversation.id}:${orderToken}`,
    recorded: turn.recorded ?? already,
  };
}

/** A skill answers for its own troubles; should one throw all the same, nothing is guessed. */
export async function runSafely(means: Means, work: Work, run: () => Promise<SkillAnswer>): Promise<SkillAnswer> {
  try {
    return await run();
  } catch (error) {
    means.logger?.warn({ conversationId: work.turn.conversation.id, error: error instanceof Error ? error.message : String(error) }, 'a skill failed');
    return { kind: 'failed', messages: [say(work, work.words.failed.system)] };
  }
}

/** Payments tell whether they were automatic; nobody's money is missing because of it. */
function keptAs({ revision }: Work, { intent, text }: ChosenNeed): string {
  return intent === 'recharge_not_received' && revision.intents.has('auto_pay') && asksOwnAutoPay(text) ? 'auto_pay' : intent;
}

export function fromSkill(work: Work, need: ChosenNeed, answer: SkillAnswer, slots: Slots): Outcome {
  const { intent } = need;
  const { rule } = work;
  const kept = keptAs(work, need);
  const mark = (messages: readonly MessageDraft[]): readonly MessageDraft[] => messages.map((message) => ({ ...message, intent, rule }));
  switch (answer.kind) {
    case 'answered':
      return { messages: mark(answer.messages), topic: { intent: kept, slots: answer.slots }, choices: answer.choices, tried: [{ intent: kept, outcome: 'answered' }], result: 'answered', form: closedForm(work, intent) };
    case 'needs-verification':
      return {
        messages: [],
        verification: { level: answer.level, pendingText: need.text, pendingIntent: intent },
        topic: { intent, slots },
        tried: [{ intent, outcome: 'verified' }],
        result: 'neutral',
      };
    case 'asks':
      return {
        ...listOf(answer),
        messages: mark([answer.message]),
        form: { kind: 'slots', intent, asking: answer.slot, filled: answer.slots, ...listOf(answer) },
        topic: { intent, slots: answer.slots },
        result: 'neutral',
      };
    case 'confirms':
      return { messages: mark([answer.message]), form: confirmForm(work, intent, answer), topic: { intent, slots: answer.slots }, result: 'answered' };
    case 'hands-off':
      return { messages: mark(answer.messages), handoff: handoffWish(work, { reason: answer.reason, intent }), form: null, topic: { intent, slots }, tried: [{ intent, outcome: 'failed' }], result: 'neutral' };
    case 'failed':
      return { messages: withButtons(mark(answer.messages), [personButton(work)]), topic: { intent, slots }, tried: [{ intent, outcome: 'failed' }], result: 'failed', offersPerson: true };
  }
}

function listOf({ choices }: { readonly choices?: readonly Choice[] }): { readonly choices?: readonly Choice[] } {
  return choices === undefined ? {} : { choices };
}

/** The intent's own form is filled; another one under way stays. */
function closedForm({ situation }: Work, intent: string): null | undefined {
  const { form } = situation.memory;
  return form && 'intent' in form && form.intent === intent ? null : undefined;
}

function confirmForm({ turn }: Work, intent: string, { change, message, told }: Extract<SkillAnswer, { kind: 'confirms' }>): FormInProgress {
  const card = message.card?.type === 'confirm' ? message.card : null;
  return {
    kind: 'confirm',
    token: card?.token ?? turn.message.id,
    intent,
    ...(card ? { expiresAt: card.expiresAt, told } : {}),
    change: {
      kind: change.kind,
      targetId: change.targetId,
      priceDifferenceFen: String(change.priceDifferenceFen),
      effectiveOn: change.effectiveOn,
      ...(change.boundUntil === null ? {} : { boundUntil: change.boundUntil }),
    },
  };
}
