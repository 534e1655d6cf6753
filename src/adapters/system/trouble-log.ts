/** What an adapter needs of a logger: a place to say that something went wrong and was survived. */
export interface TroubleLog {
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
}
