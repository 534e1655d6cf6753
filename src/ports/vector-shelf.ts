/** Vectors once computed, kept by the model and the digest of their text, so that no start pays for them again. */
export interface VectorShelf {
  find(model: string, digests: readonly string[]): Promise<ReadonlyMap<string, Float32Array>>;
  /** One that is there stays as it is. */
  keep(model: string, vectors: ReadonlyMap<string, Float32Array>): Promise<void>;
}
