/** Structured output three ways, the strictest first: a response schema, a tool that must be called, JSON in the text. */
import type OpenAI from 'openai';
import type { FormRequest } from '../../ports/language-model.js';

export type Way = 'schema' | 'tool' | 'text';
export const WAYS: readonly Way[] = ['schema', 'tool', 'text'];

type Extra = Pick<OpenAI.Chat.ChatCompletionCreateParamsNonStreaming, 'response_format' | 'tools' | 'tool_choice'>;

export function askedFor({ form: { name, schema } }: FormRequest<unknown>, way: Way): Extra {
  switch (way) {
    case 'schema':
      return { response_format: { type: 'json_schema', json_schema: { name, schema: { ...schema }, strict: true } } };
    case 'tool':
      return { tools: [{ type: 'function', function: { name, parameters: { ...schema } } }], tool_choice: { type: 'function', function: { name } } };
    case 'text':
      return {};
  }
}

/** With no other way, the instructions have to say it. */
export function instructions({ system, form }: FormRequest<unknown>, way: Way): string {
  return way === 'text' ? `${system}\n\nAnswer with one JSON object and nothing else. JSON Schema: ${JSON.stringify(form.schema)}` : system;
}

/** The first JSON object in a text, fences and talk around it left out; undefined when there is none. */
export function jsonIn(text: unknown): unknown {
  if (typeof text === 'object' && text !== null) return text;
  if (typeof text !== 'string') return undefined;
  const from = text.indexOf('{');
  const to = text.lastIndexOf('}');
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(text.slice(from, to + 1)) as unknown;
  } catch {
    return undefined;
  }
}

/** Sloppy servers send a tool's arguments as an object, or the text beside the tool. */
export function valueIn(message: OpenAI.Chat.ChatCompletionMessage | undefined): unknown {
  const [call] = message?.tool_calls ?? [];
  const { function: made } = (call ?? {}) as { readonly function?: { readonly arguments?: unknown } };
  return made ? jsonIn(made.arguments) : jsonIn(message?.content);
}
