/** Bringing files in and handing them out: what goes round comes back the same, what a sheet would run does not, and what is wrong is told by row and column. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { articleText } from '../../../src/content/article-text.js';
import { textFiles } from '../../../src/content/content-files.js';
import { bundleOf } from '../../../src/content/exchange/bundle.js';
import { sheetOf } from '../../../src/content/exchange/faq-rows.js';
import { planOf } from '../../../src/content/exchange/planning.js';
import { rasaOf } from '../../../src/content/exchange/rasa.js';
import { readFile } from '../../../src/content/exchange/read-file.js';
import { sheetOfCsv, sheetOfWorkbook } from '../../../src/content/exchange/sheet.js';
import type { Sheet } from '../../../src/content/exchange/sheet.js';
import { csvOf, workbookOf } from '../../../src/content/exchange/writing.js';
import { intentText } from '../../../src/content/intent-text.js';
import { readDefinitions } from '../../../src/content/seed.js';
import type { ContentText } from '../../../src/domain/content.js';

const RISKY = ['=1+1', "'=1+1", "''@x", '+86', '-1', '@SUM(1)', '＝1', '＋1', '"=1+1"', 'a";=1+1', "=cmd|' /C calc'!A0", '_x000D_', '_x005F_x0041_', '1;2', 'a|b', '2026-01-01', '007', ' lead', 'tail ', '\ttab', 'true', "it's", '多\n行', 'toString', '__proto__', 'constructor'];
const text = fc.oneof(fc.constantFrom(...RISKY), fc.string({ unit: 'grapheme', maxLength: 30 })).map((one) => one.replace(/[\r\uFFFD\uFFFE\uFFFF]/gu, ''));
const line = text.map((one) => one.replace(/[\n\p{Cc}]/gu, ' ').trim()).filter((one) => one !== '');
/** What is said in more than one line. */
const lines = fc.oneof(line, fc.constantFrom('多\n行', '一\n\n二', '反\\', '反\\\n斜\\\\', 'a|b\nc;d'), fc.array(line, { minLength: 2, maxLength: 3 }).map((some) => some.join('\n')));
const sheets = fc.array(fc.array(text, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }).map((rows) => rows.map((row) => ['x', ...row, 'x']));

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const examples = fc.uniqueArray(lines.filter((one) => one.length <= 200), { maxLength: 4 });
const intents = fc.uniqueArray(fc.record({ id, zh: examples, en: examples }), { selector: (one) => one.id, minLength: 1, maxLength: 4 });
const body = text.map((one) => one.replace(/[^\P{Cc}\n\t]|[[\]<>!]/gu, '').trim()).filter((one) => one !== '');
const lists = fc.array(lines, { maxLength: 3 });
const articles = fc.uniqueArray(fc.record({ id, locale: fc.constantFrom('zh-CN', 'en'), title: line, body, keywords: lists, asked: lists, validTo: fc.constantFrom(null, '2030-12-31') }), { selector: (one) => one.id, maxLength: 4 });

function draftOf(wanted: { readonly intents: readonly { id: string; zh: readonly string[]; en: readonly string[] }[]; readonly articles: readonly { id: string; locale: string }[] }): readonly ContentText[] {
  const [first] = wanted.intents;
  return [
    ...wanted.intents.map((one) => ({ path: `intents/${one.id}.yaml`, text: intentText({ id: one.id, kind: 'faq', names: { 'zh-CN': `名${one.id}`, en: one.id }, skillGroup: 'general', examples: { 'zh-CN': one.zh, en: one.en } }, null) })),
    ...wanted.articles.map((one) => ({ path: `knowledge-base/${one.id}.${one.locale}.md`, text: articleText({ ...one, intents: [first?.id ?? ''], plans: [], regions: ['上海'], validFrom: '2026-01-01', successor: null, body: (one as { body?: string }).body }, null) })),
  ];
}

const drafts = fc.record({ intents, articles }).map(draftOf);
const about = { file: 'x', today: '2026-06-01' };

/** A table as a workbook whose sheet another program wrote otherwise. */
async function remade(table: Sheet, change: (xml: string) => string): Promise<Uint8Array> {
  const files = unzipSync(await workbookOf(table));
  const sheet = Object.keys(files).find((name) => name.includes('worksheets/sheet')) ?? '';
  return zipSync({ ...files, [sheet]: strToU8(change(strFromU8(files[sheet] ?? new Uint8Array()))) });
}
const values = async (texts: readonly ContentText[]) => {
  const { intents: all, articles: own } = await readDefinitions(textFiles(texts));
  return { examples: all.map((one) => [one.id, one.examples]), articles: own };
};
const padded = (rows: Sheet, width: number): Sheet => rows.map((row) => [...row, ...Array<string>(Math.max(0, width - row.length)).fill('')]);

describe('files of editors', () => {
  it('keep every cell through CSV and through a workbook', async () => {
    await fc.assert(
      fc.asyncProperty(sheets, async (rows) => {
        expect(sheetOfCsv('x.csv', new TextDecoder().decode(csvOf(rows)))).toEqual({ rows });
        const back = await sheetOfWorkbook('x.xlsx', await workbookOf(rows));
        expect('rows' in back && padded(back.rows, 5)).toEqual(rows);
      }),
      { numRuns: 60 },
    );
  });

  it('of Rasa may be as large as any other, though one entry may not', async () => {
    const examples = Array.from({ length: 60_000 }, (_, index) => `    - 我想问问第${index}号套餐怎么办`).join('\n');
    const read = await readFile('nlu.yml', Buffer.from(`version: "3.1"\nnlu:\n- intent: big\n  examples: |\n${examples}\n`));
    expect(read.problems).toEqual([]);
    expect(read.items).toMatchObject([{ what: { kind: 'examples', intent: 'big' } }]);
  });

  it('hold no cell that a sheet would run', () => {
    for (const cell of RISKY.filter((one) => /^'*[=+\-@＝＋－＠\t]/u.test(one))) {
      const written = new TextDecoder().decode(csvOf([[cell]]));
      expect(written.replace('\uFEFF', '')).toMatch(/^"'/);
    }
  });

  it.each(['csv', 'xlsx'] as const)('of %s bring the same values back, to the draft they came from and to an empty one', async (ending) => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.constantFrom('zh-CN' as const, 'en' as const), async (draft, locale) => {
        const sheet = sheetOf(await readDefinitions(textFiles(draft)), locale);
        const read = await readFile(`x.${ending}`, ending === 'csv' ? csvOf(sheet) : await workbookOf(sheet));
        expect(read.problems.filter((one) => !one.text.includes('no row'))).toEqual([]);
        const again = await planOf(read.items, draft, about);
        expect([...again.texts.keys()]).toEqual([]);
        expect(again.rows.filter(({ state }) => state !== 'same')).toEqual([]);
        const fresh = await planOf(read.items, [], about);
        const made = await values([...fresh.texts].map(([path, own]) => ({ path, text: own })));
        const was = await values(draft);
        expect(made.articles).toEqual(was.articles);
        const told = new Set(made.examples.map(([name]) => name));
        expect(made.examples.filter(([name]) => !read.items.some(({ what }) => what?.kind === 'article' && what.intents.includes(String(name))))).toEqual(
          was.examples.filter(([name]) => told.has(name) && !read.items.some(({ what }) => what?.kind === 'article' && what.intents.includes(String(name)))),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('of Rasa bring the same examples back', async () => {
    const plain = line.map((one) => one.replace(/[[\]]/g, '')).filter((one) => one.trim() !== '' && one === one.trim());
    const some = fc.uniqueArray(fc.record({ id, zh: fc.uniqueArray(plain, { minLength: 1, maxLength: 4 }), en: fc.uniqueArray(plain, { maxLength: 4 }) }), { selector: (one) => one.id, minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(some, async (wanted) => {
        const draft = draftOf({ intents: wanted, articles: [] });
        const read = await readFile('nlu.yml', Buffer.from(rasaOf((await readDefinitions(textFiles(draft))).intents)));
        expect(read).toMatchObject({ format: 'rasa', problems: [] });
        expect((await planOf(read.items, draft, about)).texts.size).toBe(0);
        const fresh = await planOf(read.items, [], about);
        expect((await values([...fresh.texts].map(([path, own]) => ({ path, text: own })))).examples.sort()).toEqual((await values(draft)).examples.sort());
      }),
      { numRuns: 40 },
    );
  });

  it('of Rasa keep a phrase with a line separator of Unicode in it', async () => {
    const read = await readFile('nlu.yml', Buffer.from('version: "3.1"\nnlu:\n- intent: greet\n  examples: |\n    - hello\u2028there\n    - hi\n'));
    expect(read.items).toMatchObject([{ what: { phrases: ['hello\u2028there', 'hi'] } }]);
  });

  it('of Rasa tell the line at which the phrases of an intent begin, for each language', async () => {
    const lines = ['version: "3.1"', 'nlu:', '- synonym: 卡', '  examples: |', '    - sim', '- intent: greet', '  examples: |', '    - hello', '    - 你好', '    - hi', '- intent: long', '  examples:', `  - "${'长'.repeat(501)}"`, '  - text: "[北京](city)"', ''];
    const read = await readFile('nlu.yml', Buffer.from(lines.join('\n')));
    expect(read.items.map(({ row }) => row)).toEqual([8, 9, 13]);
    expect((await planOf(read.items, [], about)).rows.at(-1)).toMatchObject({ state: 'bad', problems: [{ line: 13 }] });
  });

  it('of ours come back byte by byte', async () => {
    const texts = fc.dictionary(id, fc.string({ unit: 'binary', maxLength: 60 }), { minKeys: 1, maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(texts, async (wanted) => {
        const files = Object.entries(wanted).map(([name, own]) => ({ path: `knowledge-base/${name}.en.md`, text: own }));
        const read = await readFile('all.yaml', Buffer.from(bundleOf(files)));
        expect(read.items.map(({ what }) => what)).toEqual(files.map((one) => ({ kind: 'text', ...one })));
      }),
      { numRuns: 100 },
    );
  });

  it('are read as GBK where they are no UTF-8, and find intents by name', async () => {
    // 问题,意图,相似问法 / 查余额,查话费,还剩多少|够不够
    const gbk = Buffer.from('cecaccE22cd2e2cdbc2ccfe0cbc6cecab7a80ab2e9d3e0b6ee2cb2e9bbb0b7d12cbbb9caa3b6e0c9d97cb9bbb2bbb9bb0a'.replace(/\s/g, ''), 'hex');
    const read = await readFile('问答.csv', gbk);
    expect(read).toMatchObject({ encoding: 'gb18030', problems: [] });
    const draft = [{ path: 'intents/balance_query.yaml', text: intentText({ id: 'balance_query', kind: 'faq', names: { 'zh-CN': '查话费', en: 'Balance' }, skillGroup: 'general', examples: { 'zh-CN': ['话费'], en: [] } }, null) }];
    const plan = await planOf(read.items, draft, about);
    expect(plan.rows).toMatchObject([{ row: 2, state: 'changed', paths: ['intents/balance_query.yaml'] }]);
    expect(plan.texts.get('intents/balance_query.yaml')).toContain('够不够');
  });

  it('are told what is wrong by row and column, in both languages', async () => {
    const csv = (rows: string) => readFile('faq.csv', Buffer.from(rows));
    expect((await csv('balance,查余额,您好\n')).problems).toMatchObject([{ file: 'faq.csv', line: 1, zh: expect.stringContaining('表头') }]);
    expect((await csv('问题,意图\n"没有关上,x\n')).problems).toMatchObject([{ zh: expect.stringContaining('引号') }]);
    expect((await csv('问题,问题,意图\na,b,c\n')).problems).toMatchObject([{ column: '问题' }]);
    expect((await csv('问题,意图\n')).problems).toMatchObject([{ zh: '没有可导入的行' }]);
    const { items } = await csv('问题,答案,意图,失效\n怎么充值,好,recharge,明年\n,好,recharge,\n查,好,,2026/5/1\nbad\u0000,b,recharge,\n');
    expect(items.map(({ row, problems }) => [row, problems.map(({ column }) => column)])).toEqual([[2, ['失效']], [3, ['问题']], [4, ['意图']], [5, ['问题']]]);
    const days = await csv('问题,答案,意图,生效,失效\n甲,好,recharge,2026-13-40,\n乙,好,recharge,2026/5/1,2026/2/30\n丙,好,recharge,2026-05-02,2026-05-01\n');
    expect(days.items.map(({ problems }) => problems.map(({ column, zh }) => [column, zh]))).toEqual([[['生效', expect.stringContaining('日期写成')]], [['失效', expect.stringContaining('日期写成')]], [['失效', '失效日期早于生效日期']]]);
    const twice = await csv('intent,question,answer\nbalance,查余额,A\nbalance,查余额,B\n');
    expect((await planOf(twice.items, [], { ...about, file: 'faq.csv' })).rows).toMatchObject([{ state: 'new' }, { row: 3, state: 'bad', problems: [{ line: 3, zh: '和第 2 行是同一条' }] }]);
    for (const [name, bytes] of [['a.exe', 'x'], ['a.xlsx', 'no workbook'], ['a.md', 'text'], ['Bad Name.yaml', 'id: x']] as const) {
      const read = await readFile(name, Buffer.from(bytes));
      const { rows } = await planOf(read.items, [], about);
      expect([...read.problems, ...rows.flatMap((one) => one.problems)]).not.toEqual([]);
    }
    expect((await readFile('a.csv', Buffer.from([0xff, 0xfe, 0xff]))).problems).toMatchObject([{ zh: expect.stringContaining('编码') }]);
  });

  it('tell an undated number, a name that begins an intent, a column without a head, and the same title twice', async () => {
    const rows = ['问题,答案,意图,编号,生效', '一,答,a_b,one-a,46000', '二,答,a_b,two-a,20260301,多的', '二,答,new intent,,', '三,,new intent,,'];
    const read = await readFile('x.csv', Buffer.from(rows.join('\n')));
    expect(read.ignored).toEqual(['F']);
    const { rows: planned } = await planOf(read.items, [], { file: 'x.csv', today: '2026-01-01' });
    expect(planned.map(({ row, state, begins }) => [row, state, begins])).toEqual([[2, 'bad', []], [3, 'new', ['a_b']], [4, 'bad', []], [5, 'new', ['new intent']]]);
    expect(planned[0]?.problems).toMatchObject([{ line: 2, column: '生效', zh: expect.stringContaining('2025-12-09') as unknown, text: expect.stringContaining('2025-12-09') as unknown }]);
    expect(planned[2]?.problems).toMatchObject([{ line: 4, column: '问题' }]);
  });

  it('have their head found below a title, and rows told as the editor counts them', async () => {
    const rows = ['常见问题汇总（2026 年）', '', '制表：客服部，数据; 截至三月; 内部', '问题,答案,意图,生效', '怎么充值,"好;一;二;三;四;五;六",recharge,', '查,好,recharge,明天'];
    for (const [name, bytes] of [['x.csv', Buffer.from(rows.join('\n'))], ['x.xlsx', await workbookOf(rows.map((row) => row.split(',')))]] as const) {
      const read = await readFile(name, bytes);
      expect(read).toMatchObject({ head: 4, ignored: [], problems: [], items: [{ row: 5, problems: [] }, { row: 6, problems: [{ line: 6, column: '生效' }] }] });
    }
    const { default: writeWorkbook } = await import('write-excel-file/node');
    const cells = (table: Sheet) => table.map((row) => row.map((value) => ({ value, type: String })));
    const book = await writeWorkbook([{ sheet: '说明', data: cells([['填表说明'], ['请看下一页']]) }, { sheet: '问答', data: cells([['问题', '意图'], ['查', 'a_b']]) }, { sheet: '旧的', data: cells([['问题', '意图']]) }]).toBuffer();
    expect(await readFile('x.xlsx', book)).toMatchObject({ head: 1, ignored: ['说明', '旧的'], items: [{ row: 2 }] });
    expect(await readFile('x.csv', Buffer.from('问题,意图\n意图,问题\n'))).toMatchObject({ head: 1, items: [{ row: 2 }] });
    expect((await readFile('x.csv', Buffer.from(`${'题\n'.repeat(10)}问题,意图\n查,a_b\n`))).problems).toMatchObject([{ line: 1, zh: '前 10 行里没有表头，至少要有：问题、意图' }]);
  });

  it('tell a formula that ended in an error or was never worked out, instead of taking its cell for empty', async () => {
    const cell = (place: string, now: string) => (xml: string) => xml.replace(new RegExp(`<c r="${place}"[^>]*>.*?</c>`), now);
    const changes = [cell('B2', '<c r="B2" t="e"><f>A9</f><v>#REF!</v></c>'), cell('B3', '<c r="B3"><f>1+1</f></c>'), cell('B4', '<c r="B4" t="str"><f>"a"</f><v>worked out</v></c>'), cell('B5', '<c r="B5"><f>A2&amp;"?"</f><v></v></c>'), cell('B6', '<c r="B6" t="str"><f>""</f><v></v></c>')];
    const table = [['问题', '答案', '意图'], ...['一', '二', '三', '四', '五'].map((title) => [title, 'x', 'a_b'])];
    const read = await readFile('x.xlsx', await remade(table, (xml) => changes.reduce((now, change) => change(now), xml)));
    expect(read.items.map(({ problems }) => problems.map(({ column, text }) => [column, text]))).toEqual([
      [['答案', expect.stringContaining('#REF!')]],
      [['答案', expect.stringContaining('not been worked out')]],
      [],
      [['答案', expect.stringContaining('not been worked out')]],
      [],
    ]);
    expect([read.items[2]?.what, read.items[4]?.what]).toMatchObject([{ kind: 'article', body: 'worked out' }, { kind: 'examples', phrases: ['五'] }]);
  });

  it('have cells that are merged read as they are seen: the same in every row, and rows beside one question are one', async () => {
    const table = [['问答', '', '', '', ''], ['问题', '答案', '意图', '相似问法', '失效'], ['一', '甲', 'a_b', '壹|弌', '长期'], ['', '乙', '', '1;一点', ''], ['二', '丙', '', '', '2026-12-31 23:59:59'], ['三', '', '', '', ''], ['', '', '', '', '']];
    const read = await readFile('x.xlsx', await remade(table, (xml) => xml.replace('</sheetData>', '</sheetData><mergeCells count="3"><mergeCell ref="A1:E1"/><mergeCell ref="A3:A4"/><mergeCell ref="C3:C1048576"/></mergeCells>')));
    expect(read).toMatchObject({ head: 2, problems: [] });
    expect(read.items).toMatchObject([
      { row: 3, problems: [], what: { title: '一', body: '甲\n乙', intents: ['a_b'], asked: ['壹', '弌', '1', '一点'], validTo: null } },
      { row: 5, problems: [], what: { title: '二', body: '丙', intents: ['a_b'], validTo: '2026-12-31' } },
      { row: 6, problems: [], what: { kind: 'examples', intent: 'a_b', phrases: ['三'] } },
    ]);
  });

  it('have a hidden sheet left alone where another has a head, and take days as databases write them', async () => {
    const { default: writeWorkbook } = await import('write-excel-file/node');
    const cells = (table: Sheet) => table.map((row) => row.map((value) => ({ value, type: String })));
    const book = unzipSync(await writeWorkbook([{ sheet: '旧的', data: cells([['问题', '意图'], ['旧', 'a_b']]) }, { sheet: '新的', data: cells([['问题', '意图'], ['新', 'a_b']]) }]).toBuffer());
    const names = strFromU8(book['xl/workbook.xml'] ?? new Uint8Array()).replace('name="旧的"', 'name="旧的" state="hidden"');
    expect(await readFile('x.xlsx', zipSync({ ...book, 'xl/workbook.xml': strToU8(names) }))).toMatchObject({ ignored: ['旧的'], items: [{ what: { phrases: ['新'] } }] });
    const days = ['2026-03-01 00:00:00,永久', '2026-03-01T00:00,2026/12/31 23:59', '2026-03-01 09:00,', '2026-03-01 23:59:59,', '20260301,2026-12-31 12:00'].map((two, at) => `${at},好,a_b,${two}`);
    const { items } = await readFile('x.csv', Buffer.from(`问题,答案,意图,生效,失效\n${days.join('\n')}`));
    expect(items.map(({ problems }) => problems.map(({ column }) => column))).toEqual([[], [], ['生效'], ['生效'], ['失效']]);
    expect(items).toMatchObject([{ what: { validFrom: '2026-03-01', validTo: null } }, { what: { validFrom: '2026-03-01', validTo: '2026-12-31' } }, {}, {}, {}]);
  });

  it('of Rasa tell by name what of them is not taken', async () => {
    const lines = ['version: "3.1"', 'nlu:', '- intent: greet', '  examples: |', '    - hi', '- synonym: 卡', '  examples: |', '    - sim', '- lookup: city', '  examples: |', '    - 上海', 'responses:', '  utter_greet:', '  - text: hello', 'stories: []'];
    expect((await readFile('nlu.yml', Buffer.from(lines.join('\n')))).ignored).toEqual(['synonym', 'lookup', 'responses', 'stories']);
    expect((await readFile('nlu.yml', Buffer.from(lines.slice(0, 5).join('\n')))).ignored).toEqual([]);
  });

  it('of twenty thousand rows are planned without holding anybody up', async () => {
    const rows = Array.from({ length: 4000 }, (_, index) => `问法${index},balance\n`).join('');
    const { items } = await readFile('faq.csv', Buffer.from(`问题,意图\n${rows}`));
    let longest = 0;
    let last = performance.now();
    const watching = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const plan = await planOf(items, [], about);
    clearInterval(watching);
    expect(plan.texts.size).toBe(1);
    expect(longest).toBeLessThan(500);
  });
});
