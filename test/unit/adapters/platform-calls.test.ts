/** A platform that gives no access token: everything waits for it, and the log says why, without a secret. */
import { describe, expect, it } from '@jest/globals';
import { PlatformCalls } from '../../../src/adapters/wechat/platform-calls.js';
import { Connector } from '../../../src/gateway/bot-framework/connector.js';
import type { SharedTokens } from '../../../src/ports/shared-tokens.js';
import { HandClock } from '../../support/hand-clock.js';

const SECRET = 'secret-of-the-operator';
const tokens: SharedTokens = { read: () => Promise.resolve(null), mayFetch: () => Promise.resolve(true), keep: () => Promise.resolve(), forget: () => Promise.resolve() };

function aLog() {
  const lines: string[] = [];
  const logger = { warn: (fields: object, text: string) => void lines.push(`${text} ${JSON.stringify(fields)}`), error: () => undefined };
  return { lines, logger };
}

describe('an access token that is not given', () => {
  it.each([
    ['refused', () => Promise.resolve({ errcode: 40125, errmsg: `invalid appsecret ${SECRET}` }), '40125'],
    ['not there', () => Promise.reject(new TypeError(`Failed to parse URL from https://x/?corpsecret=${SECRET}`)), 'TypeError'],
    ['of another shape', () => Promise.resolve({ token: SECRET }), 'ZodError'],
  ])('is told of when it is %s', async (_how, fetchToken, why) => {
    const { lines, logger } = aLog();
    const calls = new PlatformCalls({ name: 'wechat-kf:ww1', apiUrl: 'http://127.0.0.1:1', tokens, clock: new HandClock(), fetchToken, logger });
    await expect(calls.json({ method: 'GET', path: '/' })).rejects.toThrow();
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('wechat-kf:ww1');
    expect(lines[0]).toContain(why);
    expect(lines[0]).not.toContain(SECRET);
  });

  it('is told of for the Bot Framework', async () => {
    const { lines, logger } = aLog();
    const access = { appId: 'app', password: SECRET, tokenUrl: 'http://127.0.0.1:1/token', scope: 's' };
    const to = { serviceUrl: 'http://127.0.0.1:1/', channelId: 'slack', conversation: { id: 'c' }, bot: { id: 'b' }, user: { id: 'u' } } as never;
    expect(await new Connector({ access, tokens, clock: new HandClock(), logger }).send(to, { type: 'typing' })).toMatchObject({ kind: 'later', isAway: true });
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain(SECRET);
  });
});
