/** What keys of programs, webhooks and their deliveries promise, on every engine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { ApiKey } from '../../src/domain/api-key.js';
import { newConversation } from '../../src/domain/conversation-steps.js';
import { conversationId, staffId, visitorId } from '../../src/domain/ids.js';
import type { Webhook, WebhookDelivery } from '../../src/domain/webhook.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';

const KEY: ApiKey = { id: 'k1', name: '报表', staffId: staffId('s1'), scopes: ['figures.see'], createdBy: staffId('s2'), createdAt: 1, expiresAt: null, revokedAt: null, lastUsedAt: null };
const HOOK: Webhook = { id: 'w1', url: 'https://crm.example.com/in', events: ['case.changed'], withNumbers: false, isActive: true, secret: 's', createdAt: 1 };
const delivery = (id: string, more: Partial<WebhookDelivery> = {}): WebhookDelivery => ({
  id, webhookId: 'w1', event: 'case.changed', about: { conversationId: conversationId('c1'), caseId: null }, createdAt: 10, body: `{"n":"${id} 你好"}`, state: 'pending', attempts: 0, nextAt: 10, outcome: null, ...more,
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

    it('knows which step of a handoff was told last, and which conversations changed since', async () => {
      const { webhooks } = store;
      const id = conversationId('kept-conversation');
      expect(await webhooks.lastHandoffTold('w9', id)).toBeNull();
      const step = (event: WebhookDelivery['event'], createdAt: number) => webhooks.add(delivery(`w9:${event}:${id}:${createdAt}`, { webhookId: 'w9', event, createdAt, nextAt: 1e15 }));
      await step('handoff.queued', 100);
      expect(await webhooks.lastHandoffTold('w9', id)).toBe('handoff.queued');
      await step('handoff.accepted', 200);
      expect(await webhooks.lastHandoffTold('w9', id)).toBe('handoff.accepted');
      await step('handoff.released', 200);
      expect(await webhooks.lastHandoffTold('w9', id)).toBe('handoff.released');
      expect(await webhooks.lastHandoffTold('w', id)).toBeNull();
      expect(await webhooks.lastKeptAt()).toBeGreaterThanOrEqual(200);
      const before = await webhooks.changedSince(0, null, 100);
      const fresh = newConversation({ id, visitorId: visitorId('v'), channel: 'web', locale: 'zh-CN', identity: null, now: 5 });
      await store.log.change({ id, initial: fresh, step: (current) => ({ conversation: current, additions: [{ from: 'subscriber', kind: 'text', text: '你好' }], result: null }) });
      const after = await webhooks.changedSince(0, null, 100);
      expect(after.map((one) => one.id)).toEqual([...before.map((one) => one.id), id].sort());
      expect(await webhooks.changedSince(0, after.at(-1)?.id ?? null, 100)).toEqual([]);
      const changedAt = after.find((one) => one.id === id)?.updatedAt ?? 0;
      expect((await webhooks.changedSince(changedAt + 1, null, 100)).map((one) => one.id)).not.toContain(id);
      await webhooks.remove('w9');
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
