/** Errors over HTTP: `application/problem+json` (RFC 9457) with our own codes, in the caller's language. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { ERROR_TABLE, isRefusal, ProductError, refuse } from '../../domain/errors.js';
import type { ErrorCode, Refusal } from '../../domain/errors.js';
import type { Locale } from '../../domain/locale.js';
import type { Logger } from '../../telemetry/logger.js';
import { gatewayWords } from '../../wording/gateway/words.js';

export function localeOf(request: Request): Locale {
  return request.acceptsLanguages('zh-CN', 'zh', 'en') === 'en' ? 'en' : 'zh-CN';
}

/** `more` are members of the problem beside the usual ones. */
export function sendProblem(request: Request, response: Response, refusal: Refusal, more: object = {}): void {
  const { status } = ERROR_TABLE[refusal.refused];
  response
    .status(status)
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: 'about:blank',
        title: gatewayWords(localeOf(request)).refusals[refusal.refused],
        status,
        code: refusal.refused,
        ...(refusal.detail === undefined ? {} : { detail: refusal.detail }),
        ...more,
        ...refusal.extra,
      }),
    );
}

/** Wraps a handler that answers with a value or a refusal. */
export function answering(handle: (request: Request, response: Response) => Promise<object | Refusal>): RequestHandler {
  return async (request, response) => {
    const result = await handle(request, response);
    if (isRefusal(result)) sendProblem(request, response, result);
    else if (!response.headersSent) response.json(result);
  };
}

export function notFound(request: Request, response: Response): void {
  sendProblem(request, response, refuse('not-found'));
}

/** Last in the chain: whatever was thrown becomes a problem, and only the unexpected is logged as an error. */
export function problemHandler(logger: Logger) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const code = codeOf(error);
    if (ERROR_TABLE[code].level === 'error') logger.error({ error, path: request.path }, 'a request failed');
    sendProblem(request, response, refuse(code));
  };
}

/** Express's own parsers throw errors with a status: a body that is no JSON, or too large a one. */
function codeOf(error: unknown): ErrorCode {
  if (error instanceof ProductError) return error.code;
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : 500;
  if (status === 413) return 'too-long';
  return typeof status === 'number' && status >= 400 && status < 500 ? 'bad-request' : 'internal';
}
