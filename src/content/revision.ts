/** Builds one revision: its model, its passages, and the way to read a message with them. */
import type { Plan, Product } from '../domain/account.js';
import type { Article } from '../domain/article.js';
import type { ArticleSplitter } from '../ports/article-splitter.js';
import type { ComputedContent } from '../ports/computed-content.js';
import type { Embeddings } from '../ports/embeddings.js';
import type { Revision } from '../ports/published-content.js';
import type { Logger } from '../telemetry/logger.js';
import type { Model } from '../understanding/model.js';
import { loadModel } from '../understanding/model-file.js';
import { Reader } from '../understanding/reader.js';
import type { Catalogue } from '../understanding/training-set.js';
import { keptReadings } from './kept-readings.js';
import { KnownShelves } from './known-shelves.js';
import type { Shelf } from './known-shelves.js';
import { modelKey, passagesKey } from './model-cache.js';
import type { ModelCache } from './model-cache.js';
import type { Seed } from './seed.js';
import { servedReading } from './served-reading.js';
import type { ShippedEars } from './shipped-ears.js';
import { pausing } from './slices.js';
import { trainingOrder, trainModel } from './training.js';
import type { OnProgress } from './training.js';

export interface RevisionMaking {
  readonly number: number;
  readonly cache: ModelCache;
  /** The model is trained with. */
  readonly ears: ShippedEars;
  readonly splitter: ArticleSplitter;
  /** What the operator sells, so that plans and packs are recognised by name. */
  readonly catalogue: { readonly plans: readonly Plan[]; readonly products: readonly Product[] };
  /** When an endpoint is configured: the model is trained with its vectors as well. */
  readonly embeddings?: Embeddings;
  readonly logger?: Logger;
  /** How far training is, 0 to 1. */
  readonly onProgress?: OnProgress;
  /** Gives training up: what it was for is out of date. */
  readonly signal?: AbortSignal;
  /** Those of the revisions before. */
  readonly shelves?: KnownShelves;
  /** What other nodes computed, and are given. */
  readonly shared?: ComputedContent;
}

export async function makeRevision(seed: Seed, making: RevisionMaking): Promise<Revision> {
  const [model, { articles, passages }] = await Promise.all([modelOf(seed, making), shelfOf(seed, making)]);
  const reader = await Reader.slowly({ ...model, catalogue: catalogueNames(making.catalogue) }, pausing());
  const heard = servedReading(seed.intents);
  return {
    number: making.number,
    intents: new Map(seed.intents.map((intent) => [intent.id, intent])),
    articles,
    passages,
    readsEmbeddings: model.embedded !== null,
    tokens: (text) => reader.tokens(text),
    read: keptReadings((text, { today, locale, previousMoods, embedding }) =>
      heard(
        reader.read(text, {
          today,
          ...(locale === undefined ? {} : { locale }),
          ...(previousMoods === undefined ? {} : { previous: { mood: previousMoods } }),
          ...(embedding === undefined ? {} : { embedding }),
        }),
        today,
      ),
    ),
  };
}

export function articleKey(id: string, locale: Article['locale']): string {
  return `${id}.${locale}`;
}

async function modelOf(seed: Seed, making: RevisionMaking): Promise<Model> {
  const { embeddings, cache, ears, logger } = making;
  if (!embeddings) return trainedOrKept(seed, making, null);
  const kept = await cache.model(modelKey(seed, await ears.name(), embeddings.model));
  if (kept) return kept;
  const vectors = await vectorsOf(seed, embeddings, logger);
  return trainedOrKept(seed, making, vectors && { model: embeddings.model, vectors });
}

async function trainedOrKept(seed: Seed, { cache, ears, catalogue, logger, onProgress, signal }: RevisionMaking, embedded: { model: string; vectors: ReadonlyMap<string, Float32Array> } | null): Promise<Model> {
  const key = modelKey(seed, await ears.name(), embedded?.model ?? null);
  const kept = await cache.model(key);
  if (kept) return kept;
  const begun = performance.now();
  const order = { ...trainingOrder(seed.intents, seed.lexicon, catalogueNames(catalogue)), ears: await ears.ears() };
  const bytes = await trainModel(embedded ? { ...order, embeddings: embedded.vectors } : order, { onProgress, signal });
  const model = loadModel(bytes);
  logger?.info({ intents: model.intents.length, millis: Math.round(performance.now() - begun) }, 'model trained');
  await cache.keepLearnt(key, bytes);
  return model;
}

/** Null when the endpoint does not answer: the model is then trained without, and no start waits for a neighbour. */
async function vectorsOf(seed: Seed, embeddings: Embeddings, logger: Logger | undefined): Promise<ReadonlyMap<string, Float32Array> | null> {
  const texts = [...new Set(seed.intents.flatMap(({ names, examples }) => [...Object.values(names), ...Object.values(examples).flat()]))];
  try {
    const vectors = await embeddings.embed(texts);
    return new Map(texts.flatMap((text, index) => (vectors[index] ? [[text, vectors[index]]] : [])));
  } catch (error) {
    logger?.warn({ error }, 'no embeddings: the model is trained without them');
    return null;
  }
}

async function shelfOf({ articles }: Seed, { cache, splitter, shelves = new KnownShelves() }: RevisionMaking): Promise<Shelf> {
  const key = passagesKey({ articles });
  const known = shelves.known(key);
  if (known) return known;
  const kept = await cache.passages(key);
  const passages = kept ?? (await Promise.all(articles.map((article) => splitter.split(article)))).flat();
  if (!kept) await cache.keepPassages(key, passages);
  return shelves.keep(key, { articles: new Map(articles.map((article) => [articleKey(article.id, article.locale), article])), passages });
}

function catalogueNames({ plans, products }: RevisionMaking['catalogue']): Catalogue {
  const named = ({ id, name }: Plan | Product) => ({ id, names: [name['zh-CN'], name.en] });
  return { plans: plans.map(named), products: products.map(named) };
}
