/** What a staff socket may ask for to work with colleagues: invite, answer, help, see who looks on, take words back. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId, staffId } from '../../domain/ids.js';
import { mayByRole } from '../../identity/permissions.js';
import type { ConversationPermission } from '../../identity/permissions.js';
import { deskRequests } from '../../protocol/desk.js';
import { rule } from '../sockets/requests.js';
import { toDeskConversation } from '../wire.js';
import type { DeskCaller } from './desk-session.js';

export type Permitted = (session: DeskCaller, asked: string | { conversationId: string; epoch?: number | undefined }, permission: ConversationPermission) => Promise<Conversation | Refusal>;

export function teamRules(conversations: Conversations, permitted: Permitted) {
  const tellViewing = ({ staff, viewing }: DeskCaller, isOn: boolean): void => {
    // A supervisor looks on in silence: other supervisors see her there, agents do not.
    if (viewing !== null) conversations.team.viewing(staff, { id: viewing, isOn, isSilent: mayByRole({ kind: 'staff', staff }, 'line.supervise') });
  };
  return {
    invite: rule(deskRequests.invite, 'desk.act', async (session: DeskCaller, asked) => {
      const allowed = await permitted(session, asked.conversationId, 'conversation.act');
      if (isRefusal(allowed)) return allowed;
      const invited = await conversations.team.askColleague(session.staff, { id: allowed.id, kind: 'join', colleagueId: staffId(asked.staffId), note: asked.note ?? '' });
      return isRefusal(invited) ? invited : { conversation: toDeskConversation(invited) };
    }),
    'pass:withdraw': rule(deskRequests['pass:withdraw'], 'desk.act', async (session: DeskCaller, asked) => {
      const allowed = await permitted(session, asked.conversationId, 'conversation.act');
      if (isRefusal(allowed)) return allowed;
      const ended = await conversations.team.withdrawPass(session.staff, allowed);
      return isRefusal(ended) ? ended : {};
    }),
    leave: rule(deskRequests.leave, 'desk.act', async (session: DeskCaller, asked) => {
      const left = await conversations.team.stopHelping(session.staff, conversationId(asked.conversationId));
      if (isRefusal(left)) return left;
      session.watching.delete(left.id);
      return {};
    }),
    recall: rule(deskRequests.recall, 'desk.act', async (session: DeskCaller, asked) => {
      const allowed = await permitted(session, asked.conversationId, 'conversation.speak');
      if (isRefusal(allowed)) return allowed;
      const taken = await conversations.team.recall(session.staff, { id: allowed.id, seq: asked.seq });
      return isRefusal(taken) ? taken : {};
    }),
    viewing: rule(deskRequests.viewing, 'desk.read', async (session: DeskCaller, asked) => {
      const shown = asked.conversationId === null ? null : await permitted(session, asked.conversationId, 'conversation.see');
      if (isRefusal(shown)) return shown;
      if (session.viewing !== null && session.viewing !== shown?.id) tellViewing(session, false);
      session.viewing = shown?.id ?? null;
      tellViewing(session, true);
      return {};
    }),
  };
}
