/** Settings from the environment, checked once, all problems at once. `.env.example` lists every one. */
import { z } from 'zod';
import type { OidcSettings } from '../identity/oidc-provider.js';
import { botFrameworkOf, botFrameworkProblems, botFrameworkVariables, directLineOf, hubOf } from './bot-framework-settings.js';
import type { BotFrameworkSettings, DirectLineSettings, HubSettings } from './bot-framework-settings.js';
import type { Env } from './env.js';
import { wechatKfOf, wechatKfProblems, wechatOf, wechatVariables } from './wechat-settings.js';
import type { WechatKfSettings, WechatSettings } from './wechat-settings.js';

const flag = z
  .enum(['0', '1', 'true', 'false', 'on', 'off'])
  .transform((value) => value === '1' || value === 'true' || value === 'on');

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().optional(),
  REDIS_URL: z.string().optional(),
  DEMO: flag.optional(),
  NODE_ENV: z.string().optional(),
  BSS_URL: z.url().optional(),
  BSS_TOKEN: z.string().optional(),
  BSS_OAUTH_TOKEN_URL: z.url().optional(),
  BSS_OAUTH_CLIENT_ID: z.string().optional(),
  BSS_OAUTH_CLIENT_SECRET: z.string().optional(),
  BSS_OAUTH_SCOPE: z.string().optional(),
  SUBSCRIBER_JWT_SECRET: z.string().min(16, 'at least 16 characters').optional(),
  SUBSCRIBER_JWKS_URL: z.url().optional(),
  SUBSCRIBER_JWT_AUDIENCE: z.string().optional(),
  ALLOWED_ORIGINS: z.string().default(''),
  RATE_LIMIT: z.enum(['on', 'off']).default('on'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url().optional(),
  OPENAI_MODEL: z.string().default('gpt-4o-mini'),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  OPENAI_STREAM_USAGE: flag.default(true),
  LLM_DAILY_BUDGET: z.coerce.number().int().min(0).optional(),
  LLM_BREAKER_SECONDS: z.coerce.number().min(0.1).max(3600).default(30),
  LLM_INPUT_PRICE: z.coerce.number().min(0).default(0),
  LLM_OUTPUT_PRICE: z.coerce.number().min(0).default(0),
  SMS_URL: z.url().optional(),
  SMS_TOKEN: z.string().optional(),
  WEBHOOK_HOSTS: z.string().default(''),
  ...wechatVariables,
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ROLE_CLAIM: z.string().optional(),
  ...botFrameworkVariables,
  RETENTION_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
  RETENTION_CASE_DAYS: z.coerce.number().int().min(1).max(36_500).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  readonly redisUrl: string | null;
  readonly isDemo: boolean;
  /** Null in the demo: then its own accounts are the operator. */
  readonly businessSystem: BusinessSystemSettings | null;
  /** Null in the demo: the server makes a secret of its own. */
  readonly subscriberSecret: string | null;
  readonly subscriberJwksUrl: string | null;
  readonly subscriberAudience: string | null;
  readonly allowedOrigins: readonly string[];
  readonly isRateLimited: boolean;
  /** Null unless both a key and an embedding model are set. */
  readonly embeddings: { readonly apiKey: string; readonly baseUrl: string | null; readonly model: string } | null;
  /** Null without a key: then everything is answered without a model. */
  readonly languageModel: LanguageModelSettings | null;
  /** Null until the account, its secret and the agreed word are set. */
  readonly wechat: WechatSettings | null;
  /** Null until enterprise, secret, word and key are set. */
  readonly wechatKf: WechatKfSettings | null;
  /** Where browsers reach us, without a slash at the end; null when it was not said. */
  readonly publicUrl: string | null;
  /** Null: staff sign in with passwords only. */
  readonly oidc: OidcSettings | null;
  /** Null: `/api/messages` does not exist. */
  readonly botFramework: BotFrameworkSettings | null;
  readonly hub: HubSettings;
  /** Null: `/v3/directline` does not exist. */
  readonly directLine: DirectLineSettings | null;
  /** Null: one-time codes go nowhere but the demo's inbox. */
  readonly textGateway: { readonly url: string; readonly token: string | null } | null;
  /** Hosts inside the operator's network that webhooks may go to. */
  readonly webhookHosts: readonly string[];
  /** Days that each kind is kept after it came to rest; null: for ever. */
  readonly retention: { readonly conversations: number | null; readonly cases: number | null };
  readonly logLevel: string;
}

export interface BusinessSystemSettings {
  readonly url: string;
  readonly token: string | null;
  /** Goes before a fixed token. */
  readonly oauth: { readonly tokenUrl: string; readonly clientId: string; readonly clientSecret: string; readonly scope: string | null } | null;
}

export interface LanguageModelSettings {
  readonly apiKey: string;
  readonly baseUrl: string | null;
  readonly model: string;
  readonly countsStream: boolean;
  /** Tokens a day on all nodes together; null for no limit. */
  readonly dailyTokens: number | null;
  /** How long the model is left alone after five failures in a row. */
  readonly breakerMs: number;
  /** Of a million tokens, in the operator's currency. */
  readonly prices: { readonly input: number; readonly output: number };
}

export type SettingsResult = { readonly settings: Settings } | { readonly problems: readonly string[] };

export function readSettings(env: Env): SettingsResult {
  const parsed = schema.safeParse(env);
  const faults = parsed.error?.issues.map((issue) => ({ name: String(issue.path[0]), message: issue.message })) ?? [];
  const isFaulty = (name: string) => faults.some((fault) => fault.name === name);
  // What is faulty by itself counts as absent, so that whatever else is wrong is found in the same go.
  const from = parsed.data ?? schema.parse(Object.fromEntries(Object.entries(env).filter(([name]) => !isFaulty(name))));
  const isProduction = from.NODE_ENV === 'production';
  const settings: Settings = {
    port: from.PORT,
    host: from.HOST,
    dataDir: from.DATA_DIR,
    databaseUrl: from.DATABASE_URL ?? null,
    redisUrl: from.REDIS_URL ?? null,
    isDemo: from.DEMO ?? !isProduction,
    businessSystem: businessSystemOf(from),
    subscriberSecret: from.SUBSCRIBER_JWT_SECRET ?? null,
    subscriberJwksUrl: from.SUBSCRIBER_JWKS_URL ?? null,
    subscriberAudience: from.SUBSCRIBER_JWT_AUDIENCE ?? null,
    allowedOrigins: listed(from.ALLOWED_ORIGINS),
    isRateLimited: from.RATE_LIMIT === 'on',
    embeddings:
      from.OPENAI_API_KEY !== undefined && from.OPENAI_EMBEDDING_MODEL !== undefined
        ? { apiKey: from.OPENAI_API_KEY, baseUrl: from.OPENAI_BASE_URL ?? null, model: from.OPENAI_EMBEDDING_MODEL }
        : null,
    languageModel: from.OPENAI_API_KEY === undefined ? null : languageModelOf(from, from.OPENAI_API_KEY),
    wechat: wechatOf(from),
    wechatKf: wechatKfOf(from),
    publicUrl: from.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    oidc: oidcOf(from),
    botFramework: botFrameworkOf(from, from.DEMO ?? !isProduction),
    hub: hubOf(from),
    directLine: directLineOf(from, from.DEMO ?? !isProduction),
    textGateway: from.SMS_URL === undefined ? null : { url: from.SMS_URL, token: from.SMS_TOKEN ?? null },
    webhookHosts: listed(from.WEBHOOK_HOSTS),
    retention: { conversations: from.RETENTION_DAYS ?? null, cases: from.RETENTION_CASE_DAYS ?? null },
    logLevel: from.LOG_LEVEL,
  };
  const between = [...contradictions(settings, isProduction), ...oauthGaps(from), ...oidcGaps(from), ...botFrameworkProblems(from), ...wechatKfProblems(from)].filter((problem) => !faults.some(({ name }) => problem.startsWith(name)));
  const problems = [...faults.map(({ name, message }) => `${name}: ${message}`), ...between];
  return problems.length > 0 ? { problems } : { settings };
}

const listed = (text: string): readonly string[] => text.split(',').map((entry) => entry.trim()).filter((entry) => entry !== '');

function businessSystemOf({ BSS_URL: url, BSS_TOKEN: token, ...from }: z.output<typeof schema>): BusinessSystemSettings | null {
  if (url === undefined) return null;
  const { BSS_OAUTH_TOKEN_URL: tokenUrl, BSS_OAUTH_CLIENT_ID: clientId, BSS_OAUTH_CLIENT_SECRET: clientSecret, BSS_OAUTH_SCOPE: scope } = from;
  const isWhole = tokenUrl !== undefined && clientId !== undefined && clientSecret !== undefined;
  return { url, token: token ?? null, oauth: isWhole ? { tokenUrl, clientId, clientSecret, scope: scope ?? null } : null };
}

function oidcOf(from: z.output<typeof schema>): OidcSettings | null {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, PUBLIC_URL: publicUrl } = from;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined || publicUrl === undefined) return null;
  return { issuer, clientId, clientSecret, publicUrl: publicUrl.replace(/\/+$/, ''), roleClaim: from.OIDC_ROLE_CLAIM ?? null };
}

const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])([:/]|$)/;

/** With half of them no token would be fetched, and every question to the operator refused. */
function* oauthGaps(from: z.output<typeof schema>): Generator<string> {
  const parts = ['BSS_OAUTH_TOKEN_URL', 'BSS_OAUTH_CLIENT_ID', 'BSS_OAUTH_CLIENT_SECRET'] as const;
  if (parts.every((name) => from[name] === undefined)) return;
  for (const name of [...parts, 'BSS_URL'] as const) if (from[name] === undefined) yield `${name}: needed for client credentials`;
}

/** Half a sign-in is none, and one over plain HTTP could be anybody's. */
function* oidcGaps(from: z.output<typeof schema>): Generator<string> {
  const parts = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;
  if (parts.every((name) => from[name] === undefined)) return;
  for (const name of [...parts, 'PUBLIC_URL'] as const) if (from[name] === undefined) yield `${name}: needed for sign-in by OIDC`;
  const issuer = from.OIDC_ISSUER;
  if (issuer?.startsWith('http:') && !LOOPBACK.test(issuer)) yield 'OIDC_ISSUER: must be https, but for a provider on this machine';
}

function languageModelOf(from: z.output<typeof schema>, apiKey: string): LanguageModelSettings {
  return {
    apiKey,
    baseUrl: from.OPENAI_BASE_URL ?? null,
    model: from.OPENAI_MODEL,
    countsStream: from.OPENAI_STREAM_USAGE,
    dailyTokens: from.LLM_DAILY_BUDGET ?? null,
    breakerMs: from.LLM_BREAKER_SECONDS * 1000,
    prices: { input: from.LLM_INPUT_PRICE, output: from.LLM_OUTPUT_PRICE },
  };
}

/** Set-ups that would start and then go wrong are refused at the door. */
function* contradictions(settings: Settings, isProduction: boolean): Generator<string> {
  if (isProduction && settings.isDemo) yield 'DEMO: demo accounts must not run with NODE_ENV=production';
  if (settings.redisUrl !== null && settings.databaseUrl === null) {
    yield 'REDIS_URL: many nodes need one database they all see; set DATABASE_URL to a postgres:// address, or leave REDIS_URL out';
  }
  if (settings.databaseUrl !== null && !/^postgres(ql)?:\/\//.test(settings.databaseUrl)) yield 'DATABASE_URL: must begin with postgres://';
  if (!settings.isDemo && settings.subscriberSecret === null && settings.subscriberJwksUrl === null) {
    yield 'SUBSCRIBER_JWT_SECRET or SUBSCRIBER_JWKS_URL: one is needed outside the demo';
  }
  if (!settings.isDemo && settings.businessSystem === null) yield 'BSS_URL: needed outside the demo';
}
