/** The only place where a change to an account is made: once, for the card that is open. */
import type { ChosenNeed } from '../domain/decision.js';
import type { ConfirmableChange } from '../domain/account.js';
import type { FormInProgress } from '../domain/dialogue-memory.js';
import type { Button } from '../domain/message.js';
import { endedTogether } from '../skills/extras-together.js';
import { fromSkill, requestOf, runSafely } from './answering.js';
import { handOver } from './handing-over.js';
import type { Means } from './means.js';
import { personButton, say } from './outcome.js';
import type { Outcome, Work } from './outcome.js';

export async function confirm(means: Means, work: Work, isConfirmed: boolean): Promise<Outcome> {
  const { form } = work.situation.memory;
  const { words, revision } = work;
  if (form?.kind !== 'confirm') return { messages: [say(work, isConfirmed ? words.confirm.gone : words.confirm.cancelled)], result: 'neutral' };
  const { intent } = form;
  if (!isConfirmed) return { messages: [say(work, words.confirm.cancelled, { intent })], form: null, tried: [{ intent, outcome: 'cancelled' }], result: 'answered' };
  if ((form.expiresAt ?? 0) <= work.turn.now) return expired(work, form);
  const skill = means.skills.get(revision.intents.get(intent)?.skill ?? '');
  const need: ChosenNeed = { intent, confidence: 1, text: work.situation.text, entities: [] };
  const slots = work.situation.memory.topic?.intent === intent ? work.situation.memory.topic.slots : {};
  const request = requestOf(work, need, slots, form.token);
  if (!skill?.commit) return { ...handOver(work, { reason: 'intent', intent }), form: null };
  const commit = skill.commit.bind(skill);
  const answer = await runSafely(means, work, () => commit(request, changeOf(form.change)));
  const outcome = fromSkill(work, need, answer, slots);
  // A sign-in in between (a step-up that lapsed) keeps the card open; every other ending closes it.
  return outcome.verification || outcome.form ? outcome : { ...outcome, form: null, ...(answer.kind !== 'answered' ? {} : answer.isUndone ? { tried: [{ intent, outcome: 'failed' }] } : { made: intent }) };
}

type ConfirmForm = Extract<FormInProgress, { kind: 'confirm' }>;

/** Prices and dates may have moved on: the same card is a tap away, with today's. */
function expired(work: Work, { intent, change }: ConfirmForm): Outcome {
  const { words } = work;
  const value = sameAgain(changeOf(change));
  const again: Button = { id: `intent:${intent}`, label: words.buttons.again, ...(value === null ? {} : { value }) };
  return { messages: [say(work, words.confirm.expired, { intent, buttons: [again, personButton(work)] })], form: null, result: 'neutral' };
}

function sameAgain({ kind, targetId }: ConfirmableChange): string | null {
  if (kind === 'plan') return `plan=${targetId}`;
  if (kind === 'resume') return 'line=resume';
  if (kind === 'erase-data') return 'request=delete';
  if (kind === 'extras-off') return `product=${endedTogether(targetId)}`;
  return kind === 'suspend-lost' ? null : `product=${targetId}`;
}

function changeOf(stored: Readonly<Record<string, string>>): ConfirmableChange {
  return {
    kind: stored['kind'] as ConfirmableChange['kind'],
    targetId: stored['targetId'] ?? '',
    priceDifferenceFen: Number(stored['priceDifferenceFen'] ?? 0),
    effectiveOn: stored['effectiveOn'] ?? '',
    boundUntil: stored['boundUntil'] ?? null,
  };
}
