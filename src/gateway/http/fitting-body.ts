/** Bodies and addresses that no shape could take: nested beyond all measure, or with text that no store keeps. Turned away before anything walks through them. */
import type { RequestHandler } from 'express';
import { refuse } from '../../domain/errors.js';
import { sendProblem } from './problem.js';

/** Cards of other houses nest a good dozen; what walks a body calls itself once for each level. */
const DEEPEST = 64;

/** Level by level, so that no depth is too much for this very check. */
export function isTooDeep(body: unknown): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
    if (level.length === 0) return false;
  }
  return true;
}

/** NUL and halves of a character, in a value or in a name. */
export function hasBrokenText(body: unknown): boolean {
  if (typeof body === 'string') return body.includes('\u0000') || !body.isWellFormed();
  if (typeof body !== 'object' || body === null) return false;
  return Object.entries(body).some(([name, value]) => hasBrokenText(name) || hasBrokenText(value));
}

export const fittingBody: RequestHandler = (request, response, next) => {
  const { body } = request as { body: unknown };
  if (isTooDeep(body)) sendProblem(request, response, refuse('bad-request'));
  else next();
};

/** An id with NUL in it is nobody's, and one of the two databases would not even look for it. What cannot be decoded at all is told by the router. */
export const fittingAddress: RequestHandler = (request, response, next) => {
  if (/%00/.test(request.originalUrl)) sendProblem(request, response, refuse('bad-request', 'NUL in the address'));
  else next();
};

/** Content is kept word for word. */
export const fittingText: RequestHandler = (request, response, next) => {
  const { body } = request as { body: unknown };
  if (hasBrokenText(body)) sendProblem(request, response, refuse('bad-text'));
  else next();
};
