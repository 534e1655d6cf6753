/** Takes pages of WeChat Customer Service into the record: each person's entries in order, each entry once. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isTakenOutside } from '../../domain/conversation-steps.js';
import { isRefusal } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import type { KfPerson, KfSession, WechatKfPlatform } from '../../ports/wechat-kf-platform.js';
import type { Logger } from '../../telemetry/logger.js';
import { channelWords } from '../../wording/channels/words.js';
import type { ChannelIntake, Said } from '../channels/channel-intake.js';
import { fitText } from '../channels/plain-text.js';
import { pressed } from '../channels/pressed.js';
import { scoreIn, scoreOfTap, takeScore } from '../channels/survey.js';
import type { GivenScore } from '../channels/survey.js';
import { keepAttachment } from '../http/attachment-keeping.js';
import type { KeepingDeps } from '../http/attachment-keeping.js';
import { heardOf } from './kf-heard.js';
import type { Heard, HeardEntry, HeardFile } from './kf-heard.js';
import { actionOf, menuOf, outgoingId, scoreOf } from './kf-messages.js';
import { channelPersonOf } from './kf-person.js';
import type { Servicers } from './servicers.js';

export interface KfIntakeDeps {
  readonly intake: ChannelIntake;
  readonly conversations: Conversations;
  readonly platform: WechatKfPlatform;
  readonly servicers: Servicers;
  readonly keeping: KeepingDeps;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** A greeting is taken within 20 seconds: https://developer.work.weixin.qq.com/document/path/95122 */
const GREET_MS = 20_000;

export class KfIntake {
  constructor(private readonly deps: KfIntakeDeps) {}

  /** Durable when it resolves. False: something could not be kept now, and the page is to come again. */
  async take(given: readonly unknown[], { since }: { readonly since: number }): Promise<boolean> {
    // What came while the house closes is fetched again by who opens it.
    if (this.deps.conversations.isStopping) return false;
    const words = channelWords('zh-CN');
    const entries = given.map((one) => heardOf(one, words)).filter((one): one is HeardEntry => one !== null && one.at >= since);
    const people = new Map<string, HeardEntry[]>();
    for (const entry of entries) {
      const { externalId } = channelPersonOf(entry.person);
      people.set(externalId, [...(people.get(externalId) ?? []), entry]);
    }
    const taken = await Promise.all([...people.values()].map((one) => this.#takeAll(one)));
    return taken.every(Boolean);
  }

  async #takeAll(entries: readonly HeardEntry[]): Promise<boolean> {
    let isSettled = false;
    for (const entry of entries) {
      if (entry.heard.kind === 'said' && !isSettled) {
        if (!(await this.#settle(entry.person))) return false;
        isSettled = true;
      }
      const refused = await this.#take(entry);
      if (!refused) continue;
      if (refused.refused === 'unavailable') return false;
      this.deps.logger.warn({ code: refused.refused, kind: entry.heard.kind }, 'something of WeChat Customer Service was not taken');
    }
    return true;
  }

  async #take({ id, person, at, heard }: HeardEntry): Promise<Refusal | null> {
    const clientId = `kf-${id}`.slice(0, 128);
    switch (heard.kind) {
      case 'said':
        return this.#said(person, clientId, heard);
      case 'servicer-said':
        return this.#servicerSaid(person, clientId, heard);
      case 'entered':
        return this.#greet(heard.welcomeCode, at);
      case 'session':
        return heard.change === 'ended' ? this.#ended(person) : this.#taken(person, heard.servicer);
      case 'not-reached':
        return this.#noted(person, clientId, (conversation) => ({ why: channelWords(conversation.locale).notReached[heard.why] }));
      case 'recalled':
        return this.#noted(person, clientId, () => null);
    }
  }

  /** Who has the session is asked once for what a person wrote in one go. False: not now. */
  async #settle(person: KfPerson): Promise<boolean> {
    const { platform, logger } = this.deps;
    const session = await platform.session(person);
    if (session.kind === 'later') return false;
    if (session.kind === 'refused') {
      logger.warn({ code: session.code }, 'the state of a session of WeChat Customer Service is not told');
      return true;
    }
    const refused = await this.#follow(person, session);
    return refused?.refused !== 'unavailable';
  }

  async #follow(person: KfPerson, { state, servicer }: KfSession): Promise<Refusal | null> {
    const { conversations, intake, platform, servicers } = this.deps;
    const known = await intake.known(channelPersonOf(person));
    if (state < 2 || state === 4) {
      if (known && isTakenOutside(known)) await conversations.outside.ended(known);
      // The assistant takes it before anybody else is given it.
      if (state === 0) await platform.move(person, 1);
      return null;
    }
    const isOurs = (known?.owner ?? null) !== null || (state === 3 && servicers.has(servicer) && !(known && isTakenOutside(known)));
    return isOurs ? null : this.#takenOutside(person);
  }

  async #said(person: KfPerson, clientId: string, { words, press, file, wordless }: Extract<Heard, { kind: 'said' }>): Promise<Refusal | null> {
    const { intake, conversations } = this.deps;
    const who = channelPersonOf(person);
    const conversation = await intake.conversationOf(who);
    if (isRefusal(conversation)) return conversation;
    const given = press === null ? null : scoreOf(press);
    const score = given ? scoreOfTap(given, conversation, clientId) : file || press ? null : await scoreIn({ id: clientId, text: words }, conversation, conversations);
    if (score !== null) return this.#rated(person, conversation, { clientId, score });
    const kept = file ? await this.#file(conversation, clientId, file) : 'none';
    if (kept === 'kept') return null;
    const action = press === null ? null : actionOf(press);
    const named = kept === 'too-large' ? kept : wordless;
    const said: Said = { id: clientId, text: fitText(words), ...(action ? { action } : {}), ...(named ? { wordless: named } : {}) };
    if (said.text === '' && !action) return null;
    const answer = await intake.say(who, await pressed(conversations, conversation, said));
    return isRefusal(answer) ? answer : null;
  }

  /** The thanks are said beside the record. */
  async #rated(person: KfPerson, conversation: Conversation, { clientId, score }: { clientId: string; score: GivenScore }): Promise<Refusal | null> {
    const text = await takeScore(this.deps.conversations, conversation, { score, saidAs: clientId });
    if (text === null || isRefusal(text)) return text;
    await this.deps.platform.send(person, { kind: 'text', text }, outgoingId(['rated', clientId]));
    return null;
  }

  /** What cannot be had or is not taken is named in words. */
  async #file(conversation: Conversation, clientId: string, file: HeardFile): Promise<'kept' | 'too-large' | 'none'> {
    const { platform, keeping, conversations } = this.deps;
    const fetched = await platform.fetchFile(file.mediaId);
    if (fetched.kind !== 'file') return fetched.kind === 'too-large' ? 'too-large' : 'none';
    const name = file.name ?? (fetched.name === '' ? file.kind : fetched.name);
    const kept = await keepAttachment(keeping, { conversationId: conversation.id, by: { kind: 'subscriber' }, name, content: fetched.content });
    if (isRefusal(kept)) return 'none';
    return isRefusal(await conversations.receiveFile(conversation, { clientId, attachmentId: kept.id })) ? 'none' : 'kept';
  }

  async #servicerSaid(person: KfPerson, clientId: string, { words, servicer }: Extract<Heard, { kind: 'servicer-said' }>): Promise<Refusal | null> {
    const refused = await this.#taken(person, servicer);
    if (refused) return refused;
    const conversation = await this.deps.intake.conversationOf(channelPersonOf(person));
    if (isRefusal(conversation)) return conversation;
    const text = fitText(words);
    return text === '' ? null : this.deps.conversations.outside.said(conversation, { clientId, text });
  }

  /** Said beside the record: nobody has asked for anything yet. */
  async #greet(code: string | null, at: number): Promise<null> {
    const { platform, clock, logger } = this.deps;
    if (code === null || clock.now() - at > GREET_MS) return null;
    const words = channelWords('zh-CN');
    const sent = await platform.sendOnEvent(code, menuOf(words.greeting, [{ id: 'handoff', label: words.person }]), outgoingId(['greeting', code]));
    if (sent.kind !== 'sent') logger.info({ outcome: sent.kind }, 'a greeting of WeChat Customer Service was not taken');
    return null;
  }

  /** An agent of ours who speaks in WeCom is no other person. */
  async #taken(person: KfPerson, servicer: string | null): Promise<Refusal | null> {
    const known = await this.deps.intake.known(channelPersonOf(person));
    const owner = known?.state === 'live' ? known.owner : null;
    if (owner && servicer !== null && (await this.deps.servicers.of(owner.staffId)) === servicer) return null;
    return this.#takenOutside(person);
  }

  async #takenOutside(person: KfPerson): Promise<Refusal | null> {
    const conversation = await this.deps.intake.conversationOf(channelPersonOf(person));
    return isRefusal(conversation) ? conversation : this.deps.conversations.outside.taken(conversation);
  }

  async #ended(person: KfPerson): Promise<Refusal | null> {
    const known = await this.deps.intake.known(channelPersonOf(person));
    return known && known.state !== 'closed' ? this.deps.conversations.outside.ended(known) : null;
  }

  async #noted(person: KfPerson, key: string, why: (conversation: Conversation) => { readonly why: string } | null): Promise<Refusal | null> {
    const known = await this.deps.intake.known(channelPersonOf(person));
    if (!known) return null;
    const reason = why(known);
    return this.deps.conversations.outside.note(known.id, key, (words) => (reason ? words.notReached(reason.why) : words.recalled));
  }
}
