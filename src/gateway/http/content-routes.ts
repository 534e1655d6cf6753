/** What pages read of the content in force, and what editors try on it. */
import { Router } from 'express';
import { dayOf } from '../../domain/calendar.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import { PERSON_INTENT } from '../../domain/intent.js';
import type { Locale } from '../../domain/locale.js';
import type { Reading } from '../../domain/reading.js';
import { articleQuery, parseRequest } from '../../protocol/http.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering, localeOf } from './problem.js';

export function contentRoutes({ content, signIn, clock, demo, oidc, rateLimit }: HttpDeps): Router {
  const router = Router();
  router.get(
    '/api/page-config',
    answering(async (request) => ({ demo: demo !== null, oidc: oidc !== null, locale: localeOf(request), ...(demo ? { cast: demo.cast, staff: demo.staff } : {}) })),
  );
  router.get(
    '/api/kb/:id',
    answering(async (request) => {
      const query = articleQuery.safeParse(request.query);
      if (!query.success) return refuse('bad-request');
      const { articles } = content.current();
      const id = String(request.params['id']);
      const other: Locale = query.data.locale === 'en' ? 'zh-CN' : 'en';
      const article = articles.get(`${id}.${query.data.locale}`) ?? articles.get(`${id}.${other}`);
      if (!article) return refuse('not-found');
      const { title, locale, body, validFrom, validTo, successor } = article;
      return { id, title, locale, body, validFrom, validTo, successor };
    }),
  );
  router.post(
    '/api/nlu/parse',
    answering(async (request) => {
      const staff = await permittedStaff(request, signIn, 'content.edit');
      if (isRefusal(staff)) return staff;
      const parsed = parseRequest.safeParse(request.body);
      if (!parsed.success) return refuse('bad-request');
      const taken = await rateLimit.take('api', staff.id);
      if (!taken.allowed) return refuse('rate-limited');
      const { text, locale } = parsed.data;
      return toParsed(content.current().read(text, { today: dayOf(clock.now()), ...(locale === undefined ? {} : { locale }) }));
    }),
  );
  return router;
}

/** `decision` is what the router alone would do with the message, without a conversation around it. */
function toParsed(reading: Reading): object {
  const [best] = reading.ranking;
  const isClear = reading.isAccepted && best !== undefined;
  const isMaybe = best !== undefined && reading.outOfScope < 0.5;
  // Whoever asks for a person in words that no intent is sure of is not out of scope.
  const intent = isClear ? best.intent : reading.asksForPerson ? PERSON_INTENT : null;
  return {
    intent,
    confidence: reading.ranking.find((one) => one.intent === intent)?.confidence ?? best?.confidence ?? 0,
    ranking: reading.ranking,
    entities: reading.entities,
    mood: { score: reading.mood.score, label: reading.mood.label },
    decision: reading.asksForPerson ? 'handoff' : isClear ? 'answer' : isMaybe ? 'clarify' : 'fallback',
  };
}
