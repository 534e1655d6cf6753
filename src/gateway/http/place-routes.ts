/** Tells staff who limit something to places which of the names they wrote are none that is known. */
import { Router } from 'express';
import { isKnownPlace } from '../../domain/place.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import { placesQuery } from '../../protocol/places.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function placeRoutes({ signIn, rateLimit }: HttpDeps): Router {
  const router = Router();
  router.get('/api/places', answering(async (request) => {
    const staff = await permittedStaff(request, signIn, 'places.see');
    if (isRefusal(staff)) return staff;
    if (!(await rateLimit.take('api', staff.id)).allowed) return refuse('rate-limited');
    const query = placesQuery.safeParse(request.query);
    if (!query.success) return refuse('bad-request', 'names: places between commas');
    const names = query.data.names.split(/[,，、;；]/).map((name) => name.trim()).filter((name) => name !== '');
    return { unknown: [...new Set(names)].filter((name) => !isKnownPlace(name)) };
  }));
  return router;
}
