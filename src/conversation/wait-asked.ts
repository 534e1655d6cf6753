/** 「还要等多久」, "how long do I have to wait", of somebody in the line: their place and range, as the line stands now. */
import { hasHan } from '../domain/heard.js';
import type { Conversation } from '../domain/conversation.js';
import type { Locale } from '../domain/locale.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { channelWords } from '../wording/channels/words.js';
import { plainly } from '../understanding/plainly.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

const WAIT_ZH =
  /^(?:请问|嗯|呃|哎|唉|那|我|大概|大约|到底|究竟|现在|还|需要|要|得|[\s,，])*(?:等(?:到|得)?(?:多久|多长时间|几分钟|多少分钟|什么时候|啥时候|几点)|排队?(?:等|要)?(?:多久|多长时间|几分钟|多少分钟)|多久|有?(?:多少|几)个?人(?:在?排队?|在?等)?|前面(?:有|还有|排着?|还排着?)?(?:多少|几)(?:个|位)?人?|排(?:到|在)?第?(?:几|哪)(?:位|个|号|名)|(?:什么时候|啥时候|几时)(?:能|才|会)?(?:轮到我|到我|有人|接通|来人))(?:才|能|会|轮到|到|我|有人|接通|来|了|啊|呀|呢|吗|嘛|[\s?？。!！~])*$/u;
/** 「快点」, 「怎么还没人」, 「到我了吗」: of the same, without asking how long. */
const IMPATIENT_ZH =
  /^(?:喂|你好|您好|请|能不能|可不可以|能|麻烦|你们|怎么|为什么|还|都|就|再|也|我|[\s,，])*(?:(?:快|赶快|赶紧|尽快)(?:一?[点些])?(?:接|转|来)?|(?:没|没有)(?:一个)?(?:人|客服|人工)(?:来|接|理|应|回|接待|理我|回我)*|(?:没)?(?:轮?到|是)我了?(?:没有|没)?|等(?:了)?(?:这么|那么|好|很|太|半天)久?|等不及|(?:客服|人工|有人)?在(?=[吗么])|有人(?=[吗么])|在排队(?=[吗么]))(?:了|啊|呀|呢|吗|嘛|吧|行不行|好不好|[\s?？。!！~])*$/u;
const IMPATIENT_EN =
  /^(?:please |pls |can you |could you |hello |and |so |still |[\s,])*(?:hurry(?: it)?(?: up)?|be quick|faster|quick(?:ly)?|am i next|is it my turn(?: yet)?|am i (?:still )?(?:in|on) (?:the )?(?:line|queue)|(?:is )?(?:anyone|anybody|someone|somebody) (?:coming|answering|going to answer|there(?: yet)?|available)(?: yet)?|(?:nobody|no one)(?:'s| is)? (?:answering|coming|there|here)|(?:i(?:'m| am) )?(?:still )?waiting(?: here)?|(?:this is |it's )?taking (?:so |too )?(?:long|forever))(?: please| now| yet)?[\s?.!]*$/iu;
const WAIT_EN =
  /^(?:and |so |but |sorry |please |well |ok |okay |hm+ |um+ |hm+, ?|[\s,])*(?:how (?:much )?long(?:er)?(?: (?:do|will|must|should|is|does|i|it|the|this|have|to|need|going|gonna|wait|queue|line|take|be|waiting|time|for|still|a|an|person|agent|human))*|what(?:'s| is) my (?:place|position)(?: in (?:the )?(?:line|queue))?|what(?:'s| is) the wait(?:ing)?(?: time)?|where am i in (?:the )?(?:line|queue)|how many (?:people )?(?:are )?(?:ahead|before|in front)(?: of)?(?: me)?|when (?:will|is) it (?:be )?my turn|when will (?:somebody|someone|anyone|an agent) (?:answer|come|be here|pick up|reply))[\s?.!]*$/iu;
const LONGEST = 60;

export function asksOfWait(text: string): boolean {
  const said = plainly(text);
  return said.length <= LONGEST && [WAIT_ZH, WAIT_EN, IMPATIENT_ZH, IMPATIENT_EN].some((pattern) => pattern.test(said));
}

/** 「多久」 right after an article may be asked of its matter as well as of the line: both are told. */
export function mayBeOfArticle({ memory }: Conversation, { text }: Message): boolean {
  return memory.article !== undefined && memory.form === null && EITHER.test(plainly(text));
}

const EITHER = /^(?:那|大概|大约|一般|需要|要|得|[\s,，])*(?:多久|多长时间)[呢啊呀\s?？。.!！~]*$|^(?:and |so )?how long(?: (?:does|will) (?:it|that|this) take)?[\s?.!]*$/iu;

/** Said where nobody waits: of the line, and of nothing else that takes its time. */
const NAMES_LINE = /排|轮|前面|到我|\b(?:line|queue|turn|next|ahead)\b|in front/iu;

/** Whoever believes to be in the line still, after an agent gave the chat back or the place was left, is told so. */
function notInLine(locale: Locale): MessageDraft {
  const { waitAsked, buttons } = conversationWords(locale);
  return { from: 'bot', kind: 'text', text: waitAsked.notInLine, buttons: [{ id: 'handoff', label: buttons.person }] };
}

/** Null when it is not about the wait, or nobody waits. */
export async function waitTold(room: ConversationRoom, { id, state }: Conversation, { text, action, attachment, wordless }: Message): Promise<MessageDraft | null> {
  if (action || attachment || wordless || !asksOfWait(text)) return null;
  if (state === 'bot' && NAMES_LINE.test(text)) return notInLine(hasHan(text) ? 'zh-CN' : 'en');
  if (state !== 'queued') return null;
  const place = (await room.line.places()).get(id);
  if (!place) return null;
  const locale = hasHan(text) ? 'zh-CN' : 'en';
  const inLine = channelWords(locale).inLine({ position: place.position, low: place.eta?.low ?? null, high: place.eta?.high ?? null });
  const { joint, kept } = conversationWords(locale).waitAsked;
  return { from: 'bot', kind: 'text', text: `${inLine}${joint}${kept(place.eta !== null)}` };
}
