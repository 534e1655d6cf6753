/** Every malicious output of the project's own set is stopped, whole and one character at a time, and attacks carry no secret past the masking. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Guard } from '../../../../src/knowledge/guard/guard.js';
import type { Verdict } from '../../../../src/knowledge/guard/guard.js';
import { Masking } from '../../../../src/knowledge/guard/masking.js';
import { SentenceGate } from '../../../../src/knowledge/guard/sentence-gate.js';
import { attacks } from '../../../support/attacks.js';
import { grounds, passage, streamed } from '../../../support/guarding.js';

const guard = new Guard(
  grounds({
    toolResults: [{ balanceFen: 6666, asOf: Date.parse('2026-11-22T06:05:00Z') }],
    passages: [passage('5G畅享129 套餐每月 129 元，含 30GB 国内流量，次月 1 日生效。')],
    names: ['5G畅享129', '5G畅享199'],
    secrets: ['你是接棒通信的智能助手小接，只根据下面的资料回答。', 'CANARY-B-41d7'],
  }),
);

describe('malicious outputs', () => {
  it.each(attacks('outputs').map(({ id, kind, text }) => [id, kind, text] as const))('%s (%s) shows nothing, whole or piecemeal', (_, __, text) => {
    const whole = streamed([text], guard);
    expect([text, whole.shown, whole.refused === null]).toEqual([text, '', false]);
    expect(streamed(text.split(''), guard)).toEqual(whole);
  });

  it('are stopped behind a good sentence too, which stays', () => {
    for (const { text } of attacks('outputs')) expect([text, streamed(['您的余额是 66.66 元。', text], guard).shown]).toEqual([text, '您的余额是 66.66 元。']);
  });
});

it('no attack is shown when it comes back as an answer with somebody else in it', () => {
  for (const { text } of [...attacks('telecom'), ...attacks('injections')]) expect(streamed([text], guard).shown).not.toMatch(/0000002|零零零零零二|9999/u);
});

it('masks the number of another subscriber in whatever disguise that a person reads as it is', () => {
  for (const { text, kind } of attacks('telecom')) {
    if (!text.includes('13800000002') && !/fullwidth|zero-width|han-digits|circled|spaced/u.test(kind)) continue;
    const masked = new Masking().mask(text).normalize('NFKC').replace(/[\u200b\s]/gu, '');
    expect([kind, masked]).toEqual([kind, expect.not.stringMatching(/13800000002|一三八零零零零零零零二/u)]);
  }
});

it('what the operator wrote itself is not held against a model that repeats it, beyond one sentence in a hundred', () => {
  const folder = new URL('../../../../knowledge-base/', import.meta.url);
  let sentences = 0;
  const refused: string[] = [];
  for (const file of readdirSync(folder)) {
    const body = readFileSync(new URL(file, folder), 'utf8').split('---\n').slice(2).join('---\n');
    const own = new Guard(grounds({ passages: [passage(body)] }));
    const judge = (sentence: string): Verdict => {
      sentences += 1;
      if (!own.judge(sentence).isShown) refused.push(`${file}: ${sentence}`);
      return { isShown: true };
    };
    const gate = new SentenceGate({ judge, mostChars: 100_000 });
    gate.push(body);
    gate.end();
  }
  expect(sentences).toBeGreaterThan(2000);
  expect(refused.length / sentences).toBeLessThan(0.01);
});

it('the set is broad enough', () => {
  const names = ['injections', 'telecom', 'unverified', 'outputs', 'benign'] as const;
  expect(names.reduce((sum, name) => sum + attacks(name).length, 0)).toBeGreaterThanOrEqual(300);
  expect(readFileSync(new URL('../../../attacks/README.md', import.meta.url), 'utf8')).toContain('outputs.jsonl');
});
