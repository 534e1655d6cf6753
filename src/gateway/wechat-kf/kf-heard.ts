/** One entry of the platform's list as something that was said or that happened. Pure; nothing about it is believed before it is checked. */
import { z } from 'zod';
import type { Wordless } from '../../domain/message.js';
import type { KfPerson } from '../../ports/wechat-kf-platform.js';
import { isFitId } from '../channels/channel-intake.js';

export interface HeardFile {
  readonly mediaId: string;
  readonly kind: 'picture' | 'file';
  readonly name: string | null;
}

/** Why the platform could not bring a message to somebody, as far as it says. */
export type FailReason = 'unknown' | 'expired' | 'ended' | 'too-many' | 'refused';

export type Heard =
  | { readonly kind: 'said'; readonly words: string; readonly press: string | null; readonly file: HeardFile | null; readonly wordless: Wordless | null }
  /** A person in WeCom said it. */
  | { readonly kind: 'servicer-said'; readonly words: string; readonly servicer: string | null }
  | { readonly kind: 'entered'; readonly welcomeCode: string | null }
  | { readonly kind: 'session'; readonly change: 'taken' | 'ended'; readonly servicer: string | null; readonly code: string | null }
  | { readonly kind: 'not-reached'; readonly why: FailReason }
  | { readonly kind: 'recalled' };

export interface HeardEntry {
  /** The platform's own id; the same entry again has the same. */
  readonly id: string;
  readonly person: KfPerson;
  /** Epoch ms. */
  readonly at: number;
  readonly heard: Heard;
}

export interface HeardWords {
  readonly picture: string;
  readonly voice: string;
  readonly video: string;
  readonly file: (name: string) => string;
  readonly place: (name: string) => string;
  readonly link: (v: { title: string; url: string }) => string;
  readonly visitingCard: string;
  readonly miniProgram: (title: string) => string;
  readonly unseen: string;
}

const entrySchema = z.looseObject({
  msgid: z.string().refine(isFitId),
  send_time: z.number().nonnegative(),
  origin: z.number().optional(),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  servicer_userid: z.string().optional(),
  msgtype: z.string(),
});
type Entry = z.output<typeof entrySchema>;

const text = z.string().catch('');
const eventSchema = z.looseObject({
  event_type: z.string(),
  open_kfid: z.string().optional(),
  external_userid: z.string().optional(),
  welcome_code: z.string().optional(),
  fail_type: z.number().optional(),
  change_type: z.number().optional(),
  new_servicer_userid: z.string().optional(),
  msg_code: z.string().optional(),
});
const bodies = {
  text: z.looseObject({ content: text, menu_id: z.string().optional() }),
  media: z.looseObject({ media_id: z.string().min(1) }),
  location: z.looseObject({ name: text, address: text, latitude: z.number().optional(), longitude: z.number().optional() }),
  link: z.looseObject({ title: text, url: text }),
  titled: z.looseObject({ title: text }),
};

const ORIGIN_SERVICER = 5;

/** Null for what is no entry at all, or one that says nothing to anybody. */
export function heardOf(given: unknown, words: HeardWords): HeardEntry | null {
  const parsed = entrySchema.safeParse(given);
  if (!parsed.success) return null;
  const entry = parsed.data;
  const event = entry.msgtype === 'event' ? eventSchema.safeParse(entry['event']).data : undefined;
  if (entry.msgtype === 'event' && !event) return null;
  const account = entry.open_kfid ?? event?.open_kfid ?? '';
  const userId = entry.external_userid ?? event?.external_userid ?? '';
  if (!isFitId(account) || !isFitId(userId)) return null;
  const heard = event ? eventOf(event) : spokenOf(entry, words);
  return heard && { id: entry.msgid, person: { account, userId }, at: entry.send_time * 1000, heard };
}

/** Told apart by the kinds of the platform: https://developer.work.weixin.qq.com/document/path/94670 */
function spokenOf(entry: Entry, words: HeardWords): Heard {
  const { said, press, file, wordless } = wordsOf(entry, words);
  if (entry.origin === ORIGIN_SERVICER) return { kind: 'servicer-said', words: said, servicer: entry.servicer_userid ?? null };
  return { kind: 'said', words: said, press: press ?? null, file: file ?? null, wordless: wordless ?? null };
}

function wordsOf(entry: Entry, words: HeardWords): { said: string; press?: string | null; file?: HeardFile | null; wordless?: Wordless } {
  const body = entry[entry.msgtype];
  switch (entry.msgtype) {
    case 'text': {
      const said = bodies.text.safeParse(body).data;
      return { said: said?.content ?? '', press: said?.menu_id ?? null };
    }
    case 'image':
      return { said: words.picture, file: fileOf(body, 'picture'), wordless: 'not-received' };
    case 'voice':
      return { said: words.voice, wordless: 'voice' };
    case 'video':
      return { said: words.video, wordless: 'other' };
    case 'file':
      return { said: words.file(bodies.media.safeParse(body).data?.['filename']?.toString() ?? ''), file: fileOf(body, 'file'), wordless: 'not-received' };
    case 'location':
      return { said: words.place(placeOf(bodies.location.safeParse(body).data)), wordless: 'place' };
    case 'link':
      return { said: words.link(bodies.link.safeParse(body).data ?? { title: '', url: '' }), wordless: 'other' };
    case 'business_card':
      return { said: words.visitingCard, wordless: 'other' };
    case 'miniprogram':
      return { said: words.miniProgram(bodies.titled.safeParse(body).data?.title ?? ''), wordless: 'other' };
    case 'msgmenu':
      return { said: z.looseObject({ head_content: text }).safeParse(body).data?.head_content ?? '' };
    default:
      return { said: words.unseen, wordless: 'other' };
  }
}

function placeOf(place: z.output<typeof bodies.location> | undefined): string {
  const named = [place?.name, place?.address].filter((part) => part !== undefined && part !== '').join(' ');
  return named !== '' ? named : `${place?.latitude ?? ''}, ${place?.longitude ?? ''}`;
}

function fileOf(body: unknown, kind: HeardFile['kind']): HeardFile | null {
  const media = bodies.media.safeParse(body).data;
  const name = media?.['filename'];
  return media ? { mediaId: media.media_id, kind, name: typeof name === 'string' && name !== '' ? name : null } : null;
}

const FAILED: Readonly<Record<number, FailReason>> = { 4: 'expired', 5: 'ended', 6: 'too-many', 10: 'refused' };
const CHANGE_ENDED = 3;

function eventOf(event: z.output<typeof eventSchema>): Heard | null {
  switch (event.event_type) {
    case 'enter_session':
      return { kind: 'entered', welcomeCode: event.welcome_code ?? null };
    case 'msg_send_fail':
      return { kind: 'not-reached', why: FAILED[event.fail_type ?? 0] ?? 'unknown' };
    case 'session_status_change': {
      const ended = { kind: 'session' as const, change: 'ended' as const, servicer: null, code: event.msg_code ?? null };
      if (event.change_type === CHANGE_ENDED) return ended;
      return { ...ended, change: 'taken', servicer: event.new_servicer_userid ?? null };
    }
    case 'user_recall_msg':
      return { kind: 'recalled' };
    default:
      // Who of the enterprise is at work, and what is yet to be invented.
      return null;
  }
}
