/** Vectors of texts from any OpenAI-compatible endpoint. */
import OpenAI from 'openai';
import { ProductError } from '../../domain/errors.js';
import type { Embeddings } from '../../ports/embeddings.js';

export interface OpenAiEmbeddingSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
}

const OFFICIAL_URL = 'https://api.openai.com/v1';
const TIMEOUT_MS = 8000;
/** Servers differ in how many texts they take at once; this many all of them take. */
const BATCH = 64;

export function createOpenAiEmbeddings({ apiKey, baseUrl, model }: OpenAiEmbeddingSettings): Embeddings {
  // As of the model: neither a redirect nor a stray variable of the environment carries a subscriber's words to a host that nobody configured.
  const client = new OpenAI({ apiKey, baseURL: baseUrl ?? OFFICIAL_URL, organization: null, project: null, timeout: TIMEOUT_MS, maxRetries: 1, fetchOptions: { redirect: 'error' }, logLevel: 'off' });

  async function embedBatch(input: readonly string[], signal: AbortSignal | undefined): Promise<Float32Array[]> {
    // The library asks for base64 by default; servers that answer floats anyway would be read as garbage.
    const answer = await client.embeddings.create({ model, input: [...input], encoding_format: 'float' }, signal === undefined ? {} : { signal });
    const vectors = [...answer.data].sort((a, b) => a.index - b.index).map(({ embedding }) => normalised(embedding));
    if (vectors.length !== input.length) throw new Error(`${input.length} texts came back as ${vectors.length} vectors`);
    return vectors;
  }

  return {
    model,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      try {
        for (let from = 0; from < texts.length; from += BATCH) vectors.push(...(await embedBatch(texts.slice(from, from + BATCH), signal)));
      } catch (error) {
        throw new ProductError('unavailable', 'the embeddings endpoint did not answer', error);
      }
      const size = vectors[0]?.length;
      if (vectors.some((vector) => vector.length !== size)) throw new ProductError('unavailable', 'the embeddings endpoint answered vectors of different lengths');
      return vectors;
    },
  };
}

function normalised(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  if (values.length === 0 || !Number.isFinite(length) || length === 0) throw new Error('a vector without length');
  return Float32Array.from(values, (value) => value / length);
}
