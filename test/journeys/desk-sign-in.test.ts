/** Somebody unknown is served and asked who they are while the agent has the chat: both browsers, and the record after a kill. */
import { describe, expect, it } from '@jest/globals';
import { idOf, inState } from '../support/line-floor.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import type { DeskPage } from '../support/desk-page.js';
import type { SubscriberPage } from '../support/pages.js';
import type { Subscriber } from '../support/clients.js';

const SHOTS = process.env['SHOTS'];
/** Two browsers at once on a busy machine. */
const SLOWLY_MS = 120_000;
const NUMBER = '13800000002';

(hasBrowser ? describe : describe.skip)('a sign-in while an agent has the chat', () => {
  const floor = DeskFloor.opened();
  const codeOf = async (msisdn = NUMBER): Promise<string> => ((await (await fetch(`${floor.url}/demo/sms/${msisdn}`)).json()) as { code: string }).code;
  const shot = async ({ page }: DeskPage | SubscriberPage, name: string): Promise<void> => {
    if (SHOTS !== undefined) await page.screenshot({ path: `${SHOTS}/${name}.png` });
  };

  it('is asked for with one tap, fills brief and account at once, and leads to what needs a code; the assistant says nothing else', async () => {
    const at = await floor.desk();
    await at.goOnline();
    const one = await floor.visitor(null);
    await one.page.getByRole('button', { name: /转人工/ }).first().click();
    await at.accept();
    await at.page.locator('.who-identity').getByText('未验证').waitFor();
    await shot(at, 'sign-in-unverified');
    await at.page.locator('.who-identity').getByRole('button', { name: '请用户验证身份' }).click();
    await at.page.getByText('已发出验证卡').waitFor();

    const form = one.page.locator('.jb-form');
    await form.waitFor();
    await shot(one, 'sign-in-number');
    await one.say('为什么要验证？10086 打来的也要吗');
    await at.bubble('them', '为什么要验证').waitFor();
    await at.write('为了您的账户安全');
    await form.locator('input').fill(NUMBER);
    await form.getByRole('button', { name: '获取验证码' }).click();
    await at.page.getByText('短信验证码已发出').waitFor();
    await form.locator('input.jb-code').fill('000000');
    await form.locator('.jb-primary').click();
    await one.page.getByText(/验证码不正确/).waitFor();
    const code = await codeOf();
    await form.locator('input.jb-code').fill(code);
    await form.locator('.jb-primary').click();

    await at.page.locator('.who-identity').getByText('已验证身份').waitFor();
    await at.page.locator('.console-who').getByText('当前套餐').first().waitFor();
    await one.page.locator('.jb-event', { hasText: '身份验证成功：138****0002' }).waitFor();
    await form.waitFor({ state: 'detached' });
    expect(await one.page.locator('.jb-bot .jb-bubble', { hasText: '10086' }).count()).toBe(0);
    for (const secret of [code, NUMBER]) expect(await at.timeline.innerText()).not.toContain(secret);
    await at.page.locator('.who-head').getByText('账户').click();
    await at.page.getByRole('region', { name: '账单' }).locator('details').nth(5).waitFor();
    await shot(at, 'sign-in-verified');

    expect(await at.scan()).toEqual([]);
    expect(await one.scan()).toEqual([]);
  }, SLOWLY_MS);

  it('is asked for again, of somebody known, for what needs a code of this very moment; the answer follows it', async () => {
    const at = await floor.desk();
    await at.goOnline();
    const one = await floor.visitor('13800000005');
    await one.page.getByRole('button', { name: /转人工/ }).first().click();
    await at.accept();
    await at.page.locator('.who-head').getByText('账户').click();
    await at.page.locator('.proposing .ant-select', { has: at.page.getByLabel('要办的业务') }).click();
    await at.page.locator('.ant-select-item-option:visible', { hasText: 'PUK' }).click();
    await at.page.getByRole('button', { name: '请用户填验证码' }).click();
    const form = one.page.locator('.jb-form');
    await form.locator('input.jb-code').waitFor();
    await shot(one, 'sign-in-step-up');
    await form.locator('input.jb-code').fill(await codeOf('13800000005'));
    await form.locator('.jb-primary').click();
    await one.page.locator('.jb-agent', { hasText: /PUK[\s\S]*\d{8}/ }).last().waitFor();
    await shot(one, 'sign-in-puk');
    expect(await at.scan()).toEqual([]);
    expect(await one.scan()).toEqual([]);
  }, SLOWLY_MS);

  it('works in typed words, is refused to who is known and to colleagues, and goes on after the product was killed', async () => {
    const agent = await floor.staff('agent1@demo');
    const other = await floor.staff('agent2@demo', null);
    const { one } = await served(agent);
    const id = idOf(one);
    const ask = (by: typeof agent, clientId: string, about?: string) => by.request('signin', { conversationId: id, clientId, ...(about === undefined ? {} : { about }) });
    expect(await ask(other, 'a')).toMatchObject({ ok: false, error: { code: 'not-yours' } });
    const first = await ask(agent, 'a');
    expect(first).toMatchObject({ ok: true, shown: true });
    expect(await ask(agent, 'a')).toMatchObject({ ok: true, seq: first['seq'] });
    await one.send('138 0000 0010');
    await one.told.until<{ signIn?: { step: string } }>('conversation', ({ signIn }) => signIn?.step === 'code');
    // The demo's inbox is forgotten with the process; the code itself is not.
    const code = await codeOf('13800000010');
    floor.product = await floor.product.restart('SIGKILL');
    const back = await floor.staff('agent1@demo');
    const again = await floor.resumed(one);
    expect((again.conversation as { signIn?: { step: string } } | undefined)?.signIn?.step).toBe('code');
    await again.send(code);
    await again.told.until<{ verified: boolean }>('conversation', ({ verified }) => verified);
    expect(await back.told.until<{ brief: { verified: boolean } }>('brief', ({ brief }) => brief.verified)).toMatchObject({ conversationId: id });
    expect(await ask(back, 'b')).toMatchObject({ ok: false, error: { code: 'conflict' } });
    await back.request('close', { conversationId: id, disposition: 'solved' });
    expect(await ask(back, 'c', 'puk')).toMatchObject({ ok: false, error: { code: 'not-yours' } });
  }, SLOWLY_MS);

  async function served(agent: Awaited<ReturnType<DeskFloor['staff']>>): Promise<{ one: Subscriber }> {
    const one = await floor.nobodyKnown();
    await one.request('handoff');
    await agent.told.until<{ conversationId: string }>('offer', ({ conversationId }) => conversationId === idOf(one));
    await agent.request('accept', { conversationId: idOf(one) });
    await inState(one, 'live');
    return { one };
  }
});
