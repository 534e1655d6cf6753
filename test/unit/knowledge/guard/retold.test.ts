/** What an article says may be told again in other words, its rules and dates included; what it does not say, or says only under a condition, may not. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../../../src/adapters/langchain/plain-text.js';
import type { Passage } from '../../../../src/domain/article.js';
import { Guard } from '../../../../src/knowledge/guard/guard.js';
import { grounds, passage } from '../../../support/guarding.js';

interface Line {
  readonly article: string;
  readonly text: string;
  readonly isSaid: boolean;
}

const lines = readFileSync(new URL('retold.jsonl', import.meta.url), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Line);
const NAMES = ['畅享39', '畅享59', '校园36', '融合家169', '4G飞享58', 'Smooth 59', 'Home 169', '视频会员'];

function passagesOf(article: string): readonly Passage[] {
  const body = readFileSync(new URL(`../../../../knowledge-base/${article}.md`, import.meta.url), 'utf8').split('---\n').slice(2).join('---\n');
  const [opening = '', ...sections] = body.trim().split(/^## /mu);
  return [passage(plainText(opening)), ...sections.map((section) => passage(plainText(section.slice(section.indexOf('\n'))), section.slice(0, section.indexOf('\n'))))];
}

describe('of the shipped articles', () => {
  const guards = new Map<string, Guard>();
  const shows = ({ article, text }: Line): boolean => {
    const guard = guards.get(article) ?? new Guard(grounds({ today: '2026-12-01', ownMsisdn: null, passages: passagesOf(article), names: NAMES }));
    guards.set(article, guard);
    return guard.judge(text).isShown;
  };

  it('every sentence that retells one is shown', () => {
    const said = lines.filter(({ isSaid }) => isSaid);
    expect(said.length).toBeGreaterThan(200);
    expect(said.filter((line) => !shows(line))).toEqual([]);
  });

  it('no promise, no act and no claim beyond them is', () => {
    const unsaid = lines.filter(({ isSaid }) => !isSaid);
    expect(unsaid.length).toBeGreaterThan(80);
    expect(unsaid.filter(shows)).toEqual([]);
  });
});
