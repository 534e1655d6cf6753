/** Settings of the demo operator's own process. */
import { z } from 'zod';
import type { Env } from './env.js';

const schema = z.object({
  BSS_DEMO_PORT: z.coerce.number().int().min(0).max(65_535).default(3100),
  BSS_DEMO_SEED: z.coerce.number().int().optional(),
  BSS_DEMO_USAGE: z.enum(['v4', 'v5']).default('v4'),
  BSS_DEMO_TOKEN: z.string().optional(),
  BSS_DEMO_CLIENT: z.string().regex(/^[^:]+:.+$/, 'an id and a secret with a colon between').optional(),
});

export interface BssDemoSettings {
  readonly port: number;
  readonly seed?: number;
  readonly usageVersion: 'v4' | 'v5';
  readonly token: string | null;
  readonly client: { readonly id: string; readonly secret: string } | null;
}

export function readBssDemoSettings(env: Env): BssDemoSettings | { readonly problems: readonly string[] } {
  const { data, error } = schema.safeParse(env);
  if (data === undefined) return { problems: error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`) };
  const [id, ...secret] = data.BSS_DEMO_CLIENT?.split(':') ?? [];
  return {
    port: data.BSS_DEMO_PORT, usageVersion: data.BSS_DEMO_USAGE, token: data.BSS_DEMO_TOKEN ?? null,
    client: id === undefined ? null : { id, secret: secret.join(':') },
    ...(data.BSS_DEMO_SEED === undefined ? {} : { seed: data.BSS_DEMO_SEED }),
  };
}
