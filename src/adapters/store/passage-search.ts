/** Passages in full text: FTS5 on SQLite, a tsvector under a GIN index on PostgreSQL; shelves are filled the same way on both. */
import { sql, type Transaction } from 'kysely';
import { ProductError } from '../../domain/errors.js';
import type { PassageHit, PassageQuery, PassageSearch, SearchablePassage } from '../../ports/passage-search.js';
import type { Engine } from './engine.js';
import type { Tables } from './tables.js';

/** Two nodes may serve neighbouring revisions, and an editor may go back to the last one. */
const SHELVES_KEPT = 4;
const ROWS_AT_ONCE = 100;
const MOST_WORDS = 64;
const WORD = /^[\p{L}\p{N}]{1,64}$/u;

/** How much a word counts in the names, the heading and the text. */
const WEIGHTS = { names: 2.5, heading: 1.6, body: 1 } as const;

type Find = (query: PassageQuery) => Promise<readonly PassageHit[]>;

export function storedPassageSearch(engine: Engine): PassageSearch {
  const find = engine.name === 'sqlite' ? findInSqlite(engine) : findInPostgres(engine);
  const { db } = engine;
  return {
    has: async (shelf) => (await db.selectFrom('passage_shelves').select('shelf').where('shelf', '=', shelf).executeTakeFirst()) !== undefined,
    fill: (shelf, passages, at, isWanted = () => true) =>
      db.transaction().execute(async (trx) => {
        const claim = trx.insertInto('passage_shelves').values({ shelf, filled_at: at }).onConflict((conflict) => conflict.column('shelf').doNothing());
        const { numInsertedOrUpdatedRows } = await claim.executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 0n) return;
        await putPassages(trx, { shelf, passages, isWanted });
        if (engine.name === 'postgres') await putWords(trx, { shelf, passages, isWanted });
        await dropOldShelves(trx, engine.name, shelf);
      }),
    find: (query) => {
      const words = [...new Set(query.words)].filter((word) => WORD.test(word)).slice(0, MOST_WORDS);
      return words.length === 0 ? Promise.resolve([]) : find({ ...query, words });
    },
  };
}

interface Filling {
  readonly shelf: string;
  readonly passages: readonly SearchablePassage[];
  readonly isWanted: () => boolean;
}

/** The rows of a part, while they are wanted. */
function* partsOf<Row>(rows: readonly Row[], isWanted: () => boolean): Generator<readonly Row[]> {
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    if (!isWanted()) throw new ProductError('unavailable', 'this shelf is no longer wanted');
    yield rows.slice(from, from + ROWS_AT_ONCE);
  }
}

async function putPassages(trx: Transaction<Tables>, { shelf, passages, isWanted }: Filling): Promise<void> {
  const text = (words: readonly string[]): string => words.join(' ');
  for (const part of partsOf(passages, isWanted)) {
    const rows = part.map(({ id, articleId, locale, names, heading, body }) => ({
      ...{ shelf, id, article_id: articleId, locale },
      ...{ names: text(names), heading: text(heading), body: text(body) },
    }));
    await trx.insertInto('passages').values(rows).execute();
  }
}

async function putWords(trx: Transaction<Tables>, { shelf, passages, isWanted }: Filling): Promise<void> {
  const counts = new Map<string, { locale: string; word: string; passages: number }>();
  for (const { locale, names, heading, body } of passages) {
    for (const word of new Set([...names, ...heading, ...body])) {
      const known = counts.get(`${locale} ${word}`);
      if (known) known.passages += 1;
      else counts.set(`${locale} ${word}`, { locale, word, passages: 1 });
    }
  }
  const rows = [...counts.values()].map((count) => ({ shelf, ...count }));
  for (const part of partsOf(rows, isWanted)) await trx.insertInto('passage_words').values([...part]).execute();
}

/** The one just filled stays, whatever the clock of its node says. */
async function dropOldShelves(trx: Transaction<Tables>, engine: Engine['name'], filled: string): Promise<void> {
  const others = trx.selectFrom('passage_shelves').select('shelf').where('shelf', '<>', filled);
  const old = await others.orderBy('filled_at', 'desc').orderBy('shelf').limit(100).offset(SHELVES_KEPT - 1).execute();
  for (const { shelf } of old) {
    await trx.deleteFrom('passages').where('shelf', '=', shelf).execute();
    if (engine === 'postgres') await trx.deleteFrom('passage_words').where('shelf', '=', shelf).execute();
    await trx.deleteFrom('passage_shelves').where('shelf', '=', shelf).execute();
  }
}

/** `bm25` is smaller the better, and counts rarity over all that is indexed. */
function findInSqlite({ db }: Engine): Find {
  return async ({ shelf, locale, words, most }) => {
    const match = words.map((word) => `"${word}"`).join(' OR ');
    const { rows } = await sql<PassageHit>`
      select passages.id as id, passages.article_id as "articleId",
        -bm25(passages_in_words, ${WEIGHTS.names}, ${WEIGHTS.heading}, ${WEIGHTS.body}) as score
      from passages_in_words join passages on passages.number = passages_in_words.rowid
      where passages_in_words match ${match} and passages.shelf = ${shelf} and passages.locale = ${locale}
      order by score desc, passages.id limit ${most}`.execute(db);
    return rows;
  };
}

function findInPostgres({ db }: Engine): Find {
  // In the order D, C, B, A, of which A may be 1 at most.
  const weights = sql.raw(`'{${WEIGHTS.body / WEIGHTS.names}, 0, ${WEIGHTS.heading / WEIGHTS.names}, 1}'::float4[]`);
  return async ({ shelf, locale, words, most }) => {
    const { rows } = await sql<PassageHit>`
      with size as materialized (select count(*) as passages from passages where shelf = ${shelf} and locale = ${locale}),
      asked as materialized (
        select to_tsquery('simple', word) as query, ln(1 + (size.passages - passage_words.passages + 0.5) / (passage_words.passages + 0.5)) as rarity
        from passage_words, size where shelf = ${shelf} and locale = ${locale} and word in (${sql.join(words)})),
      found as materialized (
        select id, article_id, words from passages
        where words @@ to_tsquery('simple', ${words.join(' | ')}) and shelf = ${shelf} and locale = ${locale})
      select id, article_id as "articleId",
        (select sum(rarity * ts_rank(${weights}, found.words, asked.query, 1)) from asked where found.words @@ asked.query)::float8 as score
      from found order by score desc nulls last, id limit ${most}`.execute(db);
    return rows;
  };
}
