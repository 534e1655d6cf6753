/** Tells one page of the desk whose it is and how that person stands: presence, chats in hand, time to write up the last one. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Clock } from '../../ports/clock.js';
import { toDeskConversation, toWireStaff } from '../wire.js';
import type { DeskSession } from './desk-session.js';

interface OwnStateDeps {
  readonly conversations: Conversations;
  readonly clock: Clock;
}

export async function tellOwnState({ conversations, clock }: OwnStateDeps, session: DeskSession): Promise<void> {
  const [floor, mine] = await Promise.all([conversations.floor(), conversations.liveOf(session.staff.id)]);
  const row = floor.agents.find((agent) => agent.staffId === session.staff.id);
  session.socket.emit('desk', {
    staff: toWireStaff(session.staff),
    status: row?.status ?? 'offline',
    capacity: row?.capacity ?? 0,
    wrapUpUntil: wrapUpOf(row, clock.now()),
    hasModel: conversations.help.hasModel,
    // As they were taken: a reload, or another tab, shows the list as it was.
    mine: mine.toSorted((one, other) => (one.owner?.since ?? 0) - (other.owner?.since ?? 0)).map(toDeskConversation),
  });
}

/** Nothing more comes for a while after a service, and she should know why and until when. */
export async function tellWrapUp(deps: OwnStateDeps, sessions: readonly DeskSession[]): Promise<void> {
  const [one] = sessions;
  if (one === undefined) return;
  const { agents } = await deps.conversations.floor();
  const isWrappingUp = wrapUpOf(agents.find(({ staffId }) => staffId === one.staff.id), deps.clock.now()) !== null;
  if (isWrappingUp) await Promise.all(sessions.map((session) => tellOwnState(deps, session)));
}

function wrapUpOf(agent: { readonly wrapUpUntil: number } | undefined, now: number): number | null {
  return agent !== undefined && agent.wrapUpUntil > now ? agent.wrapUpUntil : null;
}
