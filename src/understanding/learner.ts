/** Learns one classifier from chosen items of a corpus: feature space, weights, centroids and the ear for the trade. */
import { centroidsOf } from './centroids.js';
import type { Corpus, Item } from './corpus.js';
import { FeatureCounter, newRows } from './feature-space.js';
import type { FeatureSpace, FeatureSpaceData, Rows } from './feature-space.js';
import { BLOCK, CAPACITY } from './features.js';
import type { FeatureBuffer } from './features.js';
import { HiddenLayer, trainHiddenLayer } from './hidden-layer.js';
import type { HiddenLayerData } from './hidden-layer.js';
import { Panel } from './panel.js';
import { panelTable, panelTableSlowly } from './panel-table.js';
import type { PanelTable } from './panel-table.js';
import { Scorer, shrink } from './scorer.js';
import type { Centroids, SmallWeights } from './scorer.js';
import { trainSoftmax } from './softmax.js';
import type { Documents } from './softmax.js';
import { trainTextLogistic } from './text-logistic.js';
import type { TextLogisticData } from './text-logistic.js';
import { WordVectors } from './word-vectors.js';
import type { WordVectorData } from './word-vectors.js';

export const BLOCK_WEIGHTS = Float32Array.from([1, 1, 0.8, 0.3, 1, 0.4]);

export interface ClassifierData {
  readonly space: FeatureSpaceData;
  readonly weights: SmallWeights;
  readonly centroids: Centroids;
  /** Null where there are too few messages to learn it from. */
  readonly second: HiddenLayerData | null;
  readonly domain: TextLogisticData;
  readonly vectors: WordVectorData;
  /** Length of the embeddings it learnt with; 0 without. */
  readonly embeddingSize: number;
}

/** Room for a message's own features and its vectors. */
const ROOM = CAPACITY + 4608;
/** Embeddings carry more than any block of words when they are there. */
const EMBEDDING_WEIGHT = 2;

export interface LearnOptions {
  readonly vectors: WordVectors;
  readonly embeddingSize?: number;
  readonly epochs: number;
  /** Passes of the net that gives a second opinion; 0 for none. */
  readonly secondEpochs: number;
  readonly random: () => number;
  readonly onEpoch?: ((done: number) => void) | undefined;
}

export function learn(corpus: Corpus, items: readonly Item[], generics: readonly Item[], options: LearnOptions): ClassifierData {
  const counter = new FeatureCounter();
  for (const item of items) counter.add(item.features);
  const space = counter.space(items.length > 4000 ? 2 : 1, BLOCK_WEIGHTS);
  const embeddingSize = options.embeddingSize ?? 0;
  const placer = new Placer(space, options.vectors, embeddingSize);
  const documents = documentsOf(placer, items);
  const rowCount = placer.size;
  const classCount = corpus.intentIds.length;
  const { epochs, secondEpochs, random, onEpoch } = options;
  const firstShare = epochs / (epochs + secondEpochs);
  const learnt = trainSoftmax(documents, {
    rowCount,
    classCount,
    epochs,
    rate: 0.3,
    sharesRate: sharesRateOf(space, rowCount),
    random,
    chosen: Int32Array.from(items, (_, index) => index),
    onEpoch: (done) => onEpoch?.(firstShare * done),
  });
  return {
    space: space.data,
    weights: shrink(learnt),
    centroids: centroidsOf(documents, rowCount, classCount),
    second: secondEpochs === 0 ? null : trainHiddenLayer(documents, { rowCount, classCount, epochs: secondEpochs, random, onEpoch: (done) => onEpoch?.(firstShare + (1 - firstShare) * done) }),
    domain: domainOf(items, generics, random),
    vectors: options.vectors.data,
    embeddingSize,
  };
}

function sharesRateOf(space: FeatureSpace, rowCount: number): Uint8Array {
  const shares = new Uint8Array(rowCount);
  space.data.blocks.forEach((block, row) => {
    if (block === BLOCK.han || block === BLOCK.concept) shares[row] = 1;
  });
  return shares;
}

/** Lays a message out as rows: its features, then what its words mean, then its embedding. */
class Placer {
  readonly size: number;
  readonly rows: Rows = newRows(ROOM);

  constructor(
    private readonly space: Pick<FeatureSpace, 'size' | 'place'>,
    private readonly vectors: WordVectors,
    private readonly embeddingSize: number,
  ) {
    this.size = space.size + vectors.data.size + embeddingSize;
  }

  place({ features, words, embedding }: Readable): Rows {
    const { rows } = this;
    this.space.place(features, rows);
    this.vectors.addTo(words, rows, this.space.size);
    if (this.embeddingSize > 0 && embedding?.length === this.embeddingSize) this.addEmbedding(embedding);
    return rows;
  }

  private addEmbedding(embedding: Float32Array): void {
    const base = this.size - this.embeddingSize;
    let square = 0;
    for (const value of embedding) square += value * value;
    const factor = EMBEDDING_WEIGHT / (Math.sqrt(square) || 1);
    for (let index = 0; index < embedding.length; index += 1) {
      this.rows.rows[this.rows.count] = base + index;
      this.rows.values[this.rows.count] = factor * (embedding[index] ?? 0);
      this.rows.count += 1;
    }
  }
}

/** What a classifier needs of a message. */
export type Readable = Pick<Item, 'features' | 'words' | 'embedding'>;

function documentsOf(placer: Placer, items: readonly Item[]): Documents {
  const starts = new Int32Array(items.length + 1);
  let rows = new Int32Array(items.length * 64 + ROOM);
  let values = new Float32Array(rows.length);
  let size = 0;
  items.forEach((item, index) => {
    const placed = placer.place(item);
    if (size + placed.count > rows.length) {
      rows = grown(rows, new Int32Array(2 * (size + placed.count)));
      values = grown(values, new Float32Array(rows.length));
    }
    rows.set(placed.rows.subarray(0, placed.count), size);
    values.set(placed.values.subarray(0, placed.count), size);
    size += placed.count;
    starts[index + 1] = size;
  });
  return { starts, rows: rows.slice(0, size), values: values.slice(0, size), labels: Int32Array.from(items, (item) => item.label) };
}

function grown<Numbers extends Int32Array | Float32Array>(numbers: Numbers, larger: Numbers): Numbers {
  larger.set(numbers);
  return larger;
}

function domainOf(items: readonly Item[], generics: readonly Item[], random: () => number): TextLogisticData {
  const balance = items.length / Math.max(1, generics.length);
  const samples = [
    ...items.map((item) => ({ features: item.features, isPositive: true, weight: 1 })),
    ...generics.map((item) => ({ features: item.features, isPositive: false, weight: Math.min(3, balance) })),
  ];
  return trainTextLogistic(samples, { epochs: 8, decay: 1e-4, random, least: 2 }).data;
}

const DOMAIN = 0;

/** A classifier at work: places features and scores them. Holds scratch space, so one at a time. */
export class Classifier {
  readonly scorer: Scorer;
  private readonly placer: Placer;
  private readonly panel: Panel;

  /** `questions` are answered along with the classification; `table` was made of both. */
  constructor(data: ClassifierData, questions: readonly TextLogisticData[] = [], table: PanelTable = panelTable(data.space, [data.domain, ...questions])) {
    this.panel = new Panel(data.space, [data.domain, ...questions], table);
    this.placer = new Placer({ size: data.space.hashes.length, place: (features, rows) => this.panel.place(features, rows) }, new WordVectors(data.vectors), data.embeddingSize);
    this.scorer = new Scorer(data.weights, data.centroids, data.second && new HiddenLayer(data.second));
  }

  /** The same in short steps. */
  static async slowly(data: ClassifierData, questions: readonly TextLogisticData[], pause: () => Promise<void>): Promise<Classifier> {
    return new Classifier(data, questions, await panelTableSlowly(data.space, [data.domain, ...questions], pause));
  }

  classify(message: Readable): Scorer {
    const rows = this.placer.place(message);
    this.scorer.score(rows, this.panel.answer(DOMAIN));
    return this.scorer;
  }

  /** Log-odds of yes to a question about the message classified or heard last; `cues` are heard with it. */
  answer(question: number, cues: FeatureBuffer): number {
    return this.panel.answer(question + 1, cues);
  }

  /** Makes ready for `answer` without classifying. */
  hear(features: FeatureBuffer): void {
    this.panel.place(features, this.placer.rows);
  }
}
