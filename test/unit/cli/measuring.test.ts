/** The measuring commands as they are run: what they print, write and refuse. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DIST = join(import.meta.dirname, '../../../dist/server');
const folder = mkdtempSync(join(tmpdir(), 'jiebang-measuring-'));
const at = (name: string): string => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: 'nlu-eval' | 'nlu-report', ...given: readonly string[]): { readonly code: number | null; readonly said: string; readonly complained: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(DIST, `${command}.js`), ...given], { encoding: 'utf8' });
  return { code: status, said: stdout, complained: stderr };
}
const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(at(name), lines.map((line) => `${line}\n`).join(''));
  return at(name);
};

const LINES = ['查话费', '看看话费', '话费还剩多少', '余额多少'].map((text) => JSON.stringify({ text, intent: 'balance' })).concat(['流量还有吗', '查流量', '用了多少流量'].map((text) => JSON.stringify({ text, label: 'data' })));
const train = file('train.jsonl', LINES);
const test = file('test.jsonl', ['{"text":"查一下话费","intent":"balance"}', '{"text":"今天吃什么","intent":"oos"}']);

describe('nlu-eval', () => {
  it('tells how long it trained and writes a prediction for every line', () => {
    const { code, said } = run('nlu-eval', '--train', train, '--test', test, '--out', at('out.jsonl'));
    expect(code).toBe(0);
    expect(said).toMatch(/^trained on 7 messages in \d+\.\d\d s\n/);
    const lines = readFileSync(at('out.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toMatchObject([{ text: '查一下话费', intent: 'balance', confidence: expect.any(Number), accepted: expect.any(Boolean), micros: expect.any(Number) }, { text: '今天吃什么' }]);
  });

  it.each([
    ['an option it does not know', ['--trian', train, '--test', test, '--out', at('no.jsonl')], 2, /^usage: nlu-eval /],
    ['a language it does not know', ['--train', train, '--test', test, '--out', at('no.jsonl'), '--locale', 'fr'], 2, /^usage: nlu-eval /],
    ['a file that is not there', ['--train', at('none.jsonl'), '--test', test, '--out', at('no.jsonl')], 1, /none\.jsonl/],
    ['a line that is no JSON', ['--train', file('bad.jsonl', ['{"text":"a","intent":"x"}', 'oops']), '--test', test, '--out', at('no.jsonl')], 1, /bad\.jsonl:2: not JSON/],
    ['nothing to learn from', ['--train', file('empty.jsonl', ['{"text":"a","intent":"oos"}']), '--test', test, '--out', at('no.jsonl')], 1, /empty\.jsonl: no message/],
    ['a place it cannot write to', ['--train', train, '--test', test, '--out', join(folder, 'no', 'out.jsonl')], 1, /out\.jsonl/],
  ] as const)('refuses %s in one line', (_, given, wanted, told) => {
    const { code, complained } = run('nlu-eval', ...given);
    expect({ code, lines: complained.trim().split('\n').length }).toEqual({ code: wanted, lines: 1 });
    expect(complained).toMatch(told);
  });
});

describe('nlu-report', () => {
  it.each([['--folds', 'many'], ['--folds', '1'], ['--help']])('refuses %j in one line', (...given) => {
    expect(run('nlu-report', ...given)).toMatchObject({ code: 2, complained: expect.stringMatching(/^usage: nlu-report [^\n]*\n$/) });
  });
});
