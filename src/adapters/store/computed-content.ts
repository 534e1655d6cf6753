/** What nodes compute from content, under its names; the newest few. */
import type { Clock } from '../../ports/clock.js';
import type { ComputedContent } from '../../ports/computed-content.js';
import type { Engine } from './engine.js';

/** A few megabytes each; a revision has two. */
const MOST_KEPT = 24;

export class StoredComputedContent implements ComputedContent {
  readonly #db: Engine['db'];

  constructor(
    engine: Engine,
    private readonly clock: Clock,
  ) {
    this.#db = engine.db;
  }

  async find(name: string): Promise<Uint8Array | null> {
    const row = await this.#db.selectFrom('computed_content').select('bytes').where('name', '=', name).executeTakeFirst();
    return row?.bytes ?? null;
  }

  async keep(name: string, bytes: Uint8Array): Promise<void> {
    await this.#db
      .insertInto('computed_content')
      .values({ name, kept_at: this.clock.now(), bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .execute();
    const old = await this.#db.selectFrom('computed_content').select('name').orderBy('kept_at', 'desc').orderBy('name').offset(MOST_KEPT).limit(MOST_KEPT).execute();
    if (old.length > 0) await this.#db.deleteFrom('computed_content').where('name', 'in', old.map((one) => one.name)).execute();
  }
}
