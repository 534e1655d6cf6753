/** What exists only with `DEMO` on: sign in as a cast member, read the text messages, see an account as stored. */
import { Router } from 'express';
import { refuse } from '../../domain/errors.js';
import { parseMsisdn } from '../../domain/ids.js';
import { demoTokenRequest } from '../../protocol/http.js';
import type { DemoDoor, HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

const TOKEN_SECONDS = 3600;

export function demoRoutes({ siteTokens, clock }: HttpDeps, demo: DemoDoor): Router {
  const router = Router();
  router.get(
    '/demo/sms/:msisdn',
    answering(async (request) => {
      const msisdn = parseMsisdn(String(request.params['msisdn']));
      return (msisdn && demo.inbox(msisdn)) ?? refuse('not-found');
    }),
  );
  router.post(
    '/demo/token',
    answering(async (request) => {
      const parsed = demoTokenRequest.safeParse(request.body);
      const msisdn = parsed.success ? parseMsisdn(parsed.data.msisdn) : null;
      if (!msisdn) return refuse('bad-request');
      return { token: await siteTokens.sign(msisdn, clock.now(), TOKEN_SECONDS) };
    }),
  );
  router.get(
    '/demo/accounts/:msisdn',
    answering(async (request) => {
      const msisdn = parseMsisdn(String(request.params['msisdn']));
      return (msisdn && (await demo.account(msisdn))) ?? refuse('not-found');
    }),
  );
  return router;
}
