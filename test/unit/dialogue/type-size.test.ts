/** Guarantees of the way back from large letters: what the article tells people to say is heard, and so are plain wishes; other words about letters are not. */
import { expect, it } from '@jest/globals';
import { wantsUsualType } from '../../../src/dialogue/type-size.js';

it.each(['恢复正常字体', '恢复普通字号', '换回普通字', '换成正常大小', '字太大了', '字小一点', '字体调小点', '不要大字了', '关闭大字模式', '退出老年模式', '大字模式关了吧', 'normal type', 'back to normal letters please', 'smaller letters please', 'the letters are too big now', 'turn off large type', 'make the text smaller'])('「%s」 wants the usual letters', (text) => {
  expect(wantsUsualType(text)).toBe(true);
});

it.each(['字太小了看不清', '换成大字', '大字版', '恢复通话', '恢复正常通话', '关闭流量', '取消彩铃', '换成普通套餐', 'larger type', 'text message not sent', 'normal plan', 'the bill is too big', 'turn off roaming'])('「%s」 does not', (text) => {
  expect(wantsUsualType(text)).toBe(false);
});
