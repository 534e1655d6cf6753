/** Grounds and streams for tests of the guard. */
import type { Passage } from '../../src/domain/article.js';
import { Guard } from '../../src/knowledge/guard/guard.js';
import { NO_GROUNDS } from '../../src/knowledge/guard/grounds.js';
import type { Grounds } from '../../src/knowledge/guard/grounds.js';
import { SentenceGate } from '../../src/knowledge/guard/sentence-gate.js';
import type { GateResult } from '../../src/knowledge/guard/sentence-gate.js';

export const OWN = '13800000001';
export const OTHER = '13800000002';

export function passage(text: string, heading = ''): Passage {
  return { id: 'p1', articleId: 'a1', locale: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en', heading, text };
}

export function grounds(parts: Partial<Grounds> = {}): Grounds {
  return { ...NO_GROUNDS, today: '2026-11-22', allowedHosts: ['jiebang.example'], ownMsisdn: OWN, ...parts };
}

/** The reason for which the text is refused, or "shown". */
export function verdictOn(text: string, parts: Partial<Grounds> = {}): string {
  const verdict = new Guard(grounds(parts)).judge(text);
  return verdict.isShown ? 'shown' : verdict.reason;
}

export function streamed(pieces: readonly string[], guard: Guard): GateResult {
  const gate = new SentenceGate({ judge: (sentence) => guard.judge(sentence) });
  for (const piece of pieces) gate.push(piece);
  return gate.end();
}
