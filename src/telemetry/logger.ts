/** Structured logs with personal data masked; the one way anything is written to the output of the process. */
import { pino, type Logger as PinoLogger } from 'pino';

export interface Logger {
  debug(fields: object, text: string): void;
  info(fields: object, text: string): void;
  warn(fields: object, text: string): void;
  error(fields: object, text: string): void;
  child(fields: object): Logger;
}

const REDACTED = ['token', 'password', 'code', 'authorization', 'cookie', 'resumeToken', 'apiKey', 'secret'];
const MSISDN = /\b(1[3-9]\d)\d{4}(\d{4})\b/g;

/** 13800000001 → 138****0001, wherever it stands in a line. */
export function maskNumbers(text: string): string {
  return text.replace(MSISDN, '$1****$2');
}

/** What went wrong and where, under the key `error`. Only these: errors of libraries carry requests and their headers as well. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  const { name, message, stack, cause } = error;
  return { name, message, ...(code === undefined ? {} : { errorCode: code }), stack, ...(cause === undefined ? {} : { cause: told(cause) }) };
}

export function createLogger(level: string): Logger {
  const logger: PinoLogger = pino({
    level,
    redact: { paths: REDACTED.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[hidden]' },
    serializers: { error: told },
    hooks: { streamWrite: maskNumbers },
  });
  return logger;
}
