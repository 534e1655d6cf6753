/** Posts over HTTPS that cannot be turned against the house: where a name leads is looked at when the connection is made. */
import { lookup as resolveName } from 'node:dns';
import { request as plainRequest } from 'node:http';
import { request as secureRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';
import type { OutboundCalls, Posted } from '../../ports/outbound-calls.js';

const TIMEOUT_MS = 5_000;
const LONGEST_URL = 2_000;
const LARGEST_ANSWER = 65_536;

/** What is no address of the public internet: RFC 6890 and its registry. Two lists, since a rule of one family would also match mapped addresses of the other. */
const INSIDE_V4 = new BlockList();
for (const net of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4']) addNet(INSIDE_V4, net, 'ipv4');
const INSIDE_V6 = new BlockList();
for (const net of ['::/128', '::1/128', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']) addNet(INSIDE_V6, net, 'ipv6');

function addNet(list: BlockList, net: string, family: 'ipv4' | 'ipv6'): void {
  const [address = '', bits = ''] = net.split('/');
  list.addSubnet(address, Number(bits), family);
}

export function isInside(address: string): boolean {
  const family = isIP(address);
  return family === 0 || (family === 6 ? INSIDE_V6.check(address, 'ipv6') : INSIDE_V4.check(address, 'ipv4'));
}

const bare = (hostname: string): string => hostname.replace(/^\[|\]$/g, '').toLowerCase();

export type Resolve = typeof resolveName;

/** `hosts` are names the operator vouches for, with a port where it matters: `crm.internal`, `127.0.0.1:8080`. */
export function outboundPosts(hosts: readonly string[], resolve: Resolve = resolveName): OutboundCalls {
  const named = new Set(hosts.map((host) => host.toLowerCase()));
  const isNamed = ({ host, hostname }: URL): boolean => named.has(host.toLowerCase()) || named.has(bare(hostname));
  const objectionTo = (text: string): string | null => {
    const url = text.length <= LONGEST_URL && URL.canParse(text) ? new URL(text) : null;
    if (url === null) return 'no address';
    if (url.username !== '' || url.password !== '') return 'an address with a name and password';
    if (isNamed(url) && (url.protocol === 'http:' || url.protocol === 'https:')) return null;
    if (url.protocol !== 'https:') return 'not https';
    if (isIP(bare(url.hostname)) !== 0 && isInside(bare(url.hostname))) return 'an address inside';
    return /^[^.]+$|\.(localhost|local|internal|home\.arpa)\.?$/i.test(bare(url.hostname)) ? 'a name inside' : null;
  };
  return {
    objectionTo,
    async post(text, body, headers) {
      const objection = objectionTo(text);
      if (objection !== null) return { status: null, error: objection };
      const url = new URL(text);
      return send(url, { body, headers, lookup: isNamed(url) ? undefined : outsideOnly(resolve) });
    },
  };
}

/** Every address a name leads to must be outside, at the very moment of connecting. */
const outsideOnly = (resolve: Resolve): LookupFunction => (hostname, options, done) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return done(error, '', 4);
    if (found.length === 0 || found.some(({ address }) => isInside(address))) return done(Object.assign(new Error('the name leads inside'), { code: 'EACCES' }), '', 4);
    if (options.all === true) return done(null, found);
    const [first] = found;
    return done(null, first?.address ?? '', first?.family ?? 4);
  });
};

interface Post {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly lookup: LookupFunction | undefined;
}

function send(url: URL, { body, headers, lookup }: Post): Promise<Posted> {
  const begin = url.protocol === 'https:' ? secureRequest : plainRequest;
  const options = { method: 'POST', headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) }, signal: AbortSignal.timeout(TIMEOUT_MS), agent: false as const, ...(lookup === undefined ? {} : { lookup }) };
  return new Promise((resolve) => {
    const request = begin(url, options, (response) => {
      let size = 0;
      response.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size > LARGEST_ANSWER) response.destroy();
      });
      response.on('error', () => undefined);
      resolve({ status: response.statusCode ?? null, error: null });
    });
    request.on('error', (error) => resolve({ status: null, error: error.name === 'AbortError' || error.name === 'TimeoutError' ? 'no answer in time' : error.message }));
    request.end(body);
  });
}
