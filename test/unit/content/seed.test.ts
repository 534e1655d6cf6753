/** Guarantees of reading content files: what is sound becomes content, what is not is told by file and line. */
import { describe, expect, it } from '@jest/globals';
import type { ContentFile, ContentFiles } from '../../../src/content/content-files.js';
import { KnownFiles } from '../../../src/content/known-files.js';
import { readSeed, requireSeed } from '../../../src/content/seed.js';

const INTENT = `id: recharge
kind: faq
names:
  zh-CN: 充值
  en: Top up
skillGroup: billing
slots: []
examples:
  zh-CN:
    - 充话费
    - 100
  en:
    - top up
notes: ''
`;
const ARTICLE = `---
id: recharge-ways
locale: zh-CN
title: 怎么充值
intents: [recharge]
validFrom: 2026-01-01
---

在 App 里充值。
`;

function files(rest: Readonly<Record<string, string>> = {}): ContentFiles {
  const all: Record<string, string> = { 'intents/recharge.yaml': INTENT, 'knowledge-base/recharge-ways.zh-CN.md': ARTICLE, ...rest };
  return {
    in: (folder, ending) =>
      Promise.resolve(Object.entries(all).flatMap(([path, text]): ContentFile[] => (path.startsWith(`${folder}/`) && !path.slice(folder.length + 1).includes('/') && path.endsWith(ending) ? [{ path, text }] : []))),
  };
}

describe('content files', () => {
  it('that were read before are not read again, and those that changed are; what is wrong is told each time', async () => {
    const known = new KnownFiles();
    const { seed: first } = await readSeed(files(), known);
    const changed = await readSeed(files({ 'intents/recharge.yaml': INTENT.replace('充话费', '交话费') }), known);
    expect(changed.seed.intents[0]?.examples['zh-CN']).toEqual(['交话费', '100']);
    expect(changed.seed.articles).toEqual(first.articles);
    const wrong = files({ 'intents/recharge.yaml': INTENT.replace('kind: faq', 'kind: magic'), 'intents/lexicon/typos.yaml': '- { from: 华费, to: 话费' });
    const told = (await readSeed(wrong, known)).problems.map(({ file, line }) => `${file}:${line}`);
    expect(told).toHaveLength(2);
    expect((await readSeed(wrong, known)).problems.map(({ file, line }) => `${file}:${line}`)).toEqual(told);
    const again = await readSeed(files(), known);
    expect(again.seed).toEqual(first);
    expect(again.seed.intents[0]).toBe(first.intents[0]);
  });

  it('become intents, articles and a lexicon', async () => {
    const { seed, problems } = await readSeed(files({ 'intents/lexicon/typos.yaml': '- { from: 华费, to: 话费 }\n' }));
    expect(problems).toEqual([]);
    expect(seed.intents).toMatchObject([{ id: 'recharge', kind: 'faq', needsVerified: false, examples: { 'zh-CN': ['充话费', '100'] } }]);
    expect(seed.articles).toMatchObject([{ id: 'recharge-ways', plans: [], validTo: null, successor: null, body: '在 App 里充值。' }]);
    expect(seed.lexicon.typos).toMatchObject([{ from: '华费', to: '话费' }]);
  });

  it('tell the line of a wrong field', async () => {
    const { problems } = await readSeed(files({ 'intents/recharge.yaml': INTENT.replace('kind: faq', 'kind: magic') }));
    expect(problems[0]).toMatchObject({ file: 'intents/recharge.yaml', line: 2 });
  });

  it('tell the line of broken YAML and of a wrong front matter', async () => {
    const { problems } = await readSeed(
      files({ 'intents/recharge.yaml': INTENT.replace('skillGroup: billing', 'skillGroup: [billing'), 'knowledge-base/recharge-ways.zh-CN.md': ARTICLE.replace('2026-01-01', 'soon') }),
    );
    expect(problems.map(({ file }) => file)).toContain('intents/recharge.yaml');
    expect(problems).toContainEqual(expect.objectContaining({ file: 'knowledge-base/recharge-ways.zh-CN.md', line: 6 }));
  });

  it('tell what points nowhere, is misnamed, or asks without a question', async () => {
    const { problems } = await readSeed(
      files({
        'intents/other.yaml': INTENT,
        'intents/form.yaml': INTENT.replace('id: recharge', 'id: form').replace('slots: []', 'slots:\n  - { name: month, entity: month, required: true }'),
        'knowledge-base/lost.zh-CN.md': ARTICLE.replace('recharge-ways', 'lost').replace('[recharge]', '[nothing]').replace('validFrom', 'successor: nowhere\nvalidFrom'),
      }),
    );
    const told = problems.map(({ text }) => text).join('\n');
    expect(told).toContain('must be the name of the file');
    expect(told).toContain('needs the question that asks for it');
    expect(told).toContain('there is no intent nothing');
    expect(told).toContain('there is no article nowhere');
  });

  it('are not served at all when something is wrong with them', async () => {
    await expect(requireSeed(files({ 'knowledge-base/recharge-ways.zh-CN.md': '怎么充值' }))).rejects.toThrow(/knowledge-base\/recharge-ways\.zh-CN\.md:1/);
  });

  it('say what is wrong in Chinese as well', async () => {
    const { problems } = await readSeed(files({ 'intents/recharge.yaml': INTENT.replace('kind: faq', 'kind: magic'), 'knowledge-base/recharge-ways.zh-CN.md': ARTICLE.replace('2026-01-01', '2026-02-30') }));
    expect(problems).toEqual([
      expect.objectContaining({ file: 'intents/recharge.yaml', line: 2, zh: expect.stringMatching(/^kind: .*[一-龥]/) }),
      expect.objectContaining({ file: 'knowledge-base/recharge-ways.zh-CN.md', line: 6, zh: expect.stringContaining('年-月-日') }),
    ]);
  });

  it('say how much is too much, and of which entry, as somebody who is no programmer would', async () => {
    const told = async (examples: readonly string[]) => {
      const { problems } = await readSeed(files({ 'intents/recharge.yaml': INTENT.replace(/examples:[\s\S]*?(?=^\S|$(?![\s\S]))/m, `examples:\n  zh-CN: ${JSON.stringify(examples)}\n  en: []\n`) }));
      return problems.map(({ text, zh }) => [text, zh]);
    };
    expect(await told(['充', '值'.repeat(501)])).toEqual([['examples.zh-CN, entry 2: too long; at most 500 characters', 'examples.zh-CN 第 2 项: 太长了，最多 500 个字']]);
    const { problems: unnamed } = await readSeed(files({ 'intents/recharge.yaml': INTENT.replace(/skillGroup: .*\n/, '') }));
    expect(unnamed.map(({ text, zh }) => [text, zh])).toEqual([['skillGroup: is missing', 'skillGroup: 没有写']]);
    expect(await told(Array.from({ length: 5001 }, (_, index) => `充${index}`))).toEqual([['examples.zh-CN: too many; at most 5000', 'examples.zh-CN: 太多了，最多 5000 个']]);
  });

  it('put variables into articles and answers, and leave no mark that stands for nothing', async () => {
    const own = { 'knowledge-base/variables.yaml': 'hotline: 10000\napp: { zh-CN: 掌厅, en: the app }\n', 'knowledge-base/recharge-ways.zh-CN.md': `${ARTICLE}\n打 {{hotline}}，或用{{ app }}。` };
    const { seed, problems } = await readSeed(files({ ...own, 'intents/recharge.yaml': `${INTENT}answers: { zh-CN: '请打{{hotline}}', en: { any: 'Call {{hotline}}', wechat: 'Use {{app}}' } }\n` }));
    expect(problems).toEqual([]);
    expect(seed.articles[0]?.body).toContain('打 10000，或用掌厅。');
    expect(seed.intents[0]?.answers).toEqual({ 'zh-CN': { any: '请打10000' }, en: { any: 'Call 10000', wechat: 'Use the app' } });
    const leak = await readSeed(files({ ...own, 'intents/recharge.yaml': `${INTENT}answers: { zh-CN: '您的余额是 {{subscriber.balance}}' }\n` }));
    expect(leak.problems).toEqual([expect.objectContaining({ file: 'intents/recharge.yaml', text: expect.stringContaining('subscriber.balance') })]);
  });

  it('lead nowhere that is not there, and show nothing from elsewhere', async () => {
    const body = (text: string) => readSeed(files({ 'knowledge-base/recharge-ways.zh-CN.md': `${ARTICLE}\n${text}\n` }));
    for (const bad of ['[x](kb:gone)', '[x](javascript:alert(1))', '[x](http://a.example)', '![x](https://evil.example/a.png)', '![x](data:image/png;base64,AA)', '![x](/a.png)', '![](/kb-images/tray-0123456789ab.png)', '[x](//evil.example)']) {
      expect((await body(bad)).problems).toEqual([expect.objectContaining({ line: 11 })]);
    }
    for (const good of ['[x](kb:recharge-ways)', '[x](https://a.example/b)', '[x](tel:10000)', '![x](/kb-images/tray-0123456789ab.png)']) expect((await body(good)).problems).toEqual([]);
  });

  it('read an intent with all it can have, and refuse what contradicts itself', async () => {
    const more = `patterns: ['充值卡.*(坏|刮)']\nbuttons:\n  - { article: recharge-ways }\n  - { person: true, label: { zh-CN: 找人, en: Person } }\nvalidFrom: 2026-01-01\nvalidTo: 2026-12-31\nplans: [unlimited-128]\nregions: [上海]\nowner: 小编\n`;
    const { seed, problems } = await readSeed(files({ 'intents/recharge.yaml': INTENT + more }));
    expect(problems).toEqual([]);
    expect(seed.intents[0]).toMatchObject({ buttons: [{ article: 'recharge-ways' }, { person: true }], validTo: '2026-12-31', plans: ['unlimited-128'], regions: ['上海'], owner: '小编' });
    const wrong = ['validFrom: 2026-05-01\nvalidTo: 2026-04-01', 'buttons: [{ intent: gone }]', 'buttons: [{ article: gone }]', "patterns: ['(?<=y)z']", "patterns: ['(.+)+\\1z']", "patterns: ['^((a{1,30}){1,30})$']", 'validFrom: 2026-02-30', 'answers: { zh-CN: { fax: 1 } }', "answers: { en: { any: '[a](kb:recharge-ways)', wechat: 'see [b](kb:gone)' } }"];
    for (const bad of wrong) expect((await readSeed(files({ 'intents/recharge.yaml': `${INTENT}${bad}\n` }))).problems).toEqual([expect.objectContaining({ line: expect.any(Number) })]);
  });

  it('are refused with file and line within a moment when they are no sound YAML', async () => {
    const deep = Array.from({ length: 2000 }, (_, depth) => `${'  '.repeat(depth)}a:`).join('\n');
    const aliases = `a: &a [x,x,x,x,x,x,x,x,x]\n${['b', 'c', 'd', 'e', 'f', 'g'].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdef'[index] ?? 'a'}`).join(',')}]`).join('\n')}`;
    const texts = ['--- |10\n', 'key: - a\n     - b\n', 'top1: &node1\n  &k1 key1: val1\n', "intent: !!js/function 'function(){return process.env}'\n", '<<: {__proto__: {verified: true}}\nintent: a\n', 'intent: ~\n', 'intents: []\n', deep, aliases, '['.repeat(50_000), `- ${'- '.repeat(5000)}`, `id: recharge\nexamples:\n  en: [${Array(20_000).fill('x').join(', ')}]`];
    for (const text of texts) {
      const begun = performance.now();
      const { problems } = await readSeed(files({ 'intents/recharge.yaml': text }));
      expect(problems[0]).toMatchObject({ file: 'intents/recharge.yaml', line: expect.any(Number), zh: expect.stringMatching(/[一-龥]/) });
      // It guards against growth without bounds: soundly read these take milliseconds.
      expect(performance.now() - begun).toBeLessThan(10_000);
    }
  });
});
