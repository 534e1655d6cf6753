/** What the assistant chose to do with one message, and by which named rule. */
import type { HandoffReason } from './conversation.js';
import type { Entity } from './reading.js';

export interface ChosenNeed {
  readonly intent: string;
  readonly confidence: number;
  readonly text: string;
  readonly entities: readonly Entity[];
}

export type Decision = { readonly rule: string } & (
  | { readonly kind: 'answer'; readonly needs: readonly ChosenNeed[] }
  | { readonly kind: 'clarify'; readonly options: readonly string[] }
  | { readonly kind: 'knowledge'; readonly query: string }
  | { readonly kind: 'fallback'; readonly nearest: readonly string[]; readonly offersPerson: boolean }
  | { readonly kind: 'handoff'; readonly reason: HandoffReason; readonly intent: string | null }
  | { readonly kind: 'offer-person'; readonly reason: HandoffReason; readonly then: readonly ChosenNeed[] }
  | { readonly kind: 'form'; readonly slot: string; readonly value: string }
  | { readonly kind: 'confirm'; readonly isConfirmed: boolean }
  | { readonly kind: 'courtesy'; readonly intent: string }
);
export type DecisionKind = Decision['kind'];
