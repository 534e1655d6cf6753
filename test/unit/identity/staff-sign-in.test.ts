/** Guessing the password of somebody of staff: what is tried at once counts as what is tried one after the other. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import { PasswordLinks } from '../../../src/identity/password-links.js';
import { StaffAccounts } from '../../../src/identity/staff-accounts.js';
import { hashPassword, StaffSignIn } from '../../../src/identity/staff-sign-in.js';
import type { Staff } from '../../../src/domain/staff.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const [sqlite] = await testEngines();
const LOCK_MS = 15 * 60_000;

describe('signing in by password', () => {
  let clock: HandClock;
  let database: TestDatabase;
  let store: Store;
  let signIn: StaffSignIn;
  const attempt = async (password: string): Promise<string> => {
    const answer = await signIn.signIn('lina@x', password);
    return isRefusal(answer) ? answer.refused : 'in';
  };

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    clock = new HandClock();
    database = await sqlite.make();
    store = await database.open(clock);
    signIn = new StaffSignIn({ staff: store.staff, keys: { whoIs: () => Promise.resolve(null) }, audit: store.audit, clock, ids: new SystemIds(clock), onSignedOut: () => undefined });
    await store.staff.save({ id: staffId('lina'), email: 'lina@x', name: '李娜', role: 'agent', skillGroups: [], languages: [], isActive: true }, await hashPassword('right'));
  });
  afterEach(() => database.drop());

  it('lets five guesses through before the lock, however many come in one moment', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => attempt(`guess ${index}`)));
    expect(answers.filter((answer) => answer === 'unauthenticated')).toHaveLength(5);
    expect(answers.filter((answer) => answer === 'locked')).toHaveLength(7);
    expect(await attempt('right')).toBe('locked');
    expect((await store.audit.list({ act: 'staff.locked', limit: 5 })).map(({ target }) => target)).toEqual(['lina']);
    clock.advance(LOCK_MS);
    expect(await attempt('right')).toBe('in');
  });

  it('lets the right password in as often as it comes in one moment', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => attempt('right')));
    expect(answers.filter((answer) => answer === 'in')).toHaveLength(12);
    expect(await store.audit.list({ act: 'staff.locked', limit: 5 })).toEqual([]);
  });

  it('is by the one password that a link was used for, and not for who was shut out while it was chosen', async () => {
    const boss: Staff = { id: staffId('boss'), email: 'boss@x', name: '王', role: 'admin', skillGroups: [], languages: [], isActive: true };
    const accounts = new StaffAccounts({ staff: store.staff, audit: store.audit, links: new PasswordLinks('secret'), clock, ids: new SystemIds(clock), onSignedOut: () => undefined });
    const link = async () => {
      const made = await accounts.link(boss, staffId('lina'));
      return isRefusal(made) ? '' : made.token;
    };
    const token = await link();
    const chosen = await Promise.all(['first', 'second'].map((password) => accounts.choosePassword(token, password)));
    expect(chosen.filter(isRefusal)).toMatchObject([{ refused: 'gone' }]);
    const choosing = accounts.choosePassword(await link(), 'third');
    const lina = await store.staff.find(staffId('lina'));
    if (lina) await store.staff.save({ ...lina, isActive: false }, null);
    expect(await choosing).toMatchObject({ refused: 'gone' });
    expect(await store.staff.find(staffId('lina'))).toMatchObject({ isActive: false });
  });

  it('holds for a page as long as the role it began with: a server that went down right after it changed ended no session', async () => {
    const opened = await signIn.signIn('lina@x', 'right');
    if (isRefusal(opened)) throw new Error('she is let in');
    expect(await signIn.isSignedIn(opened.token, 'agent')).toBe(true);
    await store.staff.save({ ...opened.staff, role: 'supervisor' }, null);
    expect(await signIn.isSignedIn(opened.token, 'agent')).toBe(false);
    expect(await signIn.isSignedIn(opened.token, 'supervisor')).toBe(true);
  });

  it('forgets wrong ones with the right one, also at the last try', async () => {
    for (let round = 0; round < 2; round += 1) {
      for (let wrong = 0; wrong < 4; wrong += 1) expect(await attempt('wrong')).toBe('unauthenticated');
      expect(await attempt('right')).toBe('in');
    }
    expect(await store.audit.list({ act: 'staff.locked', limit: 5 })).toEqual([]);
  });
});
