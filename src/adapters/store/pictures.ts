/** Pictures in the database: outside everything that is served as files. */
import type { Picture } from '../../domain/picture.js';
import type { Pictures } from '../../ports/pictures.js';
import type { Engine } from './engine.js';

const NAMES_AT_ONCE = 500;

export class StoredPictures implements Pictures {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async keep(picture: Picture, content: Uint8Array): Promise<void> {
    const row = { name: picture.name, at: picture.at, body: JSON.stringify(picture), content: Buffer.from(content.buffer, content.byteOffset, content.byteLength) };
    await this.#db.insertInto('pictures').values(row).onConflict((conflict) => conflict.column('name').doNothing()).execute();
  }

  async content(name: string): Promise<Uint8Array | null> {
    const row = await this.#db.selectFrom('pictures').select('content').where('name', '=', name).executeTakeFirst();
    return row?.content ?? null;
  }

  async known(names: readonly string[]): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (let from = 0; from < names.length; from += NAMES_AT_ONCE) {
      const rows = await this.#db.selectFrom('pictures').select('name').where('name', 'in', names.slice(from, from + NAMES_AT_ONCE)).execute();
      for (const { name } of rows) found.add(name);
    }
    return found;
  }

  async list(limit: number): Promise<readonly Picture[]> {
    const rows = await this.#db.selectFrom('pictures').select('body').orderBy('at', 'desc').orderBy('name').limit(limit).execute();
    return rows.map(({ body }) => JSON.parse(body) as Picture);
  }
}
