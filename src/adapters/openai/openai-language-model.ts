/** A language model behind any OpenAI-compatible chat completions endpoint, strict or sloppy. */
import OpenAI from 'openai';
import { ModelFailure, withCost } from '../../domain/model-failure.js';
import type { Clock } from '../../ports/clock.js';
import type { Completion, CompletionRequest, Filled, FormRequest, LanguageModel, TokenCount } from '../../ports/language-model.js';
import { failureOf, isComplaint } from './failures.js';
import { askedFor, instructions, valueIn, WAYS } from './structured.js';
import type { Way } from './structured.js';
import { tokensIn } from './token-count.js';
import { TimedRequest } from './time-limits.js';
import type { TimeLimits } from './time-limits.js';

export interface OpenAiModelSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
  /** Asks for the token count of a stream (`stream_options`); some servers refuse to be asked. */
  readonly countsStream: boolean;
  readonly limits?: TimeLimits;
}

export const MODEL_LIMITS: TimeLimits = { first: 3000, end: 8000 };
const OFFICIAL_URL = 'https://api.openai.com/v1';
/** No token is longer than this on average: whoever writes more does not keep to the limit it was given. */
const CHARS_PER_TOKEN = 8;

type Create = OpenAI.Chat.ChatCompletionCreateParams;

export class OpenAiLanguageModel implements LanguageModel {
  readonly #client: OpenAI;
  readonly #model: string;
  readonly #limits: TimeLimits;
  /** Learned from what the endpoint refuses. */
  #countsStream: boolean;
  #way: Way = 'schema';

  constructor(
    { apiKey, baseUrl, model, countsStream, limits = MODEL_LIMITS }: OpenAiModelSettings,
    private readonly clock: Clock,
  ) {
    // A redirect would carry the subscriber's words to a host that nobody configured.
    const fetchOptions = { redirect: 'error' as const };
    this.#client = new OpenAI({ apiKey, baseURL: baseUrl ?? OFFICIAL_URL, organization: null, project: null, maxRetries: 0, timeout: limits.end, fetchOptions, logLevel: 'off' });
    this.#model = model;
    this.#limits = limits;
    this.#countsStream = countsStream;
  }

  complete(request: CompletionRequest, onPiece: (text: string) => void = () => undefined): Promise<Completion> {
    return this.#timed(request, (timed, heard) => this.#stream(request, { timed, heard }, onPiece));
  }

  fill<Value>(request: FormRequest<Value>): Promise<Filled<Value>> {
    return this.#timed(request, (timed, heard) => this.#fill(request, { timed, heard }));
  }

  async #timed<Result>(request: CompletionRequest, ask: (timed: TimedRequest, heard: Heard) => Promise<Result>): Promise<Result> {
    const { withinMs = {}, signal } = request;
    const heard: Heard = { text: '', counted: null };
    const end = Math.min(withinMs.end ?? Infinity, this.#limits.end);
    const timed = new TimedRequest(this.clock, { first: Math.min(withinMs.first ?? Infinity, this.#limits.first), end }, signal);
    try {
      return await ask(timed, heard);
    } catch (error) {
      throw withCost(failedBy(timed, error), heard.counted ?? estimated(request, heard.text));
    } finally {
      timed.close();
    }
  }

  async #stream(request: CompletionRequest, { timed, heard }: Asking, onPiece: (text: string) => void): Promise<Completion> {
    const most = request.maxTokens * CHARS_PER_TOKEN;
    let isFinished = false;
    for await (const chunk of await this.#openStream(request, timed)) {
      const [choice] = chunk.choices ?? [];
      const piece = choice?.delta?.content ?? '';
      if (piece !== '') {
        timed.begun();
        heard.text += piece;
        if (heard.text.length > most) timed.stop('endless');
        timed.check();
        onPiece(piece);
      }
      if (choice?.finish_reason) isFinished = choice.finish_reason === 'stop';
      if (chunk.usage) heard.counted = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens };
    }
    timed.check();
    const { text, counted } = heard;
    if (text.trim() === '') throw new ModelFailure('empty');
    if (!isFinished) throw new ModelFailure('cut');
    return { text, tokens: counted ?? estimated(request, text) };
  }

  async #openStream(request: CompletionRequest, timed: TimedRequest) {
    const open = () =>
      this.#client.chat.completions.create({ ...this.#base(request, request.system), stream: true, ...(this.#countsStream ? { stream_options: { include_usage: true } } : {}) }, { signal: timed.signal });
    try {
      return await open();
    } catch (error) {
      if (!this.#countsStream || !isComplaint(error)) throw error;
      this.#countsStream = false;
      return open();
    }
  }

  async #fill<Value>(request: FormRequest<Value>, { timed, heard }: Asking): Promise<Filled<Value>> {
    // A form comes all at once: only its end counts.
    timed.begun();
    const answer = await this.#askForForm(request, timed);
    const { usage } = answer;
    if (usage) heard.counted = { input: usage.prompt_tokens, output: usage.completion_tokens };
    timed.check();
    const [choice] = answer.choices ?? [];
    if (!choice) throw new ModelFailure('garbage');
    const found = valueIn(choice.message);
    if (found === undefined) throw new ModelFailure(choice.message?.content ? 'schema' : 'empty');
    const value = request.form.read(found);
    if (value === null) throw new ModelFailure('schema');
    return { value, tokens: heard.counted ?? estimated(request, JSON.stringify(found)) };
  }

  async #askForForm(request: FormRequest<unknown>, timed: TimedRequest): Promise<OpenAI.Chat.ChatCompletion> {
    for (const way of WAYS.slice(WAYS.indexOf(this.#way))) {
      try {
        const body = { ...this.#base(request, instructions(request, way)), ...askedFor(request, way), stream: false as const };
        const answer = await this.#client.chat.completions.create(body, { signal: timed.signal });
        this.#way = way;
        return answer;
      } catch (error) {
        if (way === 'text' || !isComplaint(error)) throw error;
      }
    }
    throw new ModelFailure('refused');
  }

  #base({ messages, maxTokens }: CompletionRequest, system: string): Pick<Create, 'model' | 'max_tokens' | 'temperature' | 'messages'> {
    return { model: this.#model, max_tokens: maxTokens, temperature: 0, messages: [{ role: 'system', content: system }, ...messages.map(({ role, content }) => ({ role, content }))] };
  }
}

/** What came so far, and what the server counted of it. */
interface Heard {
  text: string;
  counted: TokenCount | null;
}

interface Asking {
  readonly timed: TimedRequest;
  readonly heard: Heard;
}

/** Whose time was over, or who was told to stop, failed for that. */
function failedBy(timed: TimedRequest, error: unknown): ModelFailure {
  try {
    timed.check();
    return failureOf(error);
  } catch (late) {
    return failureOf(late);
  }
}

/** For servers that do not count. */
function estimated({ system, messages }: CompletionRequest, output: string): TokenCount {
  return { input: tokensIn(system + messages.map(({ content }) => content).join('')), output: tokensIn(output) };
}
