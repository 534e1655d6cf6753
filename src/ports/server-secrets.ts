/** Secrets the server makes for itself and must find again after a restart. */
export interface ServerSecrets {
  /** The named secret, made with 32 random bytes the first time anybody asks; base64url. The same on every node. */
  get(name: string): Promise<string>;
}
