/** What needs no account and no article: greetings, thanks, what the assistant is, and saying plainly what it cannot do. */
import { addDays } from '../domain/calendar.js';
import type { Button } from '../domain/message.js';
import { confirmButtons } from '../skills/buttons.js';
import { wordingFor } from '../wording/wording.js';
import { askedOfCard } from './card-questions.js';
import { asksDate } from './dates-asked.js';
import { FIRST_STEPS } from './next-steps.js';
import { intentButtons, personButton, say } from './outcome.js';
import type { Outcome, Work } from './outcome.js';
import { IN_OTHER_LANGUAGES } from '../wording/dialogue/other-languages.js';
import { otherLanguageOf } from './other-languages.js';
import { nearestTopics } from './rules-of-intent.js';
import { wantsUsualType } from './type-size.js';

/** What people mostly send a place for. */
const OF_PLACES = ['store_locator', 'no_signal'] as const;

export function courtesy(work: Work, intent: string): Outcome {
  const { words, situation } = work;
  const plain = (text: string): Outcome => ({ messages: [say(work, text, { intent })], result: 'neutral' });
  switch (intent) {
    case 'greeting': {
      const text = situation.memory.turns === 0 ? words.greeting : words.greetingAgain;
      return { messages: [say(work, text, { intent, buttons: intentButtons(work, FIRST_STEPS) })], result: 'neutral' };
    }
    case 'thanks':
      return plain(words.thanks);
    case 'goodbye':
      return { ...plain(words.goodbye), asksForRating: true };
    case 'feedback_praise':
      return { ...plain(words.praise), tried: [{ intent, outcome: 'answered' }] };
    case 'bot_identity':
      return { messages: [say(work, words.botIdentity, { intent, buttons: [...intentButtons(work, FIRST_STEPS), personButton(work)] })], result: 'neutral' };
    case 'elder_mode':
      return elderMode(work);
    case 'elder_most':
      return { messages: [say(work, words.elderMost, { buttons: [personButton(work)] })], result: 'neutral' };
    case 'language_en':
      return { ...plain(words.languageSwitched), locale: 'en' };
    case 'language_zh':
      return { ...plain(words.languageSwitched), locale: 'zh-CN' };
    case 'language_other':
      return inOtherLanguage(work);
    case 'attachment':
      return unread(work);
    case 'feedback':
      return plain(words.feedbackThanks);
    case 'unhelpful':
      return { messages: [say(work, words.unhelpful, { buttons: [personButton(work)] })], result: 'failed', offersPerson: true };
    case 'confirm_by_tap':
      return withOpenCard(work, words.confirm.byTap);
    case 'confirm_one_by_one':
      return withOpenCard(work, words.confirm.oneByOne);
    case 'confirm_asked':
      return askedOfOpenCard(work);
    case 'nothing_made':
      return plain(words.confirm.nothingMade);
    case 'leave_line':
      return { messages: [say(work, words.handoff.leaveLine, { buttons: [{ id: 'line:leave', label: words.buttons.leaveLine }] })], result: 'neutral' };
    case 'heard_first':
      return { messages: [say(work, words.heard.first, { buttons: intentButtons(work, FIRST_STEPS) })], result: 'neutral' };
    case 'heard_yes':
      return heardOfChoice(work) ?? { messages: [say(work, words.heard.yes)], result: 'neutral' };
    case 'heard_no':
      return { messages: [say(work, words.heard.no, { buttons: [personButton(work)] })], result: 'failed', offersPerson: true };
    case 'heard_choice':
      return heardOfChoice(work) ?? { messages: [say(work, words.heard.choice, { buttons: intentButtons(work, FIRST_STEPS) })], result: 'neutral' };
    case 'heard_number':
      return { messages: [say(work, words.heard.number(situation.text.trim()), { buttons: [...intentButtons(work, FIRST_STEPS), personButton(work)] })], result: 'failed' };
    case 'heard_failed':
      return { messages: [say(work, words.heard.failed, { buttons: [personButton(work)] })], result: 'failed', offersPerson: true };
    case 'heard_doubt':
      return { messages: [say(work, words.heard.doubt, { buttons: [personButton(work)] })], result: 'failed', offersPerson: true };
    case 'takes_time':
      return takesTime(work);
    case 'date_asked':
      return plain(dateTold(work));
    case 'only_owner':
      return { messages: [say(work, words.onlyOwner, { buttons: [personButton(work)] })], result: 'neutral' };
    case 'offer_declined':
      return plain(words.offerDeclined);
    case 'form_cancelled':
      return { messages: [say(work, words.form.cancelled)], form: null, result: 'neutral', tried: cancelledForm(work) };
    case 'confirm_gone':
      return goneCard(work);
    case 'none_chosen':
      return { messages: [say(work, words.noneChosen, { buttons: [personButton(work)] })], form: null, result: 'failed', offersPerson: true };
    default:
      return outOfScope(work);
  }
}

function dateTold({ turn: { now, today }, situation, words }: Work): string {
  const asked = asksDate(situation.text);
  if (asked === 'now') return words.timeTold(now);
  const day = addDays(today, asked ?? 0);
  return words.dateTold({ ahead: asked ?? 0, day, weekday: new Date(`${day}T00:00:00Z`).getUTCDay() });
}

/** The card's own line, and that it still waits. */
function askedOfOpenCard(work: Work): Outcome {
  const { words, situation } = work;
  const { form } = situation.memory;
  const asked = askedOfCard(situation.text);
  const line = form?.kind === 'confirm' && form.told && asked ? form.told[asked] : '';
  const text = [line, words.confirm.byTap].filter((one) => one !== '').join('\n');
  return withOpenCard(work, text);
}

/** Its buttons stay at hand under whatever is said of it. */
function withOpenCard(work: Work, text: string): Outcome {
  return { messages: [say(work, text, { buttons: [...openCardButtons(work), personButton(work)] })], result: 'neutral' };
}

function openCardButtons({ situation, locale }: Work): readonly Button[] {
  const { form } = situation.memory;
  return form?.kind === 'confirm' ? confirmButtons(wordingFor(locale), form.token) : [];
}

/** An older card was tapped: another one may be open, and which is said. */
function goneCard(work: Work): Outcome {
  const { words, situation, revision, locale } = work;
  const { form } = situation.memory;
  if (form?.kind !== 'confirm') return { messages: [say(work, words.confirm.gone, { intent: 'confirm_gone' })], result: 'neutral' };
  const name = revision.intents.get(form.intent)?.names[locale] ?? form.intent;
  return withOpenCard(work, [words.confirm.goneOther(name), form.told?.what ?? ''].filter((line) => line !== '').join('\n'));
}

/** What nobody but a person can look at, or what did not even arrive. */
function unread(work: Work): Outcome {
  const { words, situation } = work;
  const text = situation.wordless === null ? words.attachment : words.wordless[situation.wordless];
  const buttons = situation.wordless === 'place' ? intentButtons(work, OF_PLACES) : [];
  return { messages: [say(work, text, { buttons: [...buttons, personButton(work)] })], result: 'neutral' };
}

/** Said in both of ours and, where it is known, in theirs. */
function inOtherLanguage(work: Work): Outcome {
  const { words, situation } = work;
  const language = otherLanguageOf(situation.text) ?? 'other';
  const own = language === 'other' ? [] : [IN_OTHER_LANGUAGES[language]];
  return { messages: [say(work, [...own, words.otherLanguage].join('\n'), { buttons: [personButton(work)] })], result: 'neutral' };
}

/** With a choice still on the page the yes, or the 「下一个」, is to one of it; to which, only they know. */
function heardOfChoice(work: Work): Outcome | null {
  const { words, situation } = work;
  const { offered = [] } = situation.memory;
  if (offered.length === 0) return null;
  return { messages: [say(work, listed(words.heard.which, offered), { buttons: [...offered, personButton(work)] })], result: 'neutral' };
}

/** What was asked, offered or shown stays as it was, with its buttons at hand. */
function takesTime(work: Work): Outcome {
  const { words, situation } = work;
  const { form, offered = [], hasOfferedPerson } = situation.memory;
  const options = form?.kind === 'clarify' ? intentButtons(work, form.options) : [];
  const choices = form?.kind === 'confirm' ? openCardButtons(work) : offered.length > 0 ? offered : options;
  const buttons = [...choices, ...(hasOfferedPerson ? [personButton(work)] : [])];
  return { messages: [say(work, listed(words.heard.takesTime, offered), { buttons })], form, result: 'neutral', offersPerson: hasOfferedPerson };
}

function elderMode(work: Work): Outcome {
  const { words, situation } = work;
  const isOff = situation.action === null && wantsUsualType(situation.text);
  const text = isOff ? words.elderOff : words.elderOn;
  const buttons = isOff ? [] : [personButton(work), ...intentButtons(work, FIRST_STEPS)];
  return { messages: [say(work, text, { intent: 'elder_mode', buttons })], result: 'neutral', isElderMode: !isOff };
}

function outOfScope(work: Work): Outcome {
  const nearest = nearestTopics(work.situation).slice(0, 2);
  const buttons = [...intentButtons(work, nearest.length > 0 ? nearest : FIRST_STEPS), personButton(work)];
  return { messages: [say(work, listed(work.words.outOfScope, buttons.slice(0, -1)), { intent: 'out_of_scope', buttons })], result: 'failed' };
}

/** The words alone must carry what the buttons say. */
export function listed(text: string, choices: readonly { readonly label: string }[]): string {
  return choices.length === 0 ? text : `${text}\n${choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n')}`;
}

function cancelledForm({ situation }: Work): Outcome['tried'] & object {
  const { form } = situation.memory;
  return form && 'intent' in form ? [{ intent: form.intent, outcome: 'cancelled' }] : [];
}
