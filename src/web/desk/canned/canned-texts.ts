/** Finding a ready reply and filling its variables: pure, from what the desk already shows. */
import type { WireCannedReply } from '../../../protocol/canned.js';
import type { WireBrief } from '../../../protocol/desk.js';
import { valueToTell } from '../state/brief-facts.js';

export const VARIABLES = ['subscriber.name', 'number', 'plan', 'balance', 'agent.name'] as const;
export type Variables = Readonly<Partial<Record<(typeof VARIABLES)[number], string>>>;

/** Stands for what is not known; nothing leaves the desk while it is not filled in. */
export const BLANK = '＿＿';

export function variablesOf(brief: WireBrief | null, agentName: string): Variables {
  const known = { 'subscriber.name': unmasked(brief?.who.name), number: brief?.who.msisdn, plan: valueToTell(brief, 'plan'), balance: valueToTell(brief, 'balance'), 'agent.name': agentName };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== null && value !== ''));
}

/** 「王**您好」 greets nobody: what is masked on the screen is as good as unknown. */
const unmasked = (name: string | null | undefined): string | undefined => (name === null || name === undefined || name.includes('*') ? undefined : name);

/** What is not known becomes a blank that the agent cannot overlook; in front of a greeting it just falls away. */
export function fillIn(text: string, variables: Variables): string {
  const values: Readonly<Record<string, string>> = variables;
  return text
    .replace(/\{\{\s*([\w.]+)\s*\}\}/g, (_whole, name: string) => values[name] ?? (name === 'subscriber.name' ? '' : BLANK))
    .replace(/ +,/g, ',')
    .trim();
}

export function textFor(reply: WireCannedReply, locale: 'zh-CN' | 'en'): string {
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return reply.text[locale].trim() === '' ? reply.text[other] : reply.text[locale];
}

/** Every word must be found; those whose title or initials begin with it come first. */
export function findReplies(replies: readonly WireCannedReply[], sought: string): readonly WireCannedReply[] {
  const words = sought.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const begins = ({ title, search }: WireCannedReply): boolean => words.some((word) => title.toLowerCase().startsWith(word) || search.startsWith(word));
  const all = (reply: WireCannedReply): string => [reply.title, reply.folder, reply.search, reply.text['zh-CN'], reply.text.en].join(' ').toLowerCase();
  const found = replies.filter((reply) => words.every((word) => all(reply).includes(word)));
  return words.length === 0 ? found : [...found.filter(begins), ...found.filter((reply) => !begins(reply))];
}
