/** The open cases of whoever holds a conversation; a book that does not answer never stands in the way of the chat. */
import type { Case } from '../domain/case.js';
import { isOpenCase } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationRoom } from './room.js';

export async function openCasesOf({ caseDesk, logger }: ConversationRoom, { id, identity }: Conversation): Promise<readonly Case[]> {
  try {
    return (await caseDesk.ofHolder({ conversationId: id, msisdn: identity?.msisdn ?? null })).filter(isOpenCase);
  } catch (error) {
    logger.warn({ error }, 'open cases could not be read');
    return [];
  }
}
