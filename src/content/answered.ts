/** What subscribers would be told: each message said as the first of a visitor's conversation, on one revision and on another. */
import { RecentlyUsed } from '../domain/recently-used.js';
import type { Revision } from '../ports/published-content.js';
import type { GoldenStory } from './golden-file.js';

/** How the assistant would go through a conversation with this revision. */
export type Rehearse = (revision: Revision, story: Pick<GoldenStory, 'turns' | 'locale' | 'subscriber'>) => Promise<readonly { readonly rule: string | null; readonly intent: string | null; readonly said: string }[]>;

/** The words of the answer, one message below the other. */
export type Said = string;

/** Of each revision: more than are compared at once. */
const MOST_KEPT = 4000;

/** Remembers what a revision said: the one in force is asked about the same messages at every check. */
export class Answered {
  private readonly said = new WeakMap<Revision, RecentlyUsed<string, Said>>();

  constructor(private readonly rehearse: Rehearse) {}

  async by(revision: Revision, text: string): Promise<Said> {
    const known = this.said.get(revision) ?? new RecentlyUsed<string, Said>(MOST_KEPT);
    this.said.set(revision, known);
    const said = known.get(text) ?? (await this.anew(revision, text));
    known.put(text, said);
    return said;
  }

  /** Some answers tell the time: what was remembered is asked again before two are called different. */
  async differ(before: Revision, after: Revision, text: string): Promise<{ readonly was: Said; readonly is: Said } | null> {
    const is = await this.by(after, text);
    if ((await this.by(before, text)) === is) return null;
    const [was, now] = [await this.anew(before, text), await this.anew(after, text)];
    return was === now ? null : { was, is: now };
  }

  private async anew(revision: Revision, text: string): Promise<Said> {
    const [first] = await this.rehearse(revision, { turns: [{ says: text }], locale: /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en', subscriber: null });
    return first?.said ?? '';
  }
}
