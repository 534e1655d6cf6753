/** Random secrets of this installation, such as the one that signs visitors' tokens: made once, the same on every node and after every restart. */
export interface ServerSecrets {
  /** 32 random bytes in base64url. Whoever asks first makes it; all who ask get the same. */
  getOrCreate(name: string): Promise<string>;
}
