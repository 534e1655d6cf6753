/** What one node computed from content, for the others: trained models and the like, each under a name made of what it was computed from. Losing any costs only time. */
export interface ComputedContent {
  /** Null when nobody kept it, or it went since. */
  find(name: string): Promise<Uint8Array | null>;
  /** What is there under this name is the same already and stays. Of many, the oldest go. `bytes` up to 64 MB. */
  keep(name: string, bytes: Uint8Array): Promise<void>;
}
