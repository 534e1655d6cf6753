/** The tables of the knowledge's full text and vectors; words lie apart by spaces, the engines keep their own index over them. */
import type { ColumnType } from 'kysely';

type Fixed<T> = ColumnType<T, T, never>;

export interface PassageShelfTable {
  shelf: Fixed<string>;
  filled_at: Fixed<number>;
}

export interface PassageTable {
  shelf: Fixed<string>;
  id: Fixed<string>;
  article_id: Fixed<string>;
  locale: Fixed<string>;
  names: Fixed<string>;
  heading: Fixed<string>;
  body: Fixed<string>;
}

/** PostgreSQL only. */
export interface PassageWordTable {
  shelf: Fixed<string>;
  locale: Fixed<string>;
  word: Fixed<string>;
  passages: Fixed<number>;
}

/** `floats` are 32-bit, little-endian. */
export interface VectorTable {
  model: Fixed<string>;
  digest: Fixed<string>;
  floats: Fixed<Uint8Array>;
}

export interface ComputedContentTable {
  name: Fixed<string>;
  kept_at: Fixed<number>;
  bytes: Fixed<Uint8Array>;
}

export interface PictureTable {
  name: Fixed<string>;
  at: Fixed<number>;
  body: Fixed<string>;
  content: Fixed<Uint8Array>;
}

export interface TablesOfKnowledge {
  pictures: PictureTable;
  computed_content: ComputedContentTable;
  passage_shelves: PassageShelfTable;
  passages: PassageTable;
  passage_words: PassageWordTable;
  vectors: VectorTable;
}
