/** The closed set of refusals, and for each its HTTP status and how loud it is logged. */
export const ERROR_TABLE = {
  'bad-request': { status: 400, level: 'debug' },
  'bad-text': { status: 400, level: 'debug' },
  'too-long': { status: 413, level: 'debug' },
  'bad-file': { status: 415, level: 'debug' },
  'unknown-event': { status: 400, level: 'debug' },
  unauthenticated: { status: 401, level: 'info' },
  forbidden: { status: 403, level: 'info' },
  'not-found': { status: 404, level: 'debug' },
  'not-yours': { status: 403, level: 'info' },
  'wrong-state': { status: 409, level: 'debug' },
  gone: { status: 409, level: 'debug' },
  conflict: { status: 409, level: 'debug' },
  'needs-version': { status: 428, level: 'debug' },
  unverified: { status: 409, level: 'debug' },
  'rate-limited': { status: 429, level: 'info' },
  locked: { status: 423, level: 'info' },
  'no-capacity': { status: 409, level: 'debug' },
  unavailable: { status: 503, level: 'warn' },
  'no-model': { status: 503, level: 'debug' },
  internal: { status: 500, level: 'error' },
} as const;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** An expected refusal as a value. `detail` is for developers and never carries personal data. */
export interface Refusal {
  readonly refused: ErrorCode;
  readonly detail?: string;
  /** Further members of the problem over HTTP, e.g. which field of which file is wrong. */
  readonly extra?: Readonly<Record<string, unknown>>;
}

export function refuse(code: ErrorCode, detail?: string): Refusal {
  return detail === undefined ? { refused: code } : { refused: code, detail };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value;
}

/** For what the caller cannot go on from; carries the same closed codes. */
export class ProductError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail: string, cause?: unknown) {
    super(detail, cause === undefined ? undefined : { cause });
    this.name = 'ProductError';
    this.code = code;
  }
}

/** For a log: what we said ourselves, and of others' errors only what they are, since their words may hold an address with a secret in it. */
export function whyIn(error: unknown): string {
  if (error instanceof ProductError) return error.message;
  return error instanceof Error ? error.name : 'unknown';
}
