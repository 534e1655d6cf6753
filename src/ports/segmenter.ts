/** Cuts texts into words as a reader would, Chinese by a dictionary that also knows the operator's own names. */
export interface Segmenter {
  /** True once an answer takes well under a millisecond; asking earlier is allowed and starts the loading. */
  readonly isReady: boolean;
  /** Words of each text in order, lower case, letters and digits only; long words together with the words inside them. */
  words(texts: readonly string[]): Promise<readonly (readonly string[])[]>;
  close(): Promise<void>;
}
