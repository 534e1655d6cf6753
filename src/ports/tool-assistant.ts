/**
 * A language model that may call tools before it answers. Absent when none is configured; nothing may depend on it being there.
 *
 * Promises: tools run one after another, only those on offer, and at most a few rounds; a tool that fails is told to the model as
 * such. Never tried a second time. Rejects with `ModelFailure` (code `unavailable`) like a language model.
 */
import type { Errand, TokenCount } from './language-model.js';

export interface ToolResult {
  readonly text: string;
  /** What comes next is not words: the model is not asked again. */
  readonly isLast: boolean;
}

export interface Tool {
  readonly name: string;
  readonly description: string;
  /** A JSON schema for the model. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Gets whatever the model wrote, unchecked. */
  run(args: unknown): Promise<ToolResult>;
}

export interface ToolRequest {
  readonly errand: Errand;
  readonly system: string;
  readonly question: string;
  readonly tools: readonly Tool[];
  readonly maxTokens: number;
  readonly signal?: AbortSignal;
}

export interface ToolAnswer {
  /** Empty when a tool was the last word. */
  readonly text: string;
  readonly tokens: TokenCount;
}

export interface ToolAssistant {
  /** `onPiece` gets the text as it comes, unchecked: nobody may show it before a guard has seen it. */
  answer(request: ToolRequest, onPiece: (text: string) => void): Promise<ToolAnswer>;
}
