/** Replies kept ready: everybody at the desk uses them and keeps some of their own; supervisors keep those all share. */
import { Router } from 'express';
import type { Request } from 'express';
import type { AuditEntry } from '../../domain/audit.js';
import type { CannedReply } from '../../domain/canned-reply.js';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Staff } from '../../domain/staff.js';
import { mayByRole } from '../../identity/permissions.js';
import { cannedReplyChange } from '../../protocol/canned.js';
import type { CannedReplyChange, WireCannedReply } from '../../protocol/canned.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

type Deps = Pick<HttpDeps, 'signIn' | 'canned' | 'ids' | 'clock'>;

export function cannedRoutes(deps: Deps): Router {
  const router = Router();
  router.get(
    '/api/canned-replies',
    answering(async (request) => {
      const staff = await permittedStaff(request, deps.signIn, 'desk.use');
      return isRefusal(staff) ? staff : { replies: await Promise.all((await deps.canned.listFor(staff.id)).map(toWire)) };
    }),
  );
  router.post('/api/canned-replies', answering((request) => save(deps, request, null)));
  router.put('/api/canned-replies/:id', answering((request) => save(deps, request, String(request.params['id']))));
  router.delete(
    '/api/canned-replies/:id',
    answering(async (request) => {
      const staff = await permittedStaff(request, deps.signIn, 'desk.use');
      if (isRefusal(staff)) return staff;
      const known = await mine(deps, staff, String(request.params['id']));
      if (isRefusal(known)) return known;
      await deps.canned.remove(known.id, entryOf(deps, staff, 'canned.removed', known));
      return {};
    }),
  );
  return router;
}

async function save(deps: Deps, request: Request, id: string | null): Promise<object | Refusal> {
  const staff = await permittedStaff(request, deps.signIn, 'desk.use');
  if (isRefusal(staff)) return staff;
  const parsed = cannedReplyChange.safeParse(request.body);
  if (!parsed.success) return refuse('bad-request');
  if (parsed.data.shared && !mayShare(staff)) return refuse('forbidden');
  const known = id === null ? null : await mine(deps, staff, id);
  if (isRefusal(known)) return known;
  const reply = replyOf(parsed.data, { id: known?.id ?? deps.ids.next(), staff, at: deps.clock.now() });
  await deps.canned.save(reply, entryOf(deps, staff, 'canned.shared', reply));
  return { reply: await toWire(reply) };
}

/** What all share goes out in everybody's name. */
function entryOf({ ids, clock }: Deps, by: Staff, act: 'canned.shared' | 'canned.removed', { id, ownerId, title }: CannedReply): AuditEntry | undefined {
  if (ownerId !== null) return undefined;
  return { id: ids.next(), at: clock.now(), staff: { id: by.id, name: by.name }, act, conversationId: null, target: id, reason: '', detail: title };
}

const mayShare = (staff: Staff): boolean => mayByRole({ kind: 'staff', staff }, 'canned.share');

/** One's own, or a shared one for who may share; somebody else's looks like none at all. */
async function mine({ canned }: Deps, staff: Staff, id: string): Promise<CannedReply | Refusal> {
  const reply = await canned.find(id);
  if (!reply || (reply.ownerId !== null && reply.ownerId !== staff.id)) return refuse('not-found');
  return reply.ownerId === staff.id || mayShare(staff) ? reply : refuse('forbidden');
}

function replyOf({ shared, folder, title, text, macro }: CannedReplyChange, made: { id: string; staff: Staff; at: number }): CannedReply {
  return { id: made.id, ownerId: shared ? null : made.staff.id, folder, title, text, macro, updatedAt: made.at };
}

async function toWire({ id, ownerId, folder, title, text, macro }: CannedReply): Promise<WireCannedReply> {
  return { id, shared: ownerId === null, folder, title, text, macro, search: `${await spelled(title)} ${await spelled(folder)}` };
}

/** `结束语` as `jsy jieshuyu`. The dictionary is read when it is first needed. */
async function spelled(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;
  const initials = pinyin(text, { ...options, pattern: 'first' }).join('');
  return `${initials} ${pinyin(text, options).join('')}`.toLowerCase();
}
