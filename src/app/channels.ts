/** Opens the doors of outside channels that are configured, and what tells them. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { ChannelDelivery } from '../gateway/channels/channel-delivery.js';
import type { ChannelSender } from '../gateway/channels/channel-delivery.js';
import { ChannelIntake } from '../gateway/channels/channel-intake.js';
import { WordRecall } from '../gateway/channels/word-recall.js';
import { PlaceTeller } from '../gateway/channels/place-teller.js';
import { openBotFramework } from './bot-framework.js';
import type { ChannelDoor, ChannelParts } from './channel-parts.js';
import { openDirectLine } from './direct-line.js';
import type { Settings } from './settings.js';
import { openWechat, openWechatKf } from './wechat.js';

export interface Channels {
  readonly doors: readonly ChannelDoor[];
  /** A socket that wants to be more than HTTP; what is not ours is left alone. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  start(): void;
  stop(): Promise<void>;
}

export function openChannels(settings: Settings, parts: ChannelParts): Channels {
  const { store, conversations, bus, clock, ids, rateLimit, logger } = parts;
  const intake = new ChannelIntake({ threads: store.threads, conversations });
  const doors: ChannelDoor[] = [];
  const senders: ChannelSender[] = [];
  const wechatKf = openWechatKf(settings, { ...parts, intake });
  for (const opened of [openWechat(settings, { ...parts, intake }), wechatKf, openBotFramework(settings, { ...parts, intake })]) {
    if (!opened) continue;
    senders.push(opened.sender);
    doors.push(opened.door);
  }
  const directLine = openDirectLine(settings, parts);
  if (directLine) doors.push(directLine.door);
  const delivery = new ChannelDelivery({ threads: store.threads, conversations, senders, bus, rateLimit, clock, logger, nodeId: ids.next() });
  const places = new PlaceTeller({ told: store.toldPlaces, conversations, senders, bus, clock, logger });
  const recall = new WordRecall({ told: store.toldWords, threads: store.threads, conversations, senders, bus, clock, logger });
  return {
    doors,
    upgrade(request, socket, head) {
      directLine?.streams.upgrade(request, socket, head);
    },
    start() {
      directLine?.streams.start();
      delivery.start();
      wechatKf?.puller.start();
      places.start();
      recall.start();
    },
    async stop() {
      directLine?.streams.stop();
      places.stop();
      await wechatKf?.puller.stop();
      await delivery.stop();
      await recall.stop();
    },
  };
}
