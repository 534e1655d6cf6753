/** Sign-in at the operator's provider: there, back, and the session for the page; what the browser carries meanwhile is sealed. */
import { Router } from 'express';
import type { CookieOptions, Request, Response } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import { staffPage } from '../../identity/oidc-sign-in.js';
import type { OidcSignIn } from '../../identity/oidc-sign-in.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import { toWireStaff } from '../wire.js';
import { originOf } from './callers.js';
import { answering } from './problem.js';

export interface OidcRouteDeps {
  readonly oidc: OidcSignIn;
  readonly rateLimit: RateLimit;
  /** Reached over TLS: then cookies travel over nothing else. */
  readonly isSecure: boolean;
}

const PATH = '/api/staff/oidc';
const FLOW = 'jiebang-oidc';
const TICKET = 'jiebang-ticket';

export function oidcRoutes({ oidc, rateLimit, isSecure }: OidcRouteDeps): Router {
  const router = Router();
  const base: CookieOptions = { httpOnly: true, secure: isSecure, path: PATH };
  const allowed = async (request: Request): Promise<boolean> => (await rateLimit.take('staff.login', request.ip ?? '')).allowed;
  const toPage = (response: Response, page: string, code: string): void => response.redirect(303, `/${page}#sso${code === '' ? '' : `=${code}`}`);
  router.get(`${PATH}/start`, async (request, response) => {
    const page = staffPage(request.query['to']);
    if (!(await allowed(request))) return toPage(response, page, 'rate-limited');
    const begun = await oidc.begin(page);
    if (isRefusal(begun)) return toPage(response, page, begun.refused);
    // The way back comes from another site: a strict cookie would stay behind.
    response.cookie(FLOW, begun.flow, { ...base, sameSite: 'lax' });
    return response.redirect(303, begun.url);
  });
  router.get(`${PATH}/callback`, async (request, response) => {
    const sealed = cookieOf(request, FLOW);
    response.clearCookie(FLOW, base);
    if (!(await allowed(request))) return toPage(response, 'desk', 'rate-limited');
    const { page, ticket } = await oidc.finish(new URL(request.originalUrl, 'http://here').search, sealed);
    if (isRefusal(ticket)) return toPage(response, page, ticket.refused);
    response.cookie(TICKET, ticket, { ...base, sameSite: 'strict' });
    return toPage(response, page, '');
  });
  router.post(
    `${PATH}/session`,
    answering(async (request, response) => {
      const sealed = cookieOf(request, TICKET);
      response.clearCookie(TICKET, base);
      if (!(await allowed(request))) return refuse('rate-limited');
      const signedIn = await oidc.redeem(sealed, originOf(request));
      return isRefusal(signedIn) ? signedIn : { token: signedIn.token, staff: toWireStaff(signedIn.staff) };
    }),
  );
  return router;
}

/** Ours are compact tokens; anything else is not ours. */
function cookieOf(request: Request, name: string): string | null {
  const found = (request.headers.cookie ?? '').split(/;\s*/).find((cookie) => cookie.startsWith(`${name}=`));
  const value = found?.slice(name.length + 1) ?? '';
  return /^[\w.-]{1,4096}$/.test(value) ? value : null;
}
