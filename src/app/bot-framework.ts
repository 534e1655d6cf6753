/** Opens the Bot Framework's door: who is let in, who tells them what was said. */
import { botDoor } from '../gateway/bot-framework/bot-door.js';
import { BotIntake } from '../gateway/bot-framework/bot-intake.js';
import { BotSender } from '../gateway/bot-framework/bot-sender.js';
import { Connector } from '../gateway/bot-framework/connector.js';
import { HandoffEvents } from '../gateway/bot-framework/handoff-events.js';
import { OutsideFiles } from '../gateway/bot-framework/outside-files.js';
import type { ChannelIntake } from '../gateway/channels/channel-intake.js';
import { BotTokens } from '../identity/bot-token.js';
import type { ChannelDoor, ChannelParts } from './channel-parts.js';
import type { Settings } from './settings.js';

export function openBotFramework({ botFramework, publicUrl }: Settings, parts: ChannelParts & { readonly intake: ChannelIntake }): { readonly door: ChannelDoor; readonly sender: BotSender } | null {
  if (!botFramework) return null;
  const { store, conversations, intake, attachmentLinks, clock, ids, rateLimit, logger } = parts;
  const { access, fileHosts } = botFramework;
  const connector = new Connector({ access, tokens: store.tokens, clock, logger });
  const links = publicUrl === null ? null : (id: string) => `${publicUrl}/api/attachments/${id}?pass=${attachmentLinks.issueForDay(id, clock.now()).pass}`;
  const sender = new BotSender({ ...{ connector, attachments: store.attachments, handoffs: new HandoffEvents(conversations), told: store.toldWords, clock }, links });
  const keeping = { attachments: store.attachments, ids, clock };
  const botIntake = new BotIntake({ intake, conversations, sender, files: new OutsideFiles(connector, fileHosts), keeping, rateLimit });
  const door = botDoor({ tokens: access && new BotTokens(access), connector, intake: botIntake, conversations, rateLimit, clock, logger });
  return { door, sender };
}
