/** Who else is on the floor, for passing a conversation on. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Staff } from '../../domain/staff.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';
import type { WireColleague } from '../../protocol/desk.js';

const SERVES = new Set(['agent', 'supervisor', 'admin']);

export async function colleaguesOf(deps: { conversations: Conversations; staff: StaffDirectory }, me: Staff): Promise<readonly WireColleague[]> {
  const [people, floor] = await Promise.all([deps.staff.list(), deps.conversations.floor()]);
  const onFloor = new Map(floor.agents.map((agent) => [agent.staffId, agent]));
  return people
    .filter((person) => person.isActive && person.id !== me.id && SERVES.has(person.role))
    .map(({ id, name, skillGroups }) => {
      const agent = onFloor.get(id);
      return {
        id,
        name,
        skillGroups,
        status: agent?.isConnected ? agent.status : 'offline',
        load: agent?.load ?? 0,
        capacity: agent?.capacity ?? 0,
      };
    });
}
