/** Names in place of ids, as editors read them. */
import { describe, expect, it } from '@jest/globals';
import { RULES } from '../../../src/dialogue/decide.js';
import { hrefOf, nameInText, namesOf, pathOf } from '../../../src/web/studio/link/names.js';
import { en } from '../../../src/web/studio/words/en.js';
import { zhCn } from '../../../src/web/studio/words/zh-cn.js';

const known = { intents: [{ id: 'balance_query', names: { 'zh-CN': '查话费余额', en: 'Check balance' } }], articles: [{ id: 'apn', locale: 'zh-CN' as const, title: '接入点' }] };
const words = { routes: zhCn.report.routes, rules: zhCn.rules, variables: zhCn.nav.variables, ...zhCn.texts };

describe('names in the studio', () => {
  it('stand for intents, articles, rules and texts, and ids only where there is no name', () => {
    const names = namesOf(known, 'zh-CN', words);
    expect(['balance_query', '(asks back)', 'clear-intent', 'gone'].map(names.route)).toEqual(['查话费余额', '反问', '意图明确，直接回答', 'gone']);
    expect(['intents/balance_query.yaml', 'knowledge-base/apn.zh-CN.md', 'knowledge-base/gone.en.md', 'knowledge-base/variables.yaml', 'intents/lexicon/typos.yaml'].map(names.text)).toEqual(['查话费余额', '接入点 (中文)', 'knowledge-base/gone.en.md', '变量', '词表：typos']);
    expect(namesOf(known, 'en', words).article('apn')).toBe('接入点');
  });

  it('say every rule of the conversation in both languages', () => {
    for (const [rule] of RULES) expect([zhCn.rules[rule], en.rules[rule]]).toEqual([expect.any(String), expect.any(String)]);
  });

  it('lead to where a text is edited, and call what is deleted as it called itself', () => {
    expect(['intents/a.yaml', 'knowledge-base/b.en.md', 'knowledge-base/variables.yaml', 'intents/golden/g.yaml', '问答.csv'].map(hrefOf)).toEqual(['#/intents/a', '#/articles/b.en', '#/variables', null, null]);
    expect(['intents/a', 'articles/b.en', 'variables', 'articles/+'].map(pathOf)).toEqual(['intents/a.yaml', 'knowledge-base/b.en.md', 'knowledge-base/variables.yaml', null]);
    const gone = (path: string, ...lines: string[]) => nameInText({ path, hunks: [{ line: 1, lines: lines.map((text) => ({ kind: 'removed' as const, text })) }] }, 'zh-CN');
    expect(gone('intents/a.yaml', 'id: a', 'names:', '  zh-CN: "查一查"', '  en: Look', 'examples:', '  zh-CN:')).toBe('查一查');
    expect(gone('knowledge-base/b.en.md', '---', 'id: b', 'title: Fees')).toBe('Fees');
  });
});
