/** Who is let in where: every call of the published document, without a sign-in, with each wrong role, and with a key of too small a scope. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { staffToken } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

type Who = 'agent1' | 'supervisor' | 'editor' | 'admin';
const EVERYBODY: readonly Who[] = ['agent1', 'supervisor', 'editor', 'admin'];
const DESK: readonly Who[] = ['agent1', 'supervisor', 'admin'];
const FLOOR: readonly Who[] = ['supervisor', 'admin'];
const CONTENT: readonly Who[] = ['editor', 'admin'];
const FINDINGS: readonly Who[] = ['supervisor', 'editor', 'admin'];

/** The first that fits counts. What belongs to one conversation or person is refused by whose it is, which other journeys hold. */
const MAY: readonly (readonly [call: RegExp, roles: readonly Who[]])[] = [
  [/ \/api\/staff\/(?:me|logout)\b/, EVERYBODY],
  [/ \/api\/staff\b/, ['admin']],
  [/ \/api\/(?:keys|webhooks)\b/, ['admin']],
  [/ \/api\/(?:content|nlu)\b/, CONTENT],
  [/ \/api\/insights\/figures/, FLOOR],
  [/ \/api\/insights\/findings\/\{id\}\/article$/, CONTENT],
  [/ \/api\/(?:insights|places)\b/, FINDINGS],
  [/ \/api\/(?:settings|audit|follow-ups)\b/, FLOOR],
  [/ \/api\/line\/figures$/, FLOOR],
  [/ \/api\/(?:line|canned-replies|desk|cases|promises)\b/, DESK],
  [/ \/api\/(?:conversations|attachments)\b/, EVERYBODY],
];
/** For everybody, or with a pass of another kind: doors of channels, of subscribers and of the sign-in itself. */
const OPEN = /^\w+ \/(?:healthz|readyz|metrics|demo\/|v3\/directline\/|channels\/|api\/(?:messages|kb\/|page-config|privacy\/copy|attachments\/\{id\}$|staff\/(?:login|password|oidc\/)))/;
/** Of who owns a case, with the pass of a subscriber: no staff token opens it. */
const OF_SUBSCRIBERS = 'POST /api/cases/{id}/confirm';
/** A session that is none is over already. */
const OVER_ALREADY = 'POST /api/staff/logout';
const IN_PATH: Readonly<Record<string, string>> = { n: '999999', section: 'line', event: 'open' };

describe('who is let in', () => {
  let product: Product;
  let calls: { readonly name: string; readonly method: string; readonly path: string; readonly isOpen: boolean }[];
  const tokens = new Map<Who, string>();

  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
    for (const who of EVERYBODY) tokens.set(who, await staffToken(product.url, `${who}@demo`));
    const document = (await (await fetch(`${product.url}/openapi.json`)).json()) as { paths: Record<string, Record<string, { security?: unknown[] }>> };
    calls = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { security }]) => ({ name: `${method.toUpperCase()} ${path}`, method: method.toUpperCase(), path, isOpen: security !== undefined })),
    );
  });
  afterAll(() => product.dispose());

  async function asked({ method, path }: { method: string; path: string }, token: string | null): Promise<string> {
    const url = `${product.url}${path.replace(/\{(\w+)\}/g, (_whole, name: string) => IN_PATH[name] ?? 'nothing')}`;
    const headers = { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...(method === 'GET' ? {} : { 'content-type': 'application/json' }) };
    const response = await fetch(url, { method, headers, ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }) });
    const body = await response.text();
    return response.ok ? 'done' : ((JSON.parse(body) as { code?: string }).code ?? '');
  }
  const guarded = () => calls.filter(({ isOpen }) => !isOpen);
  const rolesFor = (name: string): readonly Who[] => MAY.find(([call]) => call.test(name))?.[1] ?? [];

  it('is known of every call: it is open on purpose, or somebody may', () => {
    expect(calls.length).toBeGreaterThan(100);
    expect(calls.filter(({ isOpen }) => isOpen).map(({ name }) => name).filter((name) => !OPEN.test(name))).toEqual([]);
    expect(guarded().map(({ name }) => name).filter((name) => rolesFor(name).length === 0)).toEqual([]);
  });

  it('is nobody without a sign-in, or with a token that is none, whatever else is wrong with the call', async () => {
    const odd: string[] = [];
    for (const call of guarded().filter(({ name }) => name !== OVER_ALREADY)) for (const token of [null, 'x'.repeat(43), 'jbk_nothing']) {
      const code = await asked(call, token);
      if (code !== 'unauthenticated') odd.push(`${call.name}: ${code}`);
    }
    expect(odd).toEqual([]);
  });

  it('is nobody of another role, whatever else is wrong with the call; and whoever may is not turned away', async () => {
    const odd: string[] = [];
    for (const call of guarded()) {
      if (call.name === OF_SUBSCRIBERS) continue;
      const may = rolesFor(call.name);
      for (const who of EVERYBODY.filter((one) => !may.includes(one))) {
        const code = await asked(call, tokens.get(who) ?? '');
        if (code !== 'forbidden') odd.push(`${call.name} as ${who}: ${code}`);
      }
      // What changes nothing while it is asked for nothing.
      if (call.method !== 'GET') continue;
      for (const who of may) {
        const code = await asked(call, tokens.get(who) ?? '');
        if (code === 'forbidden' || code === 'unauthenticated') odd.push(`${call.name} as ${who}: ${code}`);
      }
    }
    expect(odd).toEqual([]);
  });

  it('is no program whose key reaches elsewhere, though its person may', async () => {
    const body = JSON.stringify({ name: 'narrow', staffId: 'demo-admin', scopes: ['line.see'], expiresAt: null });
    const made = await fetch(`${product.url}/api/keys`, { method: 'POST', body, headers: { 'content-type': 'application/json', authorization: `Bearer ${tokens.get('admin') ?? ''}` } });
    const { secret } = (await made.json()) as { secret: string };
    const odd: string[] = [];
    for (const call of guarded()) {
      const code = await asked(call, secret);
      const isFine = call.name === 'GET /api/line' || call.name === OF_SUBSCRIBERS || rolesFor(call.name) === EVERYBODY ? code !== '' : code === 'forbidden';
      if (!isFine) odd.push(`${call.name}: ${code}`);
    }
    expect(odd).toEqual([]);
    expect(await asked({ method: 'GET', path: '/api/line' }, secret)).toBe('done');
  });
});
