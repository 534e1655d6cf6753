/** What a change of the record leaves beside it, whoever makes it: a service that ended, and promises that are to become rows. Pure. */
import { isPromising } from '../cases/promises-said.js';
import type { Conversation } from '../domain/conversation.js';
import { errandOf } from '../domain/errand.js';
import type { ReleaseReason } from '../domain/facts.js';
import type { Beside, Step } from '../ports/conversation-log.js';

const NOTHING: readonly Beside[] = [];

export function leftBeside(before: Conversation, { conversation, additions }: Step<unknown>, { now, released }: { readonly now: number; readonly released: ReleaseReason | undefined }): readonly Beside[] {
  const { id, owner, lastSeq } = before;
  // Who said nothing served nobody.
  const isServed = owner !== null && owner.staffId !== conversation.owner?.staffId && released !== 'agent-silent';
  const at = additions.findIndex((draft) => isPromising(draft, now));
  if (!isServed && at < 0) return NOTHING;
  const service: Beside[] = isServed ? [{ kind: 'service', service: { staffId: owner.staffId, skillGroup: before.waiting?.skillGroup ?? 'general', startedAt: owner.since, endedAt: now } }] : [];
  const promises: Beside[] = additions.flatMap((draft, index) => (index >= at && at >= 0 && isPromising(draft, now) ? [{ kind: 'errand', errand: errandOf(id, now, { kind: 'promises', seq: lastSeq + 1 + index }) }] : []));
  return [...service, ...promises];
}
