/** Stored settings through their door: who may, what is refused, and that they last. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectSubscriber, staffToken } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { WireConversation } from '../../src/protocol/chat.js';

interface Section {
  readonly version: number;
  readonly value: Record<string, unknown>;
  readonly changedBy: string | null;
  readonly history: readonly { readonly version: number; readonly changedBy: string }[];
}

for (const engine of engines()) {
  describe(`the stored settings on ${engine.name}`, () => {
    let product: Product;
    let supervisor: string;
    const call = async (method: string, path: string, token: string | null, body?: object) => {
      const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
      const response = await fetch(`${product.url}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const line = async () => (await call('GET', '/api/settings/line', supervisor)).body as unknown as Section;

    beforeAll(async () => {
      product = await startProduct({ env: { DEMO: '1', ...(await engine.env()) } });
      supervisor = await staffToken(product.url, 'supervisor@demo');
    });
    afterAll(async () => {
      await product.dispose();
      await engine.dispose();
    });

    it('are for supervisors and admins', async () => {
      const agent = await staffToken(product.url, 'agent1@demo');
      for (const [method, path] of [['GET', '/api/settings'], ['GET', '/api/settings/line'], ['PUT', '/api/settings/line']] as const) {
        expect(await call(method, path, null, method === 'PUT' ? {} : undefined)).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
        expect(await call(method, path, agent, method === 'PUT' ? {} : undefined)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      }
      expect((await call('GET', '/api/settings', await staffToken(product.url, 'admin@demo'))).status).toBe(200);
    });

    it('come with what each field does, in both languages, and with a schema', async () => {
      const { body } = await call('GET', '/api/settings', supervisor);
      const sections = body['sections'] as { section: string; fields: { path: string; effect: Record<string, string> }[]; schema: { properties: object } }[];
      const described = sections.find(({ section }) => section === 'line');
      expect(described?.fields.find(({ path }) => path === 'offerSeconds')?.effect).toMatchObject({ 'zh-CN': expect.any(String), en: expect.any(String) });
      expect(described?.schema.properties).toHaveProperty('offerSeconds');
    });

    it('refuse what does not fit, field by field, and change nothing', async () => {
      const before = await line();
      const put = (value: unknown, version = before.version) => call('PUT', '/api/settings/line', supervisor, { version, value });
      const wrong = await put({ ...before.value, offerSeconds: 1, isAgeing: 'yes' });
      expect(wrong).toMatchObject({ status: 400, body: { code: 'bad-request' } });
      expect((wrong.body['problems'] as { path: string }[]).map(({ path }) => path).sort()).toEqual(['isAgeing', 'offerSeconds']);
      expect((await put({ ...before.value, surprise: 1 })).status).toBe(400);
      expect((await call('PUT', '/api/settings/line', supervisor, { value: before.value })).status).toBe(400);
      expect((await call('PUT', '/api/settings/weather', supervisor, { version: 0, value: {} })).status).toBe(404);
      const zone = { timezone: 'Mars/Base', week: Array.from({ length: 7 }, () => []), groups: [], holidays: [] };
      expect((await call('PUT', '/api/settings/hours', supervisor, { version: 0, value: zone })).status).toBe(400);
      expect(await line()).toEqual(before);
    });

    it('decide what the assistant does from the next message on, and cannot keep a person from whoever asks', async () => {
      const { version, value } = (await call('GET', '/api/settings/dialogue', supervisor)).body as unknown as Section;
      const put = (rules: object, values: object = {}) => {
        const whole = { rules: { ...(value['rules'] as object), ...rules }, values: { ...(value['values'] as object), ...values } };
        return call('PUT', '/api/settings/dialogue', supervisor, { version, value: whole });
      };
      expect(await put({}, { mostChoices: 40 })).toMatchObject({ status: 400, body: { code: 'bad-request', problems: [{ path: 'values.mostChoices' }] } });
      expect(await put({ 'asks-for-person': false })).toMatchObject({ status: 400, body: { code: 'bad-request' } });

      const subscriber = await connectSubscriber(product.url, { locale: 'zh-CN' });
      expect((await subscriber.ask('请说英文')).text).not.toMatch(/\p{Script=Han}/u);
      expect((await subscriber.ask('请说中文')).text).toMatch(/\p{Script=Han}/u);
      expect((await put(Object.fromEntries(Object.keys(value['rules'] as object).map((rule) => [rule, false])))).status).toBe(200);
      expect((await subscriber.ask('请说英文')).text).toMatch(/\p{Script=Han}/u);
      await subscriber.send('转人工');
      await subscriber.told.until<WireConversation>('conversation', ({ state }) => state === 'queued');
      subscriber.close();
    });

    it('are changed from the version they were read at, keep who changed them, and last over a restart', async () => {
      const before = await line();
      const change = (seconds: number) => call('PUT', '/api/settings/line', supervisor, { version: before.version, value: { ...before.value, offerSeconds: seconds } });
      expect(await change(33)).toMatchObject({ status: 200, body: { version: before.version + 1, value: { offerSeconds: 33 }, changedBy: 'demo-supervisor' } });
      expect(await change(44)).toMatchObject({ status: 409, body: { code: 'conflict' } });
      product = await product.restart();
      expect(await line()).toMatchObject({ version: before.version + 1, value: { offerSeconds: 33 }, history: [{ version: before.version + 1, changedBy: 'demo-supervisor' }] });
    });
  });
}
