/** A trained reader: needs, corrections, moods, scope, confidence, and the same readings after saving and loading. */
import { describe, expect, it } from '@jest/globals';
import type { Reading } from '../../../src/domain/reading.js';
import { trainEars } from '../../../src/understanding/ears.js';
import { embeddableTexts, train } from '../../../src/understanding/engine.js';
import { loadEars, loadModel, ModelFileError, saveEars, saveModel } from '../../../src/understanding/model-file.js';
import { conversationMood } from '../../../src/understanding/mood.js';
import { Reader } from '../../../src/understanding/reader.js';
import { smallContent } from './small-content.js';

const progress: number[] = [];
const model = train({ ...smallContent(), onProgress: (done) => progress.push(done) });
const reader = new Reader(model);
const context = { today: '2026-11-22' };

const read = (text: string): Reading => reader.read(text, context);
const best = (text: string): string | undefined => read(text).ranking[0]?.intent;

describe('intents', () => {
  it.each([
    ['帮我查一下华费', 'balance_query'],
    ['cha huafei', 'balance_query'],
    ['睇下仲有几多流量', 'data_usage_query'],
    ['查話費', 'balance_query'],
    ['手机弄丢了 快挂失', 'sim_lost'],
    ['how many gigs do i still have', 'data_usage_query'],
    ['help my phone got stolen', 'sim_lost'],
  ])('%s is %s', (text, intent) => {
    expect(best(text)).toBe(intent);
  });

  it('are ranked best first, at most ten, and none overtakes the calibrated best', () => {
    const { ranking } = read('查流量');
    expect(ranking.length).toBeLessThanOrEqual(10);
    const confidences = ranking.map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((one, other) => other - one));
    expect(confidences.reduce((sum, confidence) => sum + confidence, 0)).toBeLessThanOrEqual(1.0001);
  });

  it('are accepted for what is ours and refused for what is not', () => {
    for (const text of ['查一下话费余额', '流量还有多少', 'check my balance', 'my sim card is lost']) expect(read(text).isAccepted).toBe(true);
    const foreign = ['红烧排骨要炖多久', '帮我写首诗', '明天会不会下雪', 'what is the capital of peru', 'how tall is mount everest'];
    expect(foreign.filter((text) => read(text).isAccepted)).toEqual([]);
    for (const text of foreign) expect(read(text).outOfScope).toBeGreaterThan(read('查一下话费余额').outOfScope);
  });

  it.each([
    '流量还剩多少，联系人 13912345678',
    '流量还剩多少，联系人王芳 139-1234-5678',
    '2026年11月3日 流量还剩多少',
    'how much data do i have left, contact Jane 13912345678',
  ])('weigh nothing by whom to ask for and on which day: %s', (text) => {
    const plain = read(/\p{sc=Han}/u.test(text) ? '流量还剩多少' : 'how much data do i have left');
    expect(read(text)).toMatchObject({ ranking: plain.ranking, isAccepted: true, outOfScope: plain.outOfScope });
    expect(read(text).entities.length).toBeGreaterThan(0);
  });

  it.each(['对', '不是', '可以', '这个', '五十', '取消', '取消这个', 'no', 'right', 'that one', 'cancel it'])('are in doubt where nothing is named: %s', (text) => {
    expect(read(text).isAccepted).toBe(false);
    expect(read(text).ranking[0]?.confidence ?? 0).toBeLessThanOrEqual(0.2);
  });

  it.each(['13800000003', '联系人 张三', '11月3号'])('are none where only particulars are given: %s', (text) => {
    expect(read(text)).toMatchObject({ ranking: [], isAccepted: false, outOfScope: 1 });
  });

  it('are none where there is nothing to read', () => {
    for (const text of ['', '   ', '😀', '???']) expect(read(text)).toMatchObject({ ranking: [], isAccepted: false, asksForPerson: false, needs: [] });
  });

  it('survive a message of any length', () => {
    expect(read('查话费'.repeat(5000)).ranking.length).toBeGreaterThan(0);
  });
});

describe('language', () => {
  it('is told by the writing, pinyin counting as Chinese, and otherwise by the context', () => {
    expect(read('查话费').locale).toBe('zh-CN');
    expect(read('check my balance').locale).toBe('en');
    expect(read('cha huafei').locale).toBe('zh-CN');
    expect(reader.read('123', { ...context, locale: 'en' }).locale).toBe('en');
  });
});

describe('several needs', () => {
  it('are found, the urgent one first, each with its place in the text', () => {
    const { needs, text } = read('帮我查一下话费余额，另外我被诈骗了');
    expect(needs.map((need) => need.ranking[0]?.intent)).toEqual(['fraud_report', 'balance_query']);
    for (const need of needs) expect(text.slice(need.start, need.end)).toBe(need.text);
  });

  it('are both answered where the second is announced, however much it outweighs the first', () => {
    const { needs } = read('话费余额多少，另外宽带坏了');
    expect(needs.map((need) => need.ranking[0]?.intent).sort()).toEqual(['balance_query', 'broadband_fault']);
  });

  it('are not made of one need and a greeting: the need wins', () => {
    const { needs, ranking } = read('你好，查一下流量还剩多少');
    expect(needs).toEqual([]);
    expect(ranking[0]?.intent).toBe('data_usage_query');
  });

  it('are not seen in a single need with a comma', () => {
    expect(read('宽带坏了，光猫亮红灯').needs).toEqual([]);
  });
});

describe('corrections', () => {
  it.each(['不是这个月，是上个月', '是上个月，不是这个月', '不对，是上个月', 'no, I meant last month', 'not this month, last month', 'I said last month, not this month'])('of a slot: %s', (text) => {
    const { correction, entities } = read(text);
    expect(correction).toBe('slot');
    expect(entities.map(({ value }) => value)).toEqual(['2026-10']);
  });

  it.each([
    ['我问的是流量', 'data_usage_query'],
    ['不是话费，我要查流量', 'data_usage_query'],
    ['no, I was asking about my broadband', 'broadband_fault'],
    ['i meant data, not balance', 'data_usage_query'],
  ])('of the need: %s', (text, intent) => {
    expect(read(text).correction).toBe('intent');
    expect(best(text)).toBe(intent);
  });

  it.each(['查一下上个月账单', '这个是不是诈骗', 'I do not know my balance', 'I asked for a refund but it never came'])('are not seen in %s', (text) => {
    expect(read(text).correction).toBeNull();
  });
});

describe('mood', () => {
  it.each(['你们真行，扣钱比谁都快', '垃圾公司，我要去工信部投诉', '又断网了，第三次了，没人管', 'this is the third time, absolutely useless', 'I will sue you'])('is not calm: %s', (text) => {
    expect(read(text).mood.label).not.toBe('calm');
  });

  it.each(['查一下话费', '宽带坏了帮我报修', '谢谢，师傅很专业', '哈哈我又忘记密码了', 'my phone died, is it under warranty', 'thanks, the engineer was brilliant'])('is calm: %s', (text) => {
    expect(read(text).mood.label).toBe('calm');
  });

  it('is angrier for insult and threat than for disappointment', () => {
    expect(read('你们这群骗子，等着收律师函吧').mood).toMatchObject({ label: 'angry' });
    expect(read('你们这群骗子，等着收律师函吧').mood.score).toBeGreaterThan(read('有点失望').mood.score);
  });

  it('names the words that moved it', () => {
    expect(read('再不解决我打12315').mood.cues.join(' ')).toContain('12315');
  });

  it('lingers from before, and over a conversation fades only slowly', () => {
    const after = reader.read('查一下话费', { ...context, previous: { mood: [0.95] } }).mood.score;
    expect(after).toBeGreaterThan(read('查一下话费').mood.score);
    expect(conversationMood([0.9, 0.1]).score).toBeGreaterThan(0.5);
    expect(conversationMood([0.9, 0.1, 0.1, 0.1, 0.1]).label).toBe('calm');
    expect(conversationMood([]).score).toBe(0);
  });
});

describe('asking for a person', () => {
  it('is heard beside another need and never takes its place', () => {
    expect(read('查话费 转人工').asksForPerson).toBe(true);
    expect(read('查话费').asksForPerson).toBe(false);
    expect(read('人工智能是什么').asksForPerson).toBe(false);
  });
});

describe('a saved model', () => {
  const bytes = saveModel(model);
  const messages = ['查话费', '你好，流量还有多少', '畅享39怎么换', 'my router is broken and i want a human', '今天天气如何', '不是这个月，是上个月'];

  it('reads every message exactly as before', () => {
    const again = new Reader(loadModel(bytes));
    for (const text of messages) expect(again.read(text, context)).toEqual(read(text));
  });

  it('reads the same when it was made ready in short steps, none of which takes in more than a few thousand features', async () => {
    let pauses = 0;
    const again = await Reader.slowly(loadModel(bytes), () => Promise.resolve().then(() => void (pauses += 1)));
    for (const text of messages) expect(again.read(text, context)).toEqual(read(text));
    expect(pauses).toBeGreaterThan(10);
  });

  it('can lie anywhere in a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(new Reader(loadModel(larger.subarray(3))).read('查话费', context)).toEqual(read('查话费'));
  });

  it('is refused when it is something else or damaged', () => {
    expect(() => loadModel(new Uint8Array(4))).toThrow(ModelFileError);
    expect(() => loadModel(new TextEncoder().encode('not a model at all, really'))).toThrow(ModelFileError);
    expect(() => loadModel(bytes.slice(0, 200))).toThrow(ModelFileError);
  });
});

/** Learning ears takes most of a training. */
const ears = loadEars(saveEars(trainEars(smallContent())));

describe('training', () => {
  /** Millions of bytes, which a matcher would compare one by one. */
  const isSame = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

  it('of the same content yields the same model, its ears learnt with it or before, each for itself', () => {
    expect(isSame(saveModel(train({ ...smallContent(), ears })), saveModel(model))).toBe(true);
  });

  it('tells how far it is, forwards, to the end', () => {
    expect(progress).toEqual([...progress].sort((one, other) => one - other));
    expect(progress.at(-1)).toBe(1);
  });

  it('fits a threshold to every intent', () => {
    expect(model.judges['zh-CN'].thresholds).toHaveLength(model.intents.length);
    expect(model.judges['zh-CN'].thresholds.every(Number.isFinite)).toBe(true);
  });
});

describe('content without a single example', () => {
  it('is read as none of our business, in numbers', () => {
    const silent = smallContent();
    const nobody = new Reader(train({ ...silent, intents: silent.intents.map((intent) => ({ ...intent, examples: {} })), ears }));
    for (const text of ['查话费', 'hello', '转人工', '']) expect(nobody.read(text, context)).toMatchObject({ ranking: [], isAccepted: false, outOfScope: 1 });
  });
});

describe('embeddings', () => {
  const set = smallContent();
  const labelOf = new Map(set.intents.flatMap((intent, index) => [...Object.values(intent.examples).flat(), ...Object.values(intent.names)].map((text) => [text, index] as const)));
  // A synthetic endpoint that knows which intent a text is about, and nothing about foreign ones.
  const embed = (index: number | undefined): Float32Array => Float32Array.from({ length: 16 }, (_, at) => (at === index ? 1 : index === undefined && at === 15 ? 1 : 0.05));
  const embeddings = new Map(embeddableTexts(set).map((text) => [text, embed(labelOf.get(text))]));
  const helped = new Reader(train({ ...set, ears, embeddings }));

  it('decide where the words alone say nothing', () => {
    const index = set.intents.findIndex(({ id }) => id === 'roaming_international');
    const text = '过几天要飞了，帮我弄一下';
    expect(helped.read(text, { ...context, embedding: embed(index) }).ranking[0]?.intent).toBe('roaming_international');
    expect(best(text)).not.toBe('roaming_international');
  });

  it('may be missing: the message is then read by its words', () => {
    expect(helped.read('查话费', context).ranking[0]?.intent).toBe('balance_query');
    expect(helped.read('查话费', { ...context, embedding: new Float32Array(3) }).ranking[0]?.intent).toBe('balance_query');
  });
});
