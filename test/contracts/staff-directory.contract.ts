/** What every StaffDirectory promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Staff } from '../../src/domain/staff.js';
import type { StaffDirectory } from '../../src/ports/staff-directory.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

function aStaff(over: Partial<Staff> = {}): Staff {
  const id = aStaffId();
  const base = { id, email: `${randomUUID()}@jiebang.example`, name: '李娜', role: 'agent', isActive: true } as const;
  return { ...base, skillGroups: ['general', 'billing'], languages: ['zh-CN', 'en'], ...over };
}

export function staffDirectoryContract(engine: TestEngine): void {
  describe(`the staff directory on ${engine.name}`, () => {
    let database: TestDatabase;
    let staff: StaffDirectory;

    beforeAll(async () => {
      database = await engine.make();
      staff = (await database.open()).staff;
    });
    afterAll(() => database.drop());

    it('finds who was saved, and lists everybody', async () => {
      const [lina, wang] = [aStaff(), aStaff({ name: '王强', role: 'supervisor', skillGroups: [], isActive: false })];
      await staff.save(lina, null);
      await staff.save(wang, null);
      expect(await staff.find(lina.id)).toEqual(lina);
      expect(await staff.find(wang.id)).toEqual(wang);
      expect(await staff.find(aStaffId())).toBeNull();
      expect(await staff.list()).toEqual(expect.arrayContaining([lina, wang]));
    });

    it('lists everybody as they are now, also when another process changed them', async () => {
      const lina = aStaff();
      await staff.save(lina, null);
      expect(await staff.list()).toContainEqual(lina);
      expect(await staff.list()).toBe(await staff.list());
      const by = engine.name === 'SQLite' ? staff : (await database.open()).staff;
      await by.save({ ...lina, skillGroups: ['retention'], isActive: false }, null);
      expect((await staff.list()).find(({ id }) => id === lina.id)).toEqual({ ...lina, skillGroups: ['retention'], isActive: false });
    });

    it('finds credentials by e-mail whatever its case', async () => {
      const lina = aStaff({ email: `Li.Na-${randomUUID()}@Jiebang.Example` });
      await staff.save(lina, 'hash');
      const expected = { staff: lina, passwordHash: 'hash', failures: 0, lockedUntil: null };
      expect(await staff.credentials(lina.email.toUpperCase())).toEqual(expected);
      expect(await staff.credentials(lina.email)).toEqual(expected);
      expect(await staff.credentials('nobody@jiebang.example')).toBeNull();
      expect(await staff.credentials("' or 1=1 --\0")).toBeNull();
    });

    it('changes a profile and keeps password and lock when no new password comes with it', async () => {
      const lina = aStaff();
      await staff.save(lina, 'first');
      await staff.recordFailure(lina.id, 3, START + 60_000);
      const moved: Staff = { ...lina, name: '李娜娜', role: 'supervisor', skillGroups: ['retention'] };
      await staff.save(moved, null);
      expect(await staff.credentials(lina.email)).toEqual({ staff: moved, passwordHash: 'first', failures: 3, lockedUntil: START + 60_000 });
      await staff.save(moved, 'second');
      expect((await staff.credentials(lina.email))?.passwordHash).toBe('second');
    });

    it('counts failures and forgets them', async () => {
      const lina = aStaff();
      await staff.save(lina, 'hash');
      await staff.recordFailure(lina.id, 5, START);
      expect(await staff.credentials(lina.email)).toMatchObject({ failures: 5, lockedUntil: START });
      await staff.recordFailure(lina.id, 0, null);
      expect(await staff.credentials(lina.email)).toMatchObject({ failures: 0, lockedUntil: null });
    });

    it('gives out so many tries and no more before it is locked, whoever asks at once', async () => {
      const lina = aStaff();
      await staff.save(lina, 'hash');
      const limit = { now: START, most: 5, lockUntil: START + 60_000 };
      const tries = await Promise.all(Array.from({ length: 12 }, () => staff.takeTry(lina.id, limit)));
      expect(tries.filter((one) => one !== null).map((one) => one?.isLast).sort()).toEqual([false, false, false, false, true]);
      expect(await staff.credentials(lina.email)).toMatchObject({ lockedUntil: START + 60_000 });
      expect(await staff.takeTry(lina.id, { ...limit, now: START + 59_999 })).toBeNull();
      expect(await staff.takeTry(lina.id, { ...limit, now: START + 60_000 })).toEqual({ isLast: false });
      expect(await staff.credentials(lina.email)).toMatchObject({ failures: 1, lockedUntil: null });
    });

    it('changes a password for one of several who come from the same one, and for nobody who was shut out', async () => {
      const lina = aStaff();
      await staff.save(lina, null);
      const changes = await Promise.all(['a', 'b', 'c'].map((to) => staff.changePassword(lina.id, { from: null, to })));
      expect(changes.filter(Boolean)).toHaveLength(1);
      const chosen = ['a', 'b', 'c'][changes.indexOf(true)] ?? '';
      expect((await staff.credentials(lina.email))?.passwordHash).toBe(chosen);
      await staff.save({ ...lina, isActive: false }, null);
      expect(await staff.changePassword(lina.id, { from: chosen, to: 'd' })).toBe(false);
      expect(await staff.credentials(lina.email)).toMatchObject({ passwordHash: chosen, staff: { isActive: false } });
    });

    it('gives one e-mail to one person', async () => {
      const lina = aStaff();
      await staff.save(lina, null);
      await expect(staff.save(aStaff({ email: lina.email.toUpperCase() }), null)).rejects.toMatchObject({ code: 'conflict' });
      expect((await staff.credentials(lina.email))?.staff.id).toBe(lina.id);
    });

    it('knows a session until it expires or is closed', async () => {
      const lina = aStaff();
      await staff.save(lina, null);
      const session = { tokenHash: randomUUID(), staffId: lina.id, createdAt: START, expiresAt: START + 1_000 };
      await staff.openSession(session);
      expect(await staff.session(session.tokenHash, START + 999)).toEqual({ session, staff: lina });
      expect(await staff.session(session.tokenHash, START + 1_000)).toBeNull();
      expect(await staff.session('unknown\0', START)).toBeNull();
      await staff.closeSession(session.tokenHash);
      expect(await staff.session(session.tokenHash, START)).toBeNull();
    });

    it('keeps where a session was opened and when it was last used', async () => {
      const lina = aStaff();
      await staff.save(lina, null);
      const session = { tokenHash: randomUUID(), staffId: lina.id, createdAt: START, expiresAt: START + 1_000, seenAt: START, device: 'Mozilla/5.0', address: '10.1.2.3' };
      await staff.openSession(session);
      expect(await staff.sessionsOf(lina.id, START)).toEqual([session]);
      await staff.touchSession(session.tokenHash, START + 500);
      expect((await staff.session(session.tokenHash, START))?.session).toEqual({ ...session, seenAt: START + 500 });
      await staff.closeSession(session.tokenHash);
      await staff.touchSession(session.tokenHash, START + 600);
      expect(await staff.sessionsOf(lina.id, START)).toEqual([]);
    });

    it('knows no session of somebody who is no longer active', async () => {
      const lina = aStaff();
      await staff.save(lina, null);
      const session = { tokenHash: randomUUID(), staffId: lina.id, createdAt: START, expiresAt: START + 1_000 };
      await staff.openSession(session);
      await staff.save({ ...lina, isActive: false }, null);
      expect(await staff.session(session.tokenHash, START)).toBeNull();
    });
  });
}
