/** The desk's calls about files: upload into a conversation, and the short-lived link that opens one. */
export type Uploaded = { readonly ok: true; readonly id: string } | { readonly ok: false; readonly code: string };

const MAX_BYTES = 5 * 1024 * 1024;

export async function uploadFile(token: string, conversationId: string, file: File): Promise<Uploaded> {
  if (file.size > MAX_BYTES) return { ok: false, code: 'too-large' };
  const form = new FormData();
  form.append('conversationId', conversationId);
  form.append('file', file, file.name);
  try {
    const answer = await fetch('/api/attachments', { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
    const body = (await answer.json()) as { id?: string; code?: string };
    return body.id === undefined ? { ok: false, code: body.code === 'too-long' ? 'too-large' : (body.code ?? 'internal') } : { ok: true, id: body.id };
  } catch {
    return { ok: false, code: 'offline' };
  }
}

/** Rejects when it cannot be had. */
export async function linkToFile(token: string, id: string): Promise<string> {
  const answer = await fetch(`/api/attachments/${encodeURIComponent(id)}/link`, { headers: { authorization: `Bearer ${token}` } });
  const { href } = (await answer.json()) as { href?: string };
  if (!answer.ok || href === undefined) throw new Error(`attachment: ${answer.status}`);
  return href;
}
