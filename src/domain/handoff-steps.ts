/** What a change of a conversation means to somebody who follows the handoff from outside. Pure. */
import type { Conversation } from './conversation.js';

export interface HandoffStep {
  /** The same for all steps of one handoff. */
  readonly id: string;
  readonly step: 'asked' | 'accepted' | 'failed' | 'completed';
}

/** Null when nothing of it changed: a transfer and an agent who was lost are still one handoff. */
export function handoffStep(before: Conversation, after: Conversation): HandoffStep | null {
  if (before.state === after.state) return null;
  const waiting = after.waiting ?? before.waiting;
  if (!waiting || waiting.reason === 'takeover') return null;
  const id = handoffId(after.id, waiting.since);
  if (after.state === 'queued') return before.state === 'live' ? null : { id, step: 'asked' };
  if (after.state === 'live') return { id, step: 'accepted' };
  if (before.state === 'queued') return { id, step: 'failed' };
  return before.state === 'live' ? { id, step: 'completed' } : null;
}

export function handoffId(id: Conversation['id'], since: number): string {
  return `${id}-${since}`;
}
