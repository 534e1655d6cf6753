/** Help with writing, for agents and editors: drafts to edit, another tone, the other language, an article from talks that ended well. */
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import { PERSON_INTENT } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { Message } from '../domain/message.js';
import type { Staff } from '../domain/staff.js';
import type { Summary } from '../domain/summary.js';
import type { ArticleDraft, PhraseWish } from '../knowledge/editing-help.js';
import type { Question } from '../knowledge/question.js';
import type { ReplyDraft } from '../knowledge/reply-drafts.js';
import type { Tone, WritingWish } from '../knowledge/writing-help.js';
import { makeBrief } from './briefing.js';
import { helped } from './helped.js';
import { readyReplies } from './ready-replies.js';
import type { ConversationRoom } from './room.js';
import { talkIn, talkOf } from './talk.js';

/** What an editor wants an article drafted from; of the conversations only those that were resolved count. */
export interface ArticleAsked {
  readonly locale: Locale;
  readonly conversationIds: readonly ConversationId[];
  readonly questions: readonly string[];
}

export interface ArticleDrafted extends ArticleDraft {
  /** The conversations it was drafted from. */
  readonly from: readonly ConversationId[];
  /** What the questions were taken for, most often first. */
  readonly intents: readonly string[];
}

/** More would say nothing new. */
const QUESTIONS_LOOKED_UP = 5;
const MOST_WRITTEN = 8;

export class StaffHelp {
  constructor(private readonly room: ConversationRoom) {}

  /** Whether a language model is configured at all. */
  get hasModel(): boolean {
    return this.room.writing !== null;
  }

  /** Drafts on what the subscriber said last, for the agent to edit: the model's where there is one, the article that fits, replies kept ready. */
  async suggest(conversation: Conversation, staffId: StaffId): Promise<readonly ReplyDraft[]> {
    const { room } = this;
    const recent = await room.log.messages(conversation.id, { limit: 20 });
    const today = dayOf(room.clock.now());
    const { locale, identity } = conversation;
    const read = (text: string) => room.content.current().read(text, { today, locale });
    // The last words before an agent came are often just the wish for one.
    const isQuestion = (message: Message) => message.from === 'subscriber' && message.kind === 'text' && !message.action && !read(message.text).asksForPerson;
    const text = recent.filter(isQuestion).at(-1)?.text;
    if (text === undefined) return [];
    const question = { ...this.#lookedUp(text, locale), msisdn: identity?.msisdn ?? null };
    const { account } = await makeBrief(room, conversation, locale);
    const wish = { question, conversationId: conversation.id, talk: talkIn(conversation, recent).text, account: account.map(({ name, value }) => `${name}: ${value}`) };
    const [drafts, ready] = await Promise.all([room.drafts.draft(wish), room.canned.listFor(staffId)]);
    return [...drafts, ...readyReplies(text, ready, locale)];
  }

  /** What has been said up to now, in a model's words; null without a model, when it fails, or when there is nothing to sum up. */
  summary(conversation: Conversation, locale: Locale): Promise<Summary | null> {
    return this.room.summaries?.upToNow(conversation, locale) ?? Promise.resolve(null);
  }

  /** The agent's words in another tone; `unavailable` without a model, or when it fails. */
  rephrase(wish: WritingWish, tone: Tone): Promise<string | Refusal> {
    return helped(this.room.writing?.rephrase(wish, tone));
  }

  translate(wish: WritingWish, to: Locale): Promise<string | Refusal> {
    return helped(this.room.writing?.translate(wish, to));
  }

  /** Other ways to say a phrase; `no-model` without one, `unavailable` when it fails. */
  variants(wish: PhraseWish): Promise<readonly string[] | Refusal> {
    const { editing } = this.room;
    return editing ? helped(editing.variants(wish)) : Promise.resolve(refuse('no-model'));
  }

  /** Refused like `variants`; `wrong-state` when none of the conversations was resolved and there is no question either. */
  async draftArticle({ locale, conversationIds, questions }: ArticleAsked, by: Staff): Promise<ArticleDrafted | Refusal> {
    const { editing, audit, log, ids, clock } = this.room;
    if (!editing) return refuse('no-model');
    const found = await Promise.all(conversationIds.map((id) => log.find(id)));
    const resolved = found.filter((one) => one !== null).filter(isResolved);
    if (resolved.length === 0 && questions.length === 0) return refuse('wrong-state', 'none of these conversations was resolved');
    const talks = await Promise.all(resolved.map((one) => talkOf(this.room, one)));
    for (const { id } of resolved) await audit.add({ staff: { id: by.id, name: by.name }, id: ids.next(), at: clock.now(), act: 'conversation.drafted-from', conversationId: id, target: null, reason: '', detail: '' });
    const asked = [...questions, ...talks.flatMap((talk) => talk.questions)].slice(0, QUESTIONS_LOOKED_UP);
    const looked = asked.map((text) => this.#lookedUp(text, locale));
    const written = await Promise.all(looked.map((question) => this.room.drafts.passagesOn(question)));
    const wish = { locale, talks: talks.map(({ text }) => text), questions, written: [...new Set(written.flat())].slice(0, MOST_WRITTEN) };
    const draft = await helped(editing.draftArticle(wish));
    const intents = [...new Set(looked.flatMap(({ ranking, outOfScope }) => (outOfScope < 0.5 ? ranking.slice(0, 1) : [])).map(({ intent }) => intent).filter((intent) => intent !== PERSON_INTENT))];
    return isRefusal(draft) ? draft : { ...draft, intents, from: resolved.map(({ id }) => id) };
  }

  #lookedUp(text: string, locale: Locale): Question {
    const today = dayOf(this.room.clock.now());
    const revision = this.room.content.current();
    const { ranking, entities, outOfScope } = revision.read(text, { today, locale });
    return { text, locale, today, revision, ranking, entities, outOfScope, msisdn: null };
  }
}

function isResolved({ state, closed }: Conversation): boolean {
  return state === 'closed' && (closed?.disposition === 'solved' || closed?.by === 'subscriber');
}
