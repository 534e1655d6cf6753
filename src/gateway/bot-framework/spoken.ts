/** One Activity as something a person said or did. Pure; shared by `/api/messages` and Direct Line. */
import { createHash } from 'node:crypto';
import type { Locale } from '../../domain/locale.js';
import { handoffStatusValue, tappedValue } from '../../protocol/bot-framework.js';
import type { IncomingActivity } from '../../protocol/bot-framework.js';
import { MAX_TEXT } from '../../protocol/texts.js';
import { channelWords } from '../../wording/channels/words.js';
import { isFitId } from '../channels/channel-intake.js';
import type { Said } from '../channels/channel-intake.js';
import { RATE, tappedScore } from '../channels/survey.js';
import type { TappedScore } from '../channels/survey.js';

export interface OutsideFile {
  readonly name: string;
  readonly url: string | null;
  readonly isImage: boolean;
}

export type Spoken =
  | { readonly kind: 'said'; readonly said: Said; readonly files: readonly OutsideFile[] }
  | { readonly kind: 'rated'; readonly tapped: TappedScore; readonly said: Said }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'typing' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'handoff-status'; readonly state: 'accepted' | 'failed' | 'completed'; readonly message: string; readonly handoffId: string | null }
  /** Understood, and nothing to be done about it. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unfit'; readonly code: 'bad-request' | 'bad-text' | 'too-long' };

type Of = Pick<IncomingActivity, 'type' | 'id' | 'text' | 'name' | 'value' | 'attachments' | 'membersAdded' | 'recipient' | 'locale'>;
const NOTHING: Spoken = { kind: 'nothing' };

export function spokenOf(activity: Of): Spoken {
  switch (activity.type) {
    case 'message':
      return messageOf(activity);
    case 'conversationUpdate':
      return (activity.membersAdded ?? []).some(({ id }) => id !== activity.recipient?.id) ? { kind: 'arrived' } : NOTHING;
    case 'typing':
      return { kind: 'typing' };
    case 'endOfConversation':
      return { kind: 'ended' };
    case 'event':
      return activity.name === 'handoff.status' ? statusOf(activity.value) : NOTHING;
    default:
      // Reactions, edits, installations and whatever the channels come up with next.
      return NOTHING;
  }
}

/** The channel's own id, or one made of it when ours could not hold it: the same message gets the same. */
export function clientIdOf(id: string | null | undefined, content: unknown): string {
  if (id && isFitId(`bf-${id}`)) return `bf-${id}`;
  return `bf-${createHash('sha256').update(id || JSON.stringify(content)).digest('base64url')}`;
}

export function localeOf(tag: string | null | undefined): Locale | null {
  if (!tag) return null;
  if (/^zh\b/i.test(tag)) return 'zh-CN';
  // Whoever reads neither is served better in English.
  return 'en';
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

function messageOf(activity: Of): Spoken {
  const id = clientIdOf(activity.id, activity);
  const tapped = tappedValue.safeParse(activity.value);
  const text = (activity.text ?? '').toWellFormed().replace(CONTROLS, '').trim();
  if (tapped.success) return tapOf(id, tapped.data, text);
  if (text.length > MAX_TEXT) return { kind: 'unfit', code: 'too-long' };
  const files = filesOf(activity);
  if (text === '' && files.length === 0) return { kind: 'unfit', code: 'bad-text' };
  return { kind: 'said', said: { id, text }, files };
}

function tapOf(id: string, { jiebang, value: typed }: { jiebang: { id: string; value?: string | undefined }; value?: string | undefined }, text: string): Spoken {
  const value = jiebang.value ?? typed;
  if (jiebang.id === RATE) {
    const score = tappedScore(value ?? '');
    return score === null ? { kind: 'unfit', code: 'bad-request' } : { kind: 'rated', tapped: score, said: { id, text: text || String(score.score) } };
  }
  const words = typed?.replace(CONTROLS, '').trim() ?? '';
  // The field of a form without an action of its own is simply what was said.
  if (jiebang.id === 'text') return words === '' ? { kind: 'unfit', code: 'bad-text' } : { kind: 'said', said: { id, text: words }, files: [] };
  const action = value === undefined ? { id: jiebang.id } : { id: jiebang.id, value };
  return { kind: 'said', said: { id, text: value || text || jiebang.id, action }, files: [] };
}

/** Teams sends the text once more as HTML; cards that were quoted are no files either. */
function filesOf({ attachments, locale }: Of): OutsideFile[] {
  return (attachments ?? []).flatMap(({ contentType, contentUrl, name, content }) => {
    const type = contentType ?? '';
    const download = typeof content === 'object' && content !== null && 'downloadUrl' in content && typeof content.downloadUrl === 'string' ? content.downloadUrl : null;
    const url = download ?? contentUrl ?? null;
    if (url === null || type === 'text/html') return [];
    const isImage = type.startsWith('image/');
    return [{ name: name || (isImage ? channelWords(localeOf(locale) ?? 'zh-CN').picture : 'file'), url, isImage }];
  });
}

function statusOf(value: unknown): Spoken {
  const parsed = handoffStatusValue.safeParse(value);
  if (!parsed.success) return { kind: 'unfit', code: 'bad-request' };
  const { state, message, handoffId } = parsed.data;
  return { kind: 'handoff-status', state, message: message ?? '', handoffId: handoffId ?? null };
}
