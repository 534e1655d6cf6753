/** Every switch and value of the assistant by its effect on a subscriber: as it is, once a supervisor has changed it, and after a restart. */
import { describe, expect, it } from '@jest/globals';
import { DEFAULT_DIALOGUE_SETTINGS } from '../../src/domain/dialogue-settings.js';
import type { DialogueSettings, SwitchedRule, ValueName } from '../../src/domain/dialogue-settings.js';
import type { WireMessage } from '../../src/protocol/chat.js';
import { monthBack, monthName } from '../support/account-truth.js';
import { withLineFloor } from '../support/line-floor.js';
import type { LineFloor } from '../support/line-floor.js';

let floor: LineFloor;
withLineFloor((opened) => {
  floor = opened;
});

interface Talk {
  readonly who?: string;
  readonly says: readonly string[];
}

/** What the assistant said to the last of it: its texts, and the ids of its buttons. */
async function answerTo({ who, says }: Talk): Promise<string> {
  const locale = says.every((text) => /^\p{ASCII}+$/u.test(text)) ? 'en' : 'zh-CN';
  const one = await floor.visitor({ locale, ...(who === undefined ? {} : { msisdn: who }) });
  let after = 0;
  for (const said of says) {
    const ack = await one.send(said);
    if (!ack.ok) throw new Error(`not taken: ${JSON.stringify(ack)}`);
    after = Number(ack['seq']);
    await one.told.until<WireMessage>('message', ({ from, seq }) => from === 'bot' && seq > after);
    // All of an answer is told in one breath; what comes after the next request is a different one.
    await one.request('typing', { on: false });
  }
  return one.messages.filter(({ from, seq }) => from === 'bot' && seq > after).map(({ text, buttons = [] }) => `${text} [${buttons.map(({ id }) => id).join(' ')}]`).join('\n');
}

interface Change {
  readonly rules?: Readonly<Partial<Record<SwitchedRule, boolean>>>;
  readonly values?: Readonly<Partial<Record<ValueName, number>>>;
}
interface Row extends Talk {
  readonly name: SwitchedRule | ValueName;
  readonly change: Change;
  /** What holds besides, before and after. */
  readonly given?: Change;
  readonly before: RegExp;
  readonly after: RegExp;
}

const without = (name: SwitchedRule, talk: Talk, [before, after]: readonly [RegExp, RegExp]): Row => ({ name, change: { rules: { [name]: false } }, before, after, ...talk });
const valued = (name: ValueName, value: number, talk: Talk & { readonly given?: Change }, [before, after]: readonly [RegExp, RegExp]): Row => ({ name, change: { values: { [name]: value } }, before, after, ...talk });

const LOST = /没太明白|没能明白|not quite get|still do not get/;
const OFFERS = /真人客服/;
const NO_PERSON = /^(?![\s\S]*真人客服)[\s\S]*没太明白/;
/** Two that a message names, and settings by which they are close however sure the router is of one of them. */
const EITHER: Talk & { readonly given: Change } = { says: ['账单或者详单吧'], given: { values: { closeBelow: 1, closeShare: 0.1 } } };
/** The month before the last one and its bill, whatever day it is. */
const MONTH = monthName(monthBack(2), 'zh-CN');
const BILL = new RegExp(`年${MONTH}账单`);
const NO_BILL = new RegExp(`^(?!.*年${MONTH}账单)`);
const BILL_EN = new RegExp(`for ${monthName(monthBack(2), 'en')}`);
const NO_BILL_EN = new RegExp(`^(?!.*for ${monthName(monthBack(2), 'en')})`);
const NO_CHOICE = /^(?!.*clarify:)/s;
/** Not understood, whatever the router and the articles make of it: nothing looks behind the words. */
const HOW_MANY_TURNS: Talk & { readonly given: Change } = { says: ['上面那个东西是哪来的'], given: { rules: { knowledge: false, 'out-of-scope': false, 'bare-word': false, 'two-close-intents': false }, values: { clearSureness: 0.9 } } };

/** All of one list may be in force at once. */
const LISTS: readonly (readonly Row[])[] = [
  [
    without('form-answer', { who: '13800000009', says: ['我要退费', '视频会员'] }, [/是哪个月扣的/, /视频会员：15|增值业务/]),
    without('language', { says: ['请说英文'] }, [/answer in English/, /^(?!.*answer in English).*\p{Script=Han}/su]),
    without('bare-answer', { says: ['你好', '对'] }, [/还有要查要办的/, /^(?!.*还有要查要办的)/]),
    without('clarify-answer', { says: ['宽带', '退订'] }, [/拆宽带/, /^(?!.*拆宽带)/]),
    without('unhappy', { who: '13800000002', says: ['气死我了！你们太坑人了，余额到底还有多少！'] }, [/真人客服[\s\S]*余额/, /^(?![\s\S]*真人客服)[\s\S]*余额/]),
    without('several-needs', { who: '13800000002', says: ['查话费余额，还有怎么开发票'] }, [/余额[\s\S]*电子发票/, /^(?![\s\S]*电子发票)[\s\S]*余额/]),
    without('out-of-scope', { says: ['红烧肉怎么做'] }, [/不在我的服务范围/, LOST]),
  ],
  [
    without('answers-offer', { says: ['一帮没用的，气死我了！', '好的'] }, [/为您排队转接/, /^(?!.*为您排队转接)/]),
    without('correction', { who: '13800000002', says: ['上个月账单', `说错了，${MONTH}`] }, [BILL, NO_BILL]),
    without('follow-up', { who: '13800000003', says: ['上月账单', '再往前一个月'] }, [BILL, LOST]),
    without('bare-word', { says: ['宽带'] }, [/clarify:broadband_fault/, /^(?!.*clarify:)/]),
    without('knowledge', { says: ['外卡能付吗'] }, [/来源/, LOST]),
  ],
  [
    without('clear-intent', { who: '13800000003', says: ['查一下话费余额'] }, [/您的话费余额是/, /clarify:balance_query/]),
    valued('closeShare', 0.1, { says: ['流量套餐'], given: { values: { closeBelow: 1 } } }, [/手机号码/, /clarify:/]),
    valued('closeBelow', 1, { says: ['流量套餐'], given: { values: { closeShare: 0.1 } } }, [/手机号码/, /clarify:/]),
    valued('clearSureness', 0.9, { says: ['还能撑几天话费'] }, [/手机号码/, /clarify:balance_query/]),
    valued('choiceFrom', 0.5, EITHER, [/clarify:call_detail/, /clarify:bill_query clarify:none/]),
  ],
  [
    valued('farewellSureness', 1, { says: ['你好', '先这样，再见'] }, [/再见/, LOST]),
    valued('mostChoices', 2, { says: ['宽带'] }, [/clarify:broadband_fault/, /broadband_cancel clarify:none/]),
    valued('dangerConfidence', 0.1, { says: ['奇怪的转账'] }, [/不在我的服务范围/, /冻结账户/]),
    valued('danglingScope', 1, { says: ['红烧肉怎么做'] }, [/不在我的服务范围/, LOST]),
    valued('moodTrend', 1, { who: '13800000003', says: ['余额多少，等半天了真慢', '这也太慢了，账单多少', '流量剩多少，等半天了真慢'] }, [OFFERS, /^(?!.*真人客服)/]),
    valued('repeats', 1, { says: ['怎么充值', '怎么充值'] }, [/^(?!.*真人客服)/, OFFERS]),
    valued('followUpChars', 0, { who: '13800000003', says: ['上月账单', '再往前一个月'] }, [BILL, LOST]),
    valued('followUpWords', 0, { who: '13800000003', says: ['show me the bill for last month', 'and before that'] }, [BILL_EN, NO_BILL_EN]),
    valued('mostNeeds', 1, { who: '13800000002', says: ['查话费余额，还有怎么开发票'] }, [/余额[\s\S]*电子发票/, /^(?![\s\S]*电子发票)[\s\S]*余额/]),
  ],
  [
    without('two-close-intents', EITHER, [/clarify:call_detail/, NO_CHOICE]),
    valued('clarifyFrom', 0.9, EITHER, [/clarify:call_detail/, NO_CHOICE]),
  ],
  [
    valued('failedTurns', 1, HOW_MANY_TURNS, [NO_PERSON, OFFERS]),
    valued('failedTurnsElder', 5, { ...HOW_MANY_TURNS, says: ['换成大字版', ...HOW_MANY_TURNS.says] }, [OFFERS, NO_PERSON]),
  ],
];

function merged(...changes: readonly Change[]): DialogueSettings {
  const { rules, values } = DEFAULT_DIALOGUE_SETTINGS;
  return { rules: Object.assign({}, rules, ...changes.map((change) => change.rules)), values: Object.assign({}, values, ...changes.map((change) => change.values)) };
}

for (const [index, rows] of LISTS.entries()) {
  describe(`settings of the assistant, ${index + 1} of ${LISTS.length}`, () => {
    it.each(rows)('$name changes what a subscriber is told at once', async ({ change, given = {}, before, after, ...talk }) => {
      await floor.set('dialogue', merged(given));
      expect(await answerTo(talk)).toMatch(before);
      await floor.set('dialogue', merged(given, change));
      expect(await answerTo(talk)).toMatch(after);
    });

    it('hold after a restart, all of them', async () => {
      await floor.set('dialogue', merged(...rows.map(({ given = {} }) => given), ...rows.map(({ change }) => change)));
      await floor.restart();
      for (const { name, after, ...talk } of rows) expect({ name, told: await answerTo(talk) }).toEqual({ name, told: expect.stringMatching(after) });
    });
  });
}

it('leaves no switch and no value unseen; what a model chooses is seen where there is one', () => {
  const seen = LISTS.flat().map(({ name }) => name);
  const all = [...Object.keys(DEFAULT_DIALOGUE_SETTINGS.rules), ...Object.keys(DEFAULT_DIALOGUE_SETTINGS.values)];
  expect(all.filter((name) => !seen.includes(name as SwitchedRule))).toEqual(['model-choice']);
});
