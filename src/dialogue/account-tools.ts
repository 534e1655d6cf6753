/** What a language model may look up and prepare on an account: always the signed-in subscriber's, whatever its arguments say, and nothing is changed. */
import type { ChosenNeed } from '../domain/decision.js';
import type { MessageDraft } from '../domain/message.js';
import { fenced } from '../knowledge/prompts.js';
import type { Tool, ToolResult } from '../ports/tool-assistant.js';
import { fromSkill, requestOf, runSafely } from './answering.js';
import type { Means } from './means.js';
import type { Outcome, Work } from './outcome.js';

interface Offered {
  readonly name: string;
  readonly intent: string;
  readonly description: string;
  /** The one argument there may be, with what it must look like. */
  readonly argument?: { readonly name: 'month' | 'named'; readonly description: string; readonly pattern: string };
  /** Words the skill is asked with instead of the subscriber's. */
  readonly words?: string;
  /** What comes of it is shown as it is: a card to confirm, a question, steps to try. */
  readonly isShown?: boolean;
}

const MONTH = { name: 'month', description: 'YYYY-MM; left out: the latest', pattern: '^20\\d{2}-(0[1-9]|1[0-2])$' } as const;
const named = (description: string) => ({ name: 'named', description, pattern: '^[^<>{}\\[\\]]{1,40}$' }) as const;

/** Neither a number nor a name of a subscriber is among the arguments, and none may be added. */
const OFFERED: readonly Offered[] = [
  { name: 'read_balance', intent: 'balance_query', description: 'Balance and what is owed.' },
  { name: 'read_data_usage', intent: 'data_usage_query', description: 'Data used and left in this period.' },
  { name: 'read_voice_usage', intent: 'voice_usage_query', description: 'Minutes used and left in this period.' },
  { name: 'read_bill', intent: 'bill_query', description: 'A bill with its items.', argument: MONTH },
  { name: 'explain_bill', intent: 'bill_explain', description: 'Why a bill differs from the one before.', argument: MONTH },
  { name: 'read_plan', intent: 'plan_current', description: 'The plan in force and a change that waits.' },
  { name: 'read_extras', intent: 'vas_query', description: 'Extras and subscriptions with their prices.' },
  { name: 'read_contract', intent: 'contract_end', description: 'Until when a contract binds.' },
  { name: 'read_payments', intent: 'recharge_not_received', description: 'The latest payments.', words: '充值记录' },
  { name: 'read_tickets', intent: 'ticket_progress', description: 'Tickets and how far they are.' },
  { name: 'prepare_plan_change', intent: 'plan_change', description: 'Shows the card on which the customer may confirm a change of plan.', argument: named('Name of the new plan, as the customer said it'), isShown: true },
  { name: 'prepare_data_pack', intent: 'data_pack_buy', description: 'Shows the card on which the customer may confirm a data pack.', argument: named('Name or size of the pack, as the customer said it'), isShown: true },
  { name: 'prepare_extra_off', intent: 'vas_cancel', description: 'Shows the card on which the customer may confirm that an extra ends.', argument: named('Name of the extra'), isShown: true },
  { name: 'prepare_signal_ticket', intent: 'no_signal', description: 'Shows what to try without signal, and the button that files a ticket.', isShown: true },
  { name: 'prepare_data_ticket', intent: 'slow_data', description: 'Shows what to try when data is slow, and the button that files a ticket.', isShown: true },
  { name: 'prepare_broadband_ticket', intent: 'broadband_fault', description: 'Shows what to try when broadband fails, and the button that files a ticket.', isShown: true },
];

export interface AccountTools {
  readonly tools: readonly Tool[];
  /** All that the tools told, for the guard. */
  readonly told: readonly string[];
  /** The intents whose skills were asked, in the order they told something. */
  readonly asked: readonly string[];
  /** What a tool prepared, to be shown in place of words. */
  readonly prepared: Outcome | null;
}

export function accountTools(means: Means, work: Work, mask: (text: string) => string): AccountTools {
  const told: string[] = [];
  const asked = new Set<string>();
  let prepared: Outcome | null = null;
  const run = async (offered: Offered, args: unknown): Promise<ToolResult> => {
    const argument = argumentOf(offered, args);
    if (argument === null) return { text: 'Refused: no such argument.', isLast: false };
    const outcome = await ask(means, work, { offered, argument });
    if (outcome.verification || outcome.handoff) return { text: 'Not possible here.', isLast: false };
    if (offered.isShown && outcome.result !== 'failed') {
      prepared = outcome;
      return { text: '', isLast: true };
    }
    const text = outcome.messages.map(textOf).join('\n');
    told.push(text);
    asked.add(offered.intent);
    // Names of plans and words of tickets were written by others: data, like all that a model reads.
    return { text: fenced('account', mask(text)), isLast: false };
  };
  const known = OFFERED.filter(({ intent }) => means.skills.has(work.revision.intents.get(intent)?.skill ?? ''));
  const tools = known.map((offered): Tool => ({ name: offered.name, description: offered.description, parameters: parametersOf(offered), run: (args) => run(offered, args) }));
  return {
    tools,
    told,
    get asked() {
      return [...asked];
    },
    get prepared() {
      return prepared;
    },
  };
}

async function ask(means: Means, work: Work, { offered, argument }: { offered: Offered; argument: string | undefined }): Promise<Outcome> {
  const { intent, words } = offered;
  const skill = means.skills.get(work.revision.intents.get(intent)?.skill ?? '');
  if (!skill) throw new Error('a tool without its skill');
  const isNamed = offered.argument?.name === 'named' && argument !== undefined;
  const text = words ?? (isNamed ? argument : work.situation.text);
  const { entities } = isNamed ? work.revision.read(argument, { today: work.turn.today }) : { entities: [] };
  const need: ChosenNeed = { intent, confidence: 1, text, entities };
  const slots: Record<string, string> = offered.argument?.name === 'month' && argument !== undefined ? { month: argument } : {};
  const request = requestOf(work, need, slots);
  return fromSkill(work, need, await runSafely(means, work, () => skill.run(request)), slots);
}

function parametersOf({ argument }: Offered): Tool['parameters'] {
  const properties = argument ? { [argument.name]: { type: 'string', description: argument.description, pattern: argument.pattern } } : {};
  return { type: 'object', properties, required: argument?.name === 'named' ? [argument.name] : [], additionalProperties: false };
}

/** Null when there is anything else among the arguments, or not what was asked for. */
function argumentOf({ argument }: Offered, args: unknown): string | undefined | null {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return null;
  const entries = Object.entries(args as Record<string, unknown>).filter(([, value]) => value !== null && value !== '');
  const [entry] = entries;
  if (!entry) return argument?.name === 'named' ? null : undefined;
  const [name, value] = entry;
  const fits = entries.length === 1 && argument?.name === name && typeof value === 'string' && new RegExp(argument.pattern, 'u').test(value);
  return fits ? value : null;
}

function textOf({ text, card }: MessageDraft): string {
  if (!card || !('rows' in card)) return text;
  return [text, ...card.rows.map(({ name, value }) => `${name}: ${value}`)].join('\n');
}
