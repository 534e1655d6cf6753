/** Staff accounts over HTTP, for admins; one's own sign-ins; and choosing one's password with a link. */
import type { WireStaffAccount, WireStaffProfile, WireStaffSession } from '../../../protocol/staff.js';
import { callApi, readApi } from '../link/api.js';
import type { Answer } from '../link/desk-socket.js';

const PATH = '/api/staff';
const pathOf = (id: string): string => `${PATH}/${encodeURIComponent(id)}`;

/** Rejects when they cannot be had. */
export async function fetchAccounts(token: string): Promise<readonly WireStaffAccount[]> {
  return (await readApi<{ staff: readonly WireStaffAccount[] }>(token, PATH)).staff;
}

export function saveAccount(token: string, id: string | null, body: WireStaffProfile): Promise<Answer<{ staff: { id: string } }>> {
  return id === null ? callApi(token, PATH, { method: 'POST', body }) : callApi(token, pathOf(id), { method: 'PUT', body });
}

export function passwordLink(token: string, id: string): Promise<Answer<{ href: string; expiresAt: number }>> {
  return callApi(token, `${pathOf(id)}/password-link`, { method: 'POST' });
}

export function signOutEverywhere(token: string, id: string): Promise<Answer> {
  return callApi(token, `${pathOf(id)}/sessions`, { method: 'DELETE' });
}

export function endSession(token: string, id: string, session: string): Promise<Answer> {
  return callApi(token, `${pathOf(id)}/sessions/${encodeURIComponent(session)}`, { method: 'DELETE' });
}

/** One's own, newest first; rejects when they cannot be had. */
export async function fetchOwnSessions(token: string): Promise<readonly WireStaffSession[]> {
  return (await readApi<{ sessions: readonly WireStaffSession[] }>(token, `${PATH}/me/sessions`)).sessions;
}

export function endOwnSession(token: string, session: string): Promise<Answer> {
  return callApi(token, `${PATH}/me/sessions/${encodeURIComponent(session)}`, { method: 'DELETE' });
}

export function endOtherSessions(token: string): Promise<Answer> {
  return callApi(token, `${PATH}/me/sessions`, { method: 'DELETE' });
}

export function choosePassword(link: string, password: string): Promise<Answer<{ email: string }>> {
  return callApi(null, `${PATH}/password`, { method: 'POST', body: { token: link, password } });
}
