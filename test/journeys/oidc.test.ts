/** Staff sign in at the operator's own provider, a real one in another process: who gets in, who does not, and what is kept of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findBrowser, launchBrowser } from '../support/browser.js';
import { postJson, staffToken } from '../support/clients.js';
import { freePort } from '../support/free-port.js';
import { PlainBrowser, startProvider } from '../support/oidc-provider.js';
import type { ProviderProcess } from '../support/oidc-provider.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const SUPERVISOR = { sub: 'u-1', email: 'Supervisor@demo', email_verified: true, name: '陈' };
const chromium = findBrowser();

describe('sign-in at the operator’s provider', () => {
  let product: Product;
  let provider: ProviderProcess;
  let env: Record<string, string>;
  let port: number;

  beforeAll(async () => {
    port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    provider = await startProvider(`${publicUrl}/api/staff/oidc/callback`);
    env = { RATE_LIMIT: 'off', PUBLIC_URL: publicUrl, OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'jiebang', OIDC_CLIENT_SECRET: 'a secret of the provider' };
    product = await startProduct({ port, env });
  });
  afterAll(async () => {
    await product.dispose();
    await provider.kill();
  });

  const start = (page = 'desk') => `${product.url}/api/staff/oidc/start?to=${page}`;
  const isPage = (url: string) => /\/(desk|studio)#/.test(url);
  const isCallback = (url: string) => url.includes('/oidc/callback?');
  const session = async (browser: PlainBrowser) => JSON.parse((await browser.go(`${product.url}/api/staff/oidc/session`, 'POST')).body) as { token?: string; code?: string; staff?: { email: string; role: string } };
  const entries = async (act: string) => {
    const response = await fetch(`${product.url}/api/audit?act=${act}`, { headers: { authorization: `Bearer ${await staffToken(product.url, 'admin@demo')}` } });
    return ((await response.json()) as { entries: { detail: string; target: string | null }[] }).entries;
  };
  /** How it ends for this person: the code behind the #, empty when all went well. */
  const ends = async (who: object): Promise<string> => {
    await provider.is(who);
    return new URL(await new PlainBrowser().until(start(), isPage)).hash;
  };

  it('gives whose verified e-mail has an account a session, once, and says in the audit log how', async () => {
    await provider.is(SUPERVISOR);
    const browser = new PlainBrowser();
    const landed = await browser.until(start('studio'), isPage);
    expect(landed).toBe(`${product.url}/studio#sso`);
    const { token = '', staff } = await session(browser);
    expect(staff).toMatchObject({ email: 'supervisor@demo', role: 'supervisor' });
    const me = await fetch(`${product.url}/api/staff/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(await me.json()).toMatchObject({ staff: { email: 'supervisor@demo' } });
    expect(await session(browser)).toMatchObject({ code: 'unauthenticated' });
    expect(await entries('staff.signed-in')).toEqual(expect.arrayContaining([expect.objectContaining({ detail: 'oidc', target: 'demo-supervisor' })]));
  });

  it('refuses an e-mail that nobody here has, one nobody verified, none at all, a shut account and who was refused there', async () => {
    expect(await ends({ ...SUPERVISOR, sub: 'u-2', email: 'stranger@elsewhere.example' })).toBe('#sso=forbidden');
    expect(await ends({ ...SUPERVISOR, sub: 'u-3', email_verified: false })).toBe('#sso=forbidden');
    expect(await ends({ sub: 'u-4' })).toBe('#sso=forbidden');
    expect(await ends({ sub: 'u-5', refuses: true })).toBe('#sso=unauthenticated');
    const admin = await staffToken(product.url, 'admin@demo');
    const gone = { email: 'gone@jiebang.example', name: '去', role: 'agent', skillGroups: ['general'], languages: ['zh-CN'], isActive: false };
    await fetch(`${product.url}/api/staff`, { method: 'POST', headers: { authorization: `Bearer ${admin}`, 'content-type': 'application/json' }, body: JSON.stringify(gone) });
    expect(await ends({ sub: 'u-6', email: gone.email, email_verified: true })).toBe('#sso=forbidden');
    const details = (await entries('staff.sign-in-refused')).map(({ detail }) => detail);
    for (const why of ['no account: stranger@', 'not verified', 'no e-mail', 'access_denied', 'account is shut']) expect(details).toEqual(expect.arrayContaining([expect.stringContaining(why)]));
  });

  it('believes no answer that is not of this very sign-in: another state, nonce, proof key or browser, or the same one again', async () => {
    await provider.is(SUPERVISOR);
    const ended = async (browser: PlainBrowser, callback: string) => new URL(await browser.until(callback, isPage)).hash;
    const refused = '#sso=unauthenticated';

    const one = new PlainBrowser();
    const callback = new URL(await one.until(start(), isCallback));
    const other = new URL(callback);
    other.searchParams.set('state', 'somebody-elses');
    expect(await ended(one, other.href)).toBe(refused);
    // The flow ended with that answer: the right one comes too late, and from another browser it never counted.
    expect(await ended(one, callback.href)).toBe(refused);
    expect(await ended(new PlainBrowser(), callback.href)).toBe(refused);
    expect(await session(one)).toMatchObject({ code: 'unauthenticated' });

    for (const parameter of ['nonce', 'code_challenge']) {
      const browser = new PlainBrowser();
      const asked = new URL(await browser.until(start(), (url) => url.startsWith(provider.issuer)));
      asked.searchParams.set(parameter, 'A'.repeat(43));
      expect(await ended(browser, asked.href)).toBe(refused);
    }
    const forged = await fetch(`${product.url}/api/staff/oidc/session`, { method: 'POST', headers: { cookie: 'jiebang-ticket=eyJhbGciOiJkaXIifQ..a.b.c' } });
    expect(forged.status).toBe(401);
  });

  it('says that the provider is down, lets passwords in meanwhile, and goes on when it is back; also on the page', async () => {
    product = await product.restart();
    await provider.kill();
    expect(await ends({}).catch(() => new PlainBrowser().until(start(), isPage).then((url) => new URL(url).hash))).toBe('#sso=unavailable');
    expect(await postJson(`${product.url}/api/staff/login`, { email: 'agent1@demo', password: 'demo' })).toMatchObject({ staff: { email: 'agent1@demo' } });
    await provider.restart();
    expect(await ends(SUPERVISOR)).toBe('#sso');
    if (chromium.path === null) return;
    const browser = await launchBrowser(chromium.path);
    const page = await browser.newPage({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });
    await page.goto(`${product.url}/desk#sso=forbidden`);
    await page.getByText('没有开通这里的权限').waitFor();
    await page.getByRole('link', { name: '用企业账号登录' }).click();
    await page.getByRole('button', { name: /看板/ }).waitFor();
    expect(page.url()).toBe(`${product.url}/desk`);
    await browser.close();
  });

  it('takes the role from a claim where one is set: it counts at once, ends what was open before, and without one nobody gets in', async () => {
    await product.stop();
    product = await startProduct({ port, dataDir: product.dataDir, env: { ...env, OIDC_ROLE_CLAIM: 'groups' } });
    const before = await staffToken(product.url, 'agent2@demo');
    expect(await ends({ sub: 'u-7', email: 'agent2@demo', email_verified: true, groups: ['somebody'] })).toBe('#sso=forbidden');
    await provider.is({ sub: 'u-7', email: 'agent2@demo', email_verified: true, groups: ['users', 'supervisor'] });
    const browser = new PlainBrowser();
    await browser.until(start(), isPage);
    expect((await session(browser)).staff).toMatchObject({ email: 'agent2@demo', role: 'supervisor' });
    expect((await fetch(`${product.url}/api/staff/me`, { headers: { authorization: `Bearer ${before}` } })).status).toBe(401);
    expect(await entries('staff.changed')).toMatchObject([{ detail: 'agent → supervisor (oidc)' }]);
  });
});
