/** Puts the knowledge together: its own ranking, the store's full text by the words of jieba, and vectors where an endpoint is configured. */
import { jiebaSegmenter } from '../adapters/jieba/jieba-segmenter.js';
import { offlineComposer } from '../adapters/offline/extract-composer.js';
import type { Operator } from '../adapters/operator/demo-operator.js';
import type { Store } from '../adapters/store/store.js';
import { ByMeaning } from '../knowledge/by-meaning.js';
import { FullText } from '../knowledge/full-text.js';
import type { GroundedComposer } from '../knowledge/grounded-composer.js';
import { Knowledge } from '../knowledge/knowledge.js';
import type { Clock } from '../ports/clock.js';
import type { Embeddings } from '../ports/embeddings.js';
import type { PublishedContent } from '../ports/published-content.js';
import type { Logger } from '../telemetry/logger.js';

export interface KnowledgeParts {
  readonly content: PublishedContent;
  readonly operator: Pick<Operator, 'businessSystem' | 'catalogue'>;
  readonly store: Pick<Store, 'passages' | 'vectors'>;
  readonly embeddings: Embeddings | null;
  /** Null without a language model. */
  readonly grounded?: GroundedComposer | null;
  readonly clock: Clock;
  readonly logger: Logger;
}

export interface OpenKnowledge {
  readonly knowledge: Knowledge;
  close(): Promise<void>;
}

export function createKnowledge({ content, operator, store, embeddings, grounded, clock, logger }: KnowledgeParts): OpenKnowledge {
  const segmenter = jiebaSegmenter(() => namesOfSold(operator.catalogue));
  const onTrouble = (error: unknown): void => logger.warn({ error }, 'articles are found without full text or vectors');
  const fullText = new FullText({ segmenter, search: store.passages, clock, onTrouble });
  const close = (): Promise<void> => {
    fullText.stop();
    return segmenter.close();
  };
  const knowledge = new Knowledge({
    ...{ content, composer: offlineComposer(), business: operator.businessSystem },
    fullText,
    ...(grounded ? { grounded } : {}),
    ...(embeddings ? { byMeaning: new ByMeaning({ embeddings, vectors: store.vectors, onTrouble }) } : {}),
  });
  return { knowledge, close };
}

async function namesOfSold(catalogue: Operator['catalogue']): Promise<readonly string[]> {
  const [plans, products] = await Promise.all([catalogue.plans(), catalogue.products()]);
  return [...plans, ...products].flatMap(({ name }) => Object.values(name));
}
