/** The one way a socket's events are handled: known name, fitting shape, not too often, then the handler, then the ack. */
import type { Socket } from 'socket.io';
import type { ZodType } from 'zod';
import { ERROR_TABLE, isRefusal, ProductError } from '../../domain/errors.js';
import type { ErrorCode, Refusal } from '../../domain/errors.js';
import type { Locale } from '../../domain/locale.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { Logger } from '../../telemetry/logger.js';
import { gatewayWords } from '../../wording/gateway/words.js';
import { Haste } from './haste.js';

export interface RequestRule<Session> {
  readonly schema: ZodType;
  /** Which limit it counts against; null for what costs nothing. */
  readonly bucket: string | null;
  /** Payload already fits the schema. Returns what the ack carries, or a refusal. */
  readonly handle: (session: Session, payload: never) => Promise<object | Refusal>;
}

/** Ties a handler to its schema, so that the payload's type is the schema's. */
export function rule<Session, Payload>(
  schema: ZodType<Payload>,
  bucket: string | null,
  handle: (session: Session, payload: Payload) => Promise<object | Refusal>,
): RequestRule<Session> {
  return { schema, bucket, handle };
}

export interface RequestContext<Session> {
  readonly rules: ReadonlyMap<string, RequestRule<Session>>;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
  readonly keyOf: (session: Session) => string;
  readonly localeOf: (session: Session) => Locale;
  readonly count: (event: string, outcome: string) => void;
  /** False once the house is closing: what comes then gets no answer at all, so that the client sends it again after reconnecting. */
  readonly isOpen: () => boolean;
}

export interface SocketContext<Session> extends RequestContext<Session> {
  readonly clock: Clock;
}

type AckFunction = (answer: object) => void;

export function serveRequests<Session>(socket: Socket, session: Session, context: SocketContext<Session>): void {
  const asking: Asking<Session> = { session, context, haste: new Haste(socket, context.clock) };
  socket.onAny((event: unknown, ...args: unknown[]) => {
    if (!context.isOpen()) return;
    const last = args.at(-1);
    const ack: AckFunction = typeof last === 'function' ? (last as AckFunction) : () => undefined;
    const payload = typeof args[0] === 'function' || args.length === 0 ? {} : args[0];
    void answerRequest(String(event), payload, asking).then(ack, () => undefined);
  });
}

export type RequestAnswer = { readonly ok: true } | { readonly ok: false; readonly error: { readonly code: ErrorCode; readonly message: string } };

export interface Asking<Session> {
  readonly session: Session;
  readonly context: RequestContext<Session>;
  /** Of the socket it comes from; none where each request is a call of its own. */
  readonly haste?: Haste;
}

export async function answerRequest<Session>(event: string, payload: unknown, asking: Asking<Session>): Promise<RequestAnswer> {
  const { session, context, haste } = asking;
  const found = context.rules.get(event);
  if (!found) return refused(event, { refused: 'unknown-event' }, asking);
  if (found.bucket !== null && haste?.isTooFast(found.bucket)) return refused(event, { refused: 'rate-limited' }, asking);
  const parsed = parsedBy(found.schema, payload ?? {});
  if (!parsed.success) return refused(event, { refused: codeOf(parsed.error.issues) }, asking);
  if (found.bucket !== null) {
    const taken = await context.rateLimit.take(found.bucket, context.keyOf(session));
    if (!taken.allowed) {
      haste?.wasTooFast(found.bucket, taken.retryAfterMs);
      return refused(event, { refused: 'rate-limited' }, asking);
    }
  }
  try {
    const result = await found.handle(session, parsed.data as never);
    if (isRefusal(result)) return refused(event, result, asking);
    context.count(event, 'ok');
    return Object.assign({ ok: true as const }, result);
  } catch (error) {
    const code: ErrorCode = error instanceof ProductError ? error.code : 'internal';
    context.logger[ERROR_TABLE[code].level]({ error, event }, 'a request failed');
    return refused(event, { refused: code }, asking);
  }
}

/** A list that is to be read only is frozen, which bytes in its place do not let themselves be. */
function parsedBy(schema: ZodType, payload: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly { message: string }[] } } {
  try {
    return schema.safeParse(payload);
  } catch {
    return { success: false, error: { issues: [] } };
  }
}

/** Our own text checks name their code as the message; everything else that does not fit is a bad request. */
function codeOf(issues: readonly { message: string }[]): ErrorCode {
  const flat = issues.flatMap((issue) => ('errors' in issue ? (issue.errors as { message: string }[][]).flat() : [issue]));
  if (flat.some((issue) => issue.message === 'too-long')) return 'too-long';
  if (flat.some((issue) => issue.message === 'bad-text')) return 'bad-text';
  return 'bad-request';
}

function refused<Session>(event: string, refusal: Refusal, { session, context, haste }: Asking<Session>): RequestAnswer {
  haste?.refused();
  context.count(context.rules.has(event) ? event : 'unknown', refusal.refused);
  return { ok: false, error: wireError(refusal, context.localeOf(session)) };
}

export function wireError(refusal: Refusal, locale: Locale): { code: ErrorCode; message: string } {
  return { code: refusal.refused, message: gatewayWords(locale).refusals[refusal.refused] };
}
