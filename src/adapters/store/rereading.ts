/** Reads the same rows again and again at little cost: a row that did not change since the last time is not parsed once more. */
import type { Conversation } from '../../domain/conversation.js';
import { conversationOf } from './rows.js';
import type { WholeConversation } from './rows.js';

type Row = WholeConversation & { readonly id: string };

/** Remembers one list, as it was read last. */
export class Rereading {
  #last: ReadonlyMap<string, { readonly row: Row; readonly conversation: Conversation }> = new Map();

  of(rows: readonly Row[]): readonly Conversation[] {
    const read = new Map(
      rows.map((row) => {
        const known = this.#last.get(row.id);
        return [row.id, known && isSame(known.row, row) ? known : { row, conversation: conversationOf(row) }] as const;
      }),
    );
    this.#last = read;
    return [...read.values()].map(({ conversation }) => conversation);
  }
}

function isSame(one: Row, other: Row): boolean {
  return one.last_seq === other.last_seq && one.updated_at === other.updated_at && one.handled_seq === other.handled_seq && one.subscriber_seq === other.subscriber_seq && one.body === other.body;
}
