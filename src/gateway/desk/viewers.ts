/** Who has which conversation in front of them, as colleagues on all nodes say; what is not said again fades. */
import type { Fact } from '../../domain/facts.js';
import type { ConversationId, StaffId } from '../../domain/ids.js';

/** Pages say it again every 20 seconds. */
const FADES_MS = 45_000;

export interface Viewer {
  readonly staffId: StaffId;
  readonly name: string;
  readonly isSilent: boolean;
}

export class Viewers {
  readonly #byConversation = new Map<ConversationId, Map<StaffId, Viewer & { readonly until: number }>>();

  /** True when somebody came or went. */
  heard(fact: Extract<Fact, { type: 'viewing.changed' }>, now: number): boolean {
    const { conversationId, staffId, name, isSilent, isOn } = fact;
    const known = this.#byConversation.get(conversationId) ?? new Map<StaffId, Viewer & { readonly until: number }>();
    const before = known.size;
    const wasThere = known.has(staffId);
    for (const [id, viewer] of known) if (viewer.until <= now) known.delete(id);
    if (isOn) known.set(staffId, { staffId, name, isSilent, until: now + FADES_MS });
    else known.delete(staffId);
    if (known.size === 0) this.#byConversation.delete(conversationId);
    else this.#byConversation.set(conversationId, known);
    return isOn ? !wasThere || known.size !== before : wasThere;
  }

  of(conversationId: ConversationId, now: number): readonly Viewer[] {
    return [...(this.#byConversation.get(conversationId)?.values() ?? [])].filter((viewer) => viewer.until > now).map(({ staffId, name, isSilent }) => ({ staffId, name, isSilent }));
  }
}
