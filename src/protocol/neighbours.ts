/** Bodies and answers of keys for programs and of webhooks. */
import { z } from 'zod';
import { WEBHOOK_EVENT_NAMES } from './limits.js';
import { entryId, freeText } from './texts.js';

export const keyWish = z.strictObject({
  name: freeText(64),
  staffId: entryId,
  scopes: z.array(entryId).min(1).max(40).readonly(),
  /** Epoch ms; absent or null: until it is revoked. */
  expiresAt: z.number().int().positive().nullable().default(null),
});

export const wireKey = z.object({
  id: z.string(), name: z.string(), staffId: z.string(), scopes: z.array(z.string()).readonly(), createdAt: z.number(),
  expiresAt: z.number().nullable(), revokedAt: z.number().nullable(), lastUsedAt: z.number().nullable(),
});
export type WireKey = z.infer<typeof wireKey>;
export const keyList = z.object({ keys: z.array(wireKey).readonly(), scopes: z.array(z.string()).readonly() });
/** `secret` is what the program sends as its bearer token; it is told this once. */
export const issuedKey = z.object({ key: wireKey, secret: z.string() });

export const webhookWish = z.strictObject({
  url: z.string().min(1).max(2000),
  events: z.array(z.enum(WEBHOOK_EVENT_NAMES)).min(1).max(WEBHOOK_EVENT_NAMES.length).readonly(),
  withNumbers: z.boolean().default(false),
  isActive: z.boolean().default(true),
});
export const wireWebhook = z.object({
  id: z.string(), url: z.string(), events: z.array(z.enum(WEBHOOK_EVENT_NAMES)).readonly(), withNumbers: z.boolean(), isActive: z.boolean(), createdAt: z.number(),
});
export type WireWebhook = z.infer<typeof wireWebhook>;
export const webhookList = z.object({ webhooks: z.array(wireWebhook).readonly(), events: z.array(z.string()).readonly() });
/** `secret` signs what is sent, and is told this once. */
export const madeWebhook = z.object({ webhook: wireWebhook, secret: z.string() });
export const wireDelivery = z.object({
  id: z.string(), event: z.string(), createdAt: z.number(), state: z.enum(['pending', 'delivered', 'failed']), attempts: z.number(), nextAt: z.number(), body: z.string(),
  outcome: z.object({ at: z.number(), status: z.number().nullable(), error: z.string().nullable(), tookMs: z.number() }).nullable(),
});
export type WireDelivery = z.infer<typeof wireDelivery>;
export const deliveryList = z.object({ deliveries: z.array(wireDelivery).readonly() });
