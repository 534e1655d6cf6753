/** A call over HTTP in the name of whoever is signed in; refusals come back as answers, and so does no network. */
import type { Answer } from './desk-socket.js';

export interface ApiCall {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly body?: object;
}

/** `token`: null for the few calls made before signing in. */
export async function callApi<Result extends object>(token: string | null, path: string, { method = 'GET', body }: ApiCall = {}): Promise<Answer<Result>> {
  try {
    const headers = { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
    const answer = await fetch(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
    const result = (await answer.json()) as Result & { code?: string };
    return answer.ok ? { ok: true, ...result } : { ok: false, error: { code: result.code ?? 'internal', message: '' } };
  } catch {
    return { ok: false, error: { code: 'offline', message: '' } };
  }
}

/** For what is read: rejects with the code when it cannot be had. */
export async function readApi<Result extends object>(token: string, path: string): Promise<Result> {
  const answer = await callApi<Result>(token, path);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer;
}
