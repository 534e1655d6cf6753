/** Guarantees of the table of rules: what comes before what, and what never happens. */
import { describe, expect, it } from '@jest/globals';
import { decide, decideWithoutKnowledge, RULES } from '../../../src/dialogue/decide.js';
import { DEFAULT_DIALOGUE_SETTINGS, DEFAULT_RULE_SWITCHES } from '../../../src/domain/dialogue-settings.js';
import type { SwitchedRule } from '../../../src/domain/dialogue-settings.js';
import type { FormInProgress } from '../../../src/domain/dialogue-memory.js';
import type { Entity } from '../../../src/domain/reading.js';
import { ANGRY, memory, reading, situation, surely, UNHAPPY } from './situations.js';

const MONTH: Entity = { kind: 'month', value: '2026-09', start: 0, end: 2, text: '9月' };
const REFUND: FormInProgress = { kind: 'slots', intent: 'refund_dispute', asking: 'item', filled: { month: '2026-10' } };
const CONFIRM: FormInProgress = { kind: 'confirm', token: 't1', intent: 'balance_query', change: {} };
const CLARIFY: FormInProgress = { kind: 'clarify', options: ['recharge', 'invoice'], text: '钱的事' };
const BILL_TOPIC = { intent: 'bill_query', slots: { month: '2026-10' }, at: 0 };

describe('the table of rules', () => {
  it('has a switch for every rule but those that keep people and accounts safe, in the order of the table', () => {
    const lasting = ['attachment', 'wordless', 'takes-time', 'takes-back', 'confirm-change', 'pressed-button', 'after-sign-in', 'danger-to-life', 'leave-line', 'fraud', 'asks-for-person', 'fallback'];
    expect(RULES.map(([name]) => name).filter((name) => !lasting.includes(name))).toEqual(Object.keys(DEFAULT_RULE_SWITCHES));
  });

  it('lets no switch silence danger, fraud or the wish for a person', () => {
    const rules = Object.fromEntries(RULES.map(([name]) => [name, false])) as Record<SwitchedRule, boolean>;
    const settings = { ...DEFAULT_DIALOGUE_SETTINGS, rules };
    expect(decide(situation('转人工', { reading: reading({ asksForPerson: true }), settings })).rule).toBe('asks-for-person');
    expect(decide(situation('活着没意思，不想活了', { settings })).rule).toBe('danger-to-life');
    expect(decide(situation('钱被转走了', { reading: surely('fraud_report'), settings })).rule).toBe('fraud');
    expect(decide(situation('确认', { memory: memory({ form: CONFIRM }), settings })).rule).toBe('confirm-change');
  });

  it('leaves out a rule that is switched off', () => {
    const rules = { ...DEFAULT_DIALOGUE_SETTINGS.rules, 'clear-intent': false };
    const decision = decide(situation('查一下我的话费', { reading: surely('balance_query'), settings: { ...DEFAULT_DIALOGUE_SETTINGS, rules } }));
    expect(decision.rule).not.toBe('clear-intent' satisfies SwitchedRule);
  });

  it('always decides something, whatever is said', () => {
    for (const text of ['', ' ', '？？？', 'a', '好', '不', '1']) expect(decide(situation(text)).rule).not.toBe('');
  });
});

describe('what a model chose', () => {
  const close = reading({ ranking: [{ intent: 'recharge', confidence: 0.3 }, { intent: 'invoice', confidence: 0.28 }], isAccepted: true });
  const lost = reading({ ranking: [{ intent: 'complaint', confidence: 0.1 }, { intent: 'human_agent', confidence: 0.1 }] });

  it('counts between two that are close, and where no article fitted', () => {
    expect(decide(situation('这个怎么弄来着', { reading: close, chosen: 'invoice' }))).toMatchObject({ rule: 'model-choice', kind: 'answer', needs: [{ intent: 'invoice' }] });
    expect(decideWithoutKnowledge(situation('嗯哼', { reading: lost, chosen: 'complaint' }))).toMatchObject({ rule: 'model-choice', kind: 'handoff', intent: 'complaint' });
    expect(decideWithoutKnowledge(situation('嗯哼', { reading: lost, chosen: 'out_of_scope' }))).toMatchObject({ rule: 'model-choice', kind: 'courtesy', intent: 'out_of_scope' });
  });

  it('is nothing that the ranking does not hold, and never a wish for a person', () => {
    for (const chosen of ['bill_query', 'human_agent', 'fraud_report', 'nonsense']) expect(decideWithoutKnowledge(situation('嗯哼', { reading: lost, chosen })).rule).toBe('fallback');
  });

  it('decides nothing where the rules are sure, in a form, when a person is asked for, or when switched off', () => {
    expect(decide(situation('查一下我的话费', { reading: surely('balance_query'), chosen: 'invoice' })).rule).toBe('clear-intent');
    expect(decide(situation('转人工', { reading: { ...close, asksForPerson: true }, chosen: 'invoice' })).rule).toBe('asks-for-person');
    expect(decide(situation('视频会员', { reading: close, chosen: 'invoice', memory: memory({ form: REFUND }) })).rule).toBe('form-answer');
    const rules = { ...DEFAULT_DIALOGUE_SETTINGS.rules, 'model-choice': false };
    expect(decide(situation('这个怎么弄来着', { reading: close, chosen: 'invoice', settings: { ...DEFAULT_DIALOGUE_SETTINGS, rules } })).rule).toBe('two-close-intents');
  });
});

describe('what comes first', () => {
  it('honours a wish for a person before anything else that was understood', () => {
    const asked = surely('balance_query', { asksForPerson: true });
    expect(decide(situation('转人工，顺便查话费', { reading: asked }))).toMatchObject({ rule: 'asks-for-person', kind: 'handoff', reason: 'asked', intent: 'balance_query' });
  });

  it('honours a wish for a person in the middle of a form and of a question back', () => {
    const asked = reading({ asksForPerson: true });
    expect(decide(situation('转人工', { reading: asked, memory: memory({ form: REFUND }) })).rule).toBe('asks-for-person');
    expect(decide(situation('转人工', { reading: asked, memory: memory({ form: CLARIFY }) })).rule).toBe('asks-for-person');
  });

  it('sends fraud to security before asking about anything else', () => {
    const unsure = reading({ ranking: [{ intent: 'fraud_report', confidence: 0.55 }, { intent: 'recharge', confidence: 0.4 }] });
    expect(decide(situation('钱被转走了', { reading: unsure }))).toMatchObject({ rule: 'fraud', reason: 'fraud' });
  });

  it('brings a person to whoever speaks of ending their life, and not for a figure of speech', () => {
    expect(decide(situation('活着没意思，不想活了')).rule).toBe('danger-to-life');
    expect(decide(situation('笑死，不想活了这网速')).rule).not.toBe('danger-to-life');
  });

  it('continues with the intent that waited for the sign-in', () => {
    expect(decide(situation('话费', { decidedIntent: 'balance_query' }))).toMatchObject({ rule: 'after-sign-in', kind: 'answer', needs: [{ intent: 'balance_query' }] });
  });
});

describe('a confirmation', () => {
  it('is given only by the tap on its card or an explicit yes while it is open', () => {
    const open = memory({ form: CONFIRM });
    const yes = { rule: 'confirm-change', kind: 'confirm', isConfirmed: true };
    expect(decide(situation('', { action: { id: 'confirm' }, memory: open }))).toEqual(yes);
    expect(decide(situation('确认', { memory: open }))).toEqual(yes);
    expect(decide(situation('confirm', { memory: open }))).toEqual(yes);
    for (const text of ['好的', '嗯', '可以吗', '确认一下价格', '你确认吗']) expect(decide(situation(text, { memory: open }))).not.toMatchObject({ isConfirmed: true });
  });

  it('is never given by a tap on a card that is not open', () => {
    expect(decide(situation('', { action: { id: 'confirm' } }))).toMatchObject({ kind: 'courtesy', intent: 'confirm_gone' });
    expect(decide(situation('', { action: { id: 'confirm', value: 'old' }, memory: memory({ form: CONFIRM }) }))).toMatchObject({ intent: 'confirm_gone' });
    expect(decide(situation('确认'))).not.toMatchObject({ kind: 'confirm' });
  });

  it('is called off only by the button of its own card, or by one that names none', () => {
    const open = memory({ form: CONFIRM });
    expect(decide(situation('', { action: { id: 'cancel', value: 'old' }, memory: open }))).toMatchObject({ intent: 'confirm_gone' });
    for (const value of ['t1', undefined]) expect(decide(situation('', { action: { id: 'cancel', ...(value === undefined ? {} : { value }) }, memory: open }))).toMatchObject({ kind: 'confirm', isConfirmed: false });
  });
});

describe('a form of facts', () => {
  it('takes what is said as the fact, and 「不知道」 as well', () => {
    expect(decide(situation('视频会员', { memory: memory({ form: REFUND }) }))).toEqual({ rule: 'form-answer', kind: 'form', slot: 'item', value: '视频会员' });
    expect(decide(situation('不知道', { memory: memory({ form: REFUND }) }))).toMatchObject({ kind: 'form', value: '' });
  });

  it('takes the normal form of what it asks for', () => {
    const form: FormInProgress = { ...REFUND, asking: 'month' };
    expect(decide(situation('9月', { memory: memory({ form }), reading: reading({ entities: [MONTH] }) }))).toMatchObject({ value: '2026-09' });
  });

  it('reads a bare number where money is asked for as yuan', () => {
    const form: FormInProgress = { ...REFUND, asking: 'amount' };
    expect(decide(situation('50', { memory: memory({ form }) }))).toMatchObject({ value: '5000' });
    expect(decide(situation('12.5', { memory: memory({ form }) }))).toMatchObject({ value: '1250' });
  });

  it('steps aside for another clear question, and for nothing less', () => {
    expect(decide(situation('先查一下余额', { memory: memory({ form: REFUND }), reading: surely('balance_query') })).rule).toBe('clear-intent');
    expect(decide(situation('余额那项', { memory: memory({ form: REFUND }), reading: surely('balance_query') })).rule).toBe('form-answer');
  });
});

describe('in doubt', () => {
  const close = reading({ isAccepted: true, ranking: [{ intent: 'recharge', confidence: 0.45 }, { intent: 'invoice', confidence: 0.4 }] });

  it('asks once, with the likely intents as choices', () => {
    expect(decide(situation('这个怎么弄来着', { reading: close }))).toEqual({ rule: 'two-close-intents', kind: 'clarify', options: ['recharge', 'invoice'] });
  });

  it('never asks back twice before a person is offered', () => {
    const again = decide(situation('这个怎么弄来着', { reading: close, memory: memory({ hasAskedBack: true }) }));
    expect(again.kind).not.toBe('clarify');
    const lost = { reading: reading(), settings: { ...DEFAULT_DIALOGUE_SETTINGS, rules: { ...DEFAULT_DIALOGUE_SETTINGS.rules, knowledge: false } } };
    expect(decide(situation('嗯哼', { ...lost, memory: memory({ hasAskedBack: true }) }))).toMatchObject({ kind: 'fallback', offersPerson: true });
    expect(decide(situation('嗯哼', lost))).toMatchObject({ kind: 'fallback', offersPerson: false });
    expect(decide(situation('嗯哼', { ...lost, isElder: true }))).toMatchObject({ kind: 'fallback', offersPerson: true });
  });

  it('takes the answer to its question by position, by name, or as none', () => {
    const asked = memory({ form: CLARIFY, hasAskedBack: true });
    expect(decide(situation('第二个', { memory: asked }))).toMatchObject({ rule: 'clarify-answer', needs: [{ intent: 'invoice' }] });
    expect(decide(situation('recharge 名称', { memory: asked }))).toMatchObject({ rule: 'clarify-answer', needs: [{ intent: 'recharge' }] });
    expect(decide(situation('都不是', { memory: asked }))).toMatchObject({ kind: 'courtesy', intent: 'none_chosen' });
  });

  it('asks what a bare word means unless people say just that word for it', () => {
    const two = surely('bill_query', { ranking: [{ intent: 'bill_query', confidence: 0.9 }, { intent: 'recharge', confidence: 0.05 }] });
    expect(decide(situation('账户', { reading: two }))).toMatchObject({ rule: 'bare-word', kind: 'clarify' });
    expect(decide(situation('话费', { reading: surely('balance_query') })).rule).toBe('clear-intent');
  });

  it('says plainly what is none of its business, and looks for an article otherwise', () => {
    expect(decide(situation('红烧肉怎么做', { reading: reading({ outOfScope: 0.97 }) }))).toMatchObject({ rule: 'out-of-scope' });
    expect(decide(situation('网厅密码在哪', { reading: reading({ outOfScope: 0.6 }) }))).toMatchObject({ rule: 'knowledge', kind: 'knowledge' });
  });
});

describe('how the subscriber feels', () => {
  it('offers a person to the angry together with the answer, and does not push', () => {
    expect(decide(situation('余额到底多少！', { reading: surely('balance_query', { mood: ANGRY }) }))).toMatchObject({ rule: 'unhappy', kind: 'offer-person', then: [{ intent: 'balance_query' }] });
  });

  it('offers a person when the mood sours over turns', () => {
    const souring = { reading: surely('balance_query', { mood: UNHAPPY }) };
    expect(decide(situation('余额多少', { ...souring, memory: memory({ moods: [0.5, 0.6] }) })).rule).toBe('unhappy');
    expect(decide(situation('余额多少', { ...souring, memory: memory({ moods: [0, 0.1] }) })).rule).toBe('clear-intent');
  });

  it('notices a question that is asked again and again', () => {
    const again = { reading: surely('recharge'), memory: memory({ recent: ['怎么充值啊', '怎么充值啊'] }) };
    expect(decide(situation('怎么充值啊？', again)).rule).toBe('unhappy');
  });

  it('does not offer what a complaint brings anyway, nor apologise for praise', () => {
    expect(decide(situation('我要投诉！', { reading: surely('complaint', { mood: ANGRY }) }))).toMatchObject({ kind: 'handoff', intent: 'complaint' });
    expect(decide(situation('师傅太牛了！', { reading: surely('feedback_praise', { mood: ANGRY }) }))).toMatchObject({ kind: 'courtesy' });
  });

  it('takes yes and no after a person was offered as the answer to that', () => {
    const offered = memory({ hasOfferedPerson: true });
    expect(decide(situation('好的', { memory: offered }))).toMatchObject({ rule: 'answers-offer', kind: 'handoff' });
    expect(decide(situation('不用了', { memory: offered }))).toMatchObject({ rule: 'answers-offer', kind: 'courtesy' });
    expect(decide(situation('好的')).rule).not.toBe('answers-offer');
  });
});

describe('the topic under way', () => {
  it('counts months back from the one that was just shown', () => {
    const decision = decide(situation('那再上个月呢', { reading: surely('bill_query', { entities: [{ ...MONTH, value: '2026-10' }] }), memory: memory({ topic: BILL_TOPIC }) }));
    expect(decision).toMatchObject({ rule: 'follow-up', needs: [{ intent: 'bill_query', entities: [{ kind: 'month', value: '2026-09' }] }] });
  });

  it('gives a bare month to the topic, though the words alone say little', () => {
    const decision = decide(situation('9月呢', { reading: reading({ entities: [MONTH] }), memory: memory({ topic: BILL_TOPIC }) }));
    expect(decision).toMatchObject({ rule: 'follow-up', needs: [{ intent: 'bill_query' }] });
  });

  it('takes 「为什么多了」 after a bill as a question about that bill', () => {
    expect(decide(situation('为什么多了', { memory: memory({ topic: BILL_TOPIC }) }))).toMatchObject({ rule: 'follow-up', needs: [{ intent: 'bill_explain' }] });
  });

  it('lets a correction of the slot keep the topic, and one of the intent change it', () => {
    const inTopic = memory({ topic: BILL_TOPIC });
    const slotChange = decide(situation('不是10月，是9月', { reading: reading({ correction: 'slot', entities: [MONTH] }), memory: inTopic }));
    expect(slotChange).toMatchObject({ rule: 'correction', needs: [{ intent: 'bill_query', entities: [MONTH] }] });
    const intentChange = decide(situation('我问的是流量', { reading: surely('data_usage_query', { correction: 'intent' }), memory: inTopic }));
    expect(intentChange).toMatchObject({ rule: 'correction', needs: [{ intent: 'data_usage_query' }] });
  });

  it('does not bind a message that is clear by itself', () => {
    expect(decide(situation('怎么开发票', { reading: surely('invoice'), memory: memory({ topic: BILL_TOPIC }) }))).toMatchObject({ rule: 'clear-intent', needs: [{ intent: 'invoice' }] });
  });
});

describe('several needs in one message', () => {
  const need = (intent: string, text: string) => ({ start: 0, end: text.length, text, ranking: [{ intent, confidence: 0.9 }], isAccepted: true });

  it('are all answered, in the order of the reading', () => {
    const two = surely('balance_query', { needs: [need('balance_query', '查话费'), need('invoice', '开发票')] });
    expect(decide(situation('查话费，开发票', { reading: two }))).toMatchObject({ rule: 'several-needs', needs: [{ intent: 'balance_query' }, { intent: 'invoice' }] });
  });

  it('win over the greeting that came with them', () => {
    const polite = surely('greeting', { needs: [need('greeting', '你好'), need('balance_query', '查话费')] });
    expect(decide(situation('你好，查话费', { reading: polite }))).toMatchObject({ rule: 'clear-intent', needs: [{ intent: 'balance_query' }] });
  });
});
