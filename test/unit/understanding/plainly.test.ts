/** Guarantees of words of question in the dialects: they are read as the standard ones, and what only looks like them stays. */
import { describe, expect, it } from '@jest/globals';
import { plainly } from '../../../src/understanding/plainly.js';

describe('a question in dialect', () => {
  it.each([
    ['咋办', '怎么办'], ['咋个换', '怎么换'], ['为啥', '为什么'], ['啥时候到', '什么时候到'], ['那是啥子', '那是什么'], ['要好多钱', '要多少钱'], ['上个月用了好多', '上个月用了多少'],
    ['要好久', '要多久'], ['好久退', '多久退'], ['好久给我回话', '多久给我回话'], ['不晓得', '不知道'], ['还要好久才到', '还要多久才到'], ['能退不', '能退吗'], ['缓两天行不？', '缓两天行吗?'], ['啷个办', '怎么办'], ['几多钱', '多少钱'],
  ])('「%s」 is 「%s」', (said, standard) => {
    expect(plainly(said)).toBe(standard);
  });

  it.each(['等了好久', '好多短信发不出去', '你们要不要', '到底是不是', '我说不', '多少钱', '不', '好不', 'how long'])('「%s」 stays', (said) => {
    expect(plainly(said)).toBe(said);
  });
});
