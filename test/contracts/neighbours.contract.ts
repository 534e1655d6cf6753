/** What keys of programs, webhooks and their deliveries promise, on every engine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { ApiKey } from '../../src/domain/api-key.js';
import { staffId } from '../../src/domain/ids.js';
import type { Webhook, WebhookDelivery } from '../../src/domain/webhook.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';

const KEY: ApiKey = { id: 'k1', name: '报表', staffId: staffId('s1'), scopes: ['figures.see'], createdBy: staffId('s2'), createdAt: 1, expiresAt: null, revokedAt: null, lastUsedAt: null };
const HOOK: Webhook = { id: 'w1', url: 'https://crm.example.com/in', events: ['case.changed'], withNumbers: false, isActive: true, secret: 's', createdAt: 1 };
const delivery = (id: string, more: Partial<WebhookDelivery> = {}): WebhookDelivery => ({
  id, webhookId: 'w1', event: 'case.changed', createdAt: 10, body: `{"n":"${id} 你好"}`, state: 'pending', attempts: 0, nextAt: 10, outcome: null, ...more,
});

export function neighboursContract(engine: TestEngine): void {
  describe(`keys and webhooks on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
    });
    afterAll(() => database.drop());

    it('finds a key by its hash alone, and remembers that it was used and revoked, once', async () => {
      await store.keys.add(KEY, 'hash-1');
      await expect(store.keys.add({ ...KEY, id: 'k2' }, 'hash-1')).rejects.toThrow();
      expect(await store.keys.findByHash('hash-1')).toEqual(KEY);
      expect(await store.keys.findByHash('k1')).toBeNull();
      await store.keys.used('k1', 60);
      expect(await store.keys.revoke('k1', 70)).toBe(true);
      expect(await store.keys.revoke('k1', 80)).toBe(false);
      expect(await store.keys.list()).toEqual([{ ...KEY, lastUsedAt: 60, revokedAt: 70 }]);
    });

    it('keeps a delivery once and as it was written, and lets one caller at a time have it', async () => {
      const { webhooks } = store;
      await webhooks.save(HOOK);
      await webhooks.save({ ...HOOK, withNumbers: true });
      expect(await webhooks.list()).toEqual([{ ...HOOK, withNumbers: true }]);
      await webhooks.add(delivery('d1'));
      await webhooks.add(delivery('d1', { body: 'another' }));
      await webhooks.add(delivery('later', { nextAt: 1_000 }));
      const claims = await Promise.all(Array.from({ length: 5 }, () => webhooks.claimDue({ now: 20, until: 50, limit: 10 })));
      expect(claims.flat()).toEqual([delivery('d1')]);
      expect(await webhooks.claimDue({ now: 49, until: 90, limit: 10 })).toEqual([]);
      expect((await webhooks.claimDue({ now: 51, until: 90, limit: 10 })).map(({ id }) => id)).toEqual(['d1']);
    });

    it('remembers how telling went, tells again only when asked to, and forgets what is done with', async () => {
      const { webhooks } = store;
      const outcome = { at: 60, status: 500, error: null, tookMs: 4 };
      await webhooks.settle('d1', { state: 'pending', attempts: 1, nextAt: 100, outcome });
      expect(await webhooks.claimDue({ now: 99, until: 200, limit: 10 })).toEqual([]);
      await webhooks.settle('d1', { state: 'delivered', attempts: 2, nextAt: 100, outcome: { ...outcome, status: 204 } });
      expect(await webhooks.claimDue({ now: 500, until: 600, limit: 10 })).toEqual([]);
      expect(await webhooks.replay('another', 'd1', 500)).toBe(false);
      expect(await webhooks.replay('w1', 'd1', 500)).toBe(true);
      expect(await webhooks.claimDue({ now: 500, until: 600, limit: 10 })).toMatchObject([{ id: 'd1', attempts: 0 }]);
      await webhooks.settle('d1', { state: 'failed', attempts: 1, nextAt: 500, outcome });
      expect((await webhooks.log('w1', 10)).map(({ id, state }) => [id, state])).toEqual([['d1', 'failed'], ['later', 'pending']]);
      await webhooks.prune(11);
      expect((await webhooks.log('w1', 10)).map(({ id }) => id)).toEqual(['later']);
      expect(await webhooks.remove('w1')).toBe(true);
      expect(await webhooks.remove('w1')).toBe(false);
      expect(await webhooks.log('w1', 10)).toEqual([]);
    });
  });
}
