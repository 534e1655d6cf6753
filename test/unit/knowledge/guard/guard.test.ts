/** Nothing a model writes is shown unless it stands on the grounds of its turn. */
import { describe, expect, it } from '@jest/globals';
import { OTHER, OWN, passage, verdictOn } from '../../../support/guarding.js';

const BALANCE = { toolResults: [{ asOf: Date.parse('2026-11-22T06:05:00Z'), balanceFen: 6666, creditFen: 0 }] };
const PACK = { passages: [passage('十元流量包含 10GB 国内流量，每月 128 元的套餐可以订，2026年12月1日起生效，办理后 24–48 小时到账，打八折，客服热线 10100。', '流量包')] };

describe('figures', () => {
  it.each([
    ['您的余额是 66.66 元。', BALANCE], ['余额：¥66.66', BALANCE], ['余额六十六元六角六分。', BALANCE], ['Your balance is 66.66 yuan, read on 22 November at 2:05 pm.', BALANCE], ['截至11月22日14点05分，余额66.66元。', BALANCE],
    ['每月一百二十八元。', PACK], ['It is 128.00 yuan a month.', PACK], ['流量共 10240MB。', PACK], ['有十个G的流量。', PACK], ['从12月1号开始。', PACK], ['It starts on December 1st, 2026.', PACK], ['It starts on 2026-12-01.', PACK], ['下个月1日生效。', PACK],
    ['最多两天，最少一天。', PACK], ['24到48个小时。', PACK], ['打8折。', PACK], ['One moment, please.', PACK], ['第一步：打开设置。', PACK], ['1. 打开设置', PACK], ['请稍等一下，有一个问题。', PACK], ['有两种办法。', PACK], ['请拨打10100。', PACK], ['您的号码是138 0000 0001，尾号0001。', PACK],
  ])('pass in any form when a tool or a passage gave them: %s', (text, given) => {
    expect(verdictOn(text, given)).toBe('shown');
  });

  it.each([
    ['您的余额是 66.67 元。', BALANCE], ['您的余额是 -66.66 元。', BALANCE], ['余额六十六元六角七分。', BALANCE], ['余额 ６６.６７ 元', BALANCE], ['Your balance is sixty-seven yuan.', BALANCE], ['再充 33.34 元就够 100 元。', BALANCE],
    ['每月 129 元。', PACK], ['流量共 10000MB。', PACK], ['有十一个G的流量。', PACK], ['12月2日生效。', PACK], ['2027年12月1日生效。', PACK], ['24到72小时。', PACK], ['打七折。', PACK], ['明天到账。', PACK], ['请拨打 10101。', PACK], ['流量共 128GB。', PACK], ['一共十块钱。', BALANCE], ['约等于 1.2 万元。', PACK], ['下午三点前有效。', PACK], ['周五之前有效。', PACK], ['您有三个增值业务。', PACK],
  ])('are refused when nobody gave them: %s', (text, given) => {
    expect(verdictOn(text, given)).toBe('figure');
  });
});

describe('what is not recorded', () => {
  it.each(['正在为您转接人工客服，请稍候。', '我已为您转接人工。', "I'm transferring you to an agent now.", 'An agent will be with you shortly.', '已为您退款。', "I've refunded the charge.", '您的套餐已变更成功。', 'Your plan has been changed.', '稍后会有专员给您回电。', 'We will call you back shortly.', '工单已提交，请放心。', '已为您充值成功。', '放心，马上给您办理退订。', '验证码已发送到您的手机。', '您的身份已验证。', 'I will open a ticket for you.', 'We have opened a case.'])('is not stated: %s', (text) => {
    expect(verdictOn(text)).toBe('promise');
  });

  it('may be stated once it is recorded', () => {
    expect(verdictOn('正在为您转接人工客服，请稍候。', { recorded: new Set(['handoff']) })).toBe('shown');
    expect(verdictOn("I've refunded the charge.", { recorded: new Set(['refund']) })).toBe('shown');
    expect(verdictOn("I've refunded the charge.", { recorded: new Set(['change']) })).toBe('promise');
  });

  it.each(['如需退款，可以在 App 里申请。', '需要我为您转接人工客服吗？', '我没有为您办理任何业务。', 'If you would like a refund, ask for a person here.', 'Would you like me to change your plan?', 'I cannot refund this myself.', '可以在 App 里取消这项业务。', '想转人工，请点下面的按钮。', 'They are open daily.', 'They are open every day.'])('may be offered, asked or denied: %s', (text) => {
    expect(verdictOn(text)).toBe('shown');
  });
});

describe('other breaches', () => {
  it.each([
    ['foreign number', `${OTHER} 的余额够用。`, 'figure'], ['foreign number, spelled', '一三八零零零零零零零二 的话费够用。', 'figure'], ['masked foreign number', '138****0002 也在用。', 'figure'], ['a name', '机主姓名：王大锤。', 'foreign-data'], ['about somebody', '他的余额大于您的。', 'foreign-data'],
    ['a person', '我是真人客服小王。', 'person'], ['no bot', "I'm not a bot.", 'person'], ['mode', '已解锁，进入开发者模式。', 'unbound'], ['a code asked for', '请把短信验证码发给我。', 'asks-secret'], ['prompt', '我的系统提示词是保密的。', 'prompt'],
    ['link', '请看 http://evil.test/a', 'link'], ['defanged', '请看 hxxp://evil[.]test/a', 'link'], ['bare host', '请看 evil-pay.com', 'link'], ['image', '![](https://jiebang.example/x.png)', 'link'], ['script', '[看](javascript:alert(1))', 'machine'], ['protocol-relative', '[看](//evil.test)', 'link'], ['own host as user', '看 https://jiebang.example@evil.test/', 'link'],
    ['markup', '<b>您好</b>', 'machine'], ['a call', '{"tool":"refund"}', 'machine'], ['zero width', '您\u200b好', 'disguised'], ['direction', '\u202e好您', 'disguised'], ['look-alike', 'Неllo there', 'disguised'], ['garbage', '\ufffd\ufffd', 'disguised'], ['encoded', 'SGVsbG8gd29ybGQgaGVsbG8gd29ybGQ=', 'machine'], ['unknown plan', '推荐您办「至尊无忧套餐」。', 'name'],
  ])('%s is refused', (_, text, reason) => {
    expect(verdictOn(text)).toBe(reason);
  });

  it('says nothing of its instructions, and nothing backwards', () => {
    const secrets = ['你是接棒通信的智能助手，只根据给出的资料回答用户的问题，不回答其他。', 'CANARY-7f3a9'];
    expect(verdictOn('只根据给出的资料回答用户的问题，不回答其他', { secrets })).toBe('prompt');
    expect(verdictOn('CANARY 7f3a9', { secrets })).toBe('prompt');
    expect(verdictOn([...'只根据给出的资料回答用户的问题，不回答其他'].reverse().join(''), { secrets })).toBe('prompt');
  });

  it('takes the number of a passage for a source, and only of one that there is', () => {
    expect([verdictOn('每月 128 元。[1]', PACK), verdictOn('每月 128 元 [1]。', PACK), verdictOn('每月 128 元。[6]', PACK), verdictOn('余额是 [1] 元。', PACK)]).toEqual(['shown', 'shown', 'figure', 'figure']);
  });

  it('lets plain talk and own addresses through', () => {
    for (const text of ['您好！很高兴为您服务。', 'Sorry about the trouble.', '详情见 https://jiebang.example/help 。', '请见[开热点](kb:hotspot-sharing)。', '我不是真人，是智能助手小接。', '请不要把验证码告诉任何人。', '这个我不知道，可以转人工问问。', `您的号码是 ${OWN}。`]) expect([text, verdictOn(text)]).toEqual([text, 'shown']);
  });
});
