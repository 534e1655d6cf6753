/** Gathers what a brief is made of; whatever does not answer in time is left out rather than waited for. */
import { dayOf } from '../domain/calendar.js';
import type { Brief, Conversation } from '../domain/conversation.js';
import type { Locale } from '../domain/locale.js';
import { shortened } from '../domain/text-ends.js';
import { composeBrief } from '../handoff/brief.js';
import type { BriefWords } from '../handoff/brief.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

const EARLIER = 5;
const SAID_CHARS = 60;
const LAST_SAID = 3;
/** Enough to see a trend, few enough to be read at once. */
const MOODS = 12;

/** For somebody who looks at it now: what a language model makes of the talk follows when it is there. */
export function briefToRead(room: ConversationRoom, conversation: Conversation, locale: Locale, patienceMs?: number): Promise<Brief> {
  room.summaries?.wanted(conversation, locale);
  return makeBrief(room, conversation, locale, patienceMs);
}

/** In the language of whoever reads it; of the account only what answers in time, when `patienceMs` says how long that is. */
export async function makeBrief(room: ConversationRoom, conversation: Conversation, locale: Locale, patienceMs?: number): Promise<Brief> {
  const msisdn = conversation.identity?.msisdn;
  const { business } = room;
  let stopWaiting: () => void = () => undefined;
  const tooLate = patienceMs === undefined ? null : new Promise<null>((resolve) => (stopWaiting = room.clock.after(patienceMs, () => resolve(null))));
  const orNull = <Value>(value: Promise<Value>): Promise<Value | null> => Promise.race([value.catch(() => null), ...(tooLate ? [tooLate] : [])]);
  const [profile, balance, usage, plan, earlier, messages] = await Promise.all([
    msisdn ? orNull(business.profile(msisdn)) : null,
    msisdn ? orNull(business.balance(msisdn)) : null,
    msisdn ? orNull(business.usage(msisdn)) : null,
    msisdn ? orNull(business.planHolding(msisdn)) : null,
    msisdn ? room.log.ofSubscriber(msisdn, EARLIER + 1) : [],
    room.log.messages(conversation.id, { limit: 40 }),
  ]);
  stopWaiting();
  const said = messages
    .filter((message) => message.from === 'subscriber' && !message.action)
    .slice(-LAST_SAID)
    .map((message) => shortened(message.text, SAID_CHARS));
  const spoken = messages.filter(({ from, kind, action }) => from === 'subscriber' && kind === 'text' && !action).slice(-MOODS);
  const moods = spoken.map(({ text }) => room.content.current().read(text, { today: dayOf(room.clock.now()) }).mood.label);
  const others = earlier.filter((one) => one.id !== conversation.id).slice(0, EARLIER);
  return composeBrief(conversation, { profile, balance, usage, plan, earlier: others, said, moods }, wordsFor(room, locale));
}

function wordsFor(room: ConversationRoom, locale: Locale): BriefWords {
  const words = conversationWords(locale).brief;
  const { intents } = room.content.current();
  return {
    locale,
    intent: (id) => intents.get(id)?.names[locale] ?? words.noIntent,
    outcome: (outcome) => words.outcomes[outcome as keyof typeof words.outcomes] ?? outcome,
    reason: (reason) => words.reasons[reason as keyof typeof words.reasons] ?? reason,
    fields: words.fields,
    nothingTried: words.nothingTried,
  };
}
