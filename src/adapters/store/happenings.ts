/** What happened as rows; kept only while there is a webhook, and looked after by its book. */
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import type { Happening } from '../../domain/happening.js';
import type { Tables } from './tables.js';

/** In the order of the table's columns. */
export interface HappeningRow {
  readonly id: string;
  readonly conversation_id: string | null;
  readonly case_id: string | null;
  readonly body: string;
}

export function happeningRow(id: string, happening: Happening): HappeningRow {
  const body = JSON.stringify(happening);
  if (happening.kind === 'case') return { id, conversation_id: happening.case.conversationId, case_id: happening.case.id, body };
  return { id, conversation_id: happening.conversation.id, case_id: null, body };
}

/** In the transaction of what happened. */
export async function keepHappening(changing: Transaction<Tables>, id: string, happening: Happening): Promise<void> {
  const row = happeningRow(id, happening);
  const values = [sql.val(row.id).as('id'), sql.val(row.conversation_id).as('conversation_id'), sql.val(row.case_id).as('case_id'), sql.val(row.body).as('body')];
  await changing.insertInto('happenings').columns(['id', 'conversation_id', 'case_id', 'body']).expression((from) => from.selectFrom('webhooks').select(values).limit(1)).execute();
}
