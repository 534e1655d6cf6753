/** What was said as an Activity: the words in full, the card beside them, the buttons as the channel knows them. Pure. */
import type { Activity, Attachment } from 'botbuilder';
import type { Conversation } from '../../domain/conversation.js';
import type { Locale } from '../../domain/locale.js';
import type { Button, Message } from '../../domain/message.js';
import { channelWords } from '../../wording/channels/words.js';
import { plainText } from '../channels/plain-text.js';
import { isSurveyDue, scoresFor } from '../channels/survey.js';
import { buttonCard, cardAction, cardAttachment } from './channel-looks.js';
import type { Look } from './channel-looks.js';

export type OutActivity = Partial<Activity>;
export type OutAttachment = Attachment;

/** How Microsoft's channels mark what a model wrote. */
const AI_MARK = { type: 'https://schema.org/Message', '@type': 'Message', '@context': 'https://schema.org', additionalType: ['AIGeneratedContent'] };

export interface Telling {
  readonly locale: Locale;
  readonly look: Look;
  /** Whether its buttons may be pressed still: numbers of an older question would mislead. */
  readonly isLast: boolean;
  readonly attachments: readonly Attachment[];
}

export function activityOf(message: Message, { locale, look, isLast, attachments }: Telling): OutActivity {
  const buttons = message.buttons ?? [];
  const isOnCard = message.card?.type === 'confirm' || message.card?.type === 'form';
  const card = message.card ? cardAttachment({ card: message.card, buttons: isOnCard ? buttons : [], locale }, look) : null;
  const loose = isOnCard && card !== null ? [] : buttons;
  return {
    ...words(plainText(message, locale, look.buttons === 'numbers' && isLast), locale),
    ...drawn(card === null ? attachments : [...attachments, card], loose, { look, isLast }),
    ...(message.ai ? { entities: [AI_MARK] } : {}),
  };
}

/** For what is said beside the record: greeting, place in line, survey. */
export function saying(text: string, locale: Locale, { look, buttons = [] }: { look: Look; buttons?: readonly Button[] }): OutActivity {
  const said = look.buttons === 'numbers' && buttons.length > 0 ? [text, '', ...buttons.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n') : text;
  return { ...words(said, locale), ...drawn([], buttons, { look, isLast: true }) };
}

/** Asked after `message`; null where a number would be taken for one of its choices. */
export function surveyAfter(message: Message, conversation: Conversation, look: Look): OutActivity | null {
  const { locale } = conversation;
  const { survey, surveyByNumber } = channelWords(locale);
  if (!isSurveyDue(message, conversation)) return null;
  if (look.buttons !== 'numbers') return saying(survey, locale, { look, buttons: scoresFor(conversation) });
  return (message.buttons ?? []).length > 0 ? null : saying(surveyByNumber, locale, { look });
}

function words(text: string, locale: Locale): OutActivity {
  return { type: 'message', text, textFormat: 'plain', locale };
}

function drawn(attachments: readonly Attachment[], buttons: readonly Button[], { look, isLast }: { look: Look; isLast: boolean }): OutActivity {
  const isSuggested = look.buttons === 'suggested' && isLast && buttons.length > 0;
  const shown = look.buttons === 'card' && buttons.length > 0 ? [...attachments, buttonCard(buttons, look)] : [...attachments];
  return {
    ...(shown.length > 0 ? { attachments: shown } : {}),
    ...(isSuggested ? { suggestedActions: { to: [], actions: buttons.map((button) => cardAction(button, look)) } } : {}),
  };
}
