/** Plays every story of this folder: conversations as data, with what must come of each turn. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { RULES } from '../../src/dialogue/decide.js';
import type { Published } from '../../src/content/published.js';
import type { Reply } from '../../src/domain/reply.js';
import { seededContent } from '../support/seeded-content.js';
import { mismatches, Stage } from './story.js';
import type { Story } from './story.js';

const FOLDER = import.meta.dirname;
const stories = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .flatMap((name) => (parse(readFileSync(join(FOLDER, name), 'utf8')) as Story[]).map((story) => ({ file: name, ...story })));

let content: Published;
beforeAll(async () => {
  content = await seededContent();
}, 300_000);

describe('a conversation goes as its story tells', () => {
  it.each(stories.map((story) => [`${story.file}: ${story.name}`, story] as const))('%s', async (_name, story) => {
    const stage = new Stage(content);
    let conversation = stage.begin(story);
    let last: Reply | null = null;
    for (const [index, turn] of story.turns.entries()) {
      const played = await stage.play(conversation, turn, last);
      const wrong = mismatches(turn, played.reply);
      if (wrong.length > 0) throw new Error(`turn ${index + 1} 「${turn.say ?? turn.press ?? turn.signIn ?? ''}」\n${wrong.join('\n')}`);
      conversation = played.conversation;
      last = played.reply;
    }
  });
});

describe('the stories as a whole', () => {
  /** A rule that only speaks where a language model is configured is told of by the journeys that have one. */
  const WITH_MODEL: ReadonlySet<string> = new Set(['model-choice']);

  it('cover every rule of deciding', () => {
    const told = new Set(stories.flatMap(({ turns }) => turns.flatMap(({ rule }) => rule ?? [])));
    expect(RULES.map(([name]) => name).filter((name) => !told.has(name) && !WITH_MODEL.has(name))).toEqual([]);
  });

  it('cover every intent of the catalogue', () => {
    const told = new Set(stories.flatMap(({ turns }) => turns.flatMap(({ intent, topic }) => [intent ?? [], topic ?? []].flat())));
    expect([...content.current().intents.keys()].filter((id) => !told.has(id))).toEqual([]);
  });

  it('repeat no message of the evaluation sets, which are for measuring only', () => {
    const normal = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');
    const folder = join(FOLDER, '..', 'evaluation');
    const measured = new Set(
      readdirSync(folder)
        .filter((name) => name.endsWith('.jsonl'))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').trim().split('\n'))
        .map((line) => normal((JSON.parse(line) as { text: string }).text)),
    );
    const repeated = stories.flatMap(({ turns }) => turns.flatMap(({ say }) => (say !== undefined && measured.has(normal(say)) ? [say] : [])));
    expect(repeated).toEqual([]);
  });
});
