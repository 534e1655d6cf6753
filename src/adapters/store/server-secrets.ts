/** The secrets of this installation, kept with its data. */
import type { Ids } from '../../ports/ids.js';
import type { ServerSecrets } from '../../ports/server-secrets.js';
import type { Engine } from './engine.js';

const SECRET_BYTES = 32;

export class StoredServerSecrets implements ServerSecrets {
  readonly #db: Engine['db'];
  readonly #ids: Ids;

  constructor(engine: Engine, ids: Ids) {
    this.#db = engine.db;
    this.#ids = ids;
  }

  async getOrCreate(name: string): Promise<string> {
    const row = { name, secret: this.#ids.secret(SECRET_BYTES) };
    await this.#db.insertInto('server_secrets').values(row).onConflict((conflict) => conflict.column('name').doNothing()).execute();
    const stored = await this.#db.selectFrom('server_secrets').select('secret').where('name', '=', name).executeTakeFirstOrThrow();
    return stored.secret;
  }
}
