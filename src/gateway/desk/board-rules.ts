/** What a supervisor's socket may ask for about the whole floor: the board, and to relieve one agent of everything. */
import type { Conversations } from '../../conversation/conversations.js';
import { refuse } from '../../domain/errors.js';
import { staffId } from '../../domain/ids.js';
import { mayByRole } from '../../identity/permissions.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';
import { deskRequests } from '../../protocol/desk.js';
import { rule } from '../sockets/requests.js';
import { toWireBoard } from './board-teller.js';
import type { DeskCaller } from './desk-session.js';

export function boardRules({ conversations, staff: directory }: { readonly conversations: Conversations; readonly staff: StaffDirectory }) {
  const supervises = ({ staff }: DeskCaller): boolean => mayByRole({ kind: 'staff', staff }, 'line.supervise');
  return {
    board: rule(deskRequests.board, 'desk.act', async (session: DeskCaller, { on }) => {
      if (!supervises(session)) return refuse('forbidden');
      session.hasBoard = on;
      return on ? { board: toWireBoard(await conversations.board.now()) } : {};
    }),
    reassign: rule(deskRequests.reassign, 'desk.act', async (session: DeskCaller, asked) => {
      if (!supervises(session)) return refuse('forbidden');
      const agent = await directory.find(staffId(asked.staffId));
      return agent ? { count: await conversations.board.reassign(session.staff, agent.id) } : refuse('not-found', 'no such colleague');
    }),
  };
}
