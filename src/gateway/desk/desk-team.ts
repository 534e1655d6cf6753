/** Tells desks of each other: questions of colleagues and what came of them, who helps, who looks on. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Fact } from '../../domain/facts.js';
import type { ConversationId, StaffId } from '../../domain/ids.js';
import { openPass } from '../../domain/working-together.js';
import { mayByRole } from '../../identity/permissions.js';
import type { Clock } from '../../ports/clock.js';
import { toDeskConversation, toWirePass } from '../wire.js';
import { tellBrief } from './briefs.js';
import type { DeskSession } from './desk-session.js';
import { Viewers } from './viewers.js';

type Sessions = ReadonlyMap<StaffId, ReadonlySet<DeskSession>>;
type TeamFact = Extract<Fact, { type: 'pass.asked' | 'pass.ended' | 'viewing.changed' }>;

export class DeskTeam {
  readonly #viewers = new Viewers();
  readonly #sessions: Sessions;

  constructor(
    private readonly deps: { readonly conversations: Conversations; readonly clock: Clock },
    sessions: Sessions,
  ) {
    this.#sessions = sessions;
  }

  async deliver(fact: TeamFact): Promise<void> {
    if (fact.type === 'pass.asked') await this.#pass(fact.conversationId, this.#of(fact.pass.to.staffId));
    else if (fact.type === 'pass.ended') this.#passEnded(fact);
    else if (this.#viewers.heard(fact, this.deps.clock.now())) this.#tellViewers(fact.conversationId);
  }

  /** Who helped before the page was loaded anew goes on helping, and who was being asked is asked again. */
  async begin(session: DeskSession): Promise<void> {
    const { team } = this.deps.conversations;
    for (const conversation of await team.helpedBy(session.staff.id)) {
      session.watching.add(conversation.id);
      session.socket.emit('conversation', toDeskConversation(conversation));
    }
    for (const { id } of await team.passesTo(session.staff.id)) await this.#pass(id, [session]);
  }

  left({ staff, viewing }: DeskSession): void {
    if (viewing !== null) this.deps.conversations.team.viewing(staff, { id: viewing, isOn: false, isSilent: false });
  }

  /** It is no longer hers: what is still on her page is not the conversation. */
  gaveUp(session: DeskSession, id: ConversationId): void {
    if (session.viewing !== id) return;
    this.left(session);
    session.viewing = null;
  }

  #of(staffId: StaffId): Iterable<DeskSession> {
    return this.#sessions.get(staffId) ?? [];
  }

  /** A colleague's question is put like an offer of the line, with who asks and why. */
  async #pass(id: ConversationId, sessions: Iterable<DeskSession>): Promise<void> {
    const { conversations, clock } = this.deps;
    const conversation = await conversations.find(id);
    const pass = conversation && openPass(conversation, clock.now());
    if (!conversation || !pass) return;
    const { skill, headline } = toDeskConversation(conversation);
    const offer = { conversationId: id, expiresAt: pass.expiresAt, skill: skill ?? 'general', headline, pass: toWirePass(pass) };
    await tellBrief(conversations, { conversation, sessions }, (session, brief) => session.socket.emit('offer', { ...offer, brief }));
  }

  #passEnded({ conversationId, pass, outcome, reason }: Extract<Fact, { type: 'pass.ended' }>): void {
    const ended = { conversationId, pass: toWirePass(pass), outcome, ...(reason === undefined ? {} : { reason }) };
    for (const session of this.#of(pass.from.staffId)) session.socket.emit('pass:ended', ended);
    for (const session of this.#of(pass.to.staffId)) {
      session.socket.emit('offer:withdrawn', { conversationId, reason: outcome === 'lapsed' ? 'lapsed' : outcome === 'withdrawn' ? 'left' : 'taken' });
    }
  }

  /** To who has it in front; agents are not told of supervisors who look on. */
  #tellViewers(id: ConversationId): void {
    const all = this.#viewers.of(id, this.deps.clock.now());
    for (const [staffId, sessions] of this.#sessions) {
      for (const session of sessions) {
        if (session.viewing !== id) continue;
        const supervises = mayByRole({ kind: 'staff', staff: session.staff }, 'line.supervise');
        const viewers = all.filter((viewer) => viewer.staffId !== staffId && (supervises || !viewer.isSilent));
        session.socket.emit('viewers', { conversationId: id, viewers: viewers.map((viewer) => ({ staffId: viewer.staffId, name: viewer.name })) });
      }
    }
  }
}
