/** Words that go while their rows stay: for an erasure at the subscriber's wish, and for what was kept long enough. */
import type { Transaction } from 'kysely';
import type { FindingItem } from '../../domain/finding.js';
import { withoutExample } from '../../domain/finding.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Speaker } from '../../domain/message.js';
import type { Engine } from './engine.js';
import { changeFinding } from './finding-rows.js';
import type { Tables } from './tables.js';

export type Erasing = Transaction<Tables>;

export interface EraseOn {
  readonly engine: Pick<Engine, 'writingAlone'>;
  readonly erasing: Erasing;
}

/** What is still to be told of conversations and cases, to programs, chats and desks. In the order in which words move on: what is passed on meanwhile is waited for in the first and found in the second. */
export const STILL_TO_BE_TOLD_OF_CASES = ['happenings', 'webhook_deliveries', 'case_news', 'alerts'] as const;
/** And what is still to be done with their words. */
export const STILL_TO_BE_TOLD = [...STILL_TO_BE_TOLD_OF_CASES, 'errands'] as const;

const SPEAKERS: readonly Speaker[] = ['subscriber', 'bot', 'agent', 'system'];
/** How the body of such a message ends. */
export const ERASED_ENDING = '"erased":true}';

/** The body of a message that is a file. */
export const WITH_FILE = '%"attachment":{%';

/** All of them, or those said before a time; answers how many. */
export async function eraseMessages(erasing: Erasing, ids: readonly ConversationId[], { words, before }: { words: string; before?: number }): Promise<number> {
  let count = 0;
  for (const from of SPEAKERS) {
    const body = JSON.stringify({ from, kind: from === 'system' ? 'event' : 'text', text: words, erased: true });
    let update = erasing.updateTable('messages').set({ body }).where('conversation_id', 'in', ids).where('speaker', '=', from);
    if (before !== undefined) update = update.where('at', '<', before).where('body', 'not like', `%${ERASED_ENDING}`);
    count += Number((await update.executeTakeFirstOrThrow()).numUpdatedRows);
  }
  return count;
}

/** A group of questions keeps its count, and loses the words of these: all of them, or those asked before a time. */
export async function eraseFindings({ engine, erasing }: EraseOn, ids: readonly ConversationId[], { words, before }: { words: string; before?: number }): Promise<void> {
  // One that is being added is there before this, or finds its words erased.
  await engine.writingAlone(erasing, 'finding_items');
  let asked = erasing.selectFrom('finding_items').select(['source', 'finding_id', 'body']).where('conversation_id', 'in', ids);
  if (before !== undefined) asked = asked.where('at', '<', before);
  for (const row of await asked.execute()) {
    const item = JSON.parse(row.body) as FindingItem;
    await erasing.updateTable('finding_items').set({ body: JSON.stringify({ ...item, text: words }) }).where('source', '=', row.source).execute();
    await changeFinding(erasing, row.finding_id, (finding) => withoutExample(finding, item.text, words));
  }
}
