/** What was said as the platform's messages: joined, since it grants five for each of the customer's, with a menu for buttons. Pure. */
import { createHash } from 'node:crypto';
import type { Locale } from '../../domain/locale.js';
import type { Button, Message } from '../../domain/message.js';
import type { KfOutgoing } from '../../ports/wechat-kf-platform.js';
import { channelWords } from '../../wording/channels/words.js';
import { cutToBytes, plainText } from '../channels/plain-text.js';
import { RATE, tappedScore } from '../channels/survey.js';
import type { TappedScore } from '../channels/survey.js';

/** The platform's limits: https://developer.work.weixin.qq.com/document/path/94677 */
const MOST_BYTES = 2048;
const MOST_HEAD_BYTES = 1024;
const MOST_CHOICES = 10;
const MOST_ID_BYTES = 64;
const MOST_LABEL_BYTES = 128;
const BETWEEN = '|';

type Attached = NonNullable<Message['attachment']>;
export type Part = KfOutgoing | { readonly kind: 'attachment'; readonly attachment: Attached };

export interface Telling {
  readonly locale: Locale;
  /** One message is left, so choices are numbers in the text. */
  readonly isTight: boolean;
  /** Where the person stands in line. */
  readonly place?: string | null;
  /** Asked after them: the scores to choose from. */
  readonly survey?: readonly Button[] | null;
}

export function partsOf(messages: readonly Message[], { locale, isTight, place = null, survey = null }: Telling): readonly Part[] {
  const parts: Part[] = [];
  const words: string[] = [];
  const flush = (): void => {
    for (const piece of cutToBytes(words.splice(0).join('\n\n'), MOST_BYTES)) parts.push({ kind: 'text', text: piece });
  };
  const last = messages.at(-1);
  for (const message of messages) {
    if (message.attachment && message.from === 'agent') {
      flush();
      parts.push({ kind: 'attachment', attachment: message.attachment });
    } else {
      words.push(plainText(message, locale, isTight && message === last));
    }
  }
  if (place !== null) words.push(place);
  const buttons = [...(isTight ? [] : (last?.buttons ?? [])), ...(survey ?? [])];
  const question = survey ? [channelWords(locale).survey] : [];
  const text = [...words, ...question].join('\n\n');
  if (buttons.length > 0 && Buffer.byteLength(text) <= MOST_HEAD_BYTES) return [...parts, menuOf(text, buttons)];
  if (survey && isTight) words.push(channelWords(locale).surveyByNumber);
  flush();
  if (buttons.length > 0 && !isTight) parts.push(menuOf(question[0] ?? channelWords(locale).choose, buttons));
  return parts;
}

export function menuOf(text: string, buttons: readonly Button[]): KfOutgoing {
  const choices = buttons.slice(0, MOST_CHOICES).map((button, index) => ({ id: idOf(button, index), label: cutToBytes(button.label, MOST_LABEL_BYTES)[0] ?? button.label }));
  return { kind: 'menu', text, choices };
}

/** The score a choice stands for; null when it is no score. */
export function scoreOf(choice: string): TappedScore | null {
  return choice.startsWith(`${RATE}${BETWEEN}`) ? tappedScore(choice.slice(RATE.length + BETWEEN.length)) : null;
}

/** A choice too long to be an id is known by its label again. */
function idOf({ id, value }: Button, index: number): string {
  const whole = value === undefined ? id : `${id}${BETWEEN}${value}`;
  return Buffer.byteLength(whole) <= MOST_ID_BYTES && !whole.startsWith('#') ? whole : `#${index + 1}`;
}

/** The button a choice stands for; null when its label says it. */
export function actionOf(choice: string): { readonly id: string; readonly value?: string } | null {
  if (choice === '' || choice.startsWith('#')) return null;
  const at = choice.indexOf(BETWEEN);
  return at < 0 ? { id: choice } : { id: choice.slice(0, at), value: choice.slice(at + 1) };
}

/** The same words are the same message to the platform, however often they are sent. */
export function outgoingId(of: readonly (string | number)[]): string {
  return createHash('sha256').update(of.join('/')).digest('base64url').slice(0, 32);
}
