/** Opens the doors of outside channels that are configured, and what tells them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WechatApi } from '../adapters/wechat/wechat-api.js';
import { ChannelDelivery } from '../gateway/channels/channel-delivery.js';
import type { ChannelSender } from '../gateway/channels/channel-delivery.js';
import { ChannelIntake } from '../gateway/channels/channel-intake.js';
import { PlaceTeller } from '../gateway/channels/place-teller.js';
import { WechatCipher } from '../gateway/wechat/wechat-crypto.js';
import { wechatDoor } from '../gateway/wechat/wechat-door.js';
import { wechatSender } from '../gateway/wechat/wechat-sender.js';
import { openBotFramework } from './bot-framework.js';
import type { ChannelDoor, ChannelParts } from './channel-parts.js';
import { openDirectLine } from './direct-line.js';
import type { Settings } from './settings.js';

export interface Channels {
  readonly doors: readonly ChannelDoor[];
  /** A socket that wants to be more than HTTP; what is not ours is left alone. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  start(): void;
  stop(): Promise<void>;
}

export function openChannels(settings: Settings, parts: ChannelParts): Channels {
  const { wechat } = settings;
  const { store, conversations, bus, clock, ids, rateLimit, logger } = parts;
  const intake = new ChannelIntake({ threads: store.threads, conversations });
  const doors: ChannelDoor[] = [];
  const senders: ChannelSender[] = [];
  if (wechat) {
    const { appId, token, aesKey } = wechat;
    senders.push(wechatSender(new WechatApi({ settings: wechat, tokens: store.tokens, clock }), clock));
    doors.push(wechatDoor({ appId, token, cipher: aesKey === null ? null : new WechatCipher(aesKey), ...{ intake, conversations, rateLimit, clock, logger } }));
  }
  const bot = openBotFramework(settings, { ...parts, intake });
  if (bot) {
    senders.push(bot.sender);
    doors.push(bot.door);
  }
  const directLine = openDirectLine(settings, parts);
  if (directLine) doors.push(directLine.door);
  const delivery = new ChannelDelivery({ threads: store.threads, conversations, senders, bus, rateLimit, clock, logger, nodeId: ids.next() });
  const places = new PlaceTeller({ told: store.toldPlaces, conversations, senders, bus, clock, logger });
  return {
    doors,
    upgrade(request, socket, head) {
      directLine?.streams.upgrade(request, socket, head);
    },
    start() {
      directLine?.streams.start();
      delivery.start();
      places.start();
    },
    async stop() {
      directLine?.streams.stop();
      places.stop();
      await delivery.stop();
    },
  };
}
