/** Staff accounts through their door: invited, changed, shut out; and what the person concerned notices. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { connectStaff, staffToken } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const MEI = { email: 'Mei@jiebang.example', name: '梅', role: 'agent', skillGroups: ['general'], languages: ['zh-CN'], isActive: true };
const PASSWORD = 'long enough to keep';

/** A page of this very session. */
function connectDesk(url: string, token: string): Promise<Socket> {
  const socket = io(`${url}/desk`, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } });
  return new Promise((resolve, reject) => {
    socket.once('desk', () => resolve(socket));
    socket.once('connect_error', reject);
  });
}

for (const engine of engines()) {
  describe(`staff accounts on ${engine.name}`, () => {
    let product: Product;
    let settings: Record<string, string>;
    let admin: string;
    const call = async (method: string, path: string, asked: { token?: string; body?: object } = {}) => {
      const headers = { 'content-type': 'application/json', ...(asked.token === undefined ? {} : { authorization: `Bearer ${asked.token}` }) };
      const response = await fetch(`${product.url}${path}`, { method, headers, ...(asked.body === undefined ? {} : { body: JSON.stringify(asked.body) }) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const linkFor = async (id: string): Promise<string> => {
      const { body } = await call('POST', `/api/staff/${id}/password-link`, { token: admin });
      return String(body['href']).split('#password=')[1] ?? '';
    };
    const lockOfEditor = async () => ((await call('GET', '/api/staff', { token: admin })).body['staff'] as { id: string; lockedUntil: number | null }[]).find(({ id }) => id === 'demo-editor')?.lockedUntil;
    const login = (password: string) => call('POST', '/api/staff/login', { body: { email: 'mei@jiebang.example', password } });

    beforeAll(async () => {
      settings = await engine.env();
      product = await startProduct({ env: { RATE_LIMIT: 'off', ...settings } });
      admin = await staffToken(product.url, 'admin@demo');
    });
    afterAll(async () => {
      await product.dispose();
      await engine.dispose();
    });

    it('are for admins', async () => {
      const token = await staffToken(product.url, 'supervisor@demo');
      for (const [method, path] of [['GET', '/api/staff'], ['POST', '/api/staff'], ['PUT', '/api/staff/demo-agent1'], ['POST', '/api/staff/demo-admin/password-link'], ['DELETE', '/api/staff/demo-agent1/sessions']] as const) {
        const body = method === 'GET' || method === 'DELETE' ? {} : { body: MEI };
        expect(await call(method, path, { token, ...body })).toMatchObject({ status: 403, body: { code: 'forbidden' } });
        expect(await call(method, path, body)).toMatchObject({ status: 401 });
      }
    });

    it('begin with an invitation whose link chooses a password once; a reset ends what was open', async () => {
      const invited = await call('POST', '/api/staff', { token: admin, body: MEI });
      const { id } = invited.body['staff'] as { id: string };
      expect(await call('POST', '/api/staff', { token: admin, body: { ...MEI, email: 'MEI@jiebang.example' } })).toMatchObject({ status: 409, body: { code: 'conflict' } });
      expect((await login(PASSWORD)).status).toBe(401);
      const [token, other] = [await linkFor(id), await linkFor(id)];
      expect(await call('POST', '/api/staff/password', { body: { token, password: 'short' } })).toMatchObject({ status: 400 });
      expect(await call('POST', '/api/staff/password', { body: { token: `${token.slice(0, -2)}AA`, password: PASSWORD } })).toMatchObject({ status: 409, body: { code: 'gone' } });
      expect(await call('POST', '/api/staff/password', { body: { token, password: PASSWORD } })).toMatchObject({ status: 200, body: { email: MEI.email } });
      for (const used of [token, other]) expect(await call('POST', '/api/staff/password', { body: { token: used, password: 'another password' } })).toMatchObject({ status: 409 });
      const session = String((await login(PASSWORD)).body['token']);
      expect((await call('GET', '/api/staff/me', { token: session })).status).toBe(200);
      await call('POST', '/api/staff/password', { body: { token: await linkFor(id), password: 'a third password' } });
      expect((await call('GET', '/api/staff/me', { token: session })).status).toBe(401);
      expect((await login(PASSWORD)).status).toBe(401);
      expect((await login('a third password')).status).toBe(200);
      expect(product.output()).not.toContain(token);
    });

    it('begin, where nobody can sign in yet, with a link that the machine itself gives', async () => {
      const env = { PATH: process.env['PATH'] ?? '', DATA_DIR: product.dataDir, PUBLIC_URL: 'https://desk.example', ...settings };
      const staff = (...words: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, '../../dist/server/staff.js'), ...words], { env, encoding: 'utf8' });
      expect(staff('link', 'no address').status).toBe(2);
      const made = staff('link', 'anna@jiebang.example', '--name=Anna');
      expect(made.stdout).toMatch(/^anna@jiebang\.example \(admin, new\): https:\/\/desk\.example\/desk#password=\S+\n$/);
      const token = made.stdout.trim().split('#password=')[1];
      expect(await call('POST', '/api/staff/password', { body: { token, password: PASSWORD } })).toMatchObject({ status: 200 });
      const { body } = await call('POST', '/api/staff/login', { body: { email: 'anna@jiebang.example', password: PASSWORD } });
      expect(body['staff']).toMatchObject({ name: 'Anna', role: 'admin' });
      // Whoever is there already stays what they are.
      expect(staff('link', 'agent1@demo').stdout).toMatch(/^agent1@demo \(agent\): /);
      const { body: audit } = await call('GET', '/api/audit?act=staff.password-link', { token: String(body['token']) });
      expect((audit['entries'] as unknown[])[0]).toMatchObject({ target: 'demo-agent1', staff: null });
    });

    it('tell everybody where they are signed in; one session or all others end at once, with their pages', async () => {
      const [here, there] = [await staffToken(product.url, 'agent2@demo'), await staffToken(product.url, 'agent2@demo')];
      interface Open { id: string; isHere?: boolean; device?: string; address?: string; createdAt: number; seenAt?: number }
      const mine = async (token: string) => (await call('GET', '/api/staff/me/sessions', { token })).body['sessions'] as Open[];
      const open = await mine(here);
      expect(open.filter(({ isHere }) => isHere)).toHaveLength(1);
      expect(open[0]).toMatchObject({ id: expect.any(String), address: expect.stringContaining('127.0.0.1'), createdAt: expect.any(Number), seenAt: expect.any(Number) });
      expect(JSON.stringify(open)).not.toContain(here);
      const page = await connectDesk(product.url, there);
      const gone = new Promise((resolve) => page.once('disconnect', resolve));
      const other = (await mine(there)).find(({ isHere }) => isHere)?.id ?? '';
      // Another's session is nobody's to end but an admin's.
      const stranger = await staffToken(product.url, 'agent1@demo');
      expect(await call('DELETE', `/api/staff/me/sessions/${other}`, { token: stranger })).toMatchObject({ status: 404 });
      expect(await call('DELETE', `/api/staff/demo-agent2/sessions/${other}`, { token: stranger })).toMatchObject({ status: 403 });
      expect(await call('DELETE', `/api/staff/me/sessions/${other}`, { token: here })).toMatchObject({ status: 200, body: { ended: 1 } });
      await gone;
      expect((await call('GET', '/api/staff/me', { token: there })).status).toBe(401);
      expect((await call('GET', '/api/staff/me', { token: here })).status).toBe(200);
      const third = await staffToken(product.url, 'agent2@demo');
      expect((await call('DELETE', '/api/staff/me/sessions', { token: here })).status).toBe(200);
      expect((await call('GET', '/api/staff/me', { token: third })).status).toBe(401);
      expect((await call('GET', '/api/staff/me', { token: here })).status).toBe(200);
      const [left] = await mine(here);
      const listed = (await call('GET', '/api/staff', { token: admin })).body['staff'] as { email: string; id: string; sessions: Open[] }[];
      const agent = listed.find(({ email }) => email === 'agent2@demo');
      expect(agent?.sessions.map(({ id }) => id)).toEqual([left?.id]);
      expect(await call('DELETE', `/api/staff/${agent?.id}/sessions/${left?.id}`, { token: admin })).toMatchObject({ status: 200 });
      expect((await call('GET', '/api/staff/me', { token: here })).status).toBe(401);
    });

    it('show a lock, and who was shut out loses the open page at once', async () => {
      const agent = await connectStaff(product.url, 'agent2@demo', null);
      const gone = new Promise<void>((resolve) => agent.socket.once('disconnect', () => resolve()));
      const { body } = await call('GET', '/api/staff', { token: admin });
      const listed = body['staff'] as { id: string; email: string; name: string; role: string; skillGroups: string[]; languages: string[]; sessions: object[] }[];
      const found = listed.find(({ id }) => id === 'demo-agent2');
      expect(found?.sessions.length).toBeGreaterThan(0);
      const { email, name, role, skillGroups, languages } = found ?? { ...MEI };
      const shut = { token: admin, body: { email, name, role, skillGroups, languages, isActive: false } };
      expect((await call('PUT', '/api/staff/demo-agent2', shut)).status).toBe(200);
      await gone;
      expect((await call('POST', '/api/staff/login', { body: { email, password: 'demo' } })).status).toBe(401);
      expect(await call('PUT', '/api/staff/demo-admin', { token: admin, body: { ...MEI, email: 'admin@demo', isActive: true } })).toMatchObject({ status: 409, body: { code: 'wrong-state' } });
      const { body: audit } = await call('GET', '/api/audit?act=staff.deactivated', { token: admin });
      expect(audit).toMatchObject({ entries: [{ target: 'demo-agent2', staff: { id: 'demo-admin' } }] });
      for (let i = 0; i < 5; i += 1) await call('POST', '/api/staff/login', { body: { email: 'editor@demo', password: 'wrong' } });
      expect(await lockOfEditor()).toEqual(expect.any(Number));
    });

    it('are after a kill as they were: who is shut out or locked, which password holds, which sessions are open', async () => {
      const [open, ended] = [String((await login('a third password')).body['token']), String((await login('a third password')).body['token'])];
      expect((await call('DELETE', '/api/staff/me/sessions', { token: open })).status).toBe(200);
      const lockedUntil = await lockOfEditor();
      product = await product.restart('SIGKILL');
      expect((await call('POST', '/api/staff/login', { body: { email: 'agent2@demo', password: 'demo' } })).status).toBe(401);
      expect((await login(PASSWORD)).status).toBe(401);
      expect((await call('GET', '/api/staff/me', { token: open })).status).toBe(200);
      expect((await call('GET', '/api/staff/me', { token: ended })).status).toBe(401);
      expect((await login('a third password')).status).toBe(200);
      expect(await lockOfEditor()).toBe(lockedUntil);
      // The right password opens nothing as long as the lock holds.
      expect((await call('POST', '/api/staff/login', { body: { email: 'editor@demo', password: 'demo' } })).body['token']).toBeUndefined();
    });
  });
}
