/** Where one conversation of the Bot Framework is answered: what its last Activity said, kept with the thread. */
import { z } from 'zod';
import type { ChannelThread } from '../../ports/channel-threads.js';
import type { IncomingActivity } from '../../protocol/bot-framework.js';
import { account } from '../../protocol/bot-framework.js';

const botAddress = z.object({
  serviceUrl: z.string(),
  channelId: z.string(),
  conversation: z.looseObject({ id: z.string() }),
  bot: account,
  user: account,
});
export type BotAddress = z.infer<typeof botAddress>;

export function addressOf({ serviceUrl, channelId, conversation, recipient, from }: IncomingActivity): BotAddress {
  const { id, tenantId, conversationType } = conversation;
  const where = { id, ...(tenantId ? { tenantId } : {}), ...(conversationType ? { conversationType } : {}) };
  return { serviceUrl, channelId, conversation: where, bot: { id: recipient?.id ?? 'bot', ...named(recipient?.name) }, user: { id: from.id, ...named(from.name) } };
}

/** Null for what was kept by something else. */
export function keptAddress({ address }: Pick<ChannelThread, 'address'>): BotAddress | null {
  const parsed = botAddress.safeParse(address);
  return parsed.success ? parsed.data : null;
}

/** A conversation of two is one person's; its id is unique within its channel. */
export function externalIdOf({ channelId, conversation }: Pick<IncomingActivity, 'channelId' | 'conversation'>): string {
  return `${channelId}|${conversation.id}`;
}

function named(name: string | null | undefined): { name?: string } {
  return name ? { name } : {};
}
