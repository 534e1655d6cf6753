/** Asking for a person is heard by rules alone, and not where a person is only mentioned. */
import { describe, expect, it } from '@jest/globals';
import { train } from '../../../src/understanding/engine.js';
import { asksForPersonByRules } from '../../../src/understanding/person-rules.js';
import { Reader } from '../../../src/understanding/reader.js';
import { smallContent } from './small-content.js';

describe('asking for a person', () => {
  it.each([
    '转人工', '人工', '我要真人客服', '轉人工', '我要找真人客服', '帮我转接一下客服', '别让机器人回我了', '有没有真人', '叫你们经理来', '换个人跟我说', '人工人工人工', '转 人 工',
    '给老子接人工', '搵真人同我倾', '喊个人来嘛', '整个真人来', 'zrg', 'zhuan ren gong', '查话费 算了还是转人工', '找个能解决问题的', '麻烦给我回个电话', 'wyrg', '来个人吧', '我打字慢 想直接说话',
    'agent', 'HUMAN', 'talk to a real person', 'put me through to an advisor', 'can i speak to somebody', 'get me your manager', 'no more bots', 'I want to speak with a representative', 'escalate this please', 'is there a human i can talk to',
  ])('is heard in %s', (text) => {
    expect(asksForPersonByRules(text)).toBe(true);
  });

  it.each([
    '人工智能是什么', '人工费怎么收', '人工服务几点上班', '人工客服上班时间', '转人工要钱吗', '你是真人吗', '你是机器人还是真人', '不用转人工', '昨天客服答应给我退费', '客服态度真好', '我要投诉那个客服', '有人冒用我的身份证',
    '过了晚上十点还能转人工吗', '周末可以找客服吗', '来个人气高的套餐', '一直没回我电话',
    'ren gong zhi neng shi shenme', 'is there a fee for speaking to an operator', 'rengong fei zenme suan', '呼叫转移怎么设置', '三个人的亲情网', '转到别的运营商', '派人来修宽带', '个人信息删除', '别打电话给我', '查话费', '家里来人了网不够用',
    'what is artificial intelligence', 'what time do your agents work', 'are you a real person', "i don't need an agent", 'the agent i spoke to yesterday was great', 'someone is using my number', 'i want to report a scam call', 'need a replacement sim', 'transfer to another network', 'check my balance',
  ])('is not heard in %s', (text) => {
    expect(asksForPersonByRules(text)).toBe(false);
  });
});

describe('the ear for a person, rules and learning together', () => {
  const reader = new Reader(train(smallContent()));
  const hears = (text: string): boolean => reader.read(text, { today: '2026-03-02' }).asksForPerson;

  it.each([
    '帮我把这事转给你们值班的同事', '流量不对劲,喊个真人来看看', '跟你讲不通,找个管事的', '唔好机械人喇 畀真人我', 'gei wo zhao ge zhen ren', '人 工 !!', '轉真人啦', '能叫经理给我回个电话不',
    'tranfer me to a represntative', 'my wifi died again, get me somebody', 'could you have a supervisor ring me', 'not you. a human.', 'how do i get past this bot',
    '宽带上礼拜坏到现在,师傅跑了两趟都说好了,灯还是红的,你给的步骤我都试过,麻烦打给我老伴讲清楚', 'we paid twice in march, the shop says it is fine, the app says overdue, so kindly have your supervisor ring my father about it', '唔使讲咁多,叫返头先嗰位',
    'can someone call me', 'have the technician call me', '你们谁能给我打个电话', '让师傅给我打个电话',
    '联系人工客服', '升级到二线', '找一下小刘主管', 'h.u.m.a.n', 'anyone in there who is not a robot', 'kindly connect me to an executive',
  ])('hears %s', (text) => {
    expect(hears(text)).toBe(true);
  });

  it.each([
    '能打电话不', '现在就要快', '快派人', '换吧', '那就换吧', '有人在吗', 'anyone there?',
    '昨天专员打给我说补五十,我等到现在也没见,你帮我看看到账没有', 'your supervisor mr rao promised the fee would go, it is still on the bill, so how much do i owe',
    '师傅会打电话给我吗', '谁会给我打电话', '上门前他们会联系我吗', '别人还能打进来吗', 'can people still call me', 'will my friends be able to call me', 'who will call me', 'will he call first', 'can a colleague use this number',
    '换个号', '人工智能靠谱吗', '人工客服过年休息不', '上次的客服让我等通知', '先别转人工', '客服热线是哪个', '给我换个大点的套餐', '约的维修师傅几点到', '是真人在回我吗',
    '那前一个呢', '还有后一个吗', '来个第三个', 'and the earlier one?', 'so the one after?', 'give me the next one?',
    'the agent i had last week said it is free', 'please do not transfer me', 'what number do i call for support', 'transfer my number to my daughter', 'are your agents open on sundays', 'someone is using my wifi',
    '请勿转接人工', '我们领导要开发票', '你还是真人呢', 'kindly do not connect me to any agent', 'nobody can call me',
  ])('does not hear it in %s', (text) => {
    expect(hears(text)).toBe(false);
  });
});
