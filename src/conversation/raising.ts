/** Calls out what happened to a conversation or to who has it: kept first, so that a page that is away hears of it later. */
import type { Alert } from '../domain/alert.js';
import type { ConversationRoom } from './room.js';

export async function raise({ alerts, bus, clock, ids }: Pick<ConversationRoom, 'alerts' | 'bus' | 'clock' | 'ids'>, said: Omit<Alert, 'id' | 'at'>): Promise<void> {
  const alert: Alert = { ...said, id: ids.next(), at: clock.now() };
  await alerts.add(alert);
  bus.publish({ type: 'alert.raised', ...alert });
}
