/** What goes out to an entered address cannot be turned against the house. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isInside, outboundPosts, type Resolve } from '../../../src/adapters/outbound/outbound-posts.js';

const listening: Server[] = [];
afterEach(async () => {
  for (const server of listening.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function listener(status = 200, headers: Record<string, string> = {}): Promise<{ port: number; got: { body: string; signature: string | undefined }[]; connections: () => number }> {
  let connected = 0;
  const got: { body: string; signature: string | undefined }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (piece) => (body += String(piece)));
    request.on('end', () => {
      got.push({ body, signature: request.headers['x-signature'] as string | undefined });
      response.writeHead(status, headers).end('ok');
    });
  });
  server.on('connection', () => (connected += 1));
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, got, connections: () => connected };
}

describe('an address that somebody entered', () => {
  it.each([
    'http://example.com/', 'ftp://example.com/', 'file:///etc/passwd', 'gopher://localhost:25/', 'https://user:pass@example.com/', 'https://localhost/', 'https://127.0.0.1/', 'https://2130706433/', 'https://0x7f.1/',
    'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://169.254.169.254/latest/meta-data', 'https://10.1.2.3/', 'https://192.168.1.1/', 'https://100.64.0.1/', 'https://metadata.internal/', 'https://printer.local/',
    'https://intranet/', 'javascript:alert(1)', '', '//example.com', `https://example.com/${'x'.repeat(2_000)}`,
  ])('is refused by its text: %s', async (url) => {
    const posts = outboundPosts([]);
    expect(posts.objectionTo(url)).not.toBeNull();
    expect(await posts.post(url, '{}', {})).toMatchObject({ status: null });
  });

  it('is taken when it is a public one over https', () => {
    expect(outboundPosts([]).objectionTo('https://crm.example.com:8443/hook?a=1')).toBeNull();
  });

  it('is refused where its name leads inside, though its text does not tell', async () => {
    const { port, connections } = await listener();
    const inside = (...addresses: string[]) => ((_name: string, _options: object, done: (error: null, found: { address: string; family: number }[]) => void) => done(null, addresses.map((address) => ({ address, family: 4 })))) as unknown as Resolve;
    for (const resolve of [inside('127.0.0.1'), inside('8.8.8.8', '127.0.0.1'), inside()]) {
      expect(await outboundPosts([], resolve).post(`https://hooks.example.com:${port}/`, '{}', {})).toEqual({ status: null, error: 'the name leads inside' });
    }
    expect(connections()).toBe(0);
  });

  it('knows what lies inside', () => {
    for (const address of ['127.0.0.1', '0.0.0.0', '10.0.0.1', '172.31.0.1', '198.18.0.1', '::1', '::ffff:8.8.8.8', 'fd00::1', 'fe80::1', 'no address']) expect(isInside(address)).toBe(true);
    for (const address of ['8.8.8.8', '1.1.1.1', '172.32.0.1', '2606:4700::1111']) expect(isInside(address)).toBe(false);
  });

  it('reaches a host that the operator named, with its headers, and follows no redirect', async () => {
    const { port, got } = await listener(302, { location: 'http://127.0.0.1:1/' });
    const posts = outboundPosts([`127.0.0.1:${port}`]);
    expect(await posts.post(`http://127.0.0.1:${port}/hook`, '{"你":1}', { 'x-signature': 's' })).toEqual({ status: 302, error: null });
    expect(got).toEqual([{ body: '{"你":1}', signature: 's' }]);
    expect(posts.objectionTo(`http://127.0.0.1:${port + 1}/`)).not.toBeNull();
    expect((await posts.post(`http://127.0.0.1:1/`, '', {})).error).toBe('not https');
  });
});
