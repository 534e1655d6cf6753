/** Keys of programs, for admins: which there are, making one, revoking one. */
import { Router } from 'express';
import type { ApiKey } from '../../domain/api-key.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import { SCOPES } from '../../identity/api-keys.js';
import { keyWish, type WireKey } from '../../protocol/neighbours.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function keyRoutes({ signIn, keys }: Pick<HttpDeps, 'signIn' | 'keys'>): Router {
  const router = Router();
  router.get(
    '/api/keys',
    answering(async (request) => {
      const by = await permittedStaff(request, signIn, 'keys.manage');
      return isRefusal(by) ? by : { keys: (await keys.list()).map(toWireKey), scopes: SCOPES };
    }),
  );
  router.post(
    '/api/keys',
    answering(async (request) => {
      const by = await permittedStaff(request, signIn, 'keys.manage');
      if (isRefusal(by)) return by;
      const wish = keyWish.safeParse(request.body);
      if (!wish.success) return refuse('bad-request', wish.error.issues.map((issue) => issue.path.join('.')).join(', '));
      const issued = await keys.issue(by, wish.data);
      return isRefusal(issued) ? issued : { key: toWireKey(issued.key), secret: issued.secret };
    }),
  );
  router.delete(
    '/api/keys/:id',
    answering(async (request) => {
      const by = await permittedStaff(request, signIn, 'keys.manage');
      return isRefusal(by) ? by : keys.revoke(by, String(request.params['id']));
    }),
  );
  return router;
}

function toWireKey({ id, name, staffId, scopes, createdAt, expiresAt, revokedAt, lastUsedAt }: ApiKey): WireKey {
  return { id, name, staffId, scopes, createdAt, expiresAt, revokedAt, lastUsedAt };
}
