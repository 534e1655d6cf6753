/** Content in and out as files, over HTTP: what a file would bring row by row, taking chosen rows, and the draft in other forms. */
import express, { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { problemAt, problemIn } from '../../content/problem.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { exportQuery, importQuery, MAX_IMPORT_BYTES, rowsOf } from '../../protocol/exchange.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering, localeOf, sendProblem } from './problem.js';
import { authorOf, studioGuard } from './studio-callers.js';

export function exchangeRoutes({ studio, signIn, rateLimit }: HttpDeps): Router {
  const router = Router();
  const by = studioGuard({ signIn, rateLimit });
  const raw = express.raw({ type: () => true, limit: MAX_IMPORT_BYTES });
  /** A file that is too large is told by its name, as everything else that is wrong with one. */
  const bytes: RequestHandler = (request, response, next) =>
    raw(request, response, (error?: unknown) => {
      if (isTooLarge(error)) sendProblem(request, response, tooLarge(request));
      else next(error);
    });
  router.post('/api/content/import/preview', bytes, by('content.edit', async (request) => {
    const query = importQuery.safeParse(request.query);
    const body = bodyOf(request);
    return query.success && body ? studio.exchange.preview({ name: query.data.name, bytes: body }) : refuse('bad-request', 'the file as the body, its name in ?name=');
  }));
  router.post('/api/content/import', bytes, by('content.edit', async (request, staff) => {
    const query = importQuery.safeParse(request.query);
    const body = bodyOf(request);
    if (!query.success || !body) return refuse('bad-request', 'the file as the body, its name in ?name=, chosen rows in ?rows=2-40,45');
    const { name, rows, seen } = query.data;
    return studio.exchange.take({ name, bytes: body }, { by: authorOf(staff), rows: rows === undefined ? null : rowsOf(rows), seen });
  }));
  router.get('/api/content/export', answering(async (request, response) => {
    const staff = await permittedStaff(request, signIn, 'content.edit');
    if (isRefusal(staff)) return staff;
    if (!(await rateLimit.take('api', staff.id)).allowed) return refuse('rate-limited');
    const query = exportQuery.safeParse(request.query);
    if (!query.success) return refuse('bad-request', 'format: csv, xlsx, rasa or yaml');
    const { bytes: file, ending, mime } = await studio.exchange.export(query.data.format, localeOf(request));
    response.setHeader('Content-Disposition', `attachment; filename="content.${ending}"`);
    response.type(mime).send(Buffer.from(file));
    return {};
  }));
  return router;
}

function bodyOf(request: Request): Uint8Array | null {
  const body: unknown = request.body;
  if (body instanceof Uint8Array) return body;
  // An empty file is one that holds no row, and is told so.
  return request.headers['content-length'] === '0' ? new Uint8Array() : null;
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === 413;
}

function tooLarge(request: Request): Refusal {
  const query = importQuery.safeParse(request.query);
  const problem = problemAt({ file: query.success ? query.data.name : '', line: 1 }, (faults) => faults.fileTooLarge);
  return { ...refuse('too-long'), extra: { problems: [problemIn(localeOf(request), problem)] } };
}
