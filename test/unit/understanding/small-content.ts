/** A small assistant to train in tests: enough wordings to tell its needs apart, and a catalogue. */
import { parseLexicon } from '../../../src/understanding/lexicon.js';
import type { TrainingIntent, TrainingSet } from '../../../src/understanding/training-set.js';

function intent(id: string, kind: string, names: readonly [string, string], zh: string, en: string): TrainingIntent {
  return { id, kind, isUrgent: id === 'fraud_report', names: { 'zh-CN': names[0], en: names[1] }, examples: { 'zh-CN': zh.split('|'), en: en.split('|') } };
}

const INTENTS: readonly TrainingIntent[] = [
  intent('balance_query', 'skill', ['查话费余额', 'Check balance'], '查话费|我还有多少话费|话费余额多少|卡里还剩多少钱|帮我看看余额|余额查询|手机还有钱吗|账上还有多少钱|查一下我的余额|话费还剩几块', 'check my balance|how much credit do i have|balance please|what is my balance|how much money is left on my account|show me my credit|remaining balance|is there any credit left'),
  intent('data_usage_query', 'skill', ['查流量', 'Check data'], '查流量|流量还剩多少|我用了多少流量|这个月流量用完了吗|看看还有几个G|剩余流量|流量查询|上网流量还有吗|套餐里流量剩多少|帮我查下流量', 'how much data do i have left|check my data usage|data remaining|how many gigs are left|have i used up my data|show my data usage|internet allowance left|data left this month'),
  intent('bill_query', 'skill', ['查账单', 'See a bill'], '查账单|上个月账单|看看我的账单|账单明细|这个月消费了多少|给我看九月的账单|月结单发我|消费明细|账单多少钱|我要看账单', 'show my bill|last month bill|what was my bill|see my statement|bill details|how much is my bill|my september bill|itemised bill please'),
  intent('sim_lost', 'skill', ['挂失补卡', 'Lost SIM'], '手机丢了|帮我挂失|卡丢了怎么补|手机被偷了要停机|补卡|我的手机卡不见了|挂失一下号码|电话卡遗失了|卡找不到了|丢卡了', 'i lost my phone|my sim is lost|block my sim|my phone was stolen|report a lost sim|need a replacement sim|suspend my line i lost it|stolen sim card'),
  intent('broadband_fault', 'skill', ['宽带报修', 'Broadband fault'], '宽带坏了|家里网断了|光猫亮红灯|宽带上不了网|报修宽带|家里wifi连不上|网断了叫师傅来|宽带没信号了|路由器没网|家里断网', 'my broadband is down|home internet not working|router has a red light|fix my broadband|wifi at home is out|internet keeps dropping at home|no broadband connection|report a broadband fault'),
  intent('fraud_report', 'handoff', ['诈骗', 'Fraud'], '我被骗了|有人冒充你们骗钱|遇到诈骗|我的号被盗刷了|骗子让我转账|被诈骗了怎么办|有人盗用我的号码|接到诈骗电话转了钱|冒充客服骗我|钱被骗走了', 'i was scammed|someone is impersonating you|fraud on my account|my number was hijacked|a scammer took my money|i got defrauded|report a fraud|someone stole my identity'),
  intent('human_agent', 'handoff', ['转人工', 'Talk to a person'], '转人工|找人工客服|我要真人|人工服务|接人工|叫个人来|要客服|真人客服|给我转客服|找个活人', 'talk to a human|agent please|real person|customer service rep|speak to someone|connect me to an agent|human|operator'),
  intent('greeting', 'control', ['打招呼', 'Greeting'], '你好|您好|在吗|早上好|嗨|哈喽|有人吗|晚上好|你好呀|喂', 'hello|hi|hey|good morning|hi there|good evening|hiya|greetings'),
  intent('plan_change', 'skill', ['变更套餐', 'Change plan'], '我要换套餐|改套餐|换成59的套餐|升级套餐|把套餐降一档|套餐变更|给我改成5G套餐|想换个便宜的套餐|办理套餐变更|换129的', 'change my plan|switch plan|upgrade my plan|move to the 59 plan|downgrade my plan|change tariff|i want another plan|switch to 5g plan'),
  intent('roaming_international', 'faq', ['国际漫游', 'Roaming'], '国际漫游怎么开|出国能用手机吗|去日本开漫游|漫游费多少|境外上网|开通国际漫游|在国外怎么打电话|泰国漫游包|漫游怎么收费|出境要开什么', 'how do i turn on roaming|roaming in japan|use my phone abroad|international roaming cost|roaming pack for thailand|data abroad|travel roaming|calls from overseas'),
];

export function smallContent(): TrainingSet {
  const { lexicon } = parseLexicon({
    typos: [{ from: '华费', to: '话费' }, { from: '刘量', to: '流量' }],
    pinyin: [{ from: 'huafei', to: '话费' }, { from: 'liuliang', to: '流量' }, { from: 'cha', to: '查' }, { from: 'zrg', to: '转人工' }],
    dialects: [{ from: '几多', to: '多少', dialect: 'yue' }, { from: '睇', to: '看', dialect: 'yue' }, { from: '仲有', to: '还有', dialect: 'yue' }],
    fillers: { 'zh-CN': ['那个', '嗯'], en: ['um'] },
  });
  return {
    intents: INTENTS,
    lexicon,
    catalogue: {
      plans: [
        { id: 'smooth-39', names: ['畅享39', 'Smooth 39'] },
        { id: 'smooth-59', names: ['畅享59', 'Smooth 59'] },
        { id: '5g-129', names: ['5G畅行129', '5G Go 129'] },
      ],
      products: [
        { id: 'pack-5g', names: ['5GB月包', '5 GB monthly pack'] },
        { id: 'crbt', names: ['彩铃', 'Caller tunes'] },
      ],
    },
  };
}
