/** Replies kept ready: fetched, kept and removed over HTTP. */
import type { CannedReplyChange, WireCannedReply } from '../../../protocol/canned.js';
import type { Answer } from '../link/desk-socket.js';

const PATH = '/api/canned-replies';

async function call<Result extends object>(token: string, path: string, init: RequestInit = {}): Promise<Answer<Result>> {
  try {
    const answer = await fetch(path, { ...init, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' } });
    const body = (await answer.json()) as Result & { code?: string };
    return answer.ok ? { ok: true, ...body } : { ok: false, error: { code: body.code ?? 'internal', message: '' } };
  } catch {
    return { ok: false, error: { code: 'offline', message: '' } };
  }
}

/** Rejects when they cannot be had. */
export async function fetchCanned(token: string): Promise<readonly WireCannedReply[]> {
  const answer = await call<{ replies: readonly WireCannedReply[] }>(token, PATH);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.replies;
}

export function saveCanned(token: string, id: string | null, change: CannedReplyChange): Promise<Answer> {
  const body = JSON.stringify(change);
  return id === null ? call(token, PATH, { method: 'POST', body }) : call(token, `${PATH}/${encodeURIComponent(id)}`, { method: 'PUT', body });
}

export function removeCanned(token: string, id: string): Promise<Answer> {
  return call(token, `${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
