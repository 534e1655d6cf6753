/** What may not start does not, and everything that is wrong is said in one go. */
import { describe, expect, it } from '@jest/globals';
import type { Env } from '../../../src/app/env.js';
import { readSettings } from '../../../src/app/settings.js';

const OUTSIDE: Env = { DEMO: '0', SUBSCRIBER_JWT_SECRET: 'long enough for this test', BSS_URL: 'http://127.0.0.1:9' };

function problemsOf(env: Env): readonly string[] {
  const read = readSettings(env);
  return 'problems' in read ? read.problems : [];
}
/** The variables complained about, in order of name. */
const named = (env: Env): string[] => problemsOf(env).map((problem) => problem.split(':')[0] ?? '').sort();

describe('the settings', () => {
  it('need nothing at all for the demo', () => {
    expect(readSettings({})).toMatchObject({ settings: { isDemo: true, port: 3000, host: '127.0.0.1', databaseUrl: null, isRateLimited: true } });
  });

  it('keep everything for ever unless days are set for it, each kind by itself', () => {
    expect(readSettings({})).toMatchObject({ settings: { retention: { conversations: null, cases: null } } });
    expect(readSettings({ RETENTION_DAYS: '365' })).toMatchObject({ settings: { retention: { conversations: 365, cases: null } } });
    expect(readSettings({ RETENTION_CASE_DAYS: '1825' })).toMatchObject({ settings: { retention: { conversations: null, cases: 1825 } } });
    expect(named({ RETENTION_DAYS: '0', RETENTION_CASE_DAYS: 'soon' })).toEqual(['RETENTION_CASE_DAYS', 'RETENTION_DAYS']);
  });

  it('open the Bot Framework to nobody unknown but in the demo on loopback', () => {
    const doorOf = (env: Env) => {
      const read = readSettings(env);
      return 'settings' in read ? read.settings.botFramework : undefined;
    };
    expect(doorOf({})).toMatchObject({ access: null, fileHosts: [] });
    expect(doorOf({ HOST: '0.0.0.0' })).toBeNull();
    expect(doorOf({ HOST: '127.0.0.1.example.com' })).toBeNull();
    expect(doorOf(OUTSIDE)).toBeNull();
    expect(readSettings({ HOST: '0.0.0.0' })).toMatchObject({ settings: { directLine: null } });
    expect(readSettings({})).toMatchObject({ settings: { directLine: { secret: null } } });
    expect(named({ DIRECT_LINE_SECRET: 'short' })).toEqual(['DIRECT_LINE_SECRET']);
    expect(doorOf({ BOT_APP_ID: 'x', BOT_APP_PASSWORD: 'y', BOT_APP_TENANT: 't' })?.access?.tokenUrl).toBe('https://login.microsoftonline.com/t/oauth2/v2.0/token');
  });

  it('switch the demo off in production, and need its secrets from then on', () => {
    expect(named({ NODE_ENV: 'production' })).toEqual(['BSS_URL', 'SUBSCRIBER_JWT_SECRET or SUBSCRIBER_JWKS_URL']);
    expect(readSettings({ ...OUTSIDE, NODE_ENV: 'production', DEMO: undefined })).toMatchObject({ settings: { isDemo: false } });
    expect(readSettings({ ...OUTSIDE, SUBSCRIBER_JWT_SECRET: undefined, SUBSCRIBER_JWKS_URL: 'https://site.example/keys' })).toMatchObject({ settings: { isDemo: false } });
  });

  it.each([
    ['demo accounts in production', { NODE_ENV: 'production', DEMO: '1' }, ['DEMO']],
    ['no secrets outside the demo', { DEMO: '0' }, ['BSS_URL', 'SUBSCRIBER_JWT_SECRET or SUBSCRIBER_JWKS_URL']],
    ['a secret that can be guessed', { ...OUTSIDE, SUBSCRIBER_JWT_SECRET: 'short' }, ['SUBSCRIBER_JWT_SECRET']],
    ['a bot that could not answer, or not check who calls', { BOT_APP_ID: 'x' }, ['BOT_APP_PASSWORD']],
    ['a bot without an id', { BOT_APP_PASSWORD: 'x' }, ['BOT_APP_ID']],
    ['handoffs to nobody', { HANDOFF: 'elsewhere' }, ['HANDOFF']],
    ['many nodes on one node’s file', { REDIS_URL: 'redis://127.0.0.1' }, ['REDIS_URL']],
    ['a database it cannot speak to', { DATABASE_URL: 'mysql://root@127.0.0.1/x' }, ['DATABASE_URL']],
    ['a port that is none', { PORT: '70000' }, ['PORT']],
    ['a flag that is none', { DEMO: 'maybe' }, ['DEMO']],
    ['half of the client credentials', { BSS_OAUTH_CLIENT_ID: 'x', BSS_URL: 'https://bss.example' }, ['BSS_OAUTH_CLIENT_SECRET', 'BSS_OAUTH_TOKEN_URL']],
    ['half a sign-in provider', { OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'x' }, ['OIDC_CLIENT_SECRET', 'PUBLIC_URL']],
    ['a sign-in provider that anybody could play', { OIDC_ISSUER: 'http://id.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y', PUBLIC_URL: 'https://help.example' }, ['OIDC_ISSUER']],
    ['addresses that are none', { BSS_URL: 'here', SUBSCRIBER_JWKS_URL: 'there' }, ['BSS_URL', 'SUBSCRIBER_JWKS_URL']],
  ])('refuse %s', (_what, env, variables) => {
    expect(named(env)).toEqual(variables);
  });

  it('name everything at once: what is wrong by itself and what does not go together, each once', () => {
    const env = { PORT: 'x', LOG_LEVEL: 'loud', RATE_LIMIT: 'some', SUBSCRIBER_JWT_SECRET: 'short', BSS_URL: 'here', DEMO: '0', REDIS_URL: 'redis://127.0.0.1' };
    expect(named(env)).toEqual(['BSS_URL', 'LOG_LEVEL', 'PORT', 'RATE_LIMIT', 'REDIS_URL', 'SUBSCRIBER_JWT_SECRET']);
  });

  it('never repeat a secret in what they complain about', () => {
    expect(problemsOf({ SUBSCRIBER_JWT_SECRET: 'hush' }).join()).not.toContain('hush');
  });
});
