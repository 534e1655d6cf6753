/** Guarantees of reading content files: what is sound becomes content, what is not is told by file and line. */
import { describe, expect, it } from '@jest/globals';
import type { ContentFile, ContentFiles } from '../../../src/content/content-files.js';
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
});
