/** What the doors of outside channels are made of. */
import type { Store } from '../adapters/store/store.js';
import type { Conversations } from '../conversation/conversations.js';
import type { HttpDeps } from '../gateway/http/http-deps.js';
import type { AttachmentLinks } from '../identity/attachment-links.js';
import type { ResumeTokens } from '../identity/resume-token.js';
import type { Bus } from '../ports/bus.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { RateLimit } from '../ports/rate-limit.js';
import type { Logger } from '../telemetry/logger.js';

export interface ChannelParts {
  readonly store: Pick<Store, 'threads' | 'tokens' | 'syncs' | 'toldPlaces' | 'toldWords' | 'attachments' | 'staff'>;
  readonly conversations: Conversations;
  readonly attachmentLinks: AttachmentLinks;
  readonly resumeTokens: ResumeTokens;
  /** Signs the tokens of Direct Line. */
  readonly directLineKey: string;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
}

export type ChannelDoor = HttpDeps['channelDoors'][number];
