/** 「能不能打电话给我」, "can you call me instead", of somebody in the line: a call-back at a time, while the place is kept. */
import type { Conversation } from '../domain/conversation.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { plainly } from '../understanding/plainly.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';
import { nobodyFrom, optionsFor } from './when-nobody-comes.js';

const CALL_ZH =
  /^(?:请问|那|我|想|要|麻烦|请|还是|能不能|能|可不可以|可以|让|叫|你们?|您|客服|人工|有?人|直接|等会儿?|晚点|[\s,，])*(?:给我(?:打|回|来)(?:过来|个|一个|通)*(?:电话)?|打(?:个|一个|通)?电话(?:给我|过来|来|联系我)|打给我|回(?:个|一个)?电话?(?:给我)?|电话联系我|来(?:个|一个)?电话)(?:可以|行|好|不|吗|吧|么|嘛|呢|啊|[\s?？。.!！])*$/u;
const CALL_EN =
  /^(?:so |and |please |ok |okay |can |could |will |would |you |someone |somebody |anyone |an agent |a person |they |just |instead |i want |i'd like |to |[\s,])*(?:(?:call|phone|ring) me|give me a (?:call|ring))(?: back| instead| later| please| when it is my turn| when it's my turn)*[\s?.!]*$/iu;
const LONGEST = 60;

export function asksForCall(text: string): boolean {
  const said = plainly(text);
  return said.length <= LONGEST && (CALL_ZH.test(said) || CALL_EN.test(said));
}

/** Null when it is about something else, when nobody waits, or when no time can be named. */
export function callOffered(room: ConversationRoom, conversation: Conversation, { text, action, attachment, wordless }: Message): MessageDraft | null {
  const { state, waiting, locale } = conversation;
  if (state !== 'queued' || !waiting || waiting.hub || action || attachment || wordless || !asksForCall(text)) return null;
  const options = optionsFor(locale, nobodyFrom(room, conversation, 'timed-out')).filter(({ id }) => id === 'person:callback');
  if (options.length === 0) return null;
  const buttons = options.map(({ id, label, at }) => ({ id, label, ...(at === undefined ? {} : { value: String(at) }) }));
  const { callInstead, leave } = conversationWords(locale).waitAsked;
  return { from: 'bot', kind: 'text', text: callInstead, buttons: [...buttons, { id: 'line:leave', label: leave }] };
}
