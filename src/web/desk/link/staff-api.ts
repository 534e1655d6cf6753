/** The few calls of the desk that go over HTTP: signing in and out, and fetching a transcript. */
import type { Session } from './session.js';

export type SignInResult =
  { readonly ok: true; readonly session: Session } | { readonly ok: false; readonly code: string; readonly detail: string | null };
export type TranscriptFormat = 'html' | 'text' | 'json';

export function signIn(email: string, password: string): Promise<SignInResult> {
  return askForSession('/api/staff/login', { email, password });
}

/** For who has just come back from the operator's provider: what proves it is in a cookie that no script sees. */
export function fetchSession(): Promise<SignInResult> {
  return askForSession('/api/staff/oidc/session', {});
}

/** Whether staff may sign in at the operator's provider here. */
export async function isProviderThere(): Promise<boolean> {
  try {
    const config = (await (await fetch('/api/page-config')).json()) as { oidc?: boolean };
    return config.oidc === true;
  } catch {
    return false;
  }
}

/** Whoever signs out here is signed out wherever this session is known: its token opens nothing any more. */
export async function endSession(token: string): Promise<void> {
  await fetch('/api/staff/logout', { method: 'POST', headers: { authorization: `Bearer ${token}` }, keepalive: true }).catch(() => undefined);
}

async function askForSession(path: string, asked: object): Promise<SignInResult> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(asked),
    });
  } catch {
    return { ok: false, code: 'offline', detail: null };
  }
  const body = (await response.json().catch(() => null)) as {
    token?: string;
    staff?: Session['staff'];
    code?: string;
    detail?: string;
  } | null;
  if (response.ok && body?.token !== undefined && body.staff !== undefined)
    return { ok: true, session: { token: body.token, staff: body.staff } };
  return { ok: false, code: body?.code ?? codeOf(response.status), detail: body?.detail ?? null };
}

function codeOf(status: number): string {
  if (status === 401 || status === 400) return 'unauthenticated';
  if (status === 423) return 'locked';
  if (status === 429) return 'rate-limited';
  return status === 403 ? 'forbidden' : 'internal';
}

/** Fetched with the token rather than linked to, so that no link carries it. Rejects when it cannot be had. */
export async function fetchTranscript(token: string, conversationId: string, format: TranscriptFormat): Promise<Blob> {
  const response = await fetch(`/api/conversations/${encodeURIComponent(conversationId)}/transcript?format=${format}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) throw new Error(`transcript: ${response.status}`);
  return response.blob();
}

/** How far the server's clock is ahead of this one, in milliseconds; small differences count as none. */
export async function measureClock(now: () => number): Promise<number> {
  const askedAt = now();
  try {
    const response = await fetch('/healthz', { method: 'HEAD', cache: 'no-store' });
    const date = Date.parse(response.headers.get('date') ?? '');
    // The header has whole seconds, so half a second late on average.
    const ahead = date + 500 - (askedAt + now()) / 2;
    return Number.isFinite(ahead) && Math.abs(ahead) > 1500 ? ahead : 0;
  } catch {
    return 0;
  }
}
