/** 「那就换吧」, "switch me": said on an answer about plans it asks for the change, to the plan that was advised if one was. Pure. */
import type { DialogueMemory } from '../domain/dialogue-memory.js';
import { normalText } from './situation.js';

/** Answers that speak of changing the plan, or offer it. */
const OF_PLANS: ReadonlySet<string> = new Set(['plan_recommend', 'plan_current']);

const ZH =
  /^(?:那|就|嗯+|好+的?|行+|可以|成|是的?|对|我|想|要|请|麻烦|帮|给|直接|现在|马上|赶紧|都|还是|先|也)*(?:换|改|变更|更换|办理?)(?:一下|下|掉|过去|过来|了)?(?:套餐)?(?:吧|啊|呀|呗|哈|嘛|了|好了|就行|可以|谢谢)*$/u;
const EN =
  /^(?:(?:ok(?:ay)?|yes|yeah|yep|sure|well|then|so|please|alright|all right|right|great|fine|good|now|just|can you|could you|let's|i want to|i'd like to|i'll) )*(?:do (?:it|that|this)|go ahead|go for it|switch(?: me| it| over| my plan)*|change (?:it|me|my plan|plan)s?|make the (?:switch|change)|take it|sign me up)(?: (?:please|then|now|thanks|thank you|over|for me))*$/u;

/** What it presses; null when nothing of the kind is said or was under way. */
export function adviceTaken({ topic, form, offered = [] }: DialogueMemory, text: string): { readonly id: string; readonly value?: string } | null {
  if (form !== null || topic === null || !OF_PLANS.has(topic.intent)) return null;
  const advised = offered.find(({ id, value }) => id === CHANGE && value !== undefined);
  if (!asksForChange(text) && !(advised && isItsName(advised.label, text))) return null;
  return advised?.value === undefined ? { id: CHANGE } : { id: CHANGE, value: advised.value };
}

const CHANGE = 'intent:plan_change';
const SHORTEST_NAME = 3;

/** The button says what is done with the plan that ends its words. */
function isItsName(label: string, text: string): boolean {
  const said = normalText(text);
  return said.length >= SHORTEST_NAME && normalText(label).endsWith(said);
}

function asksForChange(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase().replace(/[’‘]/gu, "'");
  const tight = plain.replace(/[\s,，。.!！~～、]+/gu, '');
  const words = plain.replace(/[,.!~]+/gu, ' ').replace(/\s+/gu, ' ').trim();
  return ZH.test(tight) || EN.test(words);
}
