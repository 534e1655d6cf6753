/** Looking after staff over HTTP, for admins; choosing a password is for whoever has the link. */
import { Router } from 'express';
import type { Request } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { staffId } from '../../domain/ids.js';
import type { Staff } from '../../domain/staff.js';
import type { StaffAccount } from '../../identity/staff-accounts.js';
import { passwordChoice, staffProfile } from '../../protocol/staff.js';
import type { WireStaffAccount, WireStaffProfile } from '../../protocol/staff.js';
import { toWireStaff } from '../wire.js';
import { permittedStaff } from './callers.js';
import type { HttpDeps } from './http-deps.js';
import { answering } from './problem.js';

export function staffAccountRoutes({ signIn, accounts, rateLimit }: HttpDeps): Router {
  const router = Router();
  const admin = (request: Request): Promise<Staff | Refusal> => permittedStaff(request, signIn, 'staff.manage');
  const target = (request: Request) => staffId(String(request.params['id']));
  const withProfile = async (request: Request, act: (by: Staff, profile: WireStaffProfile) => Promise<Staff | Refusal>): Promise<object | Refusal> => {
    const by = await admin(request);
    if (isRefusal(by)) return by;
    const parsed = staffProfile.safeParse(request.body);
    if (!parsed.success) return refuse('bad-request', parsed.error.issues.map((issue) => issue.path.join('.')).join(', '));
    const kept = await act(by, parsed.data);
    return isRefusal(kept) ? kept : { staff: toWireStaff(kept) };
  };
  router.get(
    '/api/staff',
    answering(async (request) => {
      const by = await admin(request);
      return isRefusal(by) ? by : { staff: (await accounts.list()).map(toWireAccount) };
    }),
  );
  router.post('/api/staff', answering((request) => withProfile(request, (by, profile) => accounts.invite(by, profile))));
  router.put('/api/staff/:id', answering((request) => withProfile(request, (by, profile) => accounts.change(by, target(request), profile))));
  router.post(
    '/api/staff/:id/password-link',
    answering(async (request) => {
      const by = await admin(request);
      if (isRefusal(by)) return by;
      const link = await accounts.link(by, target(request));
      return isRefusal(link) ? link : { href: `/desk#password=${link.token}`, expiresAt: link.expiresAt };
    }),
  );
  router.delete(
    '/api/staff/:id/sessions',
    answering(async (request) => {
      const by = await admin(request);
      return isRefusal(by) ? by : accounts.signOutEverywhere(by, target(request));
    }),
  );
  router.post(
    '/api/staff/password',
    answering(async (request) => {
      const parsed = passwordChoice.safeParse(request.body);
      if (!parsed.success) return refuse('bad-request');
      const taken = await rateLimit.take('staff.login', request.ip ?? '');
      return taken.allowed ? accounts.choosePassword(parsed.data.token, parsed.data.password) : refuse('rate-limited');
    }),
  );
  return router;
}

function toWireAccount({ staff, hasPassword, lockedUntil, sessions }: StaffAccount): WireStaffAccount {
  const { languages, isActive } = staff;
  return { ...toWireStaff(staff), languages, isActive, hasPassword, lockedUntil, sessions };
}
