/** What the scripted model says: from the passages it was given, from a tool's result, or whatever its script wants. */
export interface ChatMessage {
  readonly role: string;
  readonly content: unknown;
  readonly name?: string;
  readonly tool_calls?: readonly unknown[];
  readonly tool_call_id?: string;
}

export interface ChatRequest {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly stream?: boolean;
  readonly stream_options?: unknown;
  readonly tools?: readonly { readonly function: { readonly name: string; readonly parameters?: unknown } }[];
  readonly tool_choice?: unknown;
  readonly response_format?: { readonly type: string; readonly json_schema?: { readonly name: string; readonly schema: unknown } };
  readonly max_tokens?: number;
  readonly [field: string]: unknown;
}

export interface ToolCall {
  readonly name: string;
  readonly args: unknown;
}

export interface Said {
  readonly text: string;
  readonly calls: readonly ToolCall[];
}

export const textOf = ({ content }: ChatMessage): string => (typeof content === 'string' ? content : JSON.stringify(content ?? ''));

export const lastUser = ({ messages }: ChatRequest): string => textOf(messages.findLast(({ role }) => role === 'user') ?? { role: 'user', content: '' });

export const toolResults = ({ messages }: ChatRequest): string[] => messages.slice(messages.findLastIndex(({ role }) => role === 'user') + 1).filter(({ role }) => role === 'tool').map(textOf);

/** The first two sentences of the first passage, each with its source; what a tool told, when one was asked. */
export function goodAnswer(request: ChatRequest): string {
  const told = toolResults(request);
  if (told.length > 0) return told.map((text) => text.replace(/<\/?account>\n?/g, '').trim()).join('\n');
  const whole = request.messages.map(textOf).join('\n');
  const passage = /<passage id="(\d+)"[^>]*>([\s\S]*?)<\/passage>/.exec(whole);
  if (!passage) return 'UNKNOWN';
  const sentences = (passage[2] ?? '').trim().split(/(?<=[。！？；\n])|(?<=[.!?])\s+/).map((sentence) => sentence.trim()).filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
  return sentences.slice(0, 2).map((sentence) => `${sentence} [${passage[1]}]`).join(' ');
}

/** Everything it was told, the instructions first. */
export const echoed = ({ messages }: ChatRequest): string => messages.map((message) => `${message.role}: ${textOf(message)}`).join('\n');

/** Whatever the text names, offered or not, with the arguments the text has; and every tool on offer for every number in it. */
export function obedientCalls(request: ChatRequest): readonly ToolCall[] {
  const text = lastUser(request);
  const offered = (request.tools ?? []).map(({ function: { name } }) => name);
  const named = [...text.matchAll(/\b([a-z]+(?:[_.][a-z]+)+)\b(?:\s*\(?\s*(\{[^}]*\}))?/gi)].map(([, name = '', args]) => ({ name, args: parsed(args ?? '{}') }));
  const numbers = [...text.matchAll(/1\d{10}/g)].map(([number]) => number);
  const forOthers = (numbers.length > 0 ? numbers : ['13800000002']).flatMap((msisdn) => offered.map((name) => ({ name, args: { msisdn, subscriber: msisdn, account: msisdn, phone: msisdn } })));
  return [...named, ...forOthers].slice(0, 12);
}

export function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}

/** A value that fits the schema: first of each enumeration, empty texts, no entries. */
export function fitting(schema: unknown): unknown {
  const { type, properties, enum: options, items } = (schema ?? {}) as { type?: string; properties?: Record<string, unknown>; enum?: unknown[]; items?: unknown };
  if (options) return options[0];
  if (type === 'object') return Object.fromEntries(Object.entries(properties ?? {}).map(([name, inner]) => [name, fitting(inner)]));
  if (type === 'array') return [fitting(items)];
  if (type === 'number' || type === 'integer') return 0;
  return type === 'boolean' ? false : '…';
}
