/** The record as Direct Line's activity sets: the watermark is the place in the record, so every node and every restart tells the same. */
import type { Conversations } from '../../conversation/conversations.js';
import { besideUpTo } from '../../domain/aside.js';
import type { Aside } from '../../domain/aside.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import type { Place } from '../../handoff/line.js';
import type { AttachmentLinks } from '../../identity/attachment-links.js';
import type { Clock } from '../../ports/clock.js';
import type { Watermark } from '../../protocol/direct-line.js';
import { channelWords } from '../../wording/channels/words.js';
import { activityOf, saying, surveyAfter } from '../bot-framework/activity-of.js';
import type { OutActivity, OutAttachment } from '../bot-framework/activity-of.js';
import { asSeen } from '../channels/plain-text.js';
import type { HandoffEvents } from '../bot-framework/handoff-events.js';
import { lookOf } from '../bot-framework/channel-looks.js';

export interface Viewer {
  readonly user: string;
  /** Where this client reached us, e.g. `https://chat.example.com`: links to files lead there. */
  readonly origin: string;
}

export interface ActivitySet {
  readonly activities: readonly OutActivity[];
  /** Absent for what is told to whoever listens, and to nobody who asks. */
  readonly watermark?: string;
}

export interface ActivitySetDeps {
  readonly conversations: Pick<Conversations, 'messages' | 'places'>;
  readonly attachmentLinks: AttachmentLinks;
  readonly handoffs: HandoffEvents;
  readonly clock: Clock;
}

const PAGE = 200;
/** Everybody who waits and asks is told from one look at the line. */
const PLACES_GOOD_MS = 1_000;
const LOOK = lookOf('directline');
const BOT = { id: 'jiebang', name: '小接', role: 'bot' };

export class ActivitySets {
  #places: { readonly at: number; readonly known: Awaited<ReturnType<Conversations['places']>> } | null = null;

  constructor(private readonly deps: ActivitySetDeps) {}

  /** For who asks instead of listening: with the place in line, when it is another than was told last. */
  async asked(conversation: Conversation, after: Watermark | null, viewer: Viewer): Promise<ActivitySet> {
    const { activities, upTo } = await this.after(conversation, after, viewer);
    const place = conversation.state === 'queued' ? (await this.#placesNow()).get(conversation.id) : undefined;
    if (!place) return { activities, watermark: watermarkOf(upTo) };
    const now = `${place.position}-${place.eta?.high ?? ''}`;
    return { activities: now === after?.place ? activities : [...activities, placeActivity(conversation, place)], watermark: watermarkOf({ ...upTo, place: now }) };
  }

  async #placesNow() {
    const at = this.deps.clock.now();
    if (this.#places === null || at - this.#places.at >= PLACES_GOOD_MS) this.#places = { at, known: await this.deps.conversations.places() };
    return this.#places.known;
  }

  /** What comes after `after`; from the greeting on when nothing was told yet, and then nothing of what happened beside the record. */
  async after(conversation: Conversation, after: Watermark | null, viewer: Viewer): Promise<ActivitySet & { readonly upTo: Watermark }> {
    const messages = (await this.deps.conversations.messages(conversation.id, { afterSeq: after?.seq ?? 0, limit: PAGE })).filter(({ seq }) => seq <= conversation.lastSeq);
    const told = after === null ? [greetingOf(conversation)] : await this.#takenBack(conversation, after, viewer);
    const asides = (conversation.asides ?? []).filter(({ at }) => after !== null && at > after.beside);
    for (const message of messages) {
      while (asides[0] && asides[0].at < message.at) told.push(...asideActivities(conversation, asides.shift() as Aside, viewer));
      told.push(...(await this.#of(message, conversation, viewer)));
    }
    told.push(...asides.flatMap((aside) => asideActivities(conversation, aside, viewer)));
    const upTo = { seq: messages.at(-1)?.seq ?? after?.seq ?? 0, beside: Math.max(after?.beside ?? 0, besideUpTo(conversation)) };
    return { activities: told, watermark: watermarkOf(upTo), upTo };
  }

  /** What was told and taken back since: said again under its id, as gone. */
  async #takenBack(conversation: Conversation, { seq: told, beside }: Watermark, viewer: Viewer): Promise<OutActivity[]> {
    const gone: OutActivity[] = [];
    for (const { seq } of (conversation.recalled ?? []).filter(({ seq, at }) => seq <= told && at > beside)) {
      const [message] = await this.deps.conversations.messages(conversation.id, { afterSeq: seq - 1, limit: 1 });
      if (message?.seq === seq) gone.push(...(await this.#of(message, conversation, viewer)));
    }
    return gone;
  }

  async #of(message: Message, conversation: Conversation, viewer: Viewer): Promise<readonly OutActivity[]> {
    const { id, lastSeq } = conversation;
    const seen = asSeen(message, conversation);
    const said = seen.from === 'subscriber' ? this.#own(seen, viewer) : this.#told(seen, { conversation, viewer, isLast: seen.seq === lastSeq });
    const placed = { ...placedAt(conversation, seen), ...said };
    const event = await this.#eventOf(message, conversation, viewer);
    const survey = surveyAfter(message, conversation, LOOK);
    return [placed, ...event, ...(survey ? [{ ...placedAt(conversation, message), ...survey, id: `${activityId(id, message.seq)}-survey`, from: BOT }] : [])];
  }

  async #eventOf(message: Message, conversation: Conversation, { user, origin }: Viewer): Promise<readonly OutActivity[]> {
    const { id } = conversation;
    const to = { serviceUrl: origin, channelId: 'directline', conversation: { id }, bot: BOT, user: { id: user } };
    const event = await this.deps.handoffs.of(message, conversation, to);
    return event ? [{ ...event, ...placedAt(conversation, message), id: `${activityId(id, message.seq)}-handoff`, from: BOT }] : [];
  }

  #own(message: Message, { user, origin }: Viewer): OutActivity {
    const { text: _named, textFormat: _plain, ...own } = ownWords(message, user);
    return message.attachment ? { ...own, attachments: [this.#fileOf(message.attachment, origin)] } : ownWords(message, user);
  }

  #told(message: Message, { conversation: { locale }, viewer, isLast }: { conversation: Conversation; viewer: Viewer; isLast: boolean }): OutActivity {
    const { attachment, author } = message;
    const attachments = attachment ? [this.#fileOf(attachment, viewer.origin)] : [];
    return { ...activityOf(message, { locale, look: LOOK, isLast, attachments }), from: author ? { ...BOT, name: author.name } : BOT };
  }

  #fileOf({ id, name, mime }: NonNullable<Message['attachment']>, origin: string): OutAttachment {
    const { pass } = this.deps.attachmentLinks.issue(id, this.deps.clock.now());
    return { contentType: mime, name, contentUrl: `${origin}/api/attachments/${id}?pass=${pass}` };
  }
}

export function watermarkOf({ seq, beside, place }: Watermark): string {
  if (place !== undefined) return `${seq}.${beside}.${place}`;
  return beside === 0 ? String(seq) : `${seq}.${beside}`;
}

/** Said again whenever the place changes, under one id: clients put the new words in the old ones' place. */
export function placeActivity(conversation: Conversation, { position, eta, askedAt }: Place): OutActivity {
  const { locale, id, updatedAt } = conversation;
  const text = channelWords(locale).inLine({ position, low: eta?.low ?? null, high: eta?.high ?? null });
  return { ...saying(text, locale, { look: LOOK }), id: `${id}|place-${askedAt}`, from: BOT, conversation: { id } as never, channelId: 'directline', timestamp: new Date(updatedAt) };
}

/** What was said beside the record, and the answer to it. */
function asideActivities(conversation: Conversation, { at, heard, text }: Aside, { user }: Viewer): readonly OutActivity[] {
  const { id, locale } = conversation;
  const placed = (key: string) => ({ id: `${id}|aside-${key}`, timestamp: new Date(at), channelId: 'directline', conversation: { id } as never });
  return [
    { ...placed(heard.clientId), ...ownWords(heard, user) },
    { ...placed(`${heard.clientId}-answer`), ...saying(text, locale, { look: LOOK }), from: BOT },
  ];
}

function ownWords({ text, clientId }: { readonly text: string; readonly clientId?: string }, user: string): OutActivity {
  const channelData = clientId?.startsWith('bf-') ? { channelData: { clientActivityID: clientId.slice('bf-'.length) } } : {};
  return { type: 'message', from: { id: user, name: '', role: 'user' }, text, textFormat: 'plain', ...channelData };
}

export function typingActivity({ id }: Conversation): OutActivity {
  return { type: 'typing', from: BOT, conversation: { id } as never, channelId: 'directline' };
}

export function activityId(id: Conversation['id'], seq: number): string {
  return `${id}|${String(seq).padStart(7, '0')}`;
}

/** The first words, for everybody who comes, without a row in the record for who only looks. */
function greetingOf(conversation: Conversation): OutActivity {
  const { locale, id, createdAt, lastSeq } = conversation;
  const words = channelWords(locale);
  const buttons = lastSeq === 0 ? [{ id: 'handoff', label: words.person }] : [];
  return { ...placedAt(conversation, { seq: 0, at: createdAt - 1 }), ...saying(words.greeting, locale, { look: LOOK, buttons }), id: activityId(id, 0), from: BOT };
}

function placedAt({ id }: Conversation, { seq, at }: Pick<Message, 'seq' | 'at'>): OutActivity {
  return { id: activityId(id, seq), timestamp: new Date(at), channelId: 'directline', conversation: { id } as never };
}
