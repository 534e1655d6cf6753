/** Who calls over HTTP, from the `Authorization` header and nothing else. */
import type { Request } from 'express';
import { isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { mayByRole } from '../../identity/permissions.js';
import type { RolePermission } from '../../identity/permissions.js';
import type { SessionOrigin, StaffSignIn } from '../../identity/staff-sign-in.js';
import type { Staff } from '../../domain/staff.js';

export function bearerOf(request: Request): string | null {
  const [scheme, token, ...rest] = (request.headers.authorization ?? '').split(' ');
  return scheme?.toLowerCase() === 'bearer' && token && rest.length === 0 && token.length <= 8192 ? token : null;
}

const MOST_DEVICE = 200;

/** From where somebody signs in, for their own list of sessions. */
export function originOf(request: Request): SessionOrigin {
  const device = (request.headers['user-agent'] ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, MOST_DEVICE);
  return { ...(device === '' ? {} : { device }), ...(request.ip === undefined ? {} : { address: request.ip.replace(/^::ffff:/, '') }) };
}

export async function staffOf(request: Request, signIn: StaffSignIn): Promise<Staff | Refusal> {
  const token = bearerOf(request);
  const staff = token === null ? null : await signIn.whoIs(token);
  return staff ?? refuse('unauthenticated');
}

export async function permittedStaff(request: Request, signIn: StaffSignIn, permission: RolePermission): Promise<Staff | Refusal> {
  const staff = await staffOf(request, signIn);
  if (isRefusal(staff)) return staff;
  return mayByRole({ kind: 'staff', staff }, permission) ? staff : refuse('forbidden');
}
