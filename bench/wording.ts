/** What the load client asks: ten everyday questions said the same way by everybody, or each time in words that were never said before. */

/** Account figures, an explanation, knowledge, a courtesy. */
const QUESTIONS = ['我还有多少话费', '还剩多少流量', '上个月账单', '怎么充值缴费', '现在是什么套餐', 'how much data do I have left', '话费余额查询', '谢谢', '我的积分有多少', '查一下这个月用了多少流量'] as const;

/** A thank-you has few words to vary. */
const VARIED = QUESTIONS.map((question) => (question === '谢谢' ? '发票怎么开' : question));
const ENGLISH = /^[a-z]/;

/** Twenty ways each of beginning, leading over, adding something and ending: 160,000 that differ. */
const WAYS = {
  zh: [
    ['你好', '您好', '在吗', '早', '喂', '哈喽', '嗨', '客服你好', '早上好', '下午好', '晚上好', '打扰了', '请教一下', '不好意思', '有个事', '问个事', '麻烦了', '你好呀', '您好啊', '嘿'],
    ['请问', '帮我看看', '想知道', '麻烦说说', '问一下', '告诉我', '我想问', '给我看看', '想了解', '咨询一下', '请帮忙看', '劳驾', '能看下吗', '我来问', '想查', '帮忙查', '请说', '给查查', '想问问', '请看看'],
    ['', '呢', '啊', '呀', '哦', '哈', '吧', '嘛', '了', '啦', '来着', '这会儿', '现在', '今天', '刚才看不到', '页面打不开', '手机上看', '家里人问', '急着用', '顺便问'],
    ['', '。', '!', '~', '谢谢', '多谢', '辛苦了', '麻烦你', '拜托', '感谢', '谢啦', '谢谢你', '谢谢您', '多谢啦', '有劳', '辛苦', '在线等', '等你', '不着急', '谢了'],
  ],
  en: [
    ['hi', 'hello', 'hey', 'good morning', 'good evening', 'hi there', 'hello there', 'hey there', 'morning', 'evening', 'good day', 'hiya', 'sorry', 'excuse me', 'ok', 'well', 'so', 'right', 'um', 'hm'],
    ['please', 'could you say', 'can you tell me', 'tell me', 'i ask', 'just checking', 'quick one', 'one thing', 'i wonder', 'question', 'want to know', 'need to know', 'let me ask', 'asking', 'may i ask', 'can i ask', 'would like to know', 'checking', 'curious', 'say'],
    ['', 'now', 'today', 'right now', 'at the moment', 'currently', 'tonight', 'just now', 'here', 'at home', 'on my phone', 'so far', 'as of now', 'still', 'this morning', 'this evening', 'then', 'though', 'again', 'really'],
    ['', '?', '??', '.', '!', 'thanks', 'thank you', 'cheers', 'many thanks', 'ta', 'please', 'thx', 'thanks a lot', 'much appreciated', 'appreciated', 'no rush', 'no hurry', 'waiting', 'bye', 'ok?'],
  ],
} as const;

export type Wording = 'plain' | 'varied';

/** The client's `asked`-th question; `sent` counts over all clients, so that no two of the varied ones are the same. */
export function question(wording: Wording, { asked, sent }: { asked: number; sent: number }): string {
  if (wording === 'plain') return QUESTIONS[asked % QUESTIONS.length] ?? '';
  const plain = VARIED[asked % VARIED.length] ?? '';
  const isEnglish = ENGLISH.test(plain);
  const [begin, lead, add, end] = (isEnglish ? WAYS.en : WAYS.zh).map((ways, place) => ways[Math.floor(sent / ways.length ** place) % ways.length] ?? '');
  return isEnglish ? `${begin}, ${lead} ${plain} ${add} ${end}` : `${begin},${lead}${plain}${add},${end}`;
}
