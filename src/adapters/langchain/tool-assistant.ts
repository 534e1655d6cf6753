/** A language model with tools through langchain, on any OpenAI-compatible endpoint: a plain prompt, bound tools, and a loop that ends. */
import { HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import { ChatOpenAI } from '@langchain/openai';
import { ModelFailure, withCost } from '../../domain/model-failure.js';
import type { Tool, ToolAnswer, ToolAssistant, ToolRequest, ToolResult } from '../../ports/tool-assistant.js';

export interface ToolAssistantSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
}

/** One answer's time, as every request of a model is held to it. */
export interface Timed {
  readonly signal: AbortSignal;
  begun(): void;
  check(): void;
  close(): void;
}

/** What all requests of a model have in common, whoever makes them. */
export interface RequestWays {
  timed(signal: AbortSignal | undefined): Timed;
  failureOf(error: unknown): ModelFailure;
  tokensIn(text: string): number;
}

const OFFICIAL_URL = 'https://api.openai.com/v1';
/** Whoever has asked its tools this often will not come to an answer. */
const MOST_ROUNDS = 4;
const MOST_CALLS_A_ROUND = 4;
const CHARS_PER_TOKEN = 8;

export class LangchainToolAssistant implements ToolAssistant {
  readonly #settings: ToolAssistantSettings;

  constructor(
    settings: ToolAssistantSettings,
    private readonly ways: RequestWays,
  ) {
    this.#settings = settings;
  }

  async answer(request: ToolRequest, onPiece: (text: string) => void): Promise<ToolAnswer> {
    const timed = this.ways.timed(request.signal);
    const used = { input: 0, output: 0 };
    try {
      return await this.#rounds(request, { timed, used }, onPiece);
    } catch (error) {
      throw withCost(this.#failedBy(timed, error), used);
    } finally {
      timed.close();
    }
  }

  /** Whose time was over, or who was told to stop, failed for that. */
  #failedBy(timed: Timed, error: unknown): ModelFailure {
    try {
      timed.check();
      return this.ways.failureOf(error);
    } catch (late) {
      return this.ways.failureOf(late);
    }
  }

  async #rounds({ system, question, tools, maxTokens }: ToolRequest, { timed, used }: { readonly timed: Timed; readonly used: { input: number; output: number } }, onPiece: (text: string) => void): Promise<ToolAnswer> {
    const model = this.#modelWith(tools, maxTokens);
    const messages: BaseMessage[] = [new SystemMessage(system), new HumanMessage(question)];
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      used.input += this.ways.tokensIn(messages.map(({ content }) => String(content)).join('\n'));
      const said = await spoken(await model.stream(messages, { signal: timed.signal }), { timed, onPiece, most: maxTokens * CHARS_PER_TOKEN });
      used.output += this.ways.tokensIn(textOf(said) + JSON.stringify(said.tool_calls ?? []));
      const calls = (said.tool_calls ?? []).slice(0, MOST_CALLS_A_ROUND);
      if (calls.length === 0) {
        if (textOf(said).trim() === '') throw new ModelFailure('empty');
        return { text: textOf(said), tokens: used };
      }
      messages.push(said);
      for (const { name, args, id } of said.tool_calls ?? []) {
        const result = calls.some((call) => call.id === id) ? await run(tools, name, args) : NOT_DONE;
        timed.check();
        if (result.isLast) return { text: '', tokens: used };
        messages.push(new ToolMessage({ content: result.text, tool_call_id: id ?? name }));
      }
    }
    throw new ModelFailure('endless');
  }

  #modelWith(tools: readonly Tool[], maxTokens: number) {
    const { apiKey, baseUrl, model } = this.#settings;
    // A redirect would carry the subscriber's words to a host that nobody configured.
    const configuration = { baseURL: baseUrl ?? OFFICIAL_URL, organization: null, project: null, fetchOptions: { redirect: 'error' as const }, logLevel: 'off' as const };
    const chat = new ChatOpenAI({ apiKey, model, maxTokens, temperature: 0, maxRetries: 0, streaming: true, streamUsage: false, useResponsesApi: false, configuration });
    return chat.bindTools(tools.map(({ name, description, parameters }) => ({ type: 'function' as const, function: { name, description, parameters: { ...parameters } } })));
  }
}

const NOT_DONE: ToolResult = { text: 'Not done: too many calls at once.', isLast: false };

async function run(tools: readonly Tool[], name: string, args: unknown): Promise<ToolResult> {
  const tool = tools.find((one) => one.name === name);
  if (!tool) return { text: 'There is no such tool.', isLast: false };
  try {
    return await tool.run(args);
  } catch {
    return { text: 'This cannot be told at the moment.', isLast: false };
  }
}

interface Listening {
  readonly timed: Timed;
  readonly onPiece: (text: string) => void;
  readonly most: number;
}

/** One round to its end. An aborted stream ends as if it were whole: the timer is asked. */
async function spoken(stream: AsyncIterable<AIMessageChunk>, { timed, onPiece, most }: Listening): Promise<AIMessageChunk> {
  let whole: AIMessageChunk | null = null;
  for await (const chunk of stream) {
    timed.check();
    whole = whole === null ? chunk : whole.concat(chunk);
    const piece = textOf(chunk);
    if (piece !== '' || (chunk.tool_call_chunks ?? []).length > 0) timed.begun();
    if (textOf(whole).length > most) throw new ModelFailure('endless');
    if (piece !== '') onPiece(piece);
  }
  timed.check();
  if (whole === null) throw new ModelFailure('empty');
  const { finish_reason: finish } = whole.response_metadata as { readonly finish_reason?: unknown };
  if (finish !== 'stop' && finish !== 'tool_calls') throw new ModelFailure('cut');
  return whole;
}

function textOf({ content }: AIMessageChunk): string {
  return typeof content === 'string' ? content : '';
}
