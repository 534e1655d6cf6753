/** A claim without a figure is held to the grounds too: for ever, free, unlimited, certain, no need, not at all; and nobody is threatened or insulted. */
import { describe, expect, it } from '@jest/globals';
import { passage, verdictOn } from '../../../support/guarding.js';

const POINTS = { passages: [passage('积分有效期为两年，每年年底清零到期的部分。积分可以在 App「积分商城」里兑换话费、流量和礼品。', '积分规则')] };
const PACK = { passages: [passage('流量包当月有效，没用完的不结转、不退款。买流量包请带身份证到营业厅，或在 App 办理。', '流量包')] };
const ROAMING = { passages: [passage('开通国际漫游功能免费，立即生效。漫游包按天买，没订包时按流量收费。', '漫游')] };
const POINTS_EN = { passages: [passage('Points are valid for two years and those that lapse are cleared at the end of each year. Spend them in the points shop of the app.', 'Points')] };
const CARD_EN = { passages: [passage('A worn card is replaced free of charge; bring your ID card to any Jiebang store. A lost card costs a fee. Unpaid bills lead to suspension.', 'Cards')] };
const PENALTY = { passages: [passage('享受优惠的合约提前结束，要付违约金。没有签合约的号码，没有违约金。欠费停机后缴清自动复机，不收复机费，不用申请。', '违约金')] };

describe('more than the grounds say', () => {
  it.each([
    ['积分永远不会过期。', POINTS], ['积分不会过期，请放心。', POINTS], ['您的积分永久有效。', POINTS], ['积分绝不会清零。', POINTS], ['任何商品都能用积分换。', POINTS], ['积分兑换保证成功。', POINTS], ['积分可以无限量兑换。', POINTS], ['积分可以退款。', POINTS],
    ['流量包不用身份证就能买。', PACK], ['流量包可以退款。', PACK], ['流量包随时可以全额退款。', PACK], ['流量包里的流量不会失效。', PACK], ['流量包是免费的。', PACK], ['流量包不限量。', PACK], ['流量包无需花钱。', PACK],
    ['漫游包是免费的。', ROAMING], ['漫游包不收任何费用。', ROAMING], ['在境外上网一律不限速。', ROAMING], ['提前解约没有违约金。', ROAMING], ['提前解约不用付违约金。', POINTS],
    ['流量包可以随时全额退款。', PACK], ['积分绝不会丢失。', { passages: [passage('积分丢失后不会补发，请妥善保管账号。')] }], ['没有违约金。', { passages: [passage('没有签合约的号码，没有违约金。合约提前结束，要付违约金。')] }], ['违约金可以全部免除。', PENALTY], ['流量包只能在营业厅买。', POINTS], ['电子发票没有法律效力。', PACK], ['Points are not accepted in stores.', POINTS_EN], ['You must bring a passport.', POINTS_EN],
    ['Points never expire.', POINTS_EN], ['Your points do not lapse.', POINTS_EN], ['Points are valid forever.', POINTS_EN], ['Everything in the shop is free.', POINTS_EN], ['We guarantee that your points are kept.', POINTS_EN], ['Points can be refunded.', POINTS_EN], ['There is no limit on points.', POINTS_EN],
    ['A lost card is definitely replaced.', CARD_EN], ["You don't need a passport for roaming.", CARD_EN], ['Early termination carries no penalty.', CARD_EN], ['Calls abroad come at no extra charge.', CARD_EN],
  ])('is not shown: %s', (text, given) => {
    expect(verdictOn(text, given)).toBe('sweeping');
  });

  it.each([
    ['积分每年年底清零。', POINTS], ['到期的积分每年年底清零，请提前兑换。', POINTS], ['流量包没用完不退款，也不结转。', PACK], ['请带身份证去营业厅买流量包。', PACK], ['流量包不能退款。', PACK], ['国际漫游功能可以免费开通。', ROAMING], ['开通漫游不收费。', ROAMING],
    ['没有合约的号码没有违约金。', PENALTY], ['没签合约的话，不用付违约金。', PENALTY], ['您的合约还没有到期。', { toolResults: ['您的「24个月优惠合约」到 2027年1月31日。到期后换套餐没有违约金。'] }], ['缴清后自动复机，不用申请。', PENALTY], ['复机不收费。', PENALTY], ['欠费会停机。', PENALTY],
    ['有任何问题可以随时问我。', POINTS], ['不用担心。', POINTS], ['积分会永久保留吗？', POINTS], ['我不能保证一定成功。', POINTS], ['如果要退款，请找人工客服。', POINTS],
    ['买流量包必须带身份证。', { passages: [passage('买流量包需要带身份证到营业厅。')] }], ['流量包用不完不会结转。', PACK], ['资料里没有提到这一点。', POINTS], ['It is not mentioned in the article.', POINTS_EN], ['请不要把密码告诉别人。', POINTS],
    ['A worn card is replaced for free.', CARD_EN], ['You can go to any Jiebang store.', CARD_EN], ['Feel free to ask.', CARD_EN], ['An unpaid bill can lead to suspension.', CARD_EN], ['Points that lapse are cleared.', POINTS_EN], ['Do points expire?', POINTS_EN], ['I cannot guarantee that.', POINTS_EN], ['No need to worry.', POINTS_EN], ['A worn card is replaced without any charge.', CARD_EN],
    // In the other language the sweeping word alone is looked for.
    ['旧卡换新是免费的。', CARD_EN], ['Roaming can be switched on for free.', ROAMING],
  ])('and what they say is: %s', (text, given) => {
    expect([text, verdictOn(text, given)]).toEqual([text, 'shown']);
  });
});

describe('whoever reads it', () => {
  it.each(['再不交就起诉您。', '您会被列入黑名单，影响征信。', '不交就报警。', '否则我们就把您的号停机。', '您将被罚款。', 'We will take legal action.', 'This will hurt your credit score.', 'We will disconnect your line.', 'You could be arrested.'])('is not threatened with what no article says: %s', (text) => {
    expect(verdictOn(text, POINTS)).toBe('sweeping');
  });

  it.each(['你真是个笨蛋。', '闭嘴，别烦我。', '你怎么这么笨。', '不交钱后果自负。', '滚开。', "Don't be stupid.", 'Shut up.', "It is your own fault.", 'Pay now, or else.'])('is not insulted: %s', (text) => {
    expect(verdictOn(text, PENALTY)).toBe('rude');
  });

  it.each(['垃圾短信可以在 App 里拦截。', '遇到诈骗请报警。', '这张卡滚动显示。'])('hears of trouble where the article tells of it: %s', (text) => {
    const given = { passages: [passage('垃圾短信可以在 App 里拦截。遇到诈骗请立即报警，再打人工客服。')] };
    expect(verdictOn(text, given)).toBe('shown');
  });
});
