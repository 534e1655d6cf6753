/** Vectors by model and digest, as plain floats. */
import type { VectorShelf } from '../../ports/vector-shelf.js';
import type { Engine } from './engine.js';

const ROWS_AT_ONCE = 100;
const BYTES = Float32Array.BYTES_PER_ELEMENT;

export class StoredVectorShelf implements VectorShelf {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async find(model: string, digests: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    const found = new Map<string, Float32Array>();
    for (let from = 0; from < digests.length; from += ROWS_AT_ONCE) {
      const some = digests.slice(from, from + ROWS_AT_ONCE);
      const rows = await this.#db.selectFrom('vectors').select(['digest', 'floats']).where('model', '=', model).where('digest', 'in', some).execute();
      for (const { digest, floats } of rows) found.set(digest, floatsOf(floats));
    }
    return found;
  }

  async keep(model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
    const rows = [...vectors].map(([digest, vector]) => ({ model, digest, floats: bytesOf(vector) }));
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      const some = rows.slice(from, from + ROWS_AT_ONCE);
      await this.#db.insertInto('vectors').values(some).onConflict((conflict) => conflict.columns(['model', 'digest']).doNothing()).execute();
    }
  }
}

function bytesOf(vector: Float32Array): Uint8Array {
  const bytes = Buffer.alloc(vector.length * BYTES);
  vector.forEach((value, index) => bytes.writeFloatLE(value, index * BYTES));
  return bytes;
}

function floatsOf(bytes: Uint8Array): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Float32Array.from({ length: Math.floor(bytes.byteLength / BYTES) }, (_, index) => view.getFloat32(index * BYTES, true));
}
