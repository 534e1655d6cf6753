/** A page left open does not outlive its session: the line, the chats and the board are not told to it any more. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import { io } from 'socket.io-client';
import { connectSubscriber, siteToken } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

/** Time enough for a page to open on a busy machine. */
const SHORTLY_MS = 8000;

describe('a session that runs out', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
  });
  afterAll(() => product.dispose());

  it('ends the page that stands on it, and nothing is told there from then on', async () => {
    const response = await fetch(`${product.url}/api/staff/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: 'agent1@demo', password: 'demo' }) });
    const { token } = (await response.json()) as { token: string };
    // Twelve hours are over in a moment.
    const stored = new Database(join(product.dataDir, 'jiebang.db'));
    stored.prepare('update staff_sessions set expires_at = ?').run(Date.now() + SHORTLY_MS);
    stored.close();
    const page = io(`${product.url}/desk`, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } });
    const told: string[] = [];
    page.onAny((event: string) => told.push(event));
    await new Promise<void>((resolve, reject) => {
      page.once('desk', () => resolve());
      page.once('connect_error', reject);
    });
    const ended = new Promise<string>((resolve) => page.once('disconnect', resolve));
    expect(await page.emitWithAck('presence', { status: 'online', capacity: 1 })).toMatchObject({ ok: true });
    expect(await ended).toBe('io server disconnect');
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000004') });
    await one.request('handoff', {});
    await one.told.until('queue');
    expect(told).not.toContain('offer');
    const again = io(`${product.url}/desk`, { transports: ['websocket'], reconnection: false, forceNew: true, auth: { token } });
    const refused = await new Promise<{ data?: { code?: string } }>((resolve) => again.once('connect_error', resolve as (error: Error) => void));
    expect(refused.data?.code).toBe('unauthenticated');
    for (const socket of [page, again]) socket.close();
    one.close();
  });
});
