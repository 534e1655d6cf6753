/** Keys and webhooks over HTTP, for admins. */
import type { WireDelivery, WireKey, WireWebhook } from '../../../protocol/neighbours.js';
import { callApi, readApi } from '../link/api.js';
import type { Answer } from '../link/desk-socket.js';

export interface Keys {
  readonly keys: readonly WireKey[];
  readonly scopes: readonly string[];
}

export interface KeyWish {
  readonly name: string;
  readonly staffId: string;
  readonly scopes: readonly string[];
  readonly expiresAt: number | null;
}

export type WebhookWish = Omit<WireWebhook, 'id' | 'createdAt'>;

const KEYS = '/api/keys';
const HOOKS = '/api/webhooks';
const at = (path: string, id: string): string => `${path}/${encodeURIComponent(id)}`;

export const fetchKeys = (token: string): Promise<Keys> => readApi<Keys>(token, KEYS);
export const issueKey = (token: string, body: KeyWish): Promise<Answer<{ secret: string }>> => callApi(token, KEYS, { method: 'POST', body });
export const revokeKey = (token: string, id: string): Promise<Answer> => callApi(token, at(KEYS, id), { method: 'DELETE' });

export const fetchWebhooks = async (token: string): Promise<readonly WireWebhook[]> => (await readApi<{ webhooks: readonly WireWebhook[] }>(token, HOOKS)).webhooks;
export const makeWebhook = (token: string, body: WebhookWish): Promise<Answer<{ secret: string }>> => callApi(token, HOOKS, { method: 'POST', body });
export const changeWebhook = (token: string, id: string, body: WebhookWish): Promise<Answer> => callApi(token, at(HOOKS, id), { method: 'PUT', body });
export const removeWebhook = (token: string, id: string): Promise<Answer> => callApi(token, at(HOOKS, id), { method: 'DELETE' });

export const fetchDeliveries = async (token: string, id: string): Promise<readonly WireDelivery[]> =>
  (await readApi<{ deliveries: readonly WireDelivery[] }>(token, `${at(HOOKS, id)}/deliveries`)).deliveries;
export const replay = (token: string, webhookId: string, id: string): Promise<Answer> => callApi(token, `${at(`${at(HOOKS, webhookId)}/deliveries`, id)}/replay`, { method: 'POST' });
