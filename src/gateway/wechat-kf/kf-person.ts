/** How somebody of WeChat Customer Service is known to the rest of the house: by account and user together. Pure. */
import type { KfPerson } from '../../ports/wechat-kf-platform.js';
import type { ChannelPerson } from '../channels/channel-intake.js';

/** Neither part has a slash: ids of the platform are letters, digits, `_` and `-`. */
export function channelPersonOf({ account, userId }: KfPerson): ChannelPerson {
  return { channel: 'wechat-kf', externalId: `${account}/${userId}`, address: {}, locale: null };
}

export function kfPersonOf(externalId: string): KfPerson {
  const at = externalId.indexOf('/');
  return { account: externalId.slice(0, at), userId: externalId.slice(at + 1) };
}
