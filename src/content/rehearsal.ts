/** Plays a conversation through the assistant on any revision, without a record, a line or a real account behind it. */
import { newConversation } from '../domain/conversation-steps.js';
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { conversationId, messageId, parseMsisdn, visitorId } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Reading } from '../domain/reading.js';
import type { Reply } from '../domain/reply.js';
import type { TakesTurns } from '../dialogue/turn.js';
import { Witness } from '../knowledge/witness.js';
import type { LookedUp } from '../knowledge/witness.js';
import type { Clock } from '../ports/clock.js';
import type { Revision } from '../ports/published-content.js';
import type { Rehearse } from './answered.js';

/** An assistant that answers from this revision, on accounts that nothing happens to; the witness is told what it looked up. */
export type AssistantOn = (revision: Revision, witness: Witness) => Promise<TakesTurns>;

export interface Played {
  readonly text: string;
  /** What the model saw, once typing errors, dialect and pinyin were put right. */
  readonly tokens: ReturnType<Revision['tokens']>;
  readonly reading: Reading;
  readonly reply: Reply;
  /** The words of the reply, one message below the other. */
  readonly said: string;
  readonly rule: string | null;
  /** Which articles were weighed and quoted, and why. */
  readonly lookedUp: LookedUp | null;
  /** Of the answer, or the one that waits for a sign-in. */
  readonly intent: string | null;
}

export interface Play {
  readonly messages: readonly string[];
  readonly locale: Locale;
  /** A number that is signed in; null for a visitor. */
  readonly subscriber: string | null;
}

export class Rehearsal {
  constructor(private readonly deps: { readonly assistantOn: AssistantOn; readonly clock: Clock }) {}

  readonly rehearse: Rehearse = (revision, { turns, locale, subscriber }) => this.play(revision, { messages: turns.map(({ says }) => says), locale, subscriber });

  async play(revision: Revision, { messages, locale, subscriber }: Play): Promise<readonly Played[]> {
    const witness = new Witness();
    const assistant = await this.deps.assistantOn(revision, witness);
    const now = this.deps.clock.now();
    const today = dayOf(now);
    let conversation = opened(locale, subscriber, now);
    const played: Played[] = [];
    for (const [index, text] of messages.entries()) {
      const reading = revision.read(text, { today, locale: conversation.locale, previousMoods: conversation.memory.moods });
      const message = { id: messageId(`rehearsal-${index}`), conversationId: conversation.id, seq: index + 1, at: now, from: 'subscriber', kind: 'text', text } as const;
      const reply = await assistant.respond({ ...{ conversation, message, now, today }, decidedIntent: null, onPiece: () => undefined, onCancel: () => undefined });
      const rule = reply.messages.find((one) => one.rule !== undefined)?.rule ?? reply.rule ?? null;
      const intent = reply.verification?.pendingIntent ?? reply.messages.find((one) => one.intent !== undefined)?.intent ?? null;
      const said = reply.messages.map((one) => one.text).join('\n');
      played.push({ text, tokens: revision.tokens(text), reading, reply, said, rule, intent, lookedUp: witness.take() });
      conversation = after(conversation, reply);
    }
    return played;
  }
}

function opened(locale: Locale, subscriber: string | null, now: number): Conversation {
  const msisdn = subscriber === null ? null : parseMsisdn(subscriber);
  const identity = msisdn === null ? null : ({ msisdn, via: 'one-time-code', at: now, stepUpUntil: null } as const);
  return newConversation({ id: conversationId('rehearsal'), visitorId: visitorId('rehearsal'), channel: 'web', locale, identity, now });
}

function after(conversation: Conversation, reply: Reply): Conversation {
  return {
    ...conversation,
    memory: reply.memory,
    locale: reply.locale ?? conversation.locale,
    isElderMode: reply.isElderMode ?? conversation.isElderMode,
    state: reply.handoff ? 'queued' : conversation.state,
  };
}
