/** Lets the widget on the operator's other sites call this server; every other foreign page is told nothing. */
import type { RequestHandler } from 'express';

const DAY_SECONDS = 86_400;

export function allowOrigins(origins: readonly string[], headers: readonly string[] = []): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers;
    response.vary('Origin');
    if (origin === undefined || !origins.includes(origin)) {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Origin', origin);
    if (request.method !== 'OPTIONS') {
      next();
      return;
    }
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST');
    response.setHeader('Access-Control-Allow-Headers', ['authorization', 'content-type', ...headers].join(', '));
    response.setHeader('Access-Control-Max-Age', String(DAY_SECONDS));
    response.status(204).end();
  };
}
