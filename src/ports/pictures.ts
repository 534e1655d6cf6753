/** Pictures of articles, the same on every node. What was kept never changes and stays: older revisions show it. */
import type { Picture } from '../domain/picture.js';

export interface Pictures {
  /** What is there under this name is the same already and stays as it was. */
  keep(picture: Picture, content: Uint8Array): Promise<void>;
  /** Null when there is none of this name. */
  content(name: string): Promise<Uint8Array | null>;
  /** Those of these names that are there. */
  known(names: readonly string[]): Promise<ReadonlySet<string>>;
  /** Newest first. `limit` from 1 to 500. */
  list(limit: number): Promise<readonly Picture[]>;
}
