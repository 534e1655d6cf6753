/** The project's own set of attacks, and of harmless messages that look like some. */
import { readFileSync } from 'node:fs';

export interface Attack {
  readonly id: string;
  readonly text: string;
  readonly kind: string;
  readonly lang: 'zh' | 'en';
  /** Where it stands when it is not a message of its own. */
  readonly place?: 'article' | 'note' | 'field' | 'file';
}

export type AttackSet = 'injections' | 'telecom' | 'unverified' | 'outputs' | 'webhooks' | 'benign';

export function attacks(set: AttackSet): readonly Attack[] {
  const file = readFileSync(new URL(`../attacks/${set}.jsonl`, import.meta.url), 'utf8');
  return file.trim().split('\n').map((line) => JSON.parse(line) as Attack);
}
