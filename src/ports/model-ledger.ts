/**
 * What the language model cost: by day for the budget that all nodes share, by conversation for whoever wants to know.
 *
 * Promises: what `add` resolves with is stored; additions from many nodes at once all count.
 */
import type { ModelPurpose, TokenCount } from './language-model.js';

export interface ModelUse {
  readonly conversationId: string | null;
  readonly purpose: ModelPurpose;
  /** "YYYY-MM-DD" in the operator's time zone. */
  readonly day: string;
  readonly tokens: TokenCount;
  readonly ms: number;
  /** In millionths of the operator's currency. */
  readonly costMicros: number;
}

export interface ModelCost {
  readonly calls: number;
  readonly tokens: TokenCount;
  readonly ms: number;
  readonly costMicros: number;
}

export interface ModelLedger {
  add(use: ModelUse): Promise<void>;
  /** In and out together. */
  tokensOn(day: string): Promise<number>;
  /** All zero when no model was ever asked in it. */
  ofConversation(conversationId: string): Promise<ModelCost>;
}
