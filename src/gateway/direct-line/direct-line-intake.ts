/** Takes what a Direct Line client sends into its conversation. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Message } from '../../domain/message.js';
import { spokenOf } from '../bot-framework/spoken.js';
import type { Spoken } from '../bot-framework/spoken.js';
import { channelWords } from '../../wording/channels/words.js';
import { pressed } from '../channels/pressed.js';
import type { Said } from '../channels/channel-intake.js';
import { scoreIn, scoreOfTap, takeScore } from '../channels/survey.js';
import type { GivenScore } from '../channels/survey.js';
import { keepAttachment } from '../http/attachment-keeping.js';
import type { KeepingDeps } from '../http/attachment-keeping.js';
import type { DirectLineUpload } from './direct-line-upload.js';

export class DirectLineIntake {
  constructor(private readonly deps: { readonly conversations: Conversations; readonly keeping: KeepingDeps }) {}

  /** The place of what was said, or where the conversation stands when nothing was to be said. */
  async take(conversation: Conversation, { activity, files }: DirectLineUpload): Promise<number | Refusal> {
    const id = activity.channelData?.clientActivityID || this.deps.keeping.ids.next();
    // Files come by uploading; an address that a page names is not fetched.
    const words = { ...activity, id, attachments: [] };
    if (files.length > 0 && !activity.text?.trim()) return this.#files(conversation, { id: `bf-${id}`, files, isFirst: true });
    const spoken = spokenOf(words);
    if (spoken.kind === 'unfit') return refuse(spoken.code);
    if (spoken.kind === 'rated') return this.#rated(conversation, spoken.said, scoreOfTap(spoken.tapped, conversation, spoken.said.id));
    if (spoken.kind !== 'said') return this.#done(conversation, spoken);
    const score = spoken.said.action || files.length > 0 ? null : await scoreIn(spoken.said, conversation, this.deps.conversations);
    if (score !== null) return this.#rated(conversation, spoken.said, score);
    const said = await pressed(this.deps.conversations, conversation, spoken.said);
    const message = await this.deps.conversations.receive(conversation, { clientId: said.id, text: said.text, ...(said.action ? { action: said.action } : {}) });
    if (isRefusal(message)) return message;
    return files.length === 0 ? message.seq : this.#files(conversation, { id: `bf-${id}`, files, isFirst: false });
  }

  /** Nothing is sent when one of them is not taken. */
  async #files(conversation: Conversation, { id, files, isFirst }: { id: string; files: DirectLineUpload['files']; isFirst: boolean }): Promise<number | Refusal> {
    const kept: string[] = [];
    for (const { name, content } of files) {
      const attachment = await keepAttachment(this.deps.keeping, { conversationId: conversation.id, by: { kind: 'subscriber' }, name, content });
      if (isRefusal(attachment)) return attachment;
      kept.push(attachment.id);
    }
    let last: Message | null = null;
    for (const [index, attachmentId] of kept.entries()) {
      const sent = await this.deps.conversations.receiveFile(conversation, { clientId: isFirst && index === 0 ? id : `${id}/${index}`, attachmentId });
      if (isRefusal(sent)) return sent;
      last = sent;
    }
    return last?.seq ?? conversation.lastSeq;
  }

  /** Not of the record, so that a score begins no new service; a page waits to see its own words again. */
  async #rated(conversation: Conversation, { id: clientId, text: words }: Said, score: GivenScore): Promise<number | Refusal> {
    const { conversations } = this.deps;
    const text = await takeScore(conversations, conversation, { score, saidAs: clientId });
    if (isRefusal(text)) return text;
    // Beside the record it stands once, and is there after a crash between the two.
    const refused = await conversations.outside.aside(conversation.id, { heard: { clientId, text: words }, text: text ?? channelWords(conversation.locale).surveyThanks });
    return refused ?? conversation.lastSeq;
  }

  async #done({ id, lastSeq, state }: Conversation, spoken: Exclude<Spoken, { kind: 'said' | 'rated' | 'unfit' }>): Promise<number | Refusal> {
    const { conversations } = this.deps;
    if (lastSeq === 0) return lastSeq;
    if (spoken.kind === 'typing') await conversations.typing(id, { from: 'subscriber', isOn: true });
    if (spoken.kind === 'handoff-status') await conversations.outside.hubAnswered(id, spoken);
    if (spoken.kind === 'ended' && state !== 'closed') return (await conversations.end(id)) ?? lastSeq;
    return lastSeq;
  }
}
