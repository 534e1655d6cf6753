/** One push of the platform as something a person said. Pure. */
import { isFitId } from '../channels/channel-intake.js';
import type { Said } from '../channels/channel-intake.js';
import type { XmlFields } from './wechat-xml.js';

export type Push =
  /** `mediaId` of a picture, which is to be fetched. */
  | { readonly kind: 'said'; readonly openId: string; readonly said: Said; readonly mediaId?: string }
  /** Understood, and nothing to be said about it. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unfit' };

const NOTHING: Push = { kind: 'nothing' };

export interface PushWords {
  readonly picture: string;
  readonly voice: string;
  readonly video: string;
  readonly place: (name: string) => string;
  readonly link: (v: { title: string; url: string }) => string;
  readonly file: (name: string) => string;
  readonly unseen: string;
  readonly hello: string;
}

/** Events carry no id of their own: who and when is what the platform says to tell repeats by. */
export function pushOf(fields: XmlFields, words: PushWords): Push {
  const openId = fields['FromUserName'] ?? '';
  const type = fields['MsgType'] ?? '';
  if (!isFitId(openId) || type === '') return { kind: 'unfit' };
  if (type === 'event') return eventOf(fields, openId, words);
  const messageId = `wx-${fields['MsgId'] ?? ''}`;
  if (!/^wx-\d{1,64}$/.test(messageId)) return { kind: 'unfit' };
  const mediaId = fields['MediaId'] ?? '';
  return { kind: 'said', openId, said: { id: messageId, ...wordsOf(type, fields, words) }, ...(type === 'image' && isFitId(mediaId) ? { mediaId } : {}) };
}

/** What no rule here knows is answered too, plainly. */
function wordsOf(type: string, fields: XmlFields, words: PushWords): Pick<Said, 'text' | 'wordless'> {
  switch (type) {
    case 'text':
      return { text: fields['Content'] ?? '' };
    case 'voice': {
      const heard = fields['Recognition']?.trim() ?? '';
      return heard === '' ? { text: words.voice, wordless: 'voice' } : { text: heard };
    }
    case 'image':
      return { text: words.picture, wordless: 'not-received' };
    case 'location':
      return { text: words.place(fields['Label']?.trim() || `${fields['Location_X'] ?? ''}, ${fields['Location_Y'] ?? ''}`), wordless: 'place' };
    case 'video':
    case 'shortvideo':
      return { text: words.video, wordless: 'other' };
    case 'link':
      return { text: words.link({ title: fields['Title'] ?? '', url: fields['Url'] ?? '' }), wordless: 'other' };
    case 'file':
      return { text: words.file(fields['Title'] ?? ''), wordless: 'not-received' };
    default:
      return { text: words.unseen, wordless: 'other' };
  }
}

/** Keys of the menu name a button: `handoff`, `intent:balance_query`; any other key is taken as words. */
const BUTTON = /^(handoff|intent:[a-z_]{1,64})$/;

function eventOf(fields: XmlFields, openId: string, words: PushWords): Push {
  const event = (fields['Event'] ?? '').toLowerCase();
  const id = `wxe-${openId}-${fields['CreateTime'] ?? ''}-${event}`.slice(0, 128);
  if (!isFitId(id)) return { kind: 'unfit' };
  if (event === 'subscribe') return { kind: 'said', openId, said: { id, text: words.hello, action: { id: 'intent:greeting' } } };
  const key = (fields['EventKey'] ?? '').trim();
  if (event !== 'click' || key === '') return NOTHING;
  return { kind: 'said', openId, said: { id, text: key, ...(BUTTON.test(key) ? { action: { id: key } } : {}) } };
}
