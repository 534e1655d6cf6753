/** Opens Direct Line: for whoever has the secret, or in the demo on loopback for everybody. */
import { HandoffEvents } from '../gateway/bot-framework/handoff-events.js';
import { ActivitySets } from '../gateway/direct-line/activity-sets.js';
import { directLineDoor } from '../gateway/direct-line/direct-line-door.js';
import { DirectLineIntake } from '../gateway/direct-line/direct-line-intake.js';
import { DirectLineStreams } from '../gateway/direct-line/direct-line-streams.js';
import { DirectLineTokens } from '../identity/direct-line-token.js';
import type { ChannelDoor, ChannelParts } from './channel-parts.js';
import type { Settings } from './settings.js';

export function openDirectLine({ directLine, allowedOrigins }: Settings, parts: ChannelParts): { readonly door: ChannelDoor; readonly streams: DirectLineStreams } | null {
  if (!directLine) return null;
  const { store, conversations, attachmentLinks, resumeTokens, directLineKey, bus, clock, ids, rateLimit, logger } = parts;
  const sets = new ActivitySets({ conversations, attachmentLinks, handoffs: new HandoffEvents(conversations), clock });
  const intake = new DirectLineIntake({ conversations, keeping: { attachments: store.attachments, ids, clock } });
  const deps = { secret: directLine.secret, tokens: new DirectLineTokens(directLineKey), resumeTokens, conversations, intake, sets, rateLimit, allowedOrigins, clock, ids };
  return { door: directLineDoor(deps), streams: new DirectLineStreams({ ...deps, bus, logger }) };
}
