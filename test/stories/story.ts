/** Conversations as data: how a story is written, and how it is played against the real content, the demo operator and the assistant. */
import { offlineComposer } from '../../src/adapters/offline/extract-composer.js';
import { createDemoOperator } from '../../src/adapters/operator/demo-operator.js';
import { Assistant } from '../../src/dialogue/assistant.js';
import type { Conversation } from '../../src/domain/conversation.js';
import { newConversation } from '../../src/domain/conversation-steps.js';
import { dayOf } from '../../src/domain/calendar.js';
import { conversationId, messageId, parseMsisdn, visitorId } from '../../src/domain/ids.js';
import type { Locale } from '../../src/domain/locale.js';
import type { Message, Wordless } from '../../src/domain/message.js';
import type { Reply } from '../../src/domain/reply.js';
import { Knowledge } from '../../src/knowledge/knowledge.js';
import type { Clock } from '../../src/ports/clock.js';
import type { PublishedContent } from '../../src/ports/published-content.js';
import { createSkills } from '../../src/skills/skills.js';
import { memoryPersonal } from '../support/memory-personal.js';
import { memoryCases } from '../support/memory-cases.js';

/** What one turn says and what must come of it. Whatever is left out is not looked at. */
export interface StoryTurn {
  readonly say?: string;
  /** Sends a picture instead of words. */
  readonly attach?: boolean;
  /** What `say` only names. */
  readonly wordless?: Wordless;
  /** A button of the last reply, by its id; `id=value` presses one with a value. */
  readonly press?: string;
  /** Ends a sign-in: the question that waited is answered for this number. */
  readonly signIn?: string;
  readonly stepUp?: boolean;
  /** So many minutes pass before it. */
  readonly minutes?: number;
  readonly intent?: string;
  readonly rule?: string;
  /** Every one of these stands in the reply. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** Skill group it goes to; `none` when it must stay. */
  readonly handoff?: string;
  readonly reason?: string;
  readonly verify?: 'basic' | 'step-up' | 'none';
  readonly buttons?: readonly string[];
  readonly article?: string;
  readonly topic?: string;
  /** The intent that was tried last. */
  readonly tried?: string;
  readonly form?: string;
  readonly speaks?: Locale;
  readonly elder?: boolean;
  readonly rating?: boolean;
}

export interface Story {
  readonly name: string;
  readonly locale: Locale;
  /** Verified from the start. */
  readonly who?: string;
  readonly elder?: boolean;
  readonly queued?: boolean;
  /** The operator's clock at its beginning: "2027-01-31T23:59". */
  readonly at?: string;
  readonly turns: readonly StoryTurn[];
}

/** 22 November 2026, 10:00 in China: any fixed moment would do. */
const NOW = Date.parse('2026-11-22T02:00:00Z');

export class Stage {
  private now = NOW;
  private readonly assistant: Assistant;

  constructor(content: PublishedContent) {
    const clock: Clock = { now: () => this.now, after: () => () => undefined };
    const operator = createDemoOperator({ clock });
    const knowledge = new Knowledge({ content, composer: offlineComposer(), business: operator.businessSystem });
    this.assistant = new Assistant({ content, skills: createSkills({ ...operator, cases: memoryCases(() => this.now), personal: memoryPersonal() }), knowledge });
  }

  begin(story: Story): Conversation {
    this.now = story.at === undefined ? this.now + 60_000 : Date.parse(`${story.at}:00+08:00`);
    const opened = newConversation({
      id: conversationId(`story-${this.now}`),
      visitorId: visitorId('story-visitor'),
      channel: 'web',
      locale: story.locale,
      identity: identityOf(story.who, this.now, false),
      now: this.now,
    });
    return { ...opened, isElderMode: story.elder ?? false, state: story.queued ? 'queued' : 'bot' };
  }

  /** The reply to one turn, and the conversation as it stands after it. */
  async play(conversation: Conversation, turn: StoryTurn, last: Reply | null): Promise<{ reply: Reply; conversation: Conversation }> {
    this.now += 1_000 + (turn.minutes ?? 0) * 60_000;
    const signedIn = turn.signIn === undefined ? conversation : { ...conversation, identity: identityOf(turn.signIn, this.now, turn.stepUp ?? false) };
    const reply = await this.assistant.respond({
      conversation: signedIn,
      message: this.messageOf(signedIn, turn, last),
      decidedIntent: turn.signIn === undefined ? null : (last?.verification?.pendingIntent ?? null),
      now: this.now,
      today: dayOf(this.now),
      onPiece: () => undefined,
      onCancel: () => undefined,
    });
    return {
      reply,
      conversation: {
        ...signedIn,
        memory: reply.memory,
        locale: reply.locale ?? signedIn.locale,
        isElderMode: reply.isElderMode ?? signedIn.isElderMode,
        state: reply.handoff ? 'queued' : signedIn.state,
      },
    };
  }

  private messageOf(conversation: Conversation, turn: StoryTurn, last: Reply | null): Message {
    const [id = '', value] = turn.press?.split(/=(.*)/s) ?? [];
    const pressed = last?.messages.flatMap(({ buttons }) => buttons ?? []).find((button) => button.id === id && (value === undefined || button.value === value));
    const withValue = value ?? pressed?.value;
    const action = turn.press === undefined ? {} : { action: withValue === undefined ? { id } : { id, value: withValue } };
    const attached = turn.attach ? { attachment: { id: 'a1', name: 'photo.jpg', mime: 'image/jpeg', bytes: 1000 } } : {};
    const text = turn.attach ? '' : turn.say ?? (turn.signIn === undefined ? (pressed?.label ?? id) : (last?.verification?.pendingText ?? ''));
    return { id: messageId(`m${this.now}`), conversationId: conversation.id, seq: 1, at: this.now, from: 'subscriber', kind: turn.attach ? 'attachment' : 'text', text, ...action, ...attached, ...(turn.wordless ? { wordless: turn.wordless } : {}) };
  }
}

function identityOf(who: string | undefined, at: number, isSteppedUp: boolean): Conversation['identity'] {
  const msisdn = who === undefined ? null : parseMsisdn(who);
  return msisdn && { msisdn, via: 'one-time-code', at, stepUpUntil: isSteppedUp ? at + 600_000 : null };
}

/** What of a turn did not come true, in words; empty when all did. */
export function mismatches(turn: StoryTurn, reply: Reply): string[] {
  const text = reply.messages.map((message) => message.text).join('\n');
  const ids = reply.messages.flatMap(({ buttons }) => buttons ?? []).map(({ id }) => id);
  const found: string[] = [];
  const compare = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== undefined && wanted !== got) found.push(`${what}: wanted ${String(wanted)}, got ${String(got)}`);
  };
  const intents = reply.messages.flatMap(({ intent }) => intent ?? []);
  const intent = reply.verification?.pendingIntent ?? intents[0];
  if (turn.intent !== undefined && intent !== turn.intent && !intents.includes(turn.intent)) compare('intent', turn.intent, intent);
  if (!reply.verification || reply.messages.length > 0) compare('rule', turn.rule, reply.messages[0]?.rule);
  compare('handoff', turn.handoff, reply.handoff?.skillGroup ?? 'none');
  compare('reason', turn.reason, reply.handoff?.reason);
  compare('verify', turn.verify, reply.verification?.level ?? 'none');
  compare('topic', turn.topic, reply.memory.topic?.intent);
  compare('tried', turn.tried, reply.memory.tried.at(-1)?.intent);
  compare('form', turn.form, reply.memory.form?.kind ?? 'none');
  compare('article', turn.article, reply.messages.flatMap(({ citations }) => citations ?? [])[0]?.articleId ?? 'none');
  compare('speaks', turn.speaks, reply.locale ?? undefined);
  compare('elder', turn.elder, reply.isElderMode ?? undefined);
  compare('rating', turn.rating, reply.asksForRating);
  for (const part of turn.has ?? []) if (!text.includes(part)) found.push(`lacks 「${part}」`);
  for (const part of turn.lacks ?? []) if (text.includes(part)) found.push(`says 「${part}」`);
  for (const id of turn.buttons ?? []) if (!ids.includes(id)) found.push(`no button ${id}, only ${ids.join(' ')}`);
  const quoted = reply.messages.filter(({ citations }) => (citations?.length ?? 0) > 0).map((message) => message.text);
  if (new Set(quoted).size < quoted.length) found.push('quotes the same twice');
  if (reply.messages.length === 0 && !reply.verification) found.push('says nothing');
  return found.length === 0 ? [] : [...found, `reply: ${text.slice(0, 300)}`];
}
