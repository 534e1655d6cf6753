/** What a message says, as JSON, put together once: the record and every page it goes to are told the same. */
import type { Message } from './message.js';

/** What stands in the record as on a page. */
export type Said = 'from' | 'kind' | 'text' | 'buttons' | 'card' | 'beside' | 'citations' | 'intent';

/** As long as somebody has the message: it never changes. */
const KNOWN = new WeakMap<Message, string>();

/** A JSON object of the fields of `Said`; what is absent is left out. */
export function said(message: Message): string {
  const known = KNOWN.get(message);
  if (known !== undefined) return known;
  const { from, kind, text, buttons, card, beside, citations, intent } = message;
  const whole: { readonly [Field in Said]: Message[Field] } = { from, kind, text, buttons, card, beside, citations, intent };
  const json = JSON.stringify(whole);
  KNOWN.set(message, json);
  return json;
}
