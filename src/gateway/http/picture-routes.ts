/** Pictures of articles over HTTP: editors bring them in, everybody may see them, as nothing but pictures. */
import express, { Router } from 'express';
import { refuse } from '../../domain/errors.js';
import { isPictureName, MAX_PICTURE_BYTES, PICTURE_PATH, PICTURE_TYPES } from '../../domain/picture.js';
import { pictureQuery } from '../../protocol/studio.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';
import { authorOf, studioGuard } from './studio-callers.js';

export function pictureRoutes({ studio, signIn, rateLimit }: HttpDeps): Router {
  const router = Router();
  const by = studioGuard({ signIn, rateLimit });
  // One byte more is read, so that too much is told by our own code.
  const bytes = express.raw({ type: () => true, limit: MAX_PICTURE_BYTES + 1024 });
  router.post('/api/content/images', bytes, by('content.edit', async (request, staff) => {
    const query = pictureQuery.safeParse(request.query);
    const body: unknown = request.body;
    if (!query.success || !(body instanceof Uint8Array) || body.length === 0) return refuse('bad-request', 'the picture as the body, its name in ?name=');
    return studio.pictures.take(query.data.name, body, authorOf(staff));
  }));
  router.get('/api/content/images', by('content.edit', async () => ({ images: await studio.pictures.list() })));
  router.get(`${PICTURE_PATH}:name`, answering(async (request, response) => {
    const name = String(request.params['name']);
    const content = isPictureName(name) ? await studio.pictures.content(name) : null;
    if (!content) return refuse('not-found');
    const ending = name.split('.').at(-1) as keyof typeof PICTURE_TYPES;
    response.setHeader('Content-Type', PICTURE_TYPES[ending]);
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Disposition', 'inline');
    // A name is made of what it stands for.
    response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    response.send(Buffer.from(content));
    return {};
  }));
  return router;
}
