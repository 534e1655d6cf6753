/** What each channel of the Bot Framework can draw, and how a tap comes back from it. Pure. */
import type { Attachment, CardAction } from 'botbuilder';
import type { Card } from '../../domain/card.js';
import type { Locale } from '../../domain/locale.js';
import type { Button } from '../../domain/message.js';
import { channelWords } from '../../wording/channels/words.js';
import { cardRows } from './card-rows.js';
import type { CardRows } from './card-rows.js';

export interface Look {
  readonly cards: 'adaptive' | 'hero' | 'words';
  /** `suggested` go when something else is said; `numbers` are typed. */
  readonly buttons: 'suggested' | 'card' | 'numbers';
}

const LOOKS: Readonly<Record<string, Look>> = {
  msteams: { cards: 'adaptive', buttons: 'card' },
  directline: { cards: 'adaptive', buttons: 'suggested' },
  webchat: { cards: 'adaptive', buttons: 'suggested' },
  emulator: { cards: 'adaptive', buttons: 'suggested' },
  email: { cards: 'words', buttons: 'numbers' },
  sms: { cards: 'words', buttons: 'numbers' },
  'twilio-sms': { cards: 'words', buttons: 'numbers' },
  acs: { cards: 'words', buttons: 'numbers' },
};
const ELSEWHERE: Look = { cards: 'hero', buttons: 'card' };

export function lookOf(channelId: string): Look {
  return LOOKS[channelId] ?? ELSEWHERE;
}

/** Under this name a tap brings back what was tapped. */
export const TAPPED = 'jiebang';

export function tapOf({ id, value }: Pick<Button, 'id' | 'value'>): Readonly<Record<typeof TAPPED, object>> {
  return { [TAPPED]: value === undefined ? { id } : { id, value } };
}

/** Where a channel turns a tap into words, the words are the label, by which it is known again. */
export function cardAction(button: Button, { cards }: Look): CardAction {
  const { label } = button;
  if (cards !== 'adaptive') return { type: 'imBack', title: label, value: label };
  return { type: 'messageBack', title: label, displayText: label, text: label, value: tapOf(button) };
}

export interface CardGiven {
  readonly card: Card;
  readonly buttons: readonly Button[];
  readonly locale: Locale;
}

/** Null when there is nothing to draw that the words do not say. */
export function cardAttachment(given: CardGiven, look: Look): Attachment | null {
  const { card, buttons, locale } = given;
  const rows = cardRows(card, locale);
  const ofCard = card.type === 'confirm' ? buttons.map((button) => (button.id === 'confirm' || button.id === 'cancel' ? { ...button, value: card.token } : button)) : buttons;
  if (look.cards === 'words') return null;
  if (look.cards === 'hero') return rows && heroCard(rows, ofCard, look);
  return adaptiveCard([...(rows ? adaptiveRows(rows) : []), ...(card.type === 'form' ? [inputOf(card)] : [])], [
    ...(card.type === 'form' ? [submit({ id: card.form, label: channelWords(locale).submit })] : []),
    ...ofCard.map(submit),
  ]);
}

function heroCard({ title, rows, foot }: CardRows, buttons: readonly Button[], look: Look): Attachment {
  const text = [...rows.map(({ name, value }) => `${name}: ${value}`), ...(foot === null ? [] : [foot])].join('\n\n');
  return { contentType: 'application/vnd.microsoft.card.hero', content: { title, text, buttons: buttons.map((button) => cardAction(button, look)) } };
}

/** Buttons without a card of their own. */
export function buttonCard(buttons: readonly Button[], look: Look): Attachment {
  return { contentType: 'application/vnd.microsoft.card.hero', content: { buttons: buttons.map((button) => cardAction(button, look)) } };
}

function adaptiveCard(body: readonly object[], actions: readonly object[]): Attachment {
  // 1.3 is the newest version that every channel of those above draws.
  const content = { type: 'AdaptiveCard', $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', version: '1.3', body, ...(actions.length > 0 ? { actions } : {}) };
  return { contentType: 'application/vnd.microsoft.card.adaptive', content };
}

function adaptiveRows({ title, rows, foot }: CardRows): object[] {
  return [
    { type: 'TextBlock', text: title, weight: 'Bolder', size: 'Medium', wrap: true },
    { type: 'FactSet', facts: rows.map(({ name, value }) => ({ title: name, value })) },
    ...(foot === null ? [] : [{ type: 'TextBlock', text: foot, isSubtle: true, size: 'Small', wrap: true }]),
  ];
}

function inputOf({ form, label }: Extract<Card, { type: 'form' }>): object {
  return { type: 'Input.Text', id: 'value', label, placeholder: label, maxLength: form === 'text' ? 200 : 20, ...(form === 'text' ? {} : { style: 'Tel' }) };
}

/** Teams shows what was tapped as said by the subscriber only when asked to. */
function submit(button: Pick<Button, 'id' | 'label' | 'value'>): object {
  return { type: 'Action.Submit', title: button.label, data: { ...tapOf(button), msteams: { type: 'messageBack', displayText: button.label, text: button.label } } };
}
