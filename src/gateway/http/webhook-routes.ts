/** Webhooks, for admins: where to tell of what, how it went, and telling again. */
import { Router } from 'express';
import type { Request } from 'express';
import type { AuditEntry } from '../../domain/audit.js';
import { isRefusal, refuse, type Refusal } from '../../domain/errors.js';
import type { Staff } from '../../domain/staff.js';
import { WEBHOOK_EVENTS, type Webhook, type WebhookDelivery } from '../../domain/webhook.js';
import { webhookWish, type WireDelivery, type WireWebhook } from '../../protocol/neighbours.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

const SECRET_BYTES = 32;
const LOG = 100;
const MOST_WEBHOOKS = 50;

export function webhookRoutes({ signIn, webhooks, ids, clock }: Pick<HttpDeps, 'signIn' | 'webhooks' | 'ids' | 'clock'>): Router {
  const { book, calls, changed } = webhooks;
  const router = Router();
  const admin = (request: Request): Promise<Staff | Refusal> => permittedStaff(request, signIn, 'webhooks.manage');
  const idIn = (request: Request): string => String(request.params['id']);
  const entry = (by: Staff, act: string, target: string, detail: string): AuditEntry => ({ id: ids.next(), at: clock.now(), staff: { id: by.id, name: by.name }, act, conversationId: null, target, reason: '', detail });
  const wishIn = (request: Request): Pick<Webhook, 'url' | 'events' | 'withNumbers' | 'isActive'> | Refusal => {
    const wish = webhookWish.safeParse(request.body);
    if (!wish.success) return refuse('bad-request', wish.error.issues.map((issue) => (issue.code === 'unrecognized_keys' ? issue.keys : issue.path).join('.')).join(', '));
    const objection = calls.objectionTo(wish.data.url);
    return objection === null ? wish.data : refuse('bad-request', `url: ${objection}`);
  };
  router.get(
    '/api/webhooks',
    answering(async (request) => {
      const by = await admin(request);
      return isRefusal(by) ? by : { webhooks: (await book.list()).map(toWireWebhook), events: WEBHOOK_EVENTS };
    }),
  );
  router.post(
    '/api/webhooks',
    answering(async (request) => {
      const by = await admin(request);
      if (isRefusal(by)) return by;
      const wish = wishIn(request);
      if (isRefusal(wish)) return wish;
      if ((await book.list()).length >= MOST_WEBHOOKS) return refuse('conflict', `at most ${MOST_WEBHOOKS} webhooks`);
      const webhook: Webhook = { ...wish, id: ids.next(), secret: `whsec_${ids.secret(SECRET_BYTES)}`, createdAt: clock.now() };
      await book.save(webhook, entry(by, 'webhook.made', webhook.id, webhook.url));
      await changed();
      return { webhook: toWireWebhook(webhook), secret: webhook.secret };
    }),
  );
  router.put(
    '/api/webhooks/:id',
    answering(async (request) => {
      const by = await admin(request);
      if (isRefusal(by)) return by;
      const wish = wishIn(request);
      const before = await book.find(idIn(request));
      if (before === null) return refuse('not-found');
      if (isRefusal(wish)) return wish;
      const webhook = { ...before, ...wish };
      await book.save(webhook, entry(by, 'webhook.changed', webhook.id, webhook.url));
      await changed();
      return { webhook: toWireWebhook(webhook) };
    }),
  );
  router.delete(
    '/api/webhooks/:id',
    answering(async (request) => {
      const by = await admin(request);
      if (isRefusal(by)) return by;
      if (!(await book.remove(idIn(request), entry(by, 'webhook.removed', idIn(request), '')))) return refuse('not-found');
      await changed();
      return { removed: true };
    }),
  );
  router.get(
    '/api/webhooks/:id/deliveries',
    answering(async (request) => {
      const by = await admin(request);
      if (isRefusal(by)) return by;
      if ((await book.find(idIn(request))) === null) return refuse('not-found');
      return { deliveries: (await book.log(idIn(request), LOG)).map(toWireDelivery) };
    }),
  );
  router.post(
    '/api/webhooks/:id/deliveries/:delivery/replay',
    answering(async (request) => {
      const by = await admin(request);
      if (isRefusal(by)) return by;
      return (await book.replay(idIn(request), String(request.params['delivery']), clock.now())) ? { pending: true } : refuse('not-found');
    }),
  );
  return router;
}

function toWireWebhook({ id, url, events, withNumbers, isActive, createdAt }: Webhook): WireWebhook {
  return { id, url, events, withNumbers, isActive, createdAt };
}

function toWireDelivery({ id, event, createdAt, state, attempts, nextAt, body, outcome }: WebhookDelivery): WireDelivery {
  return { id, event, createdAt, state, attempts, nextAt, body, outcome };
}
