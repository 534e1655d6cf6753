/** Tells everybody who waits where they stand: at once in a short line, a little less often in a long one, and never all in one breath. */
import type { Conversations } from '../../conversation/conversations.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Place } from '../../handoff/line.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../telemetry/logger.js';
import type { ChatSession } from './chat-session.js';

/** Places are told at most this often, however fast the line moves; a millisecond more for each who waits, so that a long line costs no more than a short one. */
const EVERY_MS = 100;
/** Ranges shrink with time alone. */
const REFRESH_MS = 10_000;
/** As many pages are told before anything else gets its turn. */
const AT_ONCE = 100;

export interface PlaceTellerDeps {
  readonly conversations: Conversations;
  readonly clock: Clock;
  readonly logger: Logger;
}

export class PlaceTeller {
  readonly #sessions: ReadonlyMap<ConversationId, ReadonlySet<ChatSession>>;
  #isDue = false;
  #isTelling = false;
  #waiting = 0;
  #cancelRefresh: () => void;

  constructor(
    private readonly deps: PlaceTellerDeps,
    sessions: ReadonlyMap<ConversationId, ReadonlySet<ChatSession>>,
  ) {
    this.#sessions = sessions;
    this.#cancelRefresh = this.#refreshLater();
  }

  stop(): void {
    this.#cancelRefresh();
  }

  /** The line moved, or somebody began to look at it. */
  moved(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    this.deps.clock.after(EVERY_MS + this.#waiting, () => {
      this.#isDue = false;
      void this.#tell();
    });
  }

  async #tell(): Promise<void> {
    // Two at once could tell an older place after a newer one.
    if (this.#isTelling) {
      this.moved();
      return;
    }
    this.#isTelling = true;
    try {
      await this.#tellAll();
    } catch (error) {
      this.deps.logger.error({ error }, 'places could not be told');
    } finally {
      this.#isTelling = false;
    }
  }

  async #tellAll(): Promise<void> {
    if (!this.#anybodyWaits()) {
      this.#waiting = 0;
      return;
    }
    const places = await this.deps.conversations.places();
    this.#waiting = places.size;
    let told = 0;
    for (const [id, place] of places) {
      this.#tellOne(id, place);
      told += 1;
      if (told % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #tellOne(id: ConversationId, place: Place): void {
    for (const session of this.#sessions.get(id) ?? []) if (session.conversation.state === 'queued') session.tellPlace(place);
  }

  #anybodyWaits(): boolean {
    for (const sessions of this.#sessions.values()) {
      for (const session of sessions) if (session.conversation.state === 'queued') return true;
    }
    return false;
  }

  #refreshLater(): () => void {
    return this.deps.clock.after(REFRESH_MS, () => {
      this.moved();
      this.#cancelRefresh = this.#refreshLater();
    });
  }
}
