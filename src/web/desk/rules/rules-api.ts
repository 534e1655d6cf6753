/** The stored settings over HTTP: read with their meaning, changed one section at a time. */
import type { z } from 'zod';
import type { settingsCatalogue } from '../../../protocol/settings.js';

export type Catalogue = z.infer<typeof settingsCatalogue>;
export type Section = Catalogue['sections'][number];
export type Value = Readonly<Record<string, unknown>>;

export type Saved = { readonly ok: true } | { readonly ok: false; readonly code: string; readonly wrong: readonly string[] };

/** Rejects when they cannot be had. */
export async function fetchSections(token: string): Promise<Catalogue['sections']> {
  const answer = await fetch('/api/settings', { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(String(answer.status));
  return ((await answer.json()) as Catalogue).sections;
}

export async function saveSection(token: string, changed: { readonly section: string; readonly version: number; readonly value: Value }): Promise<Saved> {
  const { section, version, value } = changed;
  try {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const answer = await fetch(`/api/settings/${section}`, { method: 'PUT', headers, body: JSON.stringify({ version, value }) });
    if (answer.ok) return { ok: true };
    const body = (await answer.json()) as { code?: string; problems?: readonly { path: string }[] };
    return { ok: false, code: body.code ?? 'internal', wrong: (body.problems ?? []).map(({ path }) => path) };
  } catch {
    return { ok: false, code: 'offline', wrong: [] };
  }
}
