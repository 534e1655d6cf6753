/** What the server says about itself: whether this is a demo, and who its cast is. */
import type { WireLocale } from '../../protocol/chat.js';

export interface CastMember {
  readonly msisdn: string;
  readonly name: string;
  readonly story: Readonly<Record<WireLocale, string>>;
}

export interface PageConfig {
  readonly demo: boolean;
  readonly cast: readonly CastMember[];
}

/** A server that cannot be asked is no demo. */
export async function loadPageConfig(): Promise<PageConfig> {
  const config = await getJson<{ demo: boolean; cast?: readonly CastMember[] }>('/api/page-config');
  return { demo: config?.demo ?? false, cast: config?.cast ?? [] };
}

export async function getJson<Body>(path: string): Promise<Body | null> {
  try {
    const answer = await fetch(path);
    return answer.ok ? ((await answer.json()) as Body) : null;
  } catch {
    return null;
  }
}
