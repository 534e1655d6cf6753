/** What every PersonalRecords promises: all that is one subscriber's is found and loses its words, and nobody else's is touched. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newCase, noting } from '../../src/domain/case-steps.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import type { Conversation } from '../../src/domain/conversation.js';
import { errandOf } from '../../src/domain/errand.js';
import type { FollowUp } from '../../src/domain/follow-up.js';
import { caseId, conversationId, messageId, parseMsisdn } from '../../src/domain/ids.js';
import type { CaseId, ConversationId, Msisdn } from '../../src/domain/ids.js';
import type { PromiseMade } from '../../src/domain/promise.js';
import type { Store } from '../../src/adapters/store/store.js';
import type { WebhookDelivery } from '../../src/domain/webhook.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { tablesAsText } from '../support/whole-database.js';
import { aConversation, adding, aStaffId, changed, kept, rated, says, START } from './record-builders.js';

const numbered = (text: string): Msisdn => parseMsisdn(text) ?? (text as Msisdn);
const OWN = numbered('13900000001');
const OTHER = numbered('13900000002');
const WORDS = { 'zh-CN': '内容已删除', en: 'Erased' };

const groupOf = (mark: string): string => `f-${mark.replace('mike', '')}`;

/** A guest talks, complains, is promised something and rates; only then the number is verified, in the same conversation. */
async function firstAGuest(store: Store, msisdn: Msisdn, mark: string): Promise<{ conversation: Conversation; caseId: CaseId }> {
  const conversation = aConversation();
  const { id } = conversation;
  await changed(store.log, adding(conversation, says(`${mark} 说的`)));
  const opening = { kind: 'complaint', source: randomUUID(), msisdn: null, visitorId: null, conversationId: id, locale: 'zh-CN', title: `${mark} 投诉`, by: 'subscriber' } as const;
  const opened = await store.cases.open(newCase(caseId(randomUUID()), opening, { now: START, rules: CASE_RULES }));
  await store.cases.addPromise(aPromise(id, opened.id, `${mark} 承诺`));
  await rated(store, aFollowUp(id, `${mark} 评价`));
  await changed(store.log, { id, step: (current) => ({ conversation: { ...current }, additions: [], result: null, beside: [{ kind: 'errand', errand: errandOf(id, START, { kind: 'rating', followUp: aFollowUp(id, `${mark} 再评`), isLow: true }) }] }) });
  await kept(store, aDelivery({ conversationId: id, caseId: null }, mark), aDelivery({ conversationId: null, caseId: opened.id }, mark));
  await addedTo(store, `${mark} 问的`, id, groupOf(mark));
  const identity = { msisdn, via: 'one-time-code', at: START, stepUpUntil: null } as const;
  const verified = await changed(store.log, { id, step: (current) => ({ conversation: { ...current, identity }, additions: [], result: null }) });
  return { conversation: verified.conversation, caseId: opened.id };
}

async function addedTo(store: Store, text: string, id: ConversationId, group: string = randomUUID()): Promise<void> {
  const item = { source: randomUUID(), at: START, why: 'fallback', text, conversationId: id, area: null } as const;
  await store.findings.add({ id: group, kind: 'question', locale: 'zh-CN', state: 'open', examples: [text], firstAt: START, lastAt: START, count: 1, decided: null, fixes: [], version: 1 }, item);
}

const aPromise = (id: ConversationId, ofCase: CaseId | null, text: string): PromiseMade => ({
  ...{ id: randomUUID(), caseId: ofCase, conversationId: id, messageId: messageId(randomUUID()), msisdn: null, by: 'assistant', text },
  ...{ madeAt: START, dueAt: START + 1000, state: 'open', endedAt: null, isNearTold: false },
});
const aFollowUp = (id: ConversationId, headline: string): FollowUp => ({
  ...{ id: `${id}:1`, conversationId: id, openedAt: START, msisdn: null, headline, servedBy: null, state: 'open', owner: null, notes: [], doneAt: null },
  rating: { score: 1, comment: headline, at: START, reasons: [], service: 1 },
});
const aDelivery = (about: WebhookDelivery['about'], words: string): WebhookDelivery => ({
  ...{ id: randomUUID(), webhookId: 'w-personal', event: 'case.changed', about, createdAt: START, body: `{"words":"${words}"}`, state: 'pending', attempts: 0, nextAt: START, outcome: null },
});

export function personalRecordsContract(engine: TestEngine): void {
  describe(`what is kept of one subscriber on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
      await store.webhooks.save({ id: 'w-any', url: 'https://crm.example.com', events: [], withNumbers: false, isActive: true, secret: 's', createdAt: 0 });
    });
    afterAll(() => database.drop());
    const tablesWith = async (mark: string) => [...(await tablesAsText(database))].filter(([, text]) => text.includes(mark)).map(([name]) => name);

    it('takes in what was opened in the conversation before its number was known', async () => {
      const { conversation, caseId: opened } = await firstAGuest(store, OWN, 'mike4410');
      await firstAGuest(store, OTHER, 'mike5520');
      expect(await other.personal.held(OWN)).toMatchObject({
        ...{ conversations: [{ id: conversation.id, locale: 'zh-CN' }], messages: 1, files: 0 },
        ...{ cases: [{ id: opened, title: 'mike4410 投诉' }], promises: [{ text: 'mike4410 承诺' }], followUps: [{ headline: 'mike4410 评价' }] },
      });
    });

    it('loses every word of it once erased, what programs were to be told of its cases too, and nobody else’s', async () => {
      const { conversations } = await store.personal.held(OWN);
      const elsewhere = aDelivery({ conversationId: conversationId(randomUUID()), caseId: null }, `mentions ${conversations[0]?.id ?? ''}`);
      await kept(store, elsewhere);
      expect(await tablesWith('mike4410')).toContain('happenings');
      const [current] = conversations;
      if (!current) throw new Error('no conversation');
      await store.personal.erase({ msisdn: OWN, conversations, current: current.id, words: WORDS });
      expect(await tablesWith('mike4410')).toEqual([]);
      expect((await store.webhooks.log('w-personal', 10)).map(({ body }) => body)).toEqual(expect.arrayContaining([elsewhere.body, '{"words":"mike5520"}', '{"words":"mike5520"}']));
      expect(await store.webhooks.log('w-personal', 10)).toHaveLength(3);
      expect(await store.findings.find(groupOf('mike4410'))).toMatchObject({ count: 1, examples: [WORDS['zh-CN']] });
      expect(await store.personal.held(OTHER)).toMatchObject({ messages: 1, cases: [{ title: 'mike5520 投诉' }], promises: [{ text: 'mike5520 承诺' }] });
    });

    it('is erased as it stands when somebody changes it at the same moment: the change is not undone', async () => {
      const mark = 'mike6630';
      const { caseId: opened } = await firstAGuest(store, OWN, mark);
      const { conversations } = await store.personal.held(OWN);
      const by = { staffId: aStaffId(), name: '李娜' };
      const notes = Array.from({ length: 6 }, (_, index) => other.cases.change(opened, (one) => noting(one, { by, text: `${index}`, now: START + index, isPublic: false })));
      const current = conversations[0]?.id ?? conversationId('');
      await Promise.all([...notes, store.personal.erase({ msisdn: OWN, conversations, current, words: WORDS }), ...notes]);
      expect((await store.cases.find(opened))?.history.filter(({ kind }) => kind === 'note')).toHaveLength(6);
      expect(await tablesWith(mark)).toEqual([]);
    });

    it('keeps nothing of it that was read before and is put away while it is erased', async () => {
      const mark = 'mike7740';
      for (let round = 0; round < 6; round += 1) {
        const current = (await firstAGuest(store, OWN, `${mark}${round}`)).conversation.id;
        const { conversations } = await store.personal.held(OWN);
        const happened = (await other.webhooks.happenings(1_000)).filter(({ happening }) => happening.kind === 'case' && happening.case.conversationId === current);
        expect(happened.length).toBeGreaterThan(0);
        let isErased = false;
        const erasing = store.personal.erase({ msisdn: OWN, conversations, current, words: WORDS }).finally(() => {
          isErased = true;
        });
        const readBefore = async (): Promise<void> => {
          while (!isErased) await addedTo(other, `${mark} 又问`, current);
        };
        await Promise.all([erasing, readBefore(), readBefore(), other.webhooks.passOn(happened.map(({ id }) => ({ id, deliveries: [aDelivery({ conversationId: current, caseId: null }, `${mark} 告知`)] })))]);
        expect(await tablesWith(mark)).toEqual([]);
      }
    });
  });
}
