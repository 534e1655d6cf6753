/** Staff accounts over HTTP, for admins; and choosing one's password with a link. */
import type { WireStaffAccount, WireStaffProfile } from '../../../protocol/staff.js';
import type { Answer } from '../link/desk-socket.js';

async function call<Result extends object>(token: string | null, path: string, init: RequestInit = {}): Promise<Answer<Result>> {
  try {
    const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const answer = await fetch(`/api/staff${path}`, { ...init, headers });
    const body = (await answer.json()) as Result & { code?: string };
    return answer.ok ? { ok: true, ...body } : { ok: false, error: { code: body.code ?? 'internal', message: '' } };
  } catch {
    return { ok: false, error: { code: 'offline', message: '' } };
  }
}

/** Rejects when they cannot be had. */
export async function fetchAccounts(token: string): Promise<readonly WireStaffAccount[]> {
  const answer = await call<{ staff: readonly WireStaffAccount[] }>(token, '');
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.staff;
}

export function saveAccount(token: string, id: string | null, profile: WireStaffProfile): Promise<Answer<{ staff: { id: string } }>> {
  const body = JSON.stringify(profile);
  return id === null ? call(token, '', { method: 'POST', body }) : call(token, `/${encodeURIComponent(id)}`, { method: 'PUT', body });
}

export function passwordLink(token: string, id: string): Promise<Answer<{ href: string; expiresAt: number }>> {
  return call(token, `/${encodeURIComponent(id)}/password-link`, { method: 'POST' });
}

export function signOutEverywhere(token: string, id: string): Promise<Answer> {
  return call(token, `/${encodeURIComponent(id)}/sessions`, { method: 'DELETE' });
}

export function choosePassword(link: string, password: string): Promise<Answer<{ email: string }>> {
  return call(null, '/password', { method: 'POST', body: JSON.stringify({ token: link, password }) });
}
