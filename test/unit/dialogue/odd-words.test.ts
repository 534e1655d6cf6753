/** Messages that are no question: abuse, other languages, signs. What they are taken for, and what they must not be taken for. */
import { describe, expect, it } from '@jest/globals';
import { callsUsCheats, isAbuse } from '../../../src/dialogue/abuse.js';
import { bareAnswerIn } from '../../../src/dialogue/bare-words.js';
import { otherLanguageOf } from '../../../src/dialogue/other-languages.js';

describe('abuse', () => {
  it.each(['你们就是骗子公司', '骗子', '你们骗人', '一群骗子', '接棒就是骗子', '什么破玩意，垃圾！骗子公司！', '垃圾公司骗钱', 'you are scammers', 'You guys are a scam!', 'liars'])('is to be called cheats: %s', (text) => {
    expect([callsUsCheats(text), isAbuse(text)]).toEqual([true, true]);
  });
  it.each(['垃圾', '垃圾公司', '草', '废物', '没用的东西', '什么破玩意儿', '滚', 'this is garbage', 'you are a useless bot', 'what a stupid robot', 'fuck you'])('is an insult: %s', (text) => {
    expect([callsUsCheats(text), isAbuse(text)]).toEqual([false, true]);
  });
  it.each(['我被骗了两万块', '骗子打电话给我', '有人冒充你们骗我钱', '垃圾短信太多怎么办', '怎么举报诈骗电话', '靠近我的营业厅', '操作不了', 'i was scammed', 'a scammer called me', 'how do I report fraud', 'the app is garbage, how do I pay my bill', '草原上没信号'])(
    'is none of what happened to somebody: %s',
    (text) => {
      expect([callsUsCheats(text), isAbuse(text)]).toEqual([false, false]);
    },
  );
});

describe('other languages', () => {
  it.each([
    ['残高を教えてください', 'ja'], ['データ残量', 'ja'], ['잔액 확인', 'ko'], ['Сколько у меня денег?', 'ru'], ['كم رصيدي؟', 'ar'], ['เช็คยอดเงิน', 'th'], ['γεια σας', 'other'],
    ['Bonjour, quel est mon solde ?', 'fr'], ['¿Cuál es mi saldo?', 'es'], ['Wie viel Guthaben, bitte', 'other'],
  ] as const)('%s is %s', (text, language) => {
    expect(otherLanguageOf(text)).toBe(language);
  });
  it.each(['查话费', '我の流量', 'check 一下我的 balance', 'how much data do I have', 'mi data', 'solde', '唔该查下我仲有几多钱', '123', '😂', '我用的是 ドコモ 手机，能用你们的卡吗'])('%s is ours', (text) => {
    expect(otherLanguageOf(text)).toBeNull();
  });
});

describe('a message of signs alone', () => {
  it.each([['😂😂😂', 'yes'], ['❤️', 'yes'], ['👍🏻', 'yes'], ['👎', 'no'], ['？？', 'doubt'], ['。', 'doubt'], ['666', 'yes'], ['太牛了', 'yes'], ['😡', null], ['😭😭', null]] as const)('%s is %s', (text, said) => {
    expect(bareAnswerIn(text)).toBe(said);
  });
});
