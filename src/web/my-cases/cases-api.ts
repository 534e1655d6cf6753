/** The two calls of the panel, with the token that opens one's own conversation. */
import type { OwnCases } from '../../protocol/cases.js';
import type { CasesPanelParts } from '../kit/cases-panel.js';

type Caller = Pick<CasesPanelParts, 'server' | 'token'>;

/** Nobody known yet has no cases. */
export async function fetchCases({ server, token }: Caller): Promise<OwnCases | 'failed'> {
  const held = token();
  if (held === null) return { cases: [], promises: [] };
  try {
    const response = await fetch(`${server}/api/cases`, { headers: { authorization: `Bearer ${held}` } });
    return response.ok ? ((await response.json()) as OwnCases) : 'failed';
  } catch {
    return 'failed';
  }
}

export async function confirmCase({ server, token }: Caller, id: string, solved: boolean): Promise<boolean> {
  try {
    const headers = { authorization: `Bearer ${token() ?? ''}`, 'content-type': 'application/json' };
    return (await fetch(`${server}/api/cases/${encodeURIComponent(id)}/confirm`, { method: 'POST', headers, body: JSON.stringify({ solved }) })).ok;
  } catch {
    return false;
  }
}
