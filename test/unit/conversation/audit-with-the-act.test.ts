/** A sensitive act is in the audit log with the act itself: a node that goes down right after it leaves both, and what was refused leaves neither. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import type { AuditEntry } from '../../../src/domain/audit.js';
import type { CannedReply } from '../../../src/domain/canned-reply.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import type { NoticeWords } from '../../../src/domain/outage-notice.js';
import type { Staff } from '../../../src/domain/staff.js';
import { ApiKeys } from '../../../src/identity/api-keys.js';
import { PasswordLinks } from '../../../src/identity/password-links.js';
import { StaffAccounts } from '../../../src/identity/staff-accounts.js';
import { StaffSignIn } from '../../../src/identity/staff-sign-in.js';
import { NoticesRoom } from '../../../src/insights/notices-room.js';
import { aConversation, adding, aWaiting, changed, says, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually } from '../../support/until.js';

const admin: Staff = { id: staffId('admin'), email: 'admin@x', name: '管理员', role: 'admin', skillGroups: [], languages: ['zh-CN'], isActive: true };
const never = () => new Promise<never>(() => undefined);

for (const engine of await testEngines()) {
  describe(`a node that goes down before its next write on ${engine.name}`, () => {
    const clock = new HandClock(START);
    const ids = new SystemIds(clock);
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
      await store.staff.save(admin, null);
    });
    afterAll(() => database.drop());

    /** Never comes back from a second write to the log. */
    const audit = { add: never, list: () => Promise.resolve([]) };
    const actsOn = async (target: string) => (await store.audit.list({ limit: 1_000 })).filter((entry) => entry.target === target).map(({ act }) => act);
    const entry = (target: string, act = 'settings.changed'): AuditEntry => ({ id: ids.next(), at: clock.now(), staff: { id: admin.id, name: admin.name }, act, conversationId: null, target, reason: '', detail: '' });

    it('has accounts of staff, their keys and passwords with who changed them', async () => {
      const links = new PasswordLinks('a secret of thirty-two characters');
      const accounts = new StaffAccounts({ staff: store.staff, audit, links, clock, ids, onSignedOut: () => undefined });
      const profile = { email: 'new@x', name: '新人', role: 'agent' as const, skillGroups: [], languages: ['zh-CN' as const], isActive: true };
      void accounts.invite(admin, profile);
      const { staff: invited } = (await eventually(() => store.staff.credentials('new@x'), (found) => found !== null)) ?? { staff: admin };
      expect(await actsOn(invited.id)).toEqual(['staff.invited']);
      await store.staff.openSession({ tokenHash: 'h', staffId: invited.id, createdAt: START, expiresAt: START + 1e9 });
      void accounts.change(admin, invited.id, { ...profile, isActive: false });
      await eventually(() => store.staff.find(invited.id), (found) => found?.isActive === false);
      expect(await actsOn(invited.id)).toEqual(['staff.deactivated', 'staff.invited']);
      const keys = new ApiKeys({ keys: store.keys, staff: store.staff, clock, ids });
      void keys.issue(admin, { name: '报表', staffId: admin.id, scopes: ['settings.change'], expiresAt: null });
      const [key] = await eventually(() => store.keys.list(), (found) => found.length > 0);
      expect(await actsOn(key?.id ?? '')).toEqual(['key.issued']);
    });

    it('has who signed in with the session', async () => {
      const signIn = new StaffSignIn({ staff: store.staff, keys: { whoIs: () => Promise.resolve(null) }, audit, clock, ids, onSignedOut: () => undefined });
      void signIn.open(admin, 'oidc');
      await eventually(() => store.staff.sessionsOf(admin.id, clock.now()), (found) => found.length === 1);
      expect(await actsOn(admin.id)).toEqual(['staff.signed-in']);
    });

    it('has outage notices with who started and ended them, and none that was not started', async () => {
      const bus = new MemoryBus({ error: () => undefined, warn: () => undefined });
      const notices = new NoticesRoom({ notices: store.notices, bus, clock, ids });
      const by = { staffId: admin.id, name: admin.name };
      const words: NoticeWords = { areas: ['海淀'], services: ['broadband'], since: START, expectedEnd: null, texts: { 'zh-CN': '断网', en: 'down' } };
      void notices.start({ ...words, clientId: 'n1' }, by);
      await eventually(() => store.notices.find('n1'), (found) => found !== null);
      expect(await actsOn('n1')).toEqual(['notice.started']);
      void notices.start({ ...words, clientId: 'n1' }, by);
      void notices.end('n1', false, by);
      await eventually(() => store.notices.find('n1'), (found) => found?.end !== null);
      expect(await actsOn('n1')).toEqual(['notice.ended', 'notice.started']);
    });

    it('has an agent relieved with who relieved her', async () => {
      const her: Staff = { ...admin, id: staffId('her'), name: '李娜' };
      const talk = await changed(store.log, adding(aConversation({ state: 'live', epoch: 1, waiting: aWaiting({ skillGroup: 'billing' }), owner: { staffId: her.id, name: her.name, since: START } }), says('在吗')));
      const { room } = roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')) });
      void new Conversations({ ...room, audit }).board.reassign(admin, her.id);
      await eventually(() => store.log.find(talk.conversation.id), (found) => found?.state === 'queued');
      expect(await actsOn(her.id)).toEqual(['agent.relieved']);
    });

    it('has settings, shared replies, webhooks and findings with theirs, and of what is refused nothing', async () => {
      const change = { section: 'line', basedOn: 0, value: {}, changedAt: START, changedBy: admin.id };
      await store.settings.put(change, entry('line'));
      expect(await store.settings.put(change, entry('line'))).toBe('conflict');
      expect(await actsOn('line')).toEqual(['settings.changed']);
      const reply: CannedReply = { id: 'c', ownerId: null, folder: '', title: '好', text: { 'zh-CN': '好', en: 'ok' }, macro: null, updatedAt: START };
      await store.canned.save(reply, entry('c', 'canned.shared'));
      await store.canned.remove('c', entry('c', 'canned.removed'));
      expect((await actsOn('c')).sort()).toEqual(['canned.removed', 'canned.shared']);
      await store.webhooks.save({ id: 'w', url: 'https://x', events: [], withNumbers: false, isActive: true, secret: 's', createdAt: START }, entry('w', 'webhook.made'));
      expect(await store.webhooks.remove('w', entry('w', 'webhook.removed'))).toBe(true);
      expect(await store.webhooks.remove('w', entry('w', 'webhook.removed'))).toBe(false);
      expect((await actsOn('w')).sort()).toEqual(['webhook.made', 'webhook.removed']);
      expect(isRefusal(await store.findings.change('nobody', (one) => one, entry('nobody', 'finding.decided')))).toBe(true);
      expect(await actsOn('nobody')).toEqual([]);
    });
  });
}
