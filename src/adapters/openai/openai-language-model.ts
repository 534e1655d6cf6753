/** A language model behind any OpenAI-compatible chat completions endpoint, strict or sloppy. */
import OpenAI from 'openai';
import { ModelFailure } from '../../domain/model-failure.js';
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
    return this.#timed(request, (timed) => this.#stream(request, timed, onPiece));
  }

  fill<Value>(request: FormRequest<Value>): Promise<Filled<Value>> {
    return this.#timed(request, (timed) => this.#fill(request, timed));
  }

  async #timed<Result>({ withinMs = {}, signal }: CompletionRequest, ask: (timed: TimedRequest) => Promise<Result>): Promise<Result> {
    const end = Math.min(withinMs.end ?? Infinity, this.#limits.end);
    const timed = new TimedRequest(this.clock, { first: Math.min(withinMs.first ?? Infinity, this.#limits.first), end }, signal);
    try {
      return await ask(timed);
    } catch (error) {
      timed.check();
      throw failureOf(error);
    } finally {
      timed.close();
    }
  }

  async #stream(request: CompletionRequest, timed: TimedRequest, onPiece: (text: string) => void): Promise<Completion> {
    const most = request.maxTokens * CHARS_PER_TOKEN;
    let text = '';
    let isFinished = false;
    let counted: TokenCount | null = null;
    for await (const chunk of await this.#openStream(request, timed)) {
      const [choice] = chunk.choices ?? [];
      const piece = choice?.delta?.content ?? '';
      if (piece !== '') {
        timed.begun();
        text += piece;
        if (text.length > most) timed.stop('endless');
        timed.check();
        onPiece(piece);
      }
      if (choice?.finish_reason) isFinished = choice.finish_reason === 'stop';
      if (chunk.usage) counted = { input: chunk.usage.prompt_tokens, output: chunk.usage.completion_tokens };
    }
    timed.check();
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

  async #fill<Value>(request: FormRequest<Value>, timed: TimedRequest): Promise<Filled<Value>> {
    // A form comes all at once: only its end counts.
    timed.begun();
    const answer = await this.#askForForm(request, timed);
    timed.check();
    const [choice] = answer.choices ?? [];
    if (!choice) throw new ModelFailure('garbage');
    const found = valueIn(choice.message);
    if (found === undefined) throw new ModelFailure(choice.message?.content ? 'schema' : 'empty');
    const value = request.form.read(found);
    if (value === null) throw new ModelFailure('schema');
    const { usage } = answer;
    return { value, tokens: usage ? { input: usage.prompt_tokens, output: usage.completion_tokens } : estimated(request, JSON.stringify(found)) };
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

/** For servers that do not count. */
function estimated({ system, messages }: CompletionRequest, output: string): TokenCount {
  return { input: tokensIn(system + messages.map(({ content }) => content).join('')), output: tokensIn(output) };
}
