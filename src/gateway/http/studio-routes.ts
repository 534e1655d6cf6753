/** The content studio over HTTP: the draft, its check, publishing and restoring. Editors only. */
import { Router } from 'express';
import type { Request } from 'express';
import { ALL_VARIABLES } from '../../content/drafts.js';
import type { DraftEntry, EntryKind, Saving } from '../../content/drafts.js';
import type { RevisionNote } from '../../domain/content.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { PlannedPublication } from '../../domain/planned-publication.js';
import type { Staff } from '../../domain/staff.js';
import { changesQuery, contentEntry, editingAt, intentsTogether, publishRequest, restoreRequest, tryRequest } from '../../protocol/studio.js';
import { mayByRole } from '../../identity/permissions.js';
import type { HttpDeps } from './http-deps.js';
import { authorOf, studioGuard } from './studio-callers.js';

export function studioRoutes({ studio, catalogue, tryOut, signIn, rateLimit }: HttpDeps): Router {
  const router = Router();
  const by = studioGuard({ signIn, rateLimit });
  const mayOverride = (staff: Staff): boolean => mayByRole({ kind: 'staff', staff }, 'content.override') && (!studio.onlyAdminsOverride || staff.role === 'admin');
  const entries = (path: string, { kind, name }: { kind: EntryKind; name: string }) => {
    router.get(path, by('content.edit', async () => ({ [name]: (await studio.drafts.list(kind)).map(toWire) })));
    router.get(`${path}/:id`, by('content.edit', async (request) => sent(await studio.drafts.find(kind, idOf(request)))));
    router.put(
      `${path}/:id`,
      by('content.edit', async (request, staff) => {
        const entry = contentEntry.safeParse(request.body);
        const saving = savingOf(request, staff);
        if (!entry.success || saving === null) return refuse('bad-request', 'a JSON object, and If-Match with a version when given');
        return sent(await studio.drafts.save(kind, idOf(request), { entry: withoutPlace(entry.data), ...readIn(entry.data), ...saving }));
      }),
    );
    router.delete(
      `${path}/:id`,
      by('content.edit', async (request, staff) => {
        const saving = savingOf(request, staff);
        return saving === null ? refuse('bad-request', 'If-Match holds a version') : studio.drafts.remove(kind, idOf(request), saving);
      }),
    );
  };
  entries('/api/content/intents', { kind: 'intent', name: 'intents' });
  entries('/api/content/articles', { kind: 'article', name: 'articles' });
  router.put('/api/content/intents', by('content.edit', async (request, staff) => {
    const together = intentsTogether.safeParse(request.body);
    if (!together.success) return refuse('bad-request', 'intents: each whole, with the version that was read');
    const saved = await studio.drafts.saveTogether('intent', together.data.intents.map((entry) => ({ id: entry.id, entry: withoutPlace(entry), version: entry.version })), authorOf(staff));
    return isRefusal(saved) ? saved : { intents: saved.map(toWire) };
  }));

  router.get('/api/content/variables', by('content.edit', async () => {
    const found = await studio.drafts.find('variables', ALL_VARIABLES);
    const none = isRefusal(found);
    return { variables: none ? {} : found.entry, ...(none ? {} : { version: found.version }), uses: await studio.drafts.variableUses() };
  }));
  router.put('/api/content/variables', by('content.edit', async (request, staff) => {
    const entry = contentEntry.safeParse(request.body);
    const saving = savingOf(request, staff);
    if (!entry.success || saving === null) return refuse('bad-request', 'a JSON object, and If-Match with a version when given');
    const saved = await studio.drafts.save('variables', ALL_VARIABLES, { entry: entry.data, ...saving });
    return isRefusal(saved) ? saved : { variables: saved.entry, version: saved.version };
  }));
  router.get('/api/content/plans', by('content.edit', async () => {
    // A business system that is away takes only the names out of the studio.
    const plans = await catalogue.plans().catch(() => []);
    return { plans: plans.map(({ id, name, withdrawnOn }) => ({ id, name, isWithdrawn: withdrawnOn !== null })) };
  }));
  router.post('/api/content/passages', by('content.edit', async (request) => {
    const entry = contentEntry.safeParse(request.body);
    return entry.success ? studio.asQuoted(withoutPlace(entry.data)) : refuse('bad-request');
  }));

  router.post('/api/content/check', by('content.edit', () => studio.check()));
  router.get('/api/content/status', by('content.edit', () => Promise.resolve(studio.publishing.state())));
  router.get('/api/content/changes', by('content.edit', async (request) => {
    const query = changesQuery.safeParse(request.query);
    if (!query.success) return refuse('bad-request', 'from and to are numbers of revisions');
    const { from, to } = query.data;
    const changes = from === undefined ? await studio.draftChanges() : await studio.changes(from, to ?? 'draft');
    return isRefusal(changes) ? changes : { changes };
  }));
  router.post('/api/content/publish', by('content.publish', async (request, staff) => {
    const order = publishRequest.safeParse(request.body ?? {});
    if (!order.success) return refuse('bad-request', 'note, and override with a reason');
    const { note = '', override, at = null } = order.data;
    if (override && !mayOverride(staff)) return refuse('forbidden', 'publishing past the gate is for others here');
    const published = await studio.publish({ note, by: authorOf(staff), ...(override ? { overrideReason: override.reason } : {}) }, at);
    return isRefusal(published) ? published : 'doubts' in published ? { ...toRevision(published.note), doubts: published.doubts } : { planned: published };
  }));
  router.get('/api/content/planned', by('content.edit', async (_request, staff) => ({ planned: await studio.plans.list(), needsSecondPerson: studio.needsSecondPerson, mayOverride: mayOverride(staff) })));
  router.get('/api/content/planned/:id/changes', by('content.edit', async (request) => {
    const changes = await studio.plannedChanges(idOf(request));
    return isRefusal(changes) ? changes : { changes };
  }));
  router.post('/api/content/planned/:id/approve', by('content.publish', async (request, staff) => planned(await studio.plans.approve(idOf(request), authorOf(staff)))));
  router.post('/api/content/planned/:id/cancel', by('content.publish', async (request, staff) => planned(await studio.plans.cancel(idOf(request), authorOf(staff)))));
  router.put('/api/content/editing', by('content.edit', async (request, staff) => {
    const at = editingAt.safeParse(request.body);
    return at.success ? { editing: await studio.atWork.tell(authorOf(staff), { path: at.data.path, tab: at.data.tab ?? '' }) } : refuse('bad-request', 'path: a text of the draft, or null');
  }));
  router.get('/api/content/revisions', by('content.edit', async () => ({ revisions: (await studio.revisions()).map(toRevision) })));
  router.post('/api/content/revisions/:number/restore', by('content.publish', async (request, staff) => {
    const order = restoreRequest.safeParse(request.body ?? {});
    const number = Number(request.params['number']);
    if (!order.success || !Number.isSafeInteger(number)) return refuse('bad-request');
    const restored = await studio.publishing.restore(number, { note: order.data.note ?? '', by: authorOf(staff) });
    return isRefusal(restored) ? restored : toRevision(restored);
  }));
  router.post('/api/content/try', by('content.edit', async (request) => {
    const order = tryRequest.safeParse(request.body);
    return order.success ? tryOut(order.data) : refuse('bad-request');
  }));
  return router;
}

function planned(plan: PlannedPublication | Refusal): object | Refusal {
  return isRefusal(plan) ? plan : { planned: plan };
}

function idOf(request: Request): string {
  return String(request.params['id']);
}

/** Null when If-Match holds no version. `If-None-Match: *` means that there must be nothing yet. */
function savingOf(request: Request, staff: Staff): Saving | null {
  const by = authorOf(staff);
  if (request.headers['if-none-match'] === '*') return { by, version: null };
  const match = request.headers['if-match'];
  if (match === '*') return { by, version: 'any' };
  if (match === undefined) return { by };
  const version = /^"?(\d{1,9})"?$/.exec(match)?.[1];
  return version === undefined ? null : { by, version: Number(version) };
}

/** What was read and is sent back whole says which version it was. */
function readIn({ version }: Readonly<Record<string, unknown>>): Pick<Saving, 'read'> {
  return typeof version === 'number' ? { read: version } : {};
}

const PLACE = new Set(['version', 'changedBy', 'changedAt']);

/** What was read may be sent back whole. */
function withoutPlace(entry: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => !PLACE.has(key)));
}

function toWire({ entry, version, changedBy, changedAt }: DraftEntry): object {
  return { ...entry, version, changedBy, changedAt };
}

function sent(entry: DraftEntry | Refusal): object | Refusal {
  return isRefusal(entry) ? entry : toWire(entry);
}

function toRevision({ number, plan: _plan, ...note }: RevisionNote): object {
  return { revision: number, ...note };
}
