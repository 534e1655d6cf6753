/** Tells somebody of WeChat Customer Service what was said, and passes the session on: to the assistant, to an agent's person in WeCom, to its end. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Button, Message } from '../../domain/message.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';
import type { ChannelThread } from '../../ports/channel-threads.js';
import type { Clock } from '../../ports/clock.js';
import type { KfOutgoing, KfPerson, KfSent, Later, WechatKfPlatform } from '../../ports/wechat-kf-platform.js';
import type { Logger } from '../../telemetry/logger.js';
import { channelWords } from '../../wording/channels/words.js';
import type { Begin, ChannelSender, Sending } from '../channels/channel-delivery.js';
import { asSeen, isTold } from '../channels/plain-text.js';
import { placeWords } from '../channels/place-words.js';
import { isSurveyDue, scoresFor } from '../channels/survey.js';
import { GRANTED, gatherFor, usedOf } from '../wechat/granted.js';
import { outgoingId, partsOf } from './kf-messages.js';
import type { Part } from './kf-messages.js';
import { kfPersonOf } from './kf-person.js';
import type { Servicers } from './servicers.js';

export interface KfSenderDeps {
  readonly platform: WechatKfPlatform;
  readonly conversations: Pick<Conversations, 'outside' | 'places'>;
  readonly attachments: Pick<AttachmentStore, 'content'>;
  readonly servicers: Servicers;
  readonly clock: Clock;
  readonly logger: Logger;
}

type Told = { readonly done: number; readonly then: Sending };

interface Batch {
  readonly to: KfPerson;
  readonly messages: readonly Message[];
  readonly told: readonly Message[];
  readonly conversation: Conversation;
}

/** Until the customer writes again, which lifts it. */
const LONG_MS = 600_000;
const SOON_MS = 5_000;
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

export class KfSender implements ChannelSender {
  readonly channel = 'wechat-kf';

  constructor(private readonly deps: KfSenderDeps) {}

  async send(thread: ChannelThread, all: readonly Message[], conversation: Conversation, begin: Begin): Promise<Told> {
    // What was begun before a crash is told again as it was, so that the platform knows it; whatever came since follows.
    const isAgain = thread.begunSeq > thread.deliveredSeq;
    const messages = isAgain ? all.filter(({ seq }) => seq <= thread.begunSeq) : all;
    const told = messages.filter(isTold).map((message) => asSeen(message, conversation));
    const batch: Batch = { to: kfPersonOf(thread.externalId), messages, told, conversation };
    const newest = told.at(-1);
    if (!newest) return this.#passedOn(batch);
    const wait = isAgain ? 0 : gatherFor(thread, newest, conversation) - (this.deps.clock.now() - newest.at);
    if (wait > 0) return { done: 0, then: { kind: 'later', afterMs: wait } };
    if (!(await begin(messages.at(-1)?.seq ?? newest.seq))) return { done: 0, then: { kind: 'later', afterMs: SOON_MS } };
    const isTight = usedOf(thread, conversation) >= GRANTED - 1;
    const place = await placeWords(conversation, this.deps.conversations);
    for (const [index, part] of partsOf(told, { locale: conversation.locale, isTight, place, survey: surveyFor(batch) }).entries()) {
      const answer = await this.#tell(batch, part, index);
      if (answer.kind === 'later') return { done: 0, then: answer };
      if (answer.kind === 'not-ours') return this.#elsewhere(batch);
      // Refused when told again: the platform has it already.
      if (answer.kind === 'refused' && !isAgain) return { done: messages.length - 1, then: { kind: 'never', why: `code ${answer.code}` } };
    }
    return this.#passedOn(batch);
  }

  async #tell(batch: Batch, part: Part, index: number): Promise<KfSent> {
    const message = part.kind === 'attachment' ? await this.#mediaOf(part.attachment, batch.conversation) : part;
    return message.kind === 'later' ? message : this.deps.platform.send(batch.to, message, idOf(batch, index));
  }

  /** A picture too large for a picture goes as a file; what the platform does not take at all is named. */
  async #mediaOf({ id, name, mime }: NonNullable<Message['attachment']>, { locale }: Conversation): Promise<KfOutgoing | Later> {
    const named: KfOutgoing = { kind: 'text', text: channelWords(locale).file(name) };
    const content = await this.deps.attachments.content(id);
    if (content === null) return named;
    const types = PICTURES.has(mime) ? (['image', 'file'] as const) : (['file'] as const);
    for (const type of types) {
      const uploaded = await this.deps.platform.upload(type, { name, mime, content });
      if (uploaded.kind === 'later') return uploaded;
      if (uploaded.kind === 'uploaded') return { kind: 'media', type, mediaId: uploaded.mediaId };
    }
    return named;
  }

  /** All is told: an agent who has it now gets the session as well, if it is answered in WeCom. */
  async #passedOn({ to, messages, conversation }: Batch): Promise<Told> {
    const { platform, conversations, servicers, logger } = this.deps;
    const { owner, epoch, id } = conversation;
    const servicer = conversation.state === 'live' && owner ? await servicers.of(owner.staffId) : null;
    const done: Told = { done: messages.length, then: { kind: 'sent' } };
    if (servicer === null) return done;
    const session = await platform.session(to);
    if (session.kind === 'later') return { done: 0, then: session };
    if (session.kind === 'refused' || session.state === 4 || (session.state === 3 && session.servicer === servicer)) return done;
    const moved = await platform.move(to, 3, servicer);
    if (moved.kind === 'later') return { done: 0, then: moved };
    if (moved.kind === 'refused') logger.warn({ code: moved.code }, 'a session of WeChat Customer Service could not be passed to its servicer');
    await conversations.outside.note(id, `handed-${epoch}`, (words) => (moved.kind === 'moved' ? words.handed(servicer) : words.notTaken));
    return done;
  }

  /** The session is not with us: what was to be said waits, is said with its end, or is known as not told. */
  async #elsewhere(batch: Batch): Promise<Told> {
    const { platform, conversations, servicers } = this.deps;
    const { to, messages, conversation } = batch;
    const session = await platform.session(to);
    if (session.kind === 'later') return { done: 0, then: session };
    if (session.kind === 'refused') return { done: messages.length - 1, then: { kind: 'never', why: `code ${session.code}` } };
    if (session.state === 4) return { done: 0, then: { kind: 'later', afterMs: LONG_MS } };
    if (session.state < 2) return { done: 0, then: { kind: 'later', afterMs: SOON_MS } };
    const isOurs = session.state === 3 && servicers.has(session.servicer);
    if (!isOurs) await conversations.outside.taken(conversation);
    else if (conversation.state === 'queued') return { done: 0, then: { kind: 'later', afterMs: SOON_MS } };
    else if (conversation.state !== 'live') return this.#lastWord(batch);
    await this.#notTold(batch);
    return this.#passedOn(batch);
  }

  /** Our agent is done with it: a session never goes back from a person to the assistant, it ends, and ends with these words. */
  async #lastWord(batch: Batch): Promise<Told> {
    const { platform } = this.deps;
    const { to, messages, told, conversation } = batch;
    const ended = await platform.move(to, 4);
    if (ended.kind === 'later') return { done: 0, then: ended };
    if (ended.kind === 'refused' || ended.code === null) return { done: 0, then: { kind: 'later', afterMs: LONG_MS } };
    const last = partsOf(told, { locale: conversation.locale, isTight: true, survey: surveyFor(batch) })[0];
    if (last && last.kind !== 'attachment') await platform.sendOnEvent(ended.code, last, idOf(batch, 'last'));
    return { done: messages.length, then: { kind: 'sent' } };
  }

  /** An agent is to know that her words went nowhere. */
  async #notTold({ told, conversation }: Batch): Promise<void> {
    const lost = told.findLast(({ from }) => from === 'agent');
    if (lost) await this.deps.conversations.outside.note(conversation.id, `not-told-${lost.seq}`, (words) => words.notTold);
  }
}

function surveyFor({ told, conversation }: Batch): readonly Button[] | null {
  const last = told.at(-1);
  return last && isSurveyDue(last, conversation) ? scoresFor(conversation) : null;
}

function idOf({ to, messages, conversation }: Batch, part: number | string): string {
  return outgoingId([to.account, conversation.id, messages[0]?.seq ?? 0, messages.at(-1)?.seq ?? 0, part]);
}
