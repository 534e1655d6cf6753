/** WeChat Customer Service: real signed and sealed announcements against a stand-in of the platform that keeps its rules. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signatureOf, WechatCipher } from '../../src/gateway/wechat/wechat-crypto.js';
import type { WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, staffToken } from '../support/clients.js';
import type { StaffClient } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { CORP, WechatKfStandIn, xmlOf } from '../support/wechat-kf-stand-in.js';

const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

interface Opened {
  readonly conversation: { readonly state: string };
  readonly messages: readonly WireMessage[];
}

describe('WeChat Customer Service', () => {
  const platform = new WechatKfStandIn();
  let product: Product;
  let agent: StaffClient;

  beforeAll(async () => {
    const env = await platform.start();
    // The first agent answers from the desk; the second is a person in WeCom.
    product = await startProduct({ env: { ...env, WECHAT_KF_SERVICER: 'agent2@demo=zhangsan', RATE_LIMIT: 'off' } });
    platform.url = product.url;
    agent = await connectStaff(product.url, 'agent1@demo');
  });
  afterAll(async () => {
    agent.close();
    await product.dispose();
    await platform.stop();
  });

  /** Asks for a person and resolves with the conversation once this agent has it. */
  async function accepted(user: string, by: StaffClient, isWaited: () => Promise<unknown> = () => Promise.resolve()): Promise<string> {
    const before = new Set(by.told.of<{ conversationId: string }>('offer').map(({ conversationId }) => conversationId));
    await platform.say(user, '转人工');
    const { conversationId } = await by.told.until<{ conversationId: string }>('offer', (offer) => !before.has(offer.conversationId));
    await isWaited();
    expect((await by.request('accept', { conversationId })).ok).toBe(true);
    return conversationId;
  }

  it('proves its address to the platform, and to nobody else', async () => {
    const timestamp = String(Math.floor(Date.now() / 1000));
    const ask = async (echostr: string, token = CORP.token) => {
      const query = new URLSearchParams({ msg_signature: signatureOf([token, timestamp, 'n', echostr]), timestamp, nonce: 'n', echostr });
      const response = await fetch(`${product.url}/channels/wechat-kf?${query.toString()}`);
      return { status: response.status, text: await response.text() };
    };
    expect(await ask(new WechatCipher(CORP.aesKey).seal('1616140317555161061', CORP.corpId))).toEqual({ status: 200, text: '1616140317555161061' });
    expect((await ask(new WechatCipher(CORP.aesKey).seal('echo', CORP.corpId), 'wrongWord')).status).toBe(403);
    expect((await ask(new WechatCipher(CORP.aesKey).seal('echo', 'wwSomebodyElse'))).status).toBe(403);
    expect((await ask('not sealed')).status).toBe(403);
  });

  it('answers a question in the session that the assistant took, with a menu for buttons', async () => {
    await platform.say('wmAsks', '怎么开发票');
    expect((await platform.until('wmAsks', ({ text }) => text.includes('发票'))).text).toContain('来源');
    expect(platform.moves).toContain('0→1');
    expect(platform.sessionOf('wmAsks').state).toBe(1);
    await platform.say('wmAsks', '宽带');
    const menu = await platform.until('wmAsks', ({ type, choices }) => type === 'msgmenu' && choices.length > 1);
    const [choice] = menu.choices;
    const before = platform.to('wmAsks').length;
    await platform.say('wmAsks', choice?.content ?? '', choice?.id);
    await platform.untilSo(() => platform.to('wmAsks').length > before);
  });

  it('greets who enters, once, by the code of the event', async () => {
    const code = platform.codeFor('wmEnters');
    await platform.happen('wmEnters', { event_type: 'enter_session', scene: 'menu', welcome_code: code });
    const greeting = await platform.until('wmEnters', ({ type }) => type === 'msgmenu');
    expect(greeting.text).toContain('AI');
    await platform.say('wmEnters', '转人工', greeting.choices[0]?.id);
    await platform.until('wmEnters', ({ text }) => /排队|人工|客服/.test(text) && text !== greeting.text);
    await platform.happen('wmEnters', { event_type: 'session_status_change', change_type: 3 });
  });

  it('fetches page by page and takes every entry once, however often it is announced', async () => {
    for (const text of ['你们几点上班', '怎么充话费', '谢谢', '怎么开发票', '流量怎么查']) platform.put('wmTwice', { msgtype: 'text', text: { content: text } });
    await Promise.all([platform.announce(), platform.announce(), platform.announce({ token: 'ENCwornOut' })]);
    await platform.until('wmTwice', ({ text }) => text.includes('发票'));
    const counted = platform.to('wmTwice').length;
    await platform.announce();
    await platform.say('wmTwice', '没事了，再见');
    await platform.untilSo(() => platform.to('wmTwice').length > counted);
    expect(new Set(platform.to('wmTwice').map(({ id }) => id)).size).toBe(platform.to('wmTwice').length);
    expect(platform.to('wmTwice').filter(({ text }) => text.includes('发票')).length).toBe(1);
  });

  it('takes every kind of message plainly', async () => {
    await agent.request('presence', { status: 'online', capacity: 20 });
    const conversationId = await accepted('wmKinds', agent);
    platform.put('wmKinds', { msgtype: 'image', image: { media_id: platform.file('shot.png', 'image/png', PICTURE) } });
    platform.put('wmKinds', { msgtype: 'voice', voice: { media_id: platform.file('v.amr', 'audio/amr', Buffer.from('#!AMR\n....')) } });
    platform.put('wmKinds', { msgtype: 'video', video: { media_id: 'gone' } });
    platform.put('wmKinds', { msgtype: 'file', file: { media_id: 'gone', filename: '合同.pdf' } });
    platform.put('wmKinds', { msgtype: 'location', location: { name: '西湖', address: '杭州市西湖区', latitude: 30.2, longitude: 120.1 } });
    platform.put('wmKinds', { msgtype: 'link', link: { title: '套餐页', url: 'https://example.com/p', desc: '', pic_url: '' } });
    platform.put('wmKinds', { msgtype: 'business_card', business_card: { userid: 'lisi' } });
    platform.put('wmKinds', { msgtype: 'miniprogram', miniprogram: { title: '营业厅', appid: 'wx', pagepath: 'p', thumb_media_id: 't' } });
    platform.put('wmKinds', { msgtype: 'hologram', hologram: {} });
    platform.put('wmKinds', { msgtype: 'event', event: { event_type: 'servicer_status_change', servicer_userid: 'lisi', status: 2 } });
    platform.put('wmKinds', { msgtype: 'event', event: { event_type: 'user_recall_msg', recall_msgid: 'x' } });
    platform.put('wmKinds', { msgtype: 'event', event: { event_type: 'msg_send_fail', fail_msgid: 'x', fail_type: 10 } });
    await platform.announce();
    await agent.told.until<WireMessage>('message', ({ text }) => text.includes('用户拒收'));
    const { messages } = (await agent.request('open', { conversationId })) as unknown as Opened;
    const texts = messages.map(({ text }) => text);
    for (const word of ['[语音', '[视频]', '[文件] 合同.pdf', '[位置] 西湖 杭州市西湖区', '[链接] 套餐页 https://example.com/p', '[名片]', '[小程序] 营业厅', '[一条这里看不到内容的消息]', '用户撤回了一条消息。']) {
      expect(texts.filter((text) => text.startsWith(word))).toHaveLength(1);
    }
    expect(messages.filter(({ kind }) => kind === 'attachment')).toHaveLength(1);
    await agent.request('close', { conversationId, disposition: 'solved' });
  });

  it('says plainly what the assistant cannot see, hear or take, and never takes its name for words', async () => {
    const answered = async (entry: Record<string, unknown>, says: RegExp) => {
      const before = platform.to('wmPlain').length;
      await platform.write('wmPlain', entry);
      await platform.untilSo(() => platform.to('wmPlain').length > before);
      expect(platform.to('wmPlain').slice(before).map(({ text }) => text).join('\n')).toMatch(says);
    };
    await answered({ msgtype: 'voice', voice: { media_id: platform.file('v.amr', 'audio/amr', Buffer.from('#!AMR\n....')) } }, /听不了语音/);
    await answered({ msgtype: 'image', image: { media_id: platform.file('large.png', 'image/png', Buffer.concat([PICTURE, Buffer.alloc(5 * 1024 * 1024)])) } }, /太大，没有收到.*5 MB/);
    await answered({ msgtype: 'image', image: { media_id: platform.file('odd.heic', 'image/heic', Buffer.from('no picture at all')) } }, /没有收到.*图片/);
    await answered({ msgtype: 'file', file: { media_id: 'gone', filename: '被骗转账记录.pdf' } }, /没有收到/);
    await answered({ msgtype: 'video', video: { media_id: 'gone' } }, /看不了/);
    await answered({ msgtype: 'miniprogram', miniprogram: { title: '营业厅', appid: 'wx', pagepath: 'p', thumb_media_id: 't' } }, /看不了/);
    await answered({ msgtype: 'hologram', hologram: {} }, /看不了/);
    await answered({ msgtype: 'location', location: { name: '西湖', address: '杭州市西湖区', latitude: 30.2, longitude: 120.1 } }, /位置收到了/);
    await answered({ msgtype: 'image', image: { media_id: platform.file('shot.png', 'image/png', PICTURE) } }, /收到，已存入会话/);
  });

  it('asks after a person’s service how it was, by a menu, and keeps what is chosen or typed', async () => {
    const supervisor = await staffToken(product.url, 'supervisor@demo');
    const lows = async () => {
      const response = await fetch(`${product.url}/api/follow-ups?state=all`, { headers: { authorization: `Bearer ${supervisor}` } });
      return ((await response.json()) as { followUps: { conversationId: string; score: number }[] }).followUps.map(({ conversationId, score }) => ({ conversationId, score }));
    };
    const rated = async (user: string, words: string, menuId?: string) => {
      const before = platform.to(user).length;
      await platform.say(user, words, menuId);
      await platform.untilSo(() => platform.to(user).length > before);
      return platform.to(user).at(-1)?.text;
    };
    const conversationId = await accepted('wmRates', agent);
    await agent.request('close', { conversationId, disposition: 'solved' });
    const menu = await platform.until('wmRates', ({ type, text }) => type === 'msgmenu' && text.includes('1 到 5'));
    expect(menu.choices.map(({ content }) => content)).toEqual(['1 很不满意', '2 不满意', '3 一般', '4 满意', '5 很满意']);
    expect(await rated('wmRates', '2 不满意', menu.choices[1]?.id)).toBe('感谢您的评价！');
    expect(await lows()).toContainEqual({ conversationId, score: 2 });
    // Tapped or typed once more it is another score of the same service, and no words that begin a new one.
    expect(await rated('wmRates', '1')).toBe('感谢您的评价！');
    expect(await lows()).toContainEqual({ conversationId, score: 1 });
    const opened = await fetch(`${product.url}/api/desk/open`, { method: 'POST', headers: { 'content-type': 'application/json', authorization: `Bearer ${supervisor}` }, body: JSON.stringify({ conversationId }) });
    expect(await opened.json()).toMatchObject({ conversation: { state: 'closed' } });
    await platform.say('wmRates', '怎么开发票');
    await platform.until('wmRates', ({ text }) => text.includes('发票'));
    expect(await rated('wmRates', '5 很满意', menu.choices[4]?.id)).toBe('这次服务的评价已经截止，谢谢您。');
    expect(await lows()).toContainEqual({ conversationId, score: 1 });
  });

  it('binds the person to a number by one-time code and tells the balance from the account', async () => {
    await platform.say('wmBinds', '话费余额');
    await platform.until('wmBinds', ({ text }) => text.includes('手机号'));
    await platform.say('wmBinds', '13800000002');
    await platform.until('wmBinds', ({ text }) => text.includes('验证码'));
    const { code } = (await (await fetch(`${product.url}/demo/sms/13800000002`)).json()) as { code: string };
    const account = (await (await fetch(`${product.url}/demo/accounts/13800000002`)).json()) as { balance?: { balanceFen?: number }; balanceFen?: number };
    await platform.say('wmBinds', code);
    const fen = account.balanceFen ?? account.balance?.balanceFen ?? NaN;
    await platform.until('wmBinds', ({ text }) => text.includes((fen / 100).toFixed(2)));
  });

  it('stands in the same line, where an agent of the desk answers, sends a picture, and gives it back', async () => {
    const conversationId = await accepted('wmPerson', agent, () => platform.until('wmPerson', ({ text }) => /转接[\s\S]*您排在第 1 位/.test(text)));
    await platform.until('wmPerson', ({ text }) => text.includes('已接入'));
    await platform.say('wmPerson', '我家宽带坏了两天');
    await agent.told.until<WireMessage>('message', ({ text }) => text === '我家宽带坏了两天');
    expect((await agent.send(conversationId, '马上帮您看。')).ok).toBe(true);
    expect((await platform.until('wmPerson', ({ text }) => text.includes('马上帮您看'))).text).toContain('【客服');
    const headers = { authorization: `Bearer ${await staffToken(product.url, 'agent1@demo')}` };
    // The platform takes no picture as large as the second: it goes as a file.
    const large = Buffer.concat([PICTURE, Buffer.alloc(3 * 1024 * 1024)]);
    for (const [name, picture] of [['router.png', PICTURE], ['house.png', large]] as const) {
      const form = new FormData();
      form.append('conversationId', conversationId);
      form.append('file', new Blob([picture]), name);
      const { id } = (await (await fetch(`${product.url}/api/attachments`, { method: 'POST', headers, body: form })).json()) as { id: string };
      expect((await agent.request('send', { conversationId, clientId: name, attachment: { id } })).ok).toBe(true);
    }
    expect((await platform.until('wmPerson', ({ type }) => type === 'image')).media?.equals(PICTURE)).toBe(true);
    expect((await platform.until('wmPerson', ({ type }) => type === 'file')).media?.equals(large)).toBe(true);
    expect(platform.sessionOf('wmPerson').state).toBe(1);
    expect((await agent.request('return', { conversationId })).ok).toBe(true);
    await platform.say('wmPerson', '怎么开发票');
    await platform.until('wmPerson', ({ text }) => text.includes('发票'));
  });

  it('passes the session to the agent who is a person in WeCom, and never back from a person to the assistant', async () => {
    await agent.request('presence', { status: 'away' });
    const inWecom = await connectStaff(product.url, 'agent2@demo');
    const conversationId = await accepted('wmWecom', inWecom);
    await platform.until('wmWecom', ({ text }) => text.includes('已接入'));
    await platform.untilSo(() => platform.sessionOf('wmWecom').state === 3);
    expect(platform.sessionOf('wmWecom').servicer).toBe('zhangsan');
    await inWecom.told.until<WireMessage>('message', ({ text }) => text.includes('zhangsan'));
    await platform.say('wmWecom', '能帮我看看吗');
    await inWecom.told.until<WireMessage>('message', ({ text }) => text === '能帮我看看吗');
    await platform.servicerSays('wmWecom', 'zhangsan', '我来处理。');
    await inWecom.told.until<WireMessage>('message', ({ from, text }) => from === 'agent' && text === '我来处理。');
    // What is written at the desk cannot arrive, and the agent learns it.
    await inWecom.send(conversationId, '在这里写的。');
    await inWecom.told.until<WireMessage>('message', ({ text }) => text.includes('没有送达'));
    await inWecom.request('return', { conversationId });
    await platform.until('wmWecom', ({ text }) => text.includes('交还'));
    expect(platform.moves.filter((move) => move === '3→1')).toEqual([]);
    expect(platform.sessionOf('wmWecom').state).toBe(4);
    await platform.say('wmWecom', '怎么开发票');
    await platform.until('wmWecom', ({ text }) => text.includes('发票'));
    expect(platform.sessionOf('wmWecom').state).toBe(1);
    expect(platform.to('wmWecom').some(({ text }) => text.includes('我来处理') || text.includes('在这里写的'))).toBe(false);
    inWecom.close();
    await agent.request('presence', { status: 'online' });
  });

  it('is silent while somebody else has the session, closes with it, and begins anew', async () => {
    await platform.say('wmOther', '你好');
    await platform.until('wmOther', () => true);
    await platform.happen('wmOther', { event_type: 'session_status_change', change_type: 1, new_servicer_userid: 'lisi' });
    await platform.servicerSays('wmOther', 'lisi', '我是李四。');
    const before = platform.to('wmOther').length;
    await platform.say('wmOther', '怎么开发票');
    await platform.happen('wmOther', { event_type: 'session_status_change', change_type: 3, old_servicer_userid: 'lisi', msg_code: platform.codeFor('wmOther') });
    await platform.say('wmOther', '怎么充话费');
    expect((await platform.until('wmOther', ({ text }) => text.includes('充'))).text).not.toContain('李四');
    expect(platform.to('wmOther').slice(before).some(({ text }) => text.includes('发票'))).toBe(false);
  });

  it('stays within five messages for each of the customer’s, joining what comes together', async () => {
    const conversationId = await accepted('wmMany', agent);
    for (let index = 1; index <= 9; index += 1) expect((await agent.send(conversationId, `第 ${index} 句`)).ok).toBe(true);
    await platform.until('wmMany', ({ text }) => text.includes('第 9 句'));
    expect(platform.to('wmMany').length).toBeLessThanOrEqual(5);
    expect(platform.refused.some(({ code, user }) => code === 95001 && user === 'wmMany')).toBe(false);
    const words = platform.to('wmMany').map(({ text }) => text).join('\n');
    for (let index = 1; index <= 9; index += 1) expect(words.split(`第 ${index} 句`)).toHaveLength(2);
    await agent.request('close', { conversationId, disposition: 'solved' });
  });

  it('keeps an agent’s words of the third day until the customer writes, and tells them once', async () => {
    const conversationId = await accepted('wmLate', agent);
    await platform.until('wmLate', ({ text }) => text.includes('已接入'));
    platform.twoDaysPass('wmLate');
    expect((await agent.send(conversationId, '查到了，线路明天修好。')).ok).toBe(true);
    await platform.untilSo(() => platform.refused.some(({ code, user }) => code === 95002 && user === 'wmLate'));
    expect(platform.to('wmLate').some(({ text }) => text.includes('明天修好'))).toBe(false);
    await platform.say('wmLate', '有消息了吗');
    await platform.until('wmLate', ({ text }) => text.includes('明天修好'));
    expect(platform.to('wmLate').map(({ text }) => text).join('\n').split('明天修好')).toHaveLength(2);
    await agent.request('close', { conversationId, disposition: 'solved' });
  });

  it('loses nothing and repeats nothing when it is killed between fetching and answering', async () => {
    agent.close();
    platform.isAway = true;
    const id = platform.put('wmKilled', { msgtype: 'text', text: { content: '怎么充话费' } });
    expect((await platform.announce()).text).toBe('success');
    product = await product.restart('SIGKILL');
    platform.isAway = false;
    await platform.until('wmKilled', ({ text }) => text.includes('充'));
    product = await product.restart('SIGKILL');
    // Written while nobody listened, and announced to nobody.
    platform.put('wmKilled', { msgtype: 'text', text: { content: '怎么开发票' } });
    product = await product.restart('SIGKILL');
    await platform.until('wmKilled', ({ text }) => text.includes('发票'));
    expect(id).not.toBe('');
    expect(platform.to('wmKilled')).toHaveLength(2);
    agent = await connectStaff(product.url, 'agent1@demo');
  });

  it('fetches a new token when the old one is refused', async () => {
    platform.tokensGiven.push('somebody-else-fetched-one');
    await platform.say('wmToken', '怎么充话费');
    await platform.until('wmToken', ({ text }) => text.includes('充'));
  });

  it('refuses forged, old, broken and dangerous announcements, and lives on', async () => {
    const event = { ToUserName: CORP.corpId, MsgType: 'event', Event: 'kf_msg_or_event', Token: 't', OpenKfId: 'wkEvil' };
    const whole = xmlOf({ ToUserName: CORP.corpId, Encrypt: new WechatCipher(CORP.aesKey).seal(xmlOf(event), CORP.corpId) });
    expect((await platform.push(whole, { signature: 'a'.repeat(40) })).status).toBe(403);
    const now = Math.floor(Date.now() / 1000);
    for (const timestamp of [now - 600, now + 600]) expect((await platform.push(whole, { timestamp })).status).toBe(403);
    for (const query of ['msg_signature=a&msg_signature=b&timestamp=1', 'msg_signature[__proto__]=x&nonce[]=1', '']) expect((await platform.push(whole, { query })).status).toBe(400);
    // In plain sight nothing is believed.
    expect((await platform.push(xmlOf(event))).status).toBe(403);
    for (const body of ['<!DOCTYPE x [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>', 'not xml', '', '<test/>']) expect((await platform.push(body)).status).toBe(400);
    expect((await platform.pushSealed('<!DOCTYPE x [<!ENTITY a "b">]><xml><ToUserName>&a;</ToUserName></xml>')).status).toBe(400);
    expect((await platform.announce({ corpId: 'wwSomebodyElse' })).status).toBe(403);
    expect((await platform.announce({ event: 'change_contact' })).text).toBe('success');
    expect((await platform.announce({ account: 'no such account' })).status).toBe(400);
    expect((await platform.announce({ account: 'wkUnknown' })).text).toBe('success');
    expect((await platform.push(`<xml><Encrypt>${'A'.repeat(80_000)}</Encrypt></xml>`)).status).toBe(413);
    await platform.say('wmAlive', '怎么充话费');
    await platform.until('wmAlive', ({ text }) => text.includes('充'));
    expect((await fetch(`${product.url}/readyz`)).status).toBe(200);
  });

  it('keeps its secrets to itself', () => {
    for (const secret of [CORP.secret, CORP.aesKey]) expect(product.output()).not.toContain(secret);
  });
});
