/** What keys of programs, webhooks and their deliveries promise, on every engine. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { ApiKey } from '../../src/domain/api-key.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import { newCase, noting } from '../../src/domain/case-steps.js';
import { refuse } from '../../src/domain/errors.js';
import { caseId, conversationId, staffId } from '../../src/domain/ids.js';
import type { Webhook, WebhookDelivery } from '../../src/domain/webhook.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aConversation, adding, aWaiting, changed, kept, says, START } from './record-builders.js';

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
      await kept(store, delivery('d1'));
      await kept(store, delivery('d1', { body: 'another' }), delivery('later', { nextAt: 1_000 }));
      const claims = await Promise.all(Array.from({ length: 5 }, () => webhooks.claimDue({ of: ['w1'], now: 20, until: 50, limit: 10 })));
      expect(claims.flat()).toEqual([delivery('d1')]);
      expect(await webhooks.claimDue({ of: ['w1'], now: 49, until: 90, limit: 10 })).toEqual([]);
      expect((await webhooks.claimDue({ of: ['w1'], now: 51, until: 90, limit: 10 })).map(({ id }) => id)).toEqual(['d1']);
    });

    it('keeps what happened in the change itself, each step of it, and nothing that was refused or did not happen', async () => {
      const { webhooks, log, cases } = store;
      const found = async () => (await webhooks.happenings(100)).map(({ happening }) => (happening.kind === 'case' ? `case:${happening.case.version}` : happening.events.join('+'))).sort();
      expect(await found()).toEqual([]);
      const talk = aConversation();
      const joined = { ...talk, state: 'queued' as const, epoch: 1, waiting: aWaiting() };
      await Promise.all([
        log.change(adding(talk, says('你好'))),
        log.change({ id: talk.id, step: (current) => ({ conversation: { ...current, state: 'queued', epoch: 1, waiting: joined.waiting }, additions: [], result: null }) }),
        log.change({ id: talk.id, step: () => refuse('wrong-state', 'no') }),
        log.change({ id: talk.id, step: (current) => ({ conversation: { ...current, state: 'bot', epoch: 2, waiting: null }, additions: [says('算了')], result: null }) }),
        log.change(adding(talk, says('还在'))),
      ]);
      const opening = { kind: 'fault', source: 'once', msisdn: null, visitorId: null, conversationId: talk.id, locale: 'zh-CN', title: '没有网', by: 'subscriber' } as const;
      const opened = await cases.open(newCase(caseId('case-1'), opening, { now: START, rules: CASE_RULES }));
      await cases.open(newCase(caseId('case-2'), opening, { now: START, rules: CASE_RULES }));
      await cases.change(opened.id, (one) => noting(one, { by: 'subscriber', text: '还是没有', now: START, isPublic: false }));
      await cases.change(opened.id, () => refuse('wrong-state', 'no'));
      expect(await found()).toEqual(['case:1', 'case:2', 'conversation.started', 'handoff.left', 'handoff.queued']);
    });

    it('passes on what happened once, with all that is to be delivered of it or nothing', async () => {
      const { webhooks } = store;
      const [first, ...rest] = await webhooks.happenings(100);
      if (first === undefined) throw new Error('nothing happened');
      const passing = (id: string) => webhooks.passOn([{ id: first.id, deliveries: [delivery(id, { webhookId: 'w9', nextAt: 1e15 })] }]);
      await Promise.all([passing('p1'), passing('p2'), passing('p3')]);
      expect(await webhooks.log('w9', 10)).toHaveLength(1);
      expect((await webhooks.happenings(100)).map(({ id }) => id)).toEqual(rest.map(({ id }) => id));
      await expect(webhooks.passOn([{ id: rest[0]?.id ?? '', deliveries: [delivery('p4', { nextAt: Number.NaN })] }])).rejects.toThrow();
      expect(await webhooks.happenings(100)).toHaveLength(rest.length);
      await webhooks.remove('w9');
    });

    it('passes on many things to many webhooks at once', async () => {
      const { webhooks } = store;
      const [first] = await webhooks.happenings(1);
      const deliveries = Array.from({ length: 6_000 }, (_, index) => delivery(`many-${index}`, { webhookId: 'w8', nextAt: 1e15 }));
      await webhooks.passOn([{ id: first?.id ?? '', deliveries }]);
      expect(await webhooks.log('w8', 10_000)).toHaveLength(6_000);
      await webhooks.remove('w8');
    });

    it('gives out what is due of those webhooks that are asked for, however much is older of others', async () => {
      const { webhooks } = store;
      await kept(store, ...Array.from({ length: 30 }, (_, index) => delivery(`off-${index}`, { webhookId: 'switched-off', nextAt: 1 })), delivery('on-1', { webhookId: 'on', nextAt: 15 }));
      const claim = { now: 20, until: 50, limit: 16 };
      expect((await webhooks.claimDue({ of: ['on'], ...claim })).map(({ id }) => id)).toEqual(['on-1']);
      expect(await webhooks.claimDue({ of: [], ...claim })).toEqual([]);
      expect(await webhooks.claimDue({ of: ['switched-off'], ...claim })).toHaveLength(16);
      for (const id of ['switched-off', 'on']) await webhooks.remove(id);
    });

    it('remembers how telling went, tells again only when asked to, and forgets what is done with', async () => {
      const { webhooks } = store;
      const outcome = { at: 60, status: 500, error: null, tookMs: 4 };
      await webhooks.settle('d1', { state: 'pending', attempts: 1, nextAt: 100, outcome });
      expect(await webhooks.claimDue({ of: ['w1'], now: 99, until: 200, limit: 10 })).toEqual([]);
      await webhooks.settle('d1', { state: 'delivered', attempts: 2, nextAt: 100, outcome: { ...outcome, status: 204 } });
      expect(await webhooks.claimDue({ of: ['w1'], now: 500, until: 600, limit: 10 })).toEqual([]);
      expect(await webhooks.replay('another', 'd1', 500)).toBe(false);
      expect(await webhooks.replay('w1', 'd1', 500)).toBe(true);
      expect(await webhooks.claimDue({ of: ['w1'], now: 500, until: 600, limit: 10 })).toMatchObject([{ id: 'd1', attempts: 0 }]);
      await webhooks.settle('d1', { state: 'failed', attempts: 1, nextAt: 500, outcome });
      expect((await webhooks.log('w1', 10)).map(({ id, state }) => [id, state])).toEqual([['d1', 'failed'], ['later', 'pending']]);
      await webhooks.prune(11);
      expect((await webhooks.log('w1', 10)).map(({ id }) => id)).toEqual(['later']);
      expect(await webhooks.remove('w1')).toBe(true);
      expect(await webhooks.remove('w1')).toBe(false);
      expect(await webhooks.log('w1', 10)).toEqual([]);
    });

    it('keeps nothing for nobody', async () => {
      expect(await store.webhooks.happenings(100)).toEqual([]);
      await changed(store.log, adding(aConversation(), says('你好')));
      expect(await store.webhooks.happenings(100)).toEqual([]);
    });
  });
}
