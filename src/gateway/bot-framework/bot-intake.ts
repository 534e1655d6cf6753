/** Takes one Activity of somebody into their conversation. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { IncomingActivity } from '../../protocol/bot-framework.js';
import { channelWords } from '../../wording/channels/words.js';
import { gatewayWords } from '../../wording/gateway/words.js';
import type { ChannelIntake, ChannelPerson } from '../channels/channel-intake.js';
import { pressed } from '../channels/pressed.js';
import { scoreIn, scoreOfTap, takeScore } from '../channels/survey.js';
import type { GivenScore } from '../channels/survey.js';
import { keepAttachment } from '../http/attachment-keeping.js';
import type { KeepingDeps } from '../http/attachment-keeping.js';
import { saying } from './activity-of.js';
import { addressOf, externalIdOf } from './bot-address.js';
import type { BotSender } from './bot-sender.js';
import { lookOf } from './channel-looks.js';
import type { OutsideFiles } from './outside-files.js';
import { localeOf, spokenOf } from './spoken.js';
import type { OutsideFile, Spoken } from './spoken.js';

export interface BotIntakeDeps {
  readonly intake: ChannelIntake;
  readonly conversations: Conversations;
  readonly sender: BotSender;
  readonly files: OutsideFiles;
  readonly keeping: KeepingDeps;
  readonly rateLimit: RateLimit;
}

export class BotIntake {
  constructor(private readonly deps: BotIntakeDeps) {}

  async take(given: IncomingActivity): Promise<Refusal | null> {
    // Without an id and a time nothing tells a repetition from the same words said again.
    const activity = given.id || 'timestamp' in given ? given : { ...given, id: this.deps.keeping.ids.next() };
    const spoken = spokenOf(activity);
    if (spoken.kind === 'unfit') return this.#unfit(activity, spoken.code);
    if (spoken.kind === 'nothing') return null;
    if (activity.conversation.isGroup) return this.#onlyInPrivate(activity, spoken);
    const person = personOf(activity);
    switch (spoken.kind) {
      case 'said':
        return this.#said(person, activity, spoken);
      case 'arrived':
        return this.#greet(person, activity);
      case 'rated':
        return this.#tapped(person, activity, spoken);
      case 'typing':
      case 'ended':
      case 'handoff-status':
        return this.#known(person, spoken);
    }
  }

  async #said(person: ChannelPerson, activity: IncomingActivity, { said, files }: Extract<Spoken, { kind: 'said' }>): Promise<Refusal | null> {
    if (said.text !== '') {
      const conversation = await this.deps.intake.conversationOf(person);
      if (isRefusal(conversation)) return conversation;
      const score = said.action ? null : await scoreIn(said, conversation, this.deps.conversations);
      if (score !== null) return this.#rated(person, activity, { conversation, score, saidAs: said.id });
      const message = await this.deps.intake.say(person, await pressed(this.deps.conversations, conversation, said));
      if (isRefusal(message)) return message;
    }
    for (const [index, file] of files.entries()) {
      const message = await this.#file(person, activity, { file, clientId: `${said.id}/${index}`.slice(-128) });
      if (isRefusal(message)) return message;
    }
    return null;
  }

  /** What cannot be had or is not taken is said in words, so that nobody wonders where it went. */
  async #file(person: ChannelPerson, activity: IncomingActivity, { file, clientId }: { file: OutsideFile; clientId: string }): Promise<unknown> {
    const { intake, conversations, files, keeping } = this.deps;
    const conversation = await intake.conversationOf(person);
    if (isRefusal(conversation)) return conversation;
    const fetched = await files.fetch(file, activity);
    const kept = typeof fetched === 'string' ? null : await keepAttachment(keeping, { conversationId: conversation.id, by: { kind: 'subscriber' }, ...fetched });
    if (kept && !isRefusal(kept)) return conversations.receiveFile(conversation, { clientId, attachmentId: kept.id });
    const wordless = fetched === 'too-large' ? 'too-large' : 'not-received';
    return intake.say(person, { id: clientId, text: channelWords(conversation.locale).fileNotTaken(file.name.slice(0, 200)), wordless });
  }

  /** Said beside the record: nobody has asked for anything yet. */
  async #greet(person: ChannelPerson, activity: IncomingActivity): Promise<Refusal | null> {
    const conversation = await this.deps.intake.conversationOf(person);
    if (isRefusal(conversation)) return conversation;
    if (conversation.lastSeq > 0 || !(await this.deps.rateLimit.take('channel.greet', person.externalId)).allowed) return null;
    const { locale } = conversation;
    const words = channelWords(locale);
    await this.deps.sender.hint(person, saying(words.greeting, locale, { look: lookOf(activity.channelId), buttons: [{ id: 'handoff', label: words.person }] }));
    return null;
  }

  async #tapped(person: ChannelPerson, activity: IncomingActivity, { tapped, said: { id: saidAs } }: Extract<Spoken, { kind: 'rated' }>): Promise<Refusal | null> {
    const conversation = await this.deps.intake.conversationOf(person);
    return isRefusal(conversation) ? conversation : this.#rated(person, activity, { conversation, score: scoreOfTap(tapped, conversation, saidAs), saidAs });
  }

  async #rated(person: ChannelPerson, activity: IncomingActivity, { conversation, ...given }: { conversation: Conversation; score: GivenScore; saidAs: string }): Promise<Refusal | null> {
    const answer = await takeScore(this.deps.conversations, conversation, given);
    if (answer === null || isRefusal(answer)) return answer;
    await this.deps.sender.hint(person, saying(answer, conversation.locale, { look: lookOf(activity.channelId) }));
    return null;
  }

  /** What means nothing to a conversation that does not exist; a hub's word does not make it the one who is answered. */
  async #known(person: ChannelPerson, spoken: Extract<Spoken, { kind: 'typing' | 'ended' | 'handoff-status' }>): Promise<Refusal | null> {
    const { conversations, intake } = this.deps;
    const conversation = await intake.known(person);
    if (!conversation) return null;
    if (spoken.kind === 'typing') await conversations.typing(conversation.id, { from: 'subscriber', isOn: true });
    if (spoken.kind === 'handoff-status') await conversations.outside.hubAnswered(conversation.id, spoken);
    if (spoken.kind === 'ended' && conversation.state !== 'closed') return conversations.end(conversation.id);
    return null;
  }

  /** A channel shows its people no code. */
  async #unfit(activity: IncomingActivity, code: Extract<Spoken, { kind: 'unfit' }>['code']): Promise<Refusal> {
    const person = personOf(activity);
    const isToBeTold = code === 'too-long' && !activity.conversation.isGroup && (await this.deps.rateLimit.take('channel.greet', person.externalId)).allowed;
    const locale = person.locale ?? 'zh-CN';
    if (isToBeTold) await this.deps.sender.hint(person, saying(gatewayWords(locale).refusals[code], locale, { look: lookOf(activity.channelId) }));
    return refuse(code);
  }

  /** Nobody's account is told before others. */
  async #onlyInPrivate(activity: IncomingActivity, spoken: Spoken): Promise<Refusal | null> {
    const person = personOf(activity);
    if (spoken.kind !== 'said' || !(await this.deps.rateLimit.take('channel.greet', person.externalId)).allowed) return null;
    const locale = person.locale ?? 'zh-CN';
    await this.deps.sender.hint(person, saying(channelWords(locale).privateOnly, locale, { look: lookOf(activity.channelId) }));
    return null;
  }
}

function personOf(activity: IncomingActivity): ChannelPerson {
  return { channel: 'bot-framework', externalId: externalIdOf(activity), address: addressOf(activity), locale: localeOf(activity.locale) };
}
