/** Settings of the Bot Framework's door: with an id it is mounted and checks every token; without one only in the demo on loopback. */
import { z } from 'zod';

const LOGIN = 'https://login.microsoftonline.com';

export const botFrameworkVariables = {
  HANDOFF: z.enum(['internal', 'external']).default('internal'),
  HANDOFF_ANSWER_SECONDS: z.coerce.number().int().min(1).max(86_400).default(120),
  HANDOFF_DONE_MINUTES: z.coerce.number().min(0.01).max(10_080).default(480),
  DIRECT_LINE_SECRET: z.string().min(16, 'at least 16 characters').optional(),
  BOT_APP_ID: z.string().regex(/^[!-~]{1,128}$/).optional(),
  BOT_APP_PASSWORD: z.string().optional(),
  BOT_APP_TENANT: z.string().regex(/^[A-Za-z0-9.-]{1,100}$/).optional(),
  BOT_OPENID_METADATA: z.url().default('https://login.botframework.com/v1/.well-known/openidconfiguration'),
  BOT_TOKEN_URL: z.url().optional(),
  BOT_TOKEN_SCOPE: z.string().default('https://api.botframework.com/.default'),
  BOT_FILE_HOSTS: z.string().default('.sharepoint.com,.botframework.com,.trafficmanager.net'),
};

export interface BotFrameworkSettings {
  /** Null in the demo on loopback: nobody is asked for a token, and only loopback is answered. */
  readonly access: { readonly appId: string; readonly password: string; readonly metadataUrl: string; readonly tokenUrl: string; readonly scope: string } | null;
  /** Ends of the names of hosts that files are fetched from, beside the channel's own. */
  readonly fileHosts: readonly string[];
}

/** An outside hub that takes the handoffs of the Bot Framework's channels; null when our own line takes them. */
export type HubSettings = { readonly answerWithinMs: number; readonly doneWithinMs: number } | null;

export function hubOf(from: Given): HubSettings {
  return from.HANDOFF === 'external' ? { answerWithinMs: from.HANDOFF_ANSWER_SECONDS * 1000, doneWithinMs: from.HANDOFF_DONE_MINUTES * 60_000 } : null;
}

export interface DirectLineSettings {
  /** Null in the demo on loopback: tokens are given to everybody. */
  readonly secret: string | null;
}

export function directLineOf(from: Given, isDemo: boolean): DirectLineSettings | null {
  if (from.DIRECT_LINE_SECRET !== undefined) return { secret: from.DIRECT_LINE_SECRET };
  return isDemo && isLoopbackHost(from.HOST) ? { secret: null } : null;
}

type Given = z.output<z.ZodObject<typeof botFrameworkVariables>> & { readonly HOST: string };

export function botFrameworkOf(from: Given, isDemo: boolean): BotFrameworkSettings | null {
  const fileHosts = from.BOT_FILE_HOSTS.split(',').map((host) => host.trim().toLowerCase()).filter((host) => host !== '');
  if (from.BOT_APP_ID === undefined) return isDemo && isLoopbackHost(from.HOST) ? { access: null, fileHosts: [] } : null;
  if (from.BOT_APP_PASSWORD === undefined) return null;
  const tokenUrl = from.BOT_TOKEN_URL ?? `${LOGIN}/${from.BOT_APP_TENANT ?? 'botframework.com'}/oauth2/v2.0/token`;
  return { access: { appId: from.BOT_APP_ID, password: from.BOT_APP_PASSWORD, metadataUrl: from.BOT_OPENID_METADATA, tokenUrl, scope: from.BOT_TOKEN_SCOPE }, fileHosts };
}

export function* botFrameworkProblems(from: Given): Generator<string> {
  if (from.BOT_APP_ID !== undefined && from.BOT_APP_PASSWORD === undefined) yield 'BOT_APP_PASSWORD: needed with BOT_APP_ID, or nothing could be answered';
  if (from.BOT_APP_ID === undefined && from.BOT_APP_PASSWORD !== undefined) yield 'BOT_APP_ID: needed with BOT_APP_PASSWORD, or no token could be checked';
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}
