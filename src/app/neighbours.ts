/** The programs around: keys with which they come in, webhooks that go out, and the gateway of text messages. */
import { outboundPosts } from '../adapters/outbound/outbound-posts.js';
import type { Store } from '../adapters/store/store.js';
import { httpTextMessages } from '../adapters/texts/http-text-messages.js';
import { ProductError } from '../domain/errors.js';
import { WebhookTeller } from '../gateway/webhooks/webhook-delivery.js';
import { ApiKeys } from '../identity/api-keys.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { TextMessages } from '../ports/text-messages.js';
import type { Logger } from '../telemetry/logger.js';
import type { Settings } from './settings.js';

export interface NeighbourParts {
  readonly store: Pick<Store, 'keys' | 'webhooks' | 'staff'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

export function openNeighbours({ webhookHosts }: Settings, { store, clock, ids, logger }: NeighbourParts) {
  const calls = outboundPosts(webhookHosts);
  const teller = new WebhookTeller({ book: store.webhooks, calls, clock, logger });
  return {
    keys: new ApiKeys({ keys: store.keys, staff: store.staff, clock, ids }),
    webhooks: { book: store.webhooks, calls, changed: () => teller.refresh() },
    teller,
  };
}

/** In the demo a code is always in the inbox as well; outside it, without a gateway, asking for one says that it cannot be sent. */
export function chooseTexts({ isDemo, textGateway }: Settings, inbox: TextMessages): TextMessages {
  const gateway = textGateway === null ? null : httpTextMessages(textGateway);
  if (isDemo) {
    return {
      async send(to, text, code) {
        await inbox.send(to, text, code);
        await gateway?.send(to, text, code);
      },
    };
  }
  return gateway ?? { send: () => Promise.reject(new ProductError('unavailable', 'no gateway for text messages: SMS_URL')) };
}
