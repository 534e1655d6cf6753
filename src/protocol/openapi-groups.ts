/** The calls of the OpenAPI document by what they are for, so that a reader finds hers among a hundred. */
import type { Json } from './openapi-parts.js';

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  'Conversations and desk': ['/api/desk', '/api/conversations', '/api/attachments', '/api/canned-replies', '/api/line'],
  'Cases and follow-ups': ['/api/cases', '/api/promises', '/api/follow-ups'],
  Content: ['/api/content', '/api/nlu', '/api/places'],
  Insights: ['/api/insights'],
  'Settings and audit': ['/api/settings', '/api/audit'],
  'Keys and webhooks': ['/api/keys', '/api/webhooks'],
  Staff: ['/api/staff'],
  'Channels and Direct Line': ['/api/messages', '/v3/directline', '/channels'],
  'Pages of subscribers': ['/api/kb', '/api/page-config', '/api/privacy'],
  Operations: ['/healthz', '/readyz', '/metrics'],
  Demo: ['/demo'],
};

export function grouped(paths: Json): { readonly tags: readonly { readonly name: string }[]; readonly paths: Json } {
  const told = Object.entries(paths).map(([path, calls]) => [path, Object.fromEntries(Object.entries(calls as Json).map(([method, call]) => [method, { tags: [groupOf(path)], ...(call as Json) }]))]);
  return { tags: Object.keys(GROUPS).map((name) => ({ name })), paths: Object.fromEntries(told) as Json };
}

function groupOf(path: string): string {
  const found = Object.entries(GROUPS).find(([, begins]) => begins.some((begin) => path === begin || path.startsWith(`${begin}/`) || path.startsWith(`${begin}.`)));
  if (!found) throw new Error(`a call of no group: ${path}`);
  return found[0];
}
