/** Opens WeChat's doors: the Official Account, and WeChat Customer Service with what fetches for it. */
import { WechatApi } from '../adapters/wechat/wechat-api.js';
import { WechatKfApi } from '../adapters/wechat/wechat-kf-api.js';
import type { ChannelSender } from '../gateway/channels/channel-delivery.js';
import type { ChannelIntake } from '../gateway/channels/channel-intake.js';
import { kfDoor } from '../gateway/wechat-kf/kf-door.js';
import { KfIntake } from '../gateway/wechat-kf/kf-intake.js';
import { KfPuller } from '../gateway/wechat-kf/kf-puller.js';
import { KfSender } from '../gateway/wechat-kf/kf-sender.js';
import { Servicers } from '../gateway/wechat-kf/servicers.js';
import { WechatCipher } from '../gateway/wechat/wechat-crypto.js';
import { wechatDoor } from '../gateway/wechat/wechat-door.js';
import { wechatSender } from '../gateway/wechat/wechat-sender.js';
import type { ChannelDoor, ChannelParts } from './channel-parts.js';
import type { Settings } from './settings.js';

type Parts = ChannelParts & { readonly intake: ChannelIntake };

export function openWechat({ wechat }: Settings, { store, conversations, intake, rateLimit, clock, ids, logger }: Parts): { readonly door: ChannelDoor; readonly sender: ChannelSender } | null {
  if (!wechat) return null;
  const { appId, token, aesKey } = wechat;
  const platform = new WechatApi({ settings: wechat, tokens: store.tokens, clock, logger });
  const keeping = { attachments: store.attachments, ids, clock };
  const door = wechatDoor({ appId, token, cipher: aesKey === null ? null : new WechatCipher(aesKey), ...{ intake, conversations, platform, keeping, rateLimit, clock, logger } });
  return { door, sender: wechatSender(platform, { conversations, clock }) };
}

export function openWechatKf({ wechatKf }: Settings, { store, conversations, intake, clock, ids, logger }: Parts): { readonly door: ChannelDoor; readonly sender: ChannelSender; readonly puller: KfPuller } | null {
  if (!wechatKf) return null;
  const { corpId, token, aesKey } = wechatKf;
  const platform = new WechatKfApi({ settings: wechatKf, tokens: store.tokens, clock, logger });
  const servicers = new Servicers(wechatKf.servicers, store.staff);
  const keeping = { attachments: store.attachments, ids, clock };
  const kfIntake = new KfIntake({ intake, conversations, platform, servicers, keeping, clock, logger });
  const puller = new KfPuller({ cursors: store.syncs, platform, take: (messages, page) => kfIntake.take(messages, page), clock, logger, nodeId: ids.next() });
  const sender = new KfSender({ platform, conversations, attachments: store.attachments, servicers, clock, logger });
  return { door: kfDoor({ corpId, token, cipher: new WechatCipher(aesKey), clock, puller }), sender, puller };
}
