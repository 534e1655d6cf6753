/** What a message says, as JSON, put together once: the record and every page it goes to are told the same. */
import type { Message } from './message.js';
import { RecentlyUsed } from './recently-used.js';

/** What stands in the record as on a page. */
export type Said = 'from' | 'kind' | 'text' | 'buttons' | 'card' | 'beside' | 'citations' | 'intent';

/** The record and the pages ask within moments of each other. A weak map would keep each JSON until the whole heap is collected. */
const KEPT = 256;
const KNOWN = new RecentlyUsed<Message, string>(KEPT);

/** A JSON object of the fields of `Said`; what is absent is left out. */
export function said(message: Message): string {
  const known = KNOWN.get(message);
  if (known !== undefined) return known;
  const { from, kind, text, buttons, card, beside, citations, intent } = message;
  const whole: { readonly [Field in Said]: Message[Field] } = { from, kind, text, buttons, card, beside, citations, intent };
  const json = JSON.stringify(whole);
  KNOWN.put(message, json);
  return json;
}
