/** Items moved from one group to another by hand, whole or not at all. */
import type { Transaction } from 'kysely';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { withMoved, withoutMoved } from '../../domain/finding-mending.js';
import type { Finding, FindingItem } from '../../domain/finding.js';
import type { FindingMove } from '../../ports/findings.js';
import type { Engine } from './engine.js';
import { changeFinding, insertFinding } from './finding-rows.js';
import type { Tables } from './tables.js';

interface MoveOn {
  readonly engine: Pick<Engine, 'writingAlone'>;
  readonly moving: Transaction<Tables>;
}

/** Throws what is refused, so that the transaction leaves nothing behind. */
export async function moveItems({ engine, moving }: MoveOn, { from, into, sources }: FindingMove): Promise<Finding> {
  // Whoever adds an item or erases words waits, and then finds each item in the group where it is.
  await engine.writingAlone(moving, 'finding_items');
  const id = typeof into === 'string' ? into : into.id;
  let update = moving.updateTable('finding_items').set({ finding_id: id }).where('finding_id', '=', from);
  if (sources !== null) update = update.where('source', 'in', sources);
  const moved = (await update.returning('body').execute()).map(({ body }) => JSON.parse(body) as FindingItem);
  if (sources !== null && moved.length !== sources.length) throw new Refused(refuse('conflict', 'some are elsewhere by now'));
  const rows = await moving.selectFrom('finding_items').select('body').where('finding_id', '=', from).orderBy('at', 'desc').execute();
  const left = rows.map(({ body }) => JSON.parse(body) as FindingItem);
  const whole = left.length === 0 ? await takeAway(moving, from) : null;
  if (left.length > 0) agreed(await changeFinding(moving, from, (one) => withoutMoved(one, { moved, left })));
  if (typeof into === 'string') return agreed(await changeFinding(moving, id, (one) => withMoved(one, moved, whole)));
  const begun = agreed(withMoved(into, moved, whole));
  await insertFinding(moving, begun);
  return begun;
}

async function takeAway(moving: Transaction<Tables>, id: string): Promise<Finding> {
  const row = await moving.deleteFrom('findings').where('id', '=', id).returning('body').executeTakeFirst();
  if (!row) throw new Refused(refuse('not-found', 'no such group'));
  return JSON.parse(row.body) as Finding;
}

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.refused);
  }
}

export function agreed<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new Refused(value);
  return value;
}

/** What was refused in the midst of a transaction, once that is undone. */
export async function orRefusal<Value>(work: Promise<Value>): Promise<Value | Refusal> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}
