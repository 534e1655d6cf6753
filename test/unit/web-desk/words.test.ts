/** Both languages of the desk say the same things with the same blanks to fill. */
import { describe, expect, it } from '@jest/globals';
import { SKILL_GROUPS } from '../../../src/domain/staff.js';
import { ERROR_TABLE } from '../../../src/domain/errors.js';
import { en } from '../../../src/web/desk/words/en.js';
import { zhCn } from '../../../src/web/desk/words/zh-cn.js';

function flat(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value as object, `${path}${key}.`),
  );
}
const blanks = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((found) => found[1] ?? '').sort();

describe('the words of the desk', () => {
  const english = new Map(flat(en));

  it('have the same keys and the same blanks in both languages', () => {
    expect([...english.keys()].sort()).toEqual(
      flat(zhCn)
        .map(([key]) => key)
        .sort(),
    );
    const differing = flat(zhCn).filter(([key, text]) => {
      const inEnglish = blanks(english.get(key) ?? '');
      // A month by its number needs no year in one language and no other figure in the other.
      return !blanks(text).every((blank) => inEnglish.includes(blank));
    });
    expect(differing).toEqual([]);
  });

  it('leave no Chinese in the English', () => {
    expect(flat(en).filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
  });

  it('know every skill group that ships and every refusal the server gives', () => {
    expect(Object.keys(zhCn.skills)).toEqual(expect.arrayContaining([...SKILL_GROUPS]));
    const unnamed = Object.keys(ERROR_TABLE).filter((code) => !(code in zhCn.errors) && code !== 'unknown-event' && code !== 'locked');
    expect(unnamed).toEqual([]);
  });
});
