/** Puts offers on agents' screens: at once, and in the order of the line. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Offer } from '../../domain/conversation.js';
import type { ConversationId, StaffId } from '../../domain/ids.js';
import { InTurn } from '../../domain/in-turn.js';
import type { Clock } from '../../ports/clock.js';
import type { Logger } from '../../telemetry/logger.js';
import { whyOf } from '../wire.js';
import { tellBrief } from './briefs.js';
import type { DeskSession } from './desk-session.js';

/** How long an offer waits for the account to be read; what is slower comes with a second brief. */
const PATIENCE_MS = 200;

export class OfferTeller {
  readonly #telling = new InTurn<StaffId>();

  constructor(private readonly deps: { readonly conversations: Conversations; readonly clock: Clock; readonly logger: Logger }) {}

  /** One after the other to each agent: of two made in one moment neither overtakes the other on its way. */
  tell(id: ConversationId, made: Offer, sessions: Iterable<DeskSession>): Promise<void> {
    return this.#telling.do(made.staffId, () => this.#tellOne(id, made, sessions));
  }

  async #tellOne(id: ConversationId, made: Offer, pages: Iterable<DeskSession>): Promise<void> {
    const { conversations, clock, logger } = this.deps;
    const sessions = [...pages];
    // She may be on another node.
    if (sessions.length === 0) return;
    const conversation = await conversations.offers.madeOn(id, made);
    if (conversation?.offer?.staffId !== made.staffId || !conversation.waiting) return;
    const { skillGroup: skill, headline } = conversation.waiting;
    const offer = { conversationId: id, expiresAt: conversation.offer.expiresAt, skill, headline };
    const begun = clock.now();
    await tellBrief(conversations, { conversation, sessions, patienceMs: PATIENCE_MS }, (session, brief) => {
      // Answered while the brief was made: its end was told already.
      if (conversations.offers.mayStand(conversation)) session.socket.emit('offer', { ...offer, brief, ...whyOf(conversation, session.locale) });
    });
    if (clock.now() - begun < PATIENCE_MS) return;
    tellBrief(conversations, { conversation, sessions }, (session, brief) => session.socket.emit('brief', { conversationId: id, brief })).catch((error: unknown) => logger.error({ error }, 'a brief could not be told'));
  }
}
