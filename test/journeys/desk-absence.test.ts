/** What moved while the desk's link was down, in a real browser whose socket is held back while everything over HTTP goes on. */
import { describe, expect, it } from '@jest/globals';
import { BadLine } from '../support/bad-line.js';
import { staffToken } from '../support/clients.js';
import { DeskFloor, hasBrowser } from '../support/desk-floor.js';
import type { DeskPage } from '../support/desk-page.js';
import { idOf } from '../support/line-floor.js';

/** The demo subscriber whose video membership was charged twice last month. */
const CHARGED_TWICE = '13800000009';

interface Case {
  readonly id: string;
  readonly number: string;
  readonly refund: { readonly state: string } | null;
}

(hasBrowser ? describe : describe.skip)('an offer on a dead line', () => {
  const floor = DeskFloor.opened();

  it('cannot be answered, is gone when it ran out, and stands for its next agent', async () => {
    const at = await floor.desk();
    const line = await BadLine.of(at.context);
    await at.page.reload();
    await at.goOnline();
    const one = await floor.subscriber();
    await one.request('handoff');
    await at.offer.waitFor();
    await line.cut();
    await at.page.locator('.link-notice', { hasText: '连接已断开' }).waitFor();
    expect(await at.offer.locator('footer button').evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).disabled))).toEqual([true, true]);
    await at.offer.waitFor({ state: 'detached', timeout: 40_000 });
    const next = await floor.staff('agent2@demo');
    expect(await next.told.until<{ conversationId: string }>('offer')).toMatchObject({ conversationId: idOf(one) });
    expect(await next.request('accept', { conversationId: idOf(one) })).toMatchObject({ ok: true });
    line.mend();
    await at.page.locator('.link-notice[data-on="false"]').waitFor({ state: 'attached' });
    expect(await at.offer.count()).toBe(0);
  });
});

(hasBrowser ? describe : describe.skip)('a supervisor called to a refund that was decided while her link was down', () => {
  const floor = DeskFloor.opened();

  async function call<Answer>(as: string, path: string, { method = 'POST', body }: { readonly method?: string; readonly body?: object } = {}): Promise<Answer> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(floor.url, as)}` };
    const answer = await fetch(`${floor.url}/api/${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    expect([path, answer.ok]).toEqual([path, true]);
    return (await answer.json()) as Answer;
  }

  /** Above what an agent may pay back alone. */
  async function refundThatWaits(): Promise<Case> {
    const { version, value } = await call<{ version: number; value: object }>('supervisor@demo', 'settings/cases', { method: 'GET' });
    await call('supervisor@demo', 'settings/cases', { method: 'PUT', body: { version, value: { ...value, agentRefundFen: 100 } } });
    const agent = await floor.staff('agent1@demo');
    const one = await floor.subscriber(CHARGED_TWICE);
    await one.request('handoff');
    await agent.told.until('offer');
    expect(await agent.request('accept', { conversationId: idOf(one) })).toMatchObject({ ok: true });
    const body = { clientId: `opened-${idOf(one)}`, kind: 'refund', title: '视频会员被扣了两次', conversationId: idOf(one) };
    const opened = await call<{ case: Case }>('agent1@demo', 'cases', { body });
    const { wrongCharges } = await call<{ wrongCharges: { month: string; itemCode: string }[] }>('agent1@demo', `cases/${opened.case.id}`, { method: 'GET' });
    const [charge] = wrongCharges;
    const proposed = await call<{ case: Case }>('agent1@demo', `cases/${opened.case.id}/refund`, { body: { month: charge?.month, itemCode: charge?.itemCode } });
    expect(proposed.case.refund).toMatchObject({ state: 'waits' });
    return proposed.case;
  }

  async function calledTo(): Promise<{ readonly boss: DeskPage; readonly line: BadLine; readonly waits: Case }> {
    const boss = await floor.desk('supervisor@demo');
    const line = await BadLine.of(boss.context);
    await boss.page.reload();
    await boss.presence.waitFor();
    const waits = await refundThatWaits();
    await alertOf(boss, waits).waitFor();
    return { boss, line, waits };
  }
  const alertOf = ({ page }: DeskPage, { number }: Case) => page.locator('.alert', { hasText: number }).filter({ hasText: '等另一位审批' });
  const isDown = ({ page }: DeskPage) => page.locator('.link-notice', { hasText: '连接已断开' }).waitFor();

  it('is called no more once the link is back, whatever she looks at, and told what came of it', async () => {
    const { boss, line, waits } = await calledTo();
    await line.cut();
    await isDown(boss);
    expect(await call<{ case: Case }>('admin@demo', `cases/${waits.id}/approve`, { body: { approved: false } })).toMatchObject({ case: { refund: { state: 'refused' } } });
    // Nobody could tell her.
    expect(await alertOf(boss, waits).count()).toBe(1);
    line.mend();
    await alertOf(boss, waits).waitFor({ state: 'detached' });
    await boss.page.locator('.alert', { hasText: waits.number }).filter({ hasText: '没有同意' }).waitFor();
  });

  it('is called no more as soon as she has decided it herself, before the link is back', async () => {
    const { boss, line, waits } = await calledTo();
    await boss.page.getByRole('button', { name: '工单' }).first().click();
    await boss.page.locator('.case-row', { hasText: waits.number }).click();
    await boss.page.getByRole('button', { name: '同意退费' }).waitFor();
    await line.cut();
    await isDown(boss);
    await boss.page.getByRole('button', { name: '同意退费' }).click();
    await boss.page.locator('.case-refund').getByText('已退到用户账户').waitFor();
    await alertOf(boss, waits).waitFor({ state: 'detached' });
    expect(await boss.page.locator('.link-notice[data-on="true"]').count()).toBe(1);
    line.mend();
  });
});
