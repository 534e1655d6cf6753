/** Vectors of texts, all of one length, L2-normalised. Absent when not configured. */
export interface Embeddings {
  readonly model: string;
  embed(texts: readonly string[], signal?: AbortSignal): Promise<readonly Float32Array[]>;
}
