/** A language model for one completion. Absent when no key is configured; nothing may depend on it being there. */
export interface CompletionRequest {
  readonly system: string;
  readonly messages: readonly { readonly role: 'user' | 'assistant'; readonly content: string }[];
  readonly maxTokens: number;
  /** A JSON schema when structured output is wanted. */
  readonly schema?: { readonly name: string; readonly shape: Readonly<Record<string, unknown>> };
  readonly signal?: AbortSignal;
}

export interface Completion {
  readonly text: string;
  readonly tokens: { readonly input: number; readonly output: number };
}

export interface LanguageModel {
  /** Rejects with `ProductError('unavailable')` on time-out, refusal, cut or garbage; half an answer is never a result. */
  complete(request: CompletionRequest, onPiece?: (text: string) => void): Promise<Completion>;
}
