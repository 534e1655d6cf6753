/** Replies kept ready: fetched, kept and removed over HTTP. */
import type { CannedReplyChange, WireCannedReply } from '../../../protocol/canned.js';
import { callApi, readApi } from '../link/api.js';
import type { Answer } from '../link/desk-socket.js';

const PATH = '/api/canned-replies';

/** Rejects when they cannot be had. */
export async function fetchCanned(token: string): Promise<readonly WireCannedReply[]> {
  return (await readApi<{ replies: readonly WireCannedReply[] }>(token, PATH)).replies;
}

export function saveCanned(token: string, id: string | null, body: CannedReplyChange): Promise<Answer> {
  return id === null ? callApi(token, PATH, { method: 'POST', body }) : callApi(token, `${PATH}/${encodeURIComponent(id)}`, { method: 'PUT', body });
}

export function removeCanned(token: string, id: string): Promise<Answer> {
  return callApi(token, `${PATH}/${encodeURIComponent(id)}`, { method: 'DELETE' });
}
