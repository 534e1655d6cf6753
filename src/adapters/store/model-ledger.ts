/** What the language model cost: sums that every node adds to. */
import type { ModelCost, ModelLedger, ModelUse } from '../../ports/model-ledger.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

/** Of what no conversation asked for. */
const NO_CONVERSATION = '-';

export class StoredModelLedger implements ModelLedger {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async add({ conversationId, purpose, day, tokens, ms, costMicros }: ModelUse): Promise<void> {
    const { input, output } = tokens;
    const sum = input + output;
    await this.#db
      .insertInto('model_days')
      .values({ day, tokens: sum })
      .onConflict((conflict) => conflict.column('day').doUpdateSet((of) => ({ tokens: of('model_days.tokens', '+', sum) })))
      .execute();
    const row = { calls: 1, input_tokens: input, output_tokens: output, ms: Math.round(ms), cost_micros: Math.round(costMicros) };
    await this.#db
      .insertInto('model_costs')
      .values({ conversation_id: conversationId ?? NO_CONVERSATION, purpose, ...row })
      .onConflict((conflict) =>
        conflict.columns(['conversation_id', 'purpose']).doUpdateSet((of) => ({
          calls: of('model_costs.calls', '+', row.calls),
          input_tokens: of('model_costs.input_tokens', '+', row.input_tokens),
          output_tokens: of('model_costs.output_tokens', '+', row.output_tokens),
          ms: of('model_costs.ms', '+', row.ms),
          cost_micros: of('model_costs.cost_micros', '+', row.cost_micros),
        })),
      )
      .execute();
  }

  async tokensOn(day: string): Promise<number> {
    const row = await this.#db.selectFrom('model_days').select('tokens').where('day', '=', day).executeTakeFirst();
    return row?.tokens ?? 0;
  }

  async ofConversation(conversationId: string): Promise<ModelCost> {
    const rows = isStorableKey(conversationId) ? await this.#db.selectFrom('model_costs').selectAll().where('conversation_id', '=', conversationId).execute() : [];
    const sum = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + of(row), 0);
    return {
      calls: sum(({ calls }) => calls),
      tokens: { input: sum((row) => row.input_tokens), output: sum((row) => row.output_tokens) },
      ms: sum(({ ms }) => ms),
      costMicros: sum((row) => row.cost_micros),
    };
  }
}
