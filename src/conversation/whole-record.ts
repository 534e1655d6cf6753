/** All that was said in a conversation, in order: read in pages, so that a long one needs no single large query. */
import type { ConversationId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { ConversationLog } from '../ports/conversation-log.js';

const PAGE = 1000;

/** Or all after `afterSeq`. */
export async function wholeRecord({ log }: { readonly log: ConversationLog }, id: ConversationId, afterSeq = 0): Promise<readonly Message[]> {
  const all: Message[] = [];
  for (;;) {
    const page = await log.messages(id, { afterSeq: all.at(-1)?.seq ?? afterSeq, limit: PAGE });
    all.push(...page);
    if (page.length < PAGE) return all;
  }
}
