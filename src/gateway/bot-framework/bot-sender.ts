/** Tells somebody on a channel of the Bot Framework what was said, one Activity after the other. */
import type { Attachment } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { conversationWords } from '../../wording/conversation/words.js';
import type { Clock } from '../../ports/clock.js';
import type { ToldWord, ToldWords } from '../../ports/told-words.js';
import type { AttachmentStore } from '../../ports/attachment-store.js';
import type { ChannelThread } from '../../ports/channel-threads.js';
import type { ChannelSender, Sending } from '../channels/channel-delivery.js';
import { asSeen, isTold } from '../channels/plain-text.js';
import { activityOf, saying, surveyAfter } from './activity-of.js';
import type { OutActivity } from './activity-of.js';
import { keptAddress } from './bot-address.js';
import type { BotAddress } from './bot-address.js';
import { lookOf } from './channel-looks.js';
import type { HandoffEvents } from './handoff-events.js';
import type { Connector } from './connector.js';

export interface BotSenderDeps {
  readonly connector: Connector;
  readonly attachments: Pick<AttachmentStore, 'content'>;
  readonly handoffs: HandoffEvents;
  readonly told: Pick<ToldWords, 'keep'>;
  /** Null without an address of our own that browsers reach. */
  readonly links: AttachmentPages | null;
  readonly clock: Clock;
}

/** Where somebody opens a file, for a day. */
export type AttachmentPages = (attachmentId: string) => string;

/** The largest picture that the channels take within an Activity. */
const MOST_INLINE_BYTES = 1_000_000;
const BAD_SHAPE = 400;
const HALVES_KEPT = 10_000;

export class BotSender implements ChannelSender {
  readonly channel = 'bot-framework';
  /** Of a message that takes several Activities, how many are told: what stopped half-way does not begin anew. */
  readonly #toldParts = new RecentlyUsed<string, number>(HALVES_KEPT);

  constructor(private readonly deps: BotSenderDeps) {}

  /** One message at a time, so that each is known to be told before the next leaves. */
  async send(thread: ChannelThread, messages: readonly Message[], conversation: Conversation): Promise<{ readonly done: number; readonly then: Sending }> {
    const at = messages.findIndex((message) => isTold(message));
    const message = messages[at];
    if (!message) return { done: messages.length, then: { kind: 'sent' } };
    const address = keptAddress(thread);
    if (!address) return { done: at, then: { kind: 'never', why: 'no address' } };
    const isLast = !messages.slice(at + 1).some(isTold);
    const key = `${message.conversationId}/${message.seq}`;
    const parts = await this.#partsOf(message, { address, conversation, isLast });
    for (let told = this.#toldParts.get(key) ?? 0; told < parts.length; told += 1) {
      const answer = await this.#tell(address, parts[told] ?? {});
      if (answer.kind === 'later') {
        this.#toldParts.put(key, told);
        return { done: at, then: answer };
      }
      if (answer.kind === 'never' && told === 0) return { done: at, then: { kind: 'never', why: `status ${answer.status}` } };
      // Only an agent's words are ever taken back.
      if (answer.kind === 'sent' && answer.id !== null && told === 0 && message.from === 'agent') await this.deps.told.keep({ conversationId: message.conversationId, seq: message.seq, outsideId: answer.id }, this.deps.clock.now());
    }
    this.#toldParts.forget(key);
    return { done: at + 1, then: { kind: 'sent' } };
  }

  /** In its place stands that it was taken back; where a channel cannot change words, they go. */
  async recall(thread: ChannelThread, { outsideId }: ToldWord, { locale }: Conversation): Promise<boolean> {
    const address = keptAddress(thread);
    if (!address) return true;
    const updated = await this.deps.connector.update(address, outsideId, saying(conversationWords(locale).recalled, locale, { look: lookOf(address.channelId) }));
    const answer = updated.kind === 'never' ? await this.deps.connector.remove(address, outsideId) : updated;
    return answer.kind !== 'later';
  }

  /** Outside the record and at most once; whether it went is known to nobody. */
  async hint(thread: Pick<ChannelThread, 'address'>, activity: OutActivity): Promise<void> {
    const address = keptAddress(thread);
    if (address) await this.deps.connector.send(address, activity);
  }

  async typing(thread: ChannelThread): Promise<void> {
    await this.hint(thread, { type: 'typing' });
  }

  async say(thread: ChannelThread, text: string, { locale }: Conversation): Promise<void> {
    const address = keptAddress(thread);
    if (address) await this.hint(thread, saying(text, locale, { look: lookOf(address.channelId) }));
  }

  async #partsOf(message: Message, { address, conversation, isLast }: { address: BotAddress; conversation: Conversation; isLast: boolean }): Promise<readonly OutActivity[]> {
    const { locale } = conversation;
    const look = lookOf(address.channelId);
    const survey = surveyAfter(message, conversation, look);
    const attachments = await this.#filesOf(message);
    const said = activityOf(asSeen(message, conversation), { locale, look, isLast, attachments });
    const event = await this.deps.handoffs.of(message, conversation, address);
    return [said, ...(event ? [event] : []), ...(survey ? [survey] : [])];
  }

  async #tell(address: BotAddress, activity: OutActivity) {
    const answer = await this.deps.connector.send(address, activity);
    const { attachments, suggestedActions: _suggested, ...words } = activity;
    // A card that the channel does not know must not cost the words, which say it all.
    return answer.kind === 'never' && answer.status === BAD_SHAPE && attachments ? this.deps.connector.send(address, words) : answer;
  }

  /** Small pictures travel along; to other files leads a link. */
  async #filesOf({ attachment, from }: Message): Promise<readonly Attachment[]> {
    if (!attachment || from === 'subscriber') return [];
    if (!attachment.mime.startsWith('image/') || attachment.bytes > MOST_INLINE_BYTES) {
      return this.deps.links ? [{ contentType: attachment.mime, name: attachment.name, contentUrl: this.deps.links(attachment.id) }] : [];
    }
    const content = await this.deps.attachments.content(attachment.id);
    if (!content) return [];
    return [{ contentType: attachment.mime, name: attachment.name, contentUrl: `data:${attachment.mime};base64,${Buffer.from(content).toString('base64')}` }];
  }
}
