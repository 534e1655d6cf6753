/**
 * A language model for one completion. Absent when none is configured; nothing may depend on it being there.
 *
 * Promises: one request is one answer, never tried a second time; what resolves is whole. Rejects with `ModelFailure`
 * (code `unavailable`) when it is slow, busy, cut, garbage, endless or empty, and when the signal says stop.
 */
export type ModelPurpose = 'answer' | 'tools' | 'routing' | 'suggestion' | 'summary' | 'rephrasing' | 'translation' | 'editing';

/** What the model is asked for and in which conversation, so that its cost can be told. */
export interface Errand {
  readonly purpose: ModelPurpose;
  readonly conversationId: string | null;
}

export interface TokenCount {
  readonly input: number;
  readonly output: number;
}

export interface CompletionRequest {
  readonly errand: Errand;
  readonly system: string;
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  readonly maxTokens: number;
  /** Shorter than the model's own limits: to the first token, and to the end. */
  readonly withinMs?: { readonly first?: number; readonly end?: number };
  readonly signal?: AbortSignal;
}

export interface FormRequest<Value> extends CompletionRequest {
  /** A JSON schema for the model; `read` checks what came back, null when it does not fit. */
  readonly form: { readonly name: string; readonly schema: Readonly<Record<string, unknown>>; readonly read: (value: unknown) => Value | null };
}

export interface Completion {
  readonly text: string;
  readonly tokens: TokenCount;
}

export interface Filled<Value> {
  readonly value: Value;
  readonly tokens: TokenCount;
}

export interface LanguageModel {
  /** `onPiece` gets the text as it comes, unchecked: nobody may show it before a guard has seen it. */
  complete(request: CompletionRequest, onPiece?: (text: string) => void): Promise<Completion>;
  /** Structured output, in whichever way the endpoint knows. */
  fill<Value>(request: FormRequest<Value>): Promise<Filled<Value>>;
}
