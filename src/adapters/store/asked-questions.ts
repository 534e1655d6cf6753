/** The latest questions, straight from the record: conversations have rising ids, so no index of its own is needed. */
import { conversationId } from '../../domain/ids.js';
import type { MessageDraft } from '../../domain/message.js';
import type { AskedQuestion, AskedQuestions } from '../../ports/asked-questions.js';
import type { Engine } from './engine.js';

/** Replies, buttons and events stand between questions. */
const ROWS_PER_QUESTION = 6;

export class StoredAskedQuestions implements AskedQuestions {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async last(limit: number): Promise<readonly AskedQuestion[]> {
    const rows = await this.#db
      .selectFrom('messages')
      .select(['conversation_id', 'seq', 'at', 'speaker', 'body'])
      .orderBy('conversation_id', 'desc')
      .orderBy('seq', 'desc')
      .limit(limit * ROWS_PER_QUESTION)
      .execute();
    const questions: AskedQuestion[] = [];
    let reply: Pick<AskedQuestion, 'rule' | 'intent' | 'conversationId'> | null = null;
    for (const row of rows) {
      const id = conversationId(row.conversation_id);
      const body = JSON.parse(row.body) as MessageDraft;
      if (row.speaker === 'bot') reply = { conversationId: id, rule: body.rule ?? null, intent: body.intent ?? null };
      if (row.speaker !== 'subscriber') continue;
      const { rule = null, intent = null } = reply?.conversationId === id ? reply : {};
      reply = null;
      if (body.kind === 'text' && body.action === undefined && body.erased === undefined) questions.push({ conversationId: id, seq: row.seq, at: row.at, text: body.text, rule, intent });
      if (questions.length === limit) break;
    }
    return questions;
  }
}
