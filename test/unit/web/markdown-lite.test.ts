/** Answers come as Markdown; what is not understood stays words, and nothing becomes a dangerous link. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readMarkdown, safeHref, withPictures } from '../../../src/web/kit/markdown-lite.js';

describe('reading Markdown', () => {
  it('finds paragraphs, lists, bold, code and links', () => {
    expect(readMarkdown('**先**看：\n\n1. 打开 `设置`\n2. 见[说明](kb:recharge-ways)\n\n- 完')).toEqual([
      { type: 'paragraph', inlines: [{ type: 'bold', text: '先' }, { type: 'text', text: '看：' }] },
      {
        type: 'list',
        isOrdered: true,
        start: 1,
        items: [
          [{ type: 'text', text: '打开 ' }, { type: 'code', text: '设置' }],
          [{ type: 'text', text: '见' }, { type: 'link', text: '说明', href: '/kb/recharge-ways' }],
        ],
      },
      { type: 'list', isOrdered: false, start: 1, items: [[{ type: 'text', text: '完' }]] },
    ]);
  });

  it('does not take an amount at the start of a line for a numbered list', () => {
    expect(readMarkdown('3.50 元')).toEqual([{ type: 'paragraph', inlines: [{ type: 'text', text: '3.50 元' }] }]);
  });

  it('leaves the stars of masked numbers alone', () => {
    const said = '这里是 138****0005，那里是 139****0007。';
    expect(readMarkdown(said)).toEqual([{ type: 'paragraph', inlines: [{ type: 'text', text: said }] }]);
  });

  it('ends a bare address before Chinese punctuation', () => {
    expect(readMarkdown('见 https://jiebang.example/a。')[0]).toMatchObject({ inlines: [{}, { href: 'https://jiebang.example/a' }, { text: '。' }] });
  });

  it('links only to the web, a telephone or a path of the server', () => {
    expect(['javascript:alert(1)', 'data:text/html,x', '//evil.example', 'vbscript:x', 'kb:../admin', ' https://x'].map(safeHref)).toEqual([null, null, null, null, null, null]);
    expect(['https://a.example', 'tel:4000001234', '/kb/a', 'kb:a-b'].map(safeHref)).toEqual(['https://a.example', 'tel:4000001234', '/kb/a', '/kb/a-b']);
  });

  it('loses no word of any text', () => {
    const word = fc.string({ minLength: 1, maxLength: 8 }).filter((text) => /^[\p{L}\d]+$/u.test(text));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), fc.constantFrom(' ', '\n', '\n\n', '\n- '), (words, between) => {
        const read = JSON.stringify(readMarkdown(words.join(between)));
        for (const each of words) expect(read).toContain(each);
      }),
    );
  });

  it('shows pictures of this server only, in place of the words for them', () => {
    const pictures = [{ text: '（图：卡托 $& 在侧面）', words: '卡托 $& 在侧面', href: '/kb-images/tray-0123456789ab.png' }];
    expect(readMarkdown(withPictures('先找卡托。\n（图：卡托 $& 在侧面）', [{}, { pictures }]))).toEqual([
      { type: 'paragraph', inlines: [{ type: 'text', text: '先找卡托。\n' }, { type: 'image', text: '卡托 $& 在侧面', href: '/kb-images/tray-0123456789ab.png' }] },
    ]);
    expect(withPictures('没有图')).toBe('没有图');
    for (const href of ['https://evil.example/a.png', '//evil.example/a.png', 'data:image/png;base64,AA', 'javascript:alert(1)', '/api/attachments/x']) expect(JSON.stringify(readMarkdown(`![x](${href})`))).not.toContain('"image"');
  });
});
